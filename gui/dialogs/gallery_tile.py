"""One tile of the gallery: a thumbnail, a title, what it is about and what it learns from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme

TILE = QRectF(0, 0, 272, 206)
GAP = 12
PADDING = 14.0
THUMBNAIL = QSize(int(TILE.width() - 2 * PADDING), 92)
RADIUS = 8.0
DESCRIPTION_LINES = 2

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """What a tile shows, in the window's language; `keywords` are found by the search too."""

    name: str
    shelf: str
    title: str
    description: str
    facts: str = ""
    keywords: str = ""


class TileDelegate(QStyledItemDelegate):
    """Paints tiles; `thumbnail_of` is asked for a tile's picture when it is first in view."""

    def __init__(self, thumbnail_of: Callable[[str, float], QPixmap | None]) -> None:
        super().__init__()
        self._thumbnail_of = thumbnail_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(int(TILE.width()) + GAP, int(TILE.height()) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.topLeft()))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        _paint_frame(painter, chosen, bool(state & QStyle.StateFlag.State_MouseOver))
        picture = self._thumbnail_of(entry.name, painter.device().devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(QPointF(PADDING, PADDING), picture)
        _paint_words(painter, entry)
        painter.restore()


def _paint_frame(painter: QPainter, chosen: bool, hovered: bool) -> None:
    worn = theme.current()
    width = 2.0 if chosen else 1.0
    painter.setPen(QPen(QColor(worn.accent if chosen else worn.hairline), width))
    painter.setBrush(QColor(worn.hover if hovered and not chosen else worn.canvas))
    inset = width / 2
    painter.drawRoundedRect(TILE.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _paint_words(painter: QPainter, entry: Entry) -> None:
    worn = theme.current()
    inner = TILE.adjusted(PADDING, PADDING + THUMBNAIL.height() + 10, -PADDING, -PADDING)
    bold, body, note = theme.body_font(bold=True), theme.body_font(theme.LABEL_PIXELS), theme.body_font(11)
    painter.setPen(QColor(worn.text))
    painter.setFont(bold)
    painter.drawText(inner, Qt.AlignmentFlag.AlignTop, _elided(entry.title, bold, inner.width()))
    top = inner.top() + QFontMetricsF(bold).height() + 4
    painter.setPen(QColor(worn.muted))
    for line in wrapped(entry.description, body, inner.width(), DESCRIPTION_LINES):
        painter.setFont(body)
        painter.drawText(QRectF(inner.left(), top, inner.width(), 20), Qt.AlignmentFlag.AlignTop, line)
        top += QFontMetricsF(body).lineSpacing()
    painter.setFont(note)
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, _elided(entry.facts, note, inner.width()))


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text in lines of a width; where there are more than `most`, the last one ends in an ellipsis."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(lines) > most:
        lines[most - 1 :] = [_elided(" ".join(lines[most - 1 :]), font, width)]
    return lines


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
