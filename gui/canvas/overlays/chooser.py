"""A small list with a search field that opens at a place: choose by typing, with arrows and Enter, or by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QCursor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme

WIDTH, MOST_ROWS, ROW = 280, 10, 28
NOTE_LINES = 3
"""Room for text about the highlighted choice; it stays as it is while one goes through the list."""
NOTE = Qt.ItemDataRole.UserRole + 1
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


@dataclass(frozen=True)
class Choice:
    """One line of the list: what is shown, what it stands for, its colour, what else the search finds.

    The first keyword is another name of it. The note is shown below the list while the line is highlighted.
    """

    text: str
    value: Any
    color: QColor
    keywords: str = ""
    note: str = ""
    muted: bool = False
    """Shown in a quieter colour, since it suits less than the others."""


class Chooser(QFrame):
    """Goes away and emits `chosen(value)`; Esc or a click elsewhere chooses nothing. `closed` comes before either."""

    chosen = Signal(object)
    closed = Signal()

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
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self._follow_mouse)
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._describe)
        self.note = QLabel(self)
        self.note.setProperty("role", "note")
        self.note.setWordWrap(True)
        self.note.setFixedHeight(NOTE_LINES * QFontMetrics(theme.body_font(theme.NOTE_PIXELS)).lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        layout.addWidget(self.note)
        worn = theme.current()
        self.setStyleSheet(f"#chooser {{ background: {worn.panel}; border: 1px solid {worn.hairline}; }}")
        self._filter("")

    def open_at(self, place: QPoint) -> None:
        """Open with the corner at a place on the screen, and stay on the screen."""
        self.setFixedWidth(WIDTH)
        self._fit()
        screen = QApplication.screenAt(place) or QApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        self._mouse = QCursor.pos()
        self.list.clear()
        found = [choice for choice in self._choices if all(part in _searched(choice) for part in wanted)]
        if wanted:
            found.sort(key=lambda choice: _distance(choice, " ".join(wanted)))
        for choice in found:
            item = QListWidgetItem(_bar(choice.color, self.devicePixelRatioF()), choice.text)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            item.setData(NOTE, choice.note)
            if choice.muted:
                item.setForeground(QColor(theme.current().muted))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, choice.note)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if not found:
            self.note.setText(self.tr("Nothing is called so."))
        self.note.setVisible(not found or any(choice.note for choice in self._choices))
        self._fit()

    def _fit(self) -> None:
        """As high as what was found needs, in whole rows."""
        rows = min(max(self.list.count(), 1), MOST_ROWS)
        height = self.list.sizeHintForRow(0) if self.list.count() else ROW
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())
        self.adjustSize()

    def _follow_mouse(self, item: QListWidgetItem) -> None:
        """Highlight the line onto which the mouse moves, not one that keys bring under a mouse at rest."""
        if self._mouse != QCursor.pos():
            self.list.setCurrentItem(item)

    def _describe(self, item: QListWidgetItem | None) -> None:
        self.note.setText(item.data(NOTE) if item is not None else "")

    def _choose_current(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        value = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(value)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field walk through the list; Tab leaves it for what follows the widget behind it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Tab:
            behind = self.parentWidget()
            self.close()
            if behind is not None:
                behind.focusNextChild()
            return True
        if event.key() in MOVES:
            self._mouse = QCursor.pos()
            row = self.list.currentRow() + MOVES[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)


def _distance(choice: Choice, typed: str) -> int:
    """0 where a choice is called just so, 1 where it begins so, 2 where what was typed stands elsewhere."""
    names = (choice.text.casefold(), choice.keywords.casefold().partition(" ")[0])
    return 0 if typed in names else 1 if any(name.startswith(typed) for name in names) else 2


def _searched(choice: Choice) -> str:
    return f"{choice.text} {choice.keywords}".casefold()


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
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt mixes the colour of the highlight into that of the category
    return icon
