"""Presentation mode: nothing but the drawing, large and in strong contrast; afterwards all is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from gui import actions, theme
from gui.canvas.camera import Viewpoint
from gui.canvas.commands import walking_inside
from gui.canvas.view import NetworkView

FIT_SCALES = (1.0, 2.5)
"""Of `fit`: below the first, words on cards cannot be read from the last row."""
LEGEND_SCALE = 1.6
FILLED = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
"""States in which the screen gives a window its size."""


@dataclass(frozen=True)
class Before:
    """What the window was like."""

    layout: QByteArray
    state: Qt.WindowState
    shown: tuple[QWidget, ...]
    theme: theme.Theme
    size: QSize
    fit_scales: tuple[float, float]
    viewpoint: Viewpoint
    ring: bool


class Presentation(QObject):
    """Hides the `chrome` and dresses the canvas for a projector; Escape ends it, whoever has the keyboard, and says so.

    `wear` puts a theme on without remembering it.
    """

    def __init__(
        self, window: QMainWindow, canvas: NetworkView, chrome: Iterable[QWidget], wear: Callable[[theme.Theme], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._chrome = tuple(chrome)
        self._wear = wear
        self._before: Before | None = None
        self._returning: Before | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.activated.connect(self._step_back)
        self._escape.setEnabled(False)

    @property
    def on(self) -> bool:
        """Whether the window presents."""
        return self._before is not None

    def toggle(self) -> None:
        """Begin or end."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Hide everything but the canvas and fill the screen with it."""
        window, canvas = self._window, self._canvas
        worn = theme.current()
        self._before = Before(
            window.saveState(),
            window.windowState(),
            tuple(widget for widget in self._chrome if not widget.isHidden()),
            worn,
            window.size(),
            canvas.fit_scales,
            canvas.viewpoint,
            canvas.ring.on,
        )
        for widget in self._before.shown:
            widget.hide()
        self._wear(theme.CONTRASTED.get(worn.name, worn))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._magnify_legends(LEGEND_SCALE)
        canvas.ring.turn(True)
        canvas.fit_scales, canvas.keeps_fitting = FIT_SCALES, True
        self._settle()
        canvas.fit()
        canvas.setFocus()
        self._escape.setEnabled(True)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Say for a moment how to come back, as no menu is left to look it up in."""
        ring = actions.spec("pointer_ring").all_keys()[0].toString(QKeySequence.SequenceFormat.NativeText)
        text = self.tr("Escape ends the presentation, {key} hides the ring around the pointer.")
        self._canvas.note.linger_at(QPoint(), text.format(key=ring))

    def _step_back(self) -> None:
        """Out of what the hand is doing, else out of the presentation."""
        if not self._canvas.cancel_gesture() and not walking_inside.leave(self._canvas):
            self.leave()

    def leave(self) -> None:
        """Put everything back: docks and bars, screen, theme and the part of the drawing that was in view."""
        before, self._before = self._before, None
        if before is None:
            return
        self._escape.setEnabled(False)
        window, canvas = self._window, self._canvas
        window.setWindowState(before.state)
        if not before.state & FILLED:
            window.resize(before.size)
        for widget in before.shown:
            widget.show()
        self._wear(before.theme)
        self._magnify_legends(1.0)
        canvas.ring.turn(before.ring)
        canvas.fit_scales, canvas.keeps_fitting = before.fit_scales, False
        self._look_as(before)
        if window.size() != before.size:  # a window manager gives the old size back in its own time
            self._returning = before
            window.installEventFilter(self)

    def _magnify_legends(self, scale: float) -> None:
        for legend in (self._canvas.legend, self._canvas.value_legend):
            legend.magnify(scale)
        self._canvas.place_overlays()

    def _look_as(self, before: Before) -> None:
        self._window.restoreState(before.layout)
        self._settle()
        self._canvas.look_from(before.viewpoint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        before = self._returning
        if before is not None and event.type() == QEvent.Type.Resize and self._window.size() == before.size:
            self._returning = None
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: self._look_as(before))
        return False

    def _settle(self) -> None:
        """Let the canvas take the room that it has now, before it is looked through."""
        for layout in (self._window.layout(), self._window.centralWidget().layout()):  # type: ignore[union-attr]
            if layout is not None:
                layout.activate()
