"""How the palette draws a layer kind: a quiet card with a bar in its family's colour."""

from __future__ import annotations

import math
from base64 import b64encode
from html import escape

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.layers import Layer
from engine.symbols import legend
from gui import theme
from gui.i18n import words
from gui.widgets.formula import formula_svg
from gui.widgets.layer_details import formula_lines, legend_text

KIND = Qt.ItemDataRole.UserRole
HEADER = Qt.ItemDataRole.UserRole + 1
FAVOURITE = Qt.ItemDataRole.UserRole + 2
BLOCK = Qt.ItemDataRole.UserRole + 3
"""The name of a block that people keep; it stands in place of a kind."""

CARD_HEIGHT, GAP = 28, 6
HEADER_HEIGHT = 30
CHIP = 12
RADIUS = 6.0
BAR = 4.0
TEXT_LEFT = 16.0
RIGHT_MARGIN = 16
TOOLTIP_WIDTH = 260
STAR_WIDTH = 28.0
STAR_RADIUS = 6.5

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints headers and cards."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, HEADER_HEIGHT if index.data(HEADER) else CARD_HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        area.setWidth(option.widget.viewport().width() - RIGHT_MARGIN)  # type: ignore[attr-defined]
        if index.data(HEADER):
            _paint_header(painter, area, str(index.data()))
        else:
            area.setHeight(CARD_HEIGHT)
            state = option.state
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            active = option.widget.hasFocus() or option.widget.searching  # type: ignore[attr-defined]
            chosen = bool(state & QStyle.StateFlag.State_Selected) and active
            starred = bool(index.data(FAVOURITE))
            shown = index.data(KIND) is not None and (starred or hovered or chosen)
            paint_card(painter, area, str(index.data()), bar_color(index), hovered, chosen, shown)
            if shown:
                _paint_star(painter, star_area(option.rect, option.widget.viewport().width()), starred)  # type: ignore[attr-defined]
        painter.restore()


def _paint_header(painter: QPainter, area: QRectF, text: str) -> None:
    font = QFont(theme.body_font(10, bold=True))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.4)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().muted))
    painter.drawText(area.adjusted(1, 0, 0, -7), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)


def bar_color(index: Index) -> QColor:
    """The colour of the kind's family; blocks, which hold layers of all families, are grey."""
    worn, kind = theme.current(), index.data(KIND)
    return worn.category(kind.category) if kind is not None else QColor(worn.muted)


def paint_card(
    painter: QPainter,
    area: QRectF,
    text: str,
    color: QColor,
    hovered: bool = False,
    chosen: bool = False,
    starred: bool = False,
) -> None:
    """One card; a 4-pixel bar stands at its left edge, and a star at the right one needs room."""
    worn = theme.current()
    frame = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(worn.accent if chosen else worn.hairline), 1.0))
    painter.setBrush(QColor(worn.hover if hovered or chosen else worn.node))
    painter.drawRoundedRect(frame, RADIUS, RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(area.left(), area.top(), BAR, area.height()), BAR / 2, BAR / 2)
    font = theme.body_font()
    painter.setFont(font)
    painter.setPen(QColor(worn.text))
    inner = area.adjusted(TEXT_LEFT, 0, -STAR_WIDTH if starred else -8, 0)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def star_area(row: QRect, viewport_width: int) -> QRectF:
    """Where a click marks the card of this row as a favourite."""
    return QRectF(viewport_width - RIGHT_MARGIN - STAR_WIDTH, row.top(), STAR_WIDTH, CARD_HEIGHT)


def _paint_star(painter: QPainter, area: QRectF, filled: bool) -> None:
    worn = theme.current()
    color = QColor(worn.accent if filled else worn.muted)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
    radii = (STAR_RADIUS, 0.42 * STAR_RADIUS)
    turns = [math.pi * (point / 5 - 0.5) for point in range(10)]
    corners = [QPointF(math.cos(t), math.sin(t)) * radii[k % 2] for k, t in enumerate(turns)]
    painter.drawPolygon(QPolygonF([area.center() + corner for corner in corners]))


def card_pixmap(text: str, color: QColor, ratio: float) -> QPixmap:
    """A block's card as it hangs at the pointer in a drag."""
    width = QFontMetrics(theme.body_font()).horizontalAdvance(text) + TEXT_LEFT + 28
    pixmap = QPixmap(round(width * ratio), round(CARD_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_card(painter, QRectF(0, 0, width, CARD_HEIGHT), text, color, chosen=True)
    painter.end()
    return pixmap


def chip_pixmap(color: QColor, ratio: float) -> QPixmap:
    """What hangs at the pointer while a layer is dragged: a chip of its family's colour."""
    pixmap = QPixmap(round(CHIP * ratio), round(CHIP * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.current().panel), 1.0))
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(0.5, 0.5, CHIP - 1, CHIP - 1), 3, 3)
    painter.end()
    return pixmap


def explanation(kind: type[Layer], ratio: float) -> str:
    """What the tooltip says, in rich text: the summary, the formula and what its letters mean."""
    summary = escape(words(kind.summary))
    pictures = "<br>".join(_formula_picture(line, ratio) for line in formula_lines(kind.formula))
    meanings = legend_text(legend(kind.formula, kind.symbols))
    rows = "".join(f"<tr><td>{part}</td></tr>" for part in (summary, pictures, meanings) if part)
    return f'<table width="{TOOLTIP_WIDTH}">{rows}</table>'


def _formula_picture(latex: str, ratio: float) -> str:
    renderer = QSvgRenderer(QByteArray(formula_svg(latex, theme.current().on_tooltip)))
    size = renderer.defaultSize()
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    encoded = b64encode(buffer.data().data()).decode()
    return f'<img src="data:image/png;base64,{encoded}" width="{size.width()}" height="{size.height()}">'
