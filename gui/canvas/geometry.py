"""Measures of the drawing, in scene units: one unit is one pixel at 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from engine.direction import Direction

EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)
"""The bounds of an item that paints what lies anywhere."""

GRID = 8
"""Cards come to rest on multiples of this."""

DOTS = 3 * GRID
"""The distance between two dots of the background."""

CARD_WIDTH = 144.0
CARD_HEIGHT = 72.0
CARD_RADIUS = 8.0
PORT_PITCH = 18.0
PORT_RADIUS = 4.0
PORT_REACH = 11.0
"""How far from a port's middle a press still means the port."""

CARD_MARGIN = 10.0
"""What is drawn around a card: ports, focus ring and half an outline."""

LABEL_WIDTH = 120.0
LABEL_RISE = 14.0
"""How far the middle of a shape's label stands above its wire."""


class Port(NamedTuple):
    """One end for wires at a node: a numbered input, or the output where the number is None."""

    node: str
    number: int | None

    @property
    def is_output(self) -> bool:
        return self.number is None


def snap(value: float) -> float:
    """The nearest place on the grid."""
    return float(round(value / GRID) * GRID)


def snapped(point: QPointF) -> tuple[float, float]:
    """The nearest place on the grid, as nodes hold it."""
    return snap(point.x()), snap(point.y())


def card_rect(
    ports: int = 1, direction: Direction = Direction.RIGHT, width: float = CARD_WIDTH, least: float = CARD_HEIGHT
) -> QRectF:
    """A card around its centre, at least so wide and so high, with room for its ports on the sides of the wires."""
    height, room = least, ports * PORT_PITCH + 2 * GRID
    if direction is Direction.RIGHT:
        height = max(height, room)
    else:
        width = max(width, room)
    return QRectF(-width / 2, -height / 2, width, height)


def input_places(card: QRectF, count: int, direction: Direction = Direction.RIGHT) -> list[QPointF]:
    """Where so many input ports stand on a card around its centre."""
    start, _ = direction.turned(card.left(), card.top())
    return _side_by_side(start, count, direction)


def output_places(card: QRectF, count: int, direction: Direction = Direction.RIGHT) -> list[QPointF]:
    """Where so many output ports stand on a card around its centre."""
    end, _ = direction.turned(card.right(), card.bottom())
    return _side_by_side(end, count, direction)


def _side_by_side(along: float, count: int, direction: Direction) -> list[QPointF]:
    across = ((index - (count - 1) / 2) * PORT_PITCH for index in range(count))
    return [QPointF(*direction.turned(along, place)) for place in across]


def bend(along: float, least: float = 28.0) -> float:
    """How far a wire leaves its port level before it turns, for a distance along the drawing."""
    return max(along / 2, least) if along >= 0 else min(max(-along / 2, 56.0), 180.0)


def wire_path(x0: float, y0: float, x1: float, y1: float, direction: Direction = Direction.RIGHT) -> QPainterPath:
    """The curve from an output port to an input port."""
    return route_path([direction.turned(x0, y0), direction.turned(x1, y1)], direction)


def route_path(stations: Sequence[tuple[float, float]], direction: Direction = Direction.RIGHT) -> QPainterPath:
    """A curve that runs along the drawing at each of these places, which are along and across it."""
    path = QPainterPath(QPointF(*direction.turned(*stations[0])))
    for (x0, y0), (x1, y1) in pairwise(stations):
        if y0 == y1 and x0 <= x1:
            path.lineTo(*direction.turned(x1, y1))  # painted faster than a curve
            continue
        reach = bend(x1 - x0, 28.0 if len(stations) == 2 else 0.0)
        handles = ((x0 + reach, y0), (x1 - reach, y1), (x1, y1))
        path.cubicTo(*(QPointF(*direction.turned(*each)) for each in handles))
    return path
