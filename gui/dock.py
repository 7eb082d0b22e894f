"""A dock with a quiet title bar: its name, and buttons that float and close it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from gui import theme
from gui.crash import log_path
from gui.tab_order import is_stop, next_stop
from gui.widgets.focus_ring import paint_focus
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText

TITLE_HEIGHT = 36
BUTTON = 24


@runtime_checkable
class Frontal(Protocol):
    """A panel that rests while another tab covers it."""

    def set_in_front(self, in_front: bool) -> None:
        """Whether no other tab covers it."""


@runtime_checkable
class Doing(Protocol):
    """A panel whose `done` says in a sentence what it has done, such as a file that it has written."""

    done: SignalInstance


@runtime_checkable
class Drawn(Protocol):
    """A panel whose drawing comes before the controls above it."""

    drawing: QWidget


class TitleBar(QWidget):
    """The title, and two small buttons while the pointer is over it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.title = LineText("dock")
        self.detach = self._button(lambda: dock.setFloating(not dock.isFloating()))
        self.hide_dock = self._button(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.detach)
        row.addWidget(self.hide_dock)
        dock.windowTitleChanged.connect(self.title.setText)
        dock.topLevelChanged.connect(self._show_buttons)  # docked again, the title is no more where the pointer is
        self.retranslate()

    def _button(self, handler: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(14, 14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.hide()
        button.clicked.connect(lambda: handler())
        return button

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), TITLE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, TITLE_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_buttons(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_buttons(False)
        super().leaveEvent(event)

    def _show_buttons(self, shown: bool) -> None:
        """A panel that floats shows always how to be rid of it."""
        floats = self._dock.isFloating()
        self.detach.setVisible(shown or floats)
        self.hide_dock.setVisible(shown or floats)

    def retranslate(self) -> None:
        """Set the words and icons anew."""
        color = theme.current().muted
        self.detach.setIcon(icon("detach", color))
        self.hide_dock.setIcon(icon("close", color))
        for button, text in (
            (self.detach, self.tr("Detach this panel, or attach it again")),
            (self.hide_dock, self.tr("Close this panel; View > Panels opens it again")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "hide_dock"):
            self.retranslate()
        super().changeEvent(event)


class Excuse(QLabel):
    """Stands in place of a panel that could not be made."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the text in the window's language."""
        told = self.tr("This panel could not be opened. The details are in {path}. Close it and open it to try again.")
        self.setText(told.format(path=log_path()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Dock(QDockWidget):
    """A panel's frame; the panel learns what it is called. `entry` is what the menu of panels has for it.

    Where the panel is still to be made, that is done when the dock is first shown. One that shows more where there is
    room says how large its window likes to be. `done` is that of the panel; `resized` tells of another size, and
    `chosen` that people have asked to see it.
    """

    done = Signal(str)
    resized = Signal()
    chosen = Signal()

    def __init__(
        self,
        name: str,
        panel: QWidget | Callable[[], QWidget],
        room: QSize | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"dock_{name}")
        self.setTitleBarWidget(TitleBar(self))
        self._make: Callable[[], QWidget] | None = None
        self._roomy = room or QSize()
        self._afloat: QRect | None = None
        """Where people have put its window, if they have."""
        self._settled = False
        """Whether it has its place as a window, so that another one is people's own."""
        self.in_front = False
        """Whether it is seen, and covered by no other tab."""
        self.entry = QAction(self, checkable=True)
        self.entry.triggered.connect(self._open_or_close)
        self.windowTitleChanged.connect(lambda title: self.entry.setText(title.replace("&", "&&")))
        self.visibilityChanged.connect(self._follow)
        if isinstance(panel, QWidget):
            self._hold(panel)
        else:
            self._make = panel
            self.hide()  # before it is put beside others, which would widen a narrow window
        self.topLevelChanged.connect(self._take_room)
        self.toggleViewAction().triggered.connect(self._come_forward)

    def _hold(self, panel: QWidget) -> None:
        self.setWidget(panel)
        panel.installEventFilter(self)
        self.windowTitleChanged.connect(panel.setWindowTitle)
        panel.setWindowTitle(self.windowTitle())
        if isinstance(panel, Frontal):
            self.visibilityChanged.connect(panel.set_in_front)
        if isinstance(panel, Doing):
            panel.done.connect(self.done)

    def showEvent(self, event: QShowEvent) -> None:
        if self._make is not None:
            self._fill(self._make)
        super().showEvent(event)

    def _fill(self, make: Callable[[], QWidget]) -> None:
        """Make the panel. What goes wrong is told here: an exception that passes through Qt may end the program."""
        excuse: QWidget | None = self.widget()
        try:
            panel = make()
        except Exception:
            sys.excepthook(*sys.exc_info())
            if excuse is None:
                self.setWidget(Excuse())
            return
        self._make = None
        self._hold(panel)
        if excuse is not None:
            excuse.deleteLater()

    def come_forward(self) -> None:
        """Show it in front of the tabs that it joined, with the keyboard in it."""
        self.chosen.emit()
        self.show()
        self.raise_()
        self.activateWindow()
        self._first_stop().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first_stop(self) -> QWidget:
        """What takes the keyboard first: what Tab comes to, in the panel's drawing where it has one.

        The panel as a whole, where nothing in there wants it: then keys are the window's, as on the canvas.
        """
        panel = self.widget()
        start = panel.drawing if isinstance(panel, Drawn) else panel
        return start if is_stop(start) else next_stop(start, start) or panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody in here wants the window hears also while the panel is a window of its own."""
        window = self.parentWidget()
        if self.isFloating() and isinstance(window, QMainWindow):
            window.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show that the panel as a whole has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def _open_or_close(self) -> None:
        """From the menu: one that a tab covers comes to the front, as one that is closed does."""
        self.chosen.emit()
        if self.in_front:
            self.close()
        else:
            self.show()
            self.raise_()
        self.entry.setChecked(not self.isHidden())

    def _follow(self, in_front: bool) -> None:
        self.in_front = in_front
        self.entry.setChecked(not self.isHidden())

    def give_room(self) -> None:
        """Show it, in a window of its own where it has not half of the room that it likes.

        It leaves its tabs as they were then.
        """
        self.chosen.emit()
        self.show()
        window = self.parentWidget()
        tabs = window.tabifiedDockWidgets(self) if isinstance(window, QMainWindow) else []
        covered = [dock for dock in tabs if not dock.visibleRegion().isEmpty()]
        self.raise_()
        if self.width() < self._roomy.width() // 2:
            self.setFloating(True)
            for dock in covered:
                dock.raise_()
        self.activateWindow()

    def _come_forward(self, shown: bool) -> None:
        """From behind the tabs that it joined."""
        if shown:
            self.chosen.emit()
            self.raise_()

    def _take_room(self, floats: bool) -> None:
        """Afloat it stands where people have put it before, or grows from where it was, up and to the left."""
        self._settled = False
        if not floats:
            self.chosen.emit()
            self.raise_()  # what was looked at is not to vanish behind its neighbour
            return
        place = self.geometry()
        corner = place.bottomRight()
        place.setSize(place.size().expandedTo(self._roomy))
        place.moveBottomRight(corner)
        if self._afloat is not None:
            place = QRect(self._afloat)
        screen = (QGuiApplication.screenAt(place.center()) or self.screen()).availableGeometry()
        place.setSize(place.size().boundedTo(screen.size()))
        place.moveBottomRight(QPoint(min(place.right(), screen.right()), min(place.bottom(), screen.bottom())))
        place.moveTopLeft(QPoint(max(place.left(), screen.left()), max(place.top(), screen.top())))
        self.setGeometry(place)
        self._settled = True

    def _remember(self) -> None:
        if self._settled and self.isFloating():
            self._afloat = self.geometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._remember()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._remember()
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Afloat, a line around it: panel and window are of one colour, and their words would run together."""
        super().paintEvent(event)
        focused = self.widget() is not None and self.widget().hasFocus()
        if self.isFloating() or focused:
            painter = QPainter(self)
            painter.setPen(QColor(theme.current().muted))
            if focused:
                paint_focus(painter, self)
            else:
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()
