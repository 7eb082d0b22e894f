"""The steps that were done, the oldest first: a click or the arrow keys go back to one, or forward again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QPalette, QUndoStack
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QUndoView, QWidget

from gui import theme
from gui.document import Document
from gui.widgets.icons import icon

LEAST_WIDTH = 176
INSET = 8


class StepDelegate(QStyledItemDelegate):
    """Steps that were undone stand back; the one where the drawing is now is bold."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = stack

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        now = self._stack.index()
        option.font.setBold(index.row() == now)
        if index.row() > now:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.current().muted))


class HistoryPanel(QUndoView):
    """Qt's own list of an undo stack in the program's words and look; the saved state bears an icon."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document.undo_stack, parent)
        self.setObjectName("history")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setItemDelegate(StepDelegate(document.undo_stack, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(14, 14))
        self.setUniformItemSizes(True)
        self.setViewportMargins(INSET, 0, INSET, 0)
        self.retranslate()
        self._tint()

    def retranslate(self) -> None:
        """Set all texts in the window's language; the document does so with its steps."""
        self.setEmptyLabel(self.tr("As it was opened"))
        self.setAccessibleName(self.tr("Steps that can be undone"))
        self.setAccessibleDescription(self.tr("Arrow keys go to the drawing as it was after a step."))
        self.viewport().update()

    def _tint(self) -> None:
        self.setCleanIcon(icon("save", theme.current().muted))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
