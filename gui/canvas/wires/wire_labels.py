"""The shapes on the wires: small quiet pills at their middles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

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
ALONG = (0.36, 0.64, 0.24, 0.76)
"""Shares of a wire at which its label may lie where another is in its way."""
CLEAR = 4.0
"""From a label to another, or to the outline of a group."""


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
        fans: Iterable[Sequence[int]],
        shape_of: Callable[[Edge], Shape | None],
        cards_of: Callable[[Edge], tuple[QRectF, QRectF]],
        outlines: Sequence[QRectF] = (),
    ) -> None:
        """Paint the label of every wire whose shape is known, where it does not touch the cards at its ends.

        One through which the outline of a group would run stands beside that. Of the wires of a fan, which end at one
        card, no label lies on another.
        """
        painter.setFont(self._font)
        for fan in fans:
            for row, place in self.places(geometry, fan, shape_of, cards_of, outlines).items():
                if (shape := shape_of(geometry.edges[row])) is None:
                    continue
                text, _ = self._label(shape)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(inks.pill)
                painter.drawRoundedRect(place, HEIGHT / 2, HEIGHT / 2)
                painter.setPen(inks.muted)
                corner = QPointF(text.size().width() / 2, text.size().height() / 2)
                painter.drawStaticText(place.center() - corner, text)

    def places(
        self,
        geometry: WireGeometry,
        fan: Sequence[int],
        shape_of: Callable[[Edge], Shape | None],
        cards_of: Callable[[Edge], tuple[QRectF, QRectF]],
        outlines: Sequence[QRectF] = (),
    ) -> dict[int, QRectF]:
        """Where the labels of a fan lie by row: one that would lie on another goes along its wire.

        Where that helps not, or where one says it for two of the same layer, it is left out.
        """
        found: dict[int, QRectF] = {}
        for row in fan:
            edge = geometry.edges[row]
            if (shape := shape_of(edge)) is None:
                continue
            _, pill = self._label(shape)
            for middle in _middles(geometry, row, pill):
                place = pill.translated(middle)
                for outline in outlines:
                    place = _off_border(place, outline, geometry.direction)
                around = place.adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)
                covered = [other for other, there in found.items() if there.intersects(around)]
                blocked = any(place.intersects(card) for card in cards_of(edge))
                if not (covered or blocked):
                    found[row] = place
                if not covered or any(geometry.edges[other].source == edge.source for other in covered):
                    break
        return found

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


def _middles(geometry: WireGeometry, row: int, pill: QRectF) -> Iterator[QPointF]:
    """Where a label may have its middle: where it is read best, or further along on the wire."""
    yield geometry.label_place(row, pill.size())
    yield from (geometry.path(row).pointAtPercent(share) for share in ALONG)


def _off_border(place: QRectF, outline: QRectF, direction: Direction) -> QRectF:
    """The place moved along the drawing, where the line around a group would run through it, as little as needed."""
    begin, end = (direction.turned(*corner.toTuple())[0] for corner in (place.topLeft(), place.bottomRight()))
    ways = []
    for corner in (outline.topLeft(), outline.bottomRight()):
        line, _ = direction.turned(*corner.toTuple())
        if begin - CLEAR < line < end + CLEAR and place.intersects(outline):
            ways += [line + CLEAR - begin, line - CLEAR - end]
    return place.translated(*direction.turned(min(ways, key=abs), 0.0)) if ways else place
