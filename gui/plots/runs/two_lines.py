"""Cells of two lines: what counts above, and a quiet word about it below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import current, note_font

BELOW, AMISS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""What stands in the second line, and whether it tells that something is amiss."""


WORDS = QStyle.SubElement.SE_ItemViewItemText
"""Where the style would put words."""


class TwoLines(QStyledItemDelegate):
    """Paints a cell as its style does, and the words of both lines above each other where the style has one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        above, font, room = cell.text, cell.font, style.subElementRect(WORDS, cell, cell.widget)
        cell.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        below, amiss = str(index.data(BELOW) or ""), bool(index.data(AMISS))
        heights = QFontMetrics(font).height(), QFontMetrics(note_font()).height() if below else 0
        top = room.top() + (room.height() - sum(heights)) // 2
        side, theme = cell.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask, current()
        painter.save()
        for text, face, color, height in (
            (above, font, cell.palette.color(QPalette.ColorRole.Text), heights[0]),
            (below, note_font(), theme.danger if amiss else theme.muted, heights[1]),
        ):
            painter.setFont(face)
            painter.setPen(QColor(color))
            line = QRect(room.left(), top, room.width(), height)
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
            top += height
        painter.restore()
