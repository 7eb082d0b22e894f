"""A small list with a search field that opens at a place: choose by typing, with arrows and Enter, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import theme

WIDTH, MOST_ROWS, ROW = 240, 10, 28
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True)
class Choice:
    """One line of the list: what is shown, what else the search finds, its colour, and what it stands for."""

    text: str
    value: Any
    color: QColor
    keywords: str = ""


class Chooser(QFrame):
    """Emits `chosen(value)` once and goes away; Esc or a click elsewhere chooses nothing."""

    chosen = Signal(object)

    def __init__(self, prompt: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(prompt)
        self._choices = choices
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(prompt)
        self.search.setAccessibleName(prompt)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_current)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(4, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        worn = theme.current()
        self.setStyleSheet(f"#chooser {{ background: {worn.panel}; border: 1px solid {worn.hairline}; }}")
        self._filter("")

    def open_at(self, place: QPoint) -> None:
        """Open with the corner at a place on the screen, and stay on the screen."""
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        self.setFixedSize(WIDTH, rows * ROW + self.search.sizeHint().height() + 30)
        screen = QApplication.screenAt(place) or QApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        self.list.clear()
        for choice in self._choices:
            haystack = f"{choice.text} {choice.keywords}".casefold()
            if all(part in haystack for part in wanted):
                item = QListWidgetItem(_bar(choice.color, self.devicePixelRatioF()), choice.text)
                item.setData(Qt.ItemDataRole.UserRole, choice.value)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose_current(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        value = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field walk through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            row = self.list.currentRow() + MOVES[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)


def _bar(color: QColor, ratio: float) -> QIcon:
    """The bar that marks a layer's category."""
    pixmap = QPixmap(QSize(4, 18) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(0, 0, 4, 18, 2, 2)
    painter.end()
    return QIcon(pixmap)
