"""A dock with a quiet title bar: its name, and buttons that float and close it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from gui import theme
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText

TITLE_HEIGHT = 36
BUTTON = 24


@runtime_checkable
class Frontal(Protocol):
    """A panel that rests while another tab covers it."""

    def set_in_front(self, in_front: bool) -> None:
        """Whether no other tab covers it."""


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

    def _button(self, handler: object) -> QToolButton:
        button = QToolButton()
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(14, 14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.hide()
        button.clicked.connect(lambda: handler())  # type: ignore[operator]
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


class Dock(QDockWidget):
    """A panel's frame; the panel learns what it is called.

    Where the panel is still to be made, that is done when the dock is first shown. One that shows more where there is
    room says how large its window likes to be.
    """

    def __init__(self, name: str, panel: QWidget | Callable[[], QWidget], room: QSize | None = None) -> None:
        super().__init__()
        self.setObjectName(f"dock_{name}")
        self.setTitleBarWidget(TitleBar(self))
        self._make: Callable[[], QWidget] | None = None
        self._roomy = room or QSize()
        if isinstance(panel, QWidget):
            self._hold(panel)
        else:
            self._make = panel
            self.hide()  # before it is put beside others, which would widen a narrow window
        self.topLevelChanged.connect(self._take_room)
        self.toggleViewAction().triggered.connect(self._come_forward)

    def _hold(self, panel: QWidget) -> None:
        self.setWidget(panel)
        self.windowTitleChanged.connect(panel.setWindowTitle)
        panel.setWindowTitle(self.windowTitle())
        if isinstance(panel, Frontal):
            self.visibilityChanged.connect(panel.set_in_front)

    def showEvent(self, event: QShowEvent) -> None:
        if self._make is not None:
            make, self._make = self._make, None
            self._hold(make())
        super().showEvent(event)

    def give_room(self) -> None:
        """Show it, in a window of its own where it has not half of the room that it likes."""
        self.show()
        self.raise_()
        if self.width() < self._roomy.width() // 2:
            self.setFloating(True)
        self.activateWindow()

    def _come_forward(self, shown: bool) -> None:
        """From behind the tabs that it joined."""
        if shown:
            self.raise_()

    def _take_room(self, floats: bool) -> None:
        if floats:
            screen = self.screen().availableGeometry()
            self.resize(self.size().expandedTo(self._roomy).boundedTo(screen.size()))
            place = self.geometry()
            place.moveBottomRight(QPoint(min(place.right(), screen.right()), min(place.bottom(), screen.bottom())))
            self.move(max(place.left(), screen.left()), max(place.top(), screen.top()))
        else:
            self.raise_()  # what was looked at is not to vanish behind its neighbour

    def paintEvent(self, event: QPaintEvent) -> None:
        """Afloat, a line around it: panel and window are of one colour, and their words would run together."""
        super().paintEvent(event)
        if self.isFloating():
            painter = QPainter(self)
            painter.setPen(QColor(theme.current().muted))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()
