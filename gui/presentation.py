"""Presentation mode: the drawing and how its run goes, large and in strong contrast; afterwards all is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui import actions, theme
from gui.canvas.camera import Viewpoint
from gui.canvas.commands import walking_inside
from gui.canvas.view import NetworkView
from gui.plots.base import Plot
from gui.training_session import TrainingSession

FIT_SCALES = (0.7, 2.5)
"""Of `fit`: below the first, words on cards cannot be read from the last row."""
LEGEND_SCALE = 1.6
VIEWS = ("plot_loss", "plot_boundary")
"""The docks of a run that are shown beside the drawing, as far as they suit the data."""
SHARE, SHAPE = 0.36, 1.6
"""Of the window's width or height, for them; and how many times wider than high the last of them is in a row."""
FILLED = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
"""States in which the screen gives a window its size."""


@dataclass(frozen=True)
class Before:
    """What the window was like."""

    layout: QByteArray
    state: Qt.WindowState
    shown: tuple[QWidget, ...]
    theme: theme.Theme
    geometry: QRect
    fit_scales: tuple[float, float]
    viewpoint: Viewpoint
    ring: bool


class Presentation(QObject):
    """Hides docks and `chrome`, brings the views of the run and the `aids` up, and dresses all for a projector.

    Bars that are not named stay. Escape ends it, whoever has the keyboard, and says so. `wear` puts a theme on without
    remembering it.
    """

    def __init__(
        self,
        window: QMainWindow,
        canvas: NetworkView,
        session: TrainingSession,
        docks: Mapping[str, QDockWidget],
        chrome: Iterable[QWidget],
        aids: Iterable[QWidget],
        wear: Callable[[theme.Theme], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = canvas
        self._docks = docks
        self._chrome = (*docks.values(), *chrome)
        self._aids = tuple(aids)
        self._wear = wear
        self._views: list[QDockWidget] = []
        self._area = Qt.DockWidgetArea.RightDockWidgetArea
        self._before: Before | None = None
        self._returning: Before | None = None
        """What comes back whenever the window has its size again, until people move the drawing or fill the screen."""
        self._left_at = 1.0, QPointF()
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._come_back)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.activated.connect(self._step_back)
        self._escape.setEnabled(False)
        session.data_ready.connect(self._follow_data)

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
        """Hide what is for work, and fill the screen with the drawing and its run."""
        window, canvas, worn = self._window, self._canvas, theme.current()
        self._before = self._as_it_is()
        for widget in self._before.shown:
            widget.hide()
        self._wear(theme.CONTRASTED.get(worn.name, worn))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._returning = None
        self._settling.stop()
        window.installEventFilter(self)
        self._show_aids(True)
        self._show_views()
        self._magnify_legends(LEGEND_SCALE)
        canvas.ring.turn(True)
        canvas.fit_scales, canvas.keeps_fitting = FIT_SCALES, True
        self._settle()
        canvas.fit()
        canvas.setFocus()
        self._escape.setEnabled(True)
        self._tell_keys()

    def _as_it_is(self) -> Before:
        """What the window is like, or is about to be like again: it may still be as large as the screen."""
        window, canvas = self._window, self._canvas
        before = Before(
            window.saveState(),
            window.windowState(),
            tuple(widget for widget in self._chrome if not widget.isHidden()),
            theme.current(),
            window.geometry(),
            canvas.fit_scales,
            canvas.viewpoint,
            canvas.ring.on,
        )
        due = self._returning
        if due is None or self._is_moved():
            return before
        return replace(before, layout=due.layout, geometry=due.geometry, viewpoint=due.viewpoint)

    def _show_aids(self, shown: bool) -> None:
        for widget in self._aids:
            widget.setVisible(shown)

    def _show_views(self) -> None:
        """Beside the drawing or below it, where it stays larger."""
        self._views = self._suiting()
        drawn, room = self._canvas.content_rect().size(), self._window.size()
        across, down = room.width() / max(1.0, drawn.width()), room.height() / max(1.0, drawn.height())
        beside = min((1 - SHARE) * across, down) >= min(across, (1 - SHARE) * down)
        areas = Qt.DockWidgetArea
        self._area = areas.RightDockWidgetArea if beside else areas.BottomDockWidgetArea
        for dock in self._views:
            dock.setFloating(False)
            self._window.addDockWidget(self._area, dock)
            dock.show()
        self._share_out()

    def _suiting(self) -> list[QDockWidget]:
        panels = ((self._docks[name], self._docks[name].widget()) for name in VIEWS)
        return [dock for dock, plot in panels if isinstance(plot, Plot) and plot.suits]

    def _follow_data(self) -> None:
        """Other data may have a boundary, or none."""
        if self.on and self._suiting() != self._views:
            for dock in self._views:
                dock.hide()
            self._show_views()

    def _share_out(self) -> None:
        """Give the views their part of a window of this size."""
        if not self.on:  # it has been left since this was to be done
            return
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        width, height = round(SHARE * self._window.width()), round(SHARE * self._window.height())
        count = len(self._views)
        if self._area is Qt.DockWidgetArea.RightDockWidgetArea:
            self._window.resizeDocks(self._views, [width] * count, across)
            self._window.resizeDocks(self._views, [self._window.height() // max(1, count)] * count, down)
        else:
            last = min(round(SHAPE * height), self._window.width() // 2)
            self._window.resizeDocks(self._views, [height] * count, down)
            self._window.resizeDocks(self._views, [self._window.width() - last, last][:count], across)

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
        window.removeEventFilter(self)
        self._show_aids(False)
        window.setWindowState(before.state)
        self._take_place(before)
        for widget in before.shown:
            widget.show()
        self._wear(before.theme)
        self._magnify_legends(1.0)
        canvas.ring.turn(before.ring)
        canvas.fit_scales, canvas.keeps_fitting = before.fit_scales, False
        self._look_as(before)
        self._returning = before
        self._settling.start()
        window.installEventFilter(self)

    def _take_place(self, before: Before) -> None:
        """Let the window stand where it stood, unless the screen says where that is."""
        if not before.state & FILLED:
            self._window.setGeometry(before.geometry)

    def _magnify_legends(self, scale: float) -> None:
        for legend in (self._canvas.legend, self._canvas.value_legend):
            legend.magnify(scale)
        self._canvas.place_overlays()

    def _look_as(self, before: Before) -> None:
        for _ in range(2):  # words are smaller again, and ask for less; so do docks that are where they were
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._take_place(before)
            self._window.restoreState(before.layout)
        self._settle()
        self._canvas.look_from(before.viewpoint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window manager fills the screen in its own time, and may do so after all has been put back."""
        resized = event.type() == QEvent.Type.Resize
        if self.on:
            if resized:
                QTimer.singleShot(0, self, self._share_out)
        elif (resized and self._is_moved()) or (event.type() == QEvent.Type.WindowStateChange and self._is_other()):
            self._release()
        elif resized:
            self._settling.start()
        return False

    def _is_other(self) -> bool:
        """Whether people have given the window another state than it came back to, as by filling the screen."""
        passing = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized
        state, due = self._window.windowState(), self._returning
        return due is not None and not state & passing and state != due.state

    def _release(self) -> None:
        """From now on all stands where people put it."""
        self._returning = None
        self._settling.stop()
        self._window.removeEventFilter(self)

    def _is_moved(self) -> bool:
        """Whether the drawing was moved since it came back, and not only by a window that takes another size."""
        return not (self._settling.isActive() or self._canvas.sees(*self._left_at))

    def _come_back(self) -> None:
        if self._returning is not None and self._window.size() == self._returning.geometry.size():
            self._look_as(self._returning)
        self._left_at = self._canvas.scale_factor, self._canvas.visible_rect().center()

    def _settle(self) -> None:
        """Let the canvas take the room that it has now, before it is looked through."""
        for layout in (self._window.layout(), self._window.centralWidget().layout()):  # type: ignore[union-attr]
            if layout is not None:
                layout.activate()
