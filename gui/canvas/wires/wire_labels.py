"""The shapes on the wires: small quiet pills at their middles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText

from engine.direction import Direction
from engine.graph import Edge
from engine.layers import Shape, shape_text
from gui import theme
from gui.canvas.geometry import LABEL_WIDTH
from gui.canvas.inks import Inks
from gui.canvas.wires.wire_geometry import WireGeometry

PADDING = 7.0
HEIGHT = 17.0
CLEAR = 4.0
"""From a label to the outline of a group."""


class WireLabels:
    """Laid out once for each shape."""

    def __init__(self) -> None:
        self._font = theme.number_font(theme.NOTE_PIXELS - 1)
        self._laid_out: dict[Shape, tuple[QStaticText, QRectF]] = {}

    def paint(
        self,
        painter: QPainter,
        inks: Inks,
        geometry: WireGeometry,
        rows: Sequence[int],
        shape_of: Callable[[Edge], Shape | None],
        cards_of: Callable[[Edge], tuple[QRectF, QRectF]],
        outlines: Sequence[QRectF] = (),
    ) -> None:
        """Paint the label of every wire whose shape is known, where it does not touch the cards at its ends.

        One through which the outline of a group would run stands beside that.
        """
        painter.setFont(self._font)
        for row in rows:
            edge = geometry.edges[row]
            if (shape := shape_of(edge)) is None:
                continue
            text, pill = self._label(shape)
            middle = geometry.label_place(row, pill.size())
            place = pill.translated(middle)
            for outline in outlines:
                place = _off_border(place, outline, geometry.direction)
            middle = place.center()
            if any(place.intersects(card) for card in cards_of(edge)):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.pill)
            painter.drawRoundedRect(place, HEIGHT / 2, HEIGHT / 2)
            painter.setPen(inks.muted)
            painter.drawStaticText(middle - QPointF(text.size().width() / 2, text.size().height() / 2), text)

    def _label(self, shape: Shape) -> tuple[QStaticText, QRectF]:
        if shape not in self._laid_out:
            metrics = QFontMetricsF(self._font)
            room = LABEL_WIDTH - 2 * PADDING
            written = metrics.elidedText(shape_text(shape), Qt.TextElideMode.ElideMiddle, room)
            text = QStaticText(written)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
            width = max(metrics.horizontalAdvance(written) + 2 * PADDING, HEIGHT)
            self._laid_out[shape] = text, QRectF(-width / 2, -HEIGHT / 2, width, HEIGHT)
        return self._laid_out[shape]


def _off_border(place: QRectF, outline: QRectF, direction: Direction) -> QRectF:
    """The place moved along the drawing, where the line around a group would run through it, as little as needed."""
    begin, end = (direction.turned(*corner.toTuple())[0] for corner in (place.topLeft(), place.bottomRight()))
    ways = []
    for corner in (outline.topLeft(), outline.bottomRight()):
        line, _ = direction.turned(*corner.toTuple())
        if begin - CLEAR < line < end + CLEAR and place.intersects(outline):
            ways += [line + CLEAR - begin, line - CLEAR - end]
    return place.translated(*direction.turned(min(ways, key=abs), 0.0)) if ways else place
