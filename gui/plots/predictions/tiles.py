"""Samples as small pictures, each with what it was taken for below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.plots.pictures import paint_picture
from gui.plots.rows import deals_with

PICTURE, CAPTION, MARGIN = 56, 16, 4
"""Pixels of a picture's longer side at least, of the line below it, and around both."""
PICTURE_ROLE = Qt.ItemDataRole.UserRole + 1
WRONG_ROLE = Qt.ItemDataRole.UserRole + 2
CAPTION_ROLE = Qt.ItemDataRole.UserRole + 3


class TileDelegate(QStyledItemDelegate):
    """Paints a picture and the words below it; all are of one size."""

    size = QSize(PICTURE + 2 * MARGIN, PICTURE + CAPTION + 2 * MARGIN)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        worn, box = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(worn.accent if focused else worn.hairline), 1))
            painter.setBrush(QColor(worn.hover))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        paint_picture(painter, index.data(PICTURE_ROLE), inner.adjusted(0, 0, 0, -CAPTION))
        painter.setFont(theme.body_font(theme.NOTE_PIXELS))
        painter.setPen(QColor(worn.danger if index.data(WRONG_ROLE) else worn.muted))
        line = QRectF(inner.left(), inner.bottom() - CAPTION + 2, inner.width(), CAPTION)
        words = QFontMetricsF(painter.font()).elidedText(
            index.data(CAPTION_ROLE), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class Tiles(QListView):
    """Pictures in rows as wide as there is room; Enter activates one."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._delegate = TileDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setMinimumSize(40, 40)

    def fit(self, captions: Iterable[str]) -> None:
        """Make all tiles as wide as the longest of these words, within reason."""
        metrics = QFontMetricsF(theme.body_font(theme.NOTE_PIXELS))
        widest = max((metrics.horizontalAdvance(words) for words in captions), default=0.0)
        wanted = QSize(round(min(max(PICTURE, widest + 2), 2 * PICTURE)) + 2 * MARGIN, self._delegate.size.height())
        if wanted != self._delegate.size:
            self._delegate.size = wanted
            self.setGridSize(wanted + QSize(MARGIN, MARGIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a table of rows."""
        if not deals_with(self, event):
            super().keyPressEvent(event)
