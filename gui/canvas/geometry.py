"""Measures of the drawing, in scene units: one unit is one pixel at 100 %."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

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


@dataclass(frozen=True)
class Port:
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


def card_rect(ports: int = 1, width: float = CARD_WIDTH) -> QRectF:
    """A card around its centre, tall enough for so many ports at one side."""
    height = max(CARD_HEIGHT, ports * PORT_PITCH + 2 * GRID)
    return QRectF(-width / 2, -height / 2, width, height)


def port_height(index: int, count: int) -> float:
    """Where the port stands that is shown as number `index` of `count`, from the card's middle."""
    return (index - (count - 1) / 2) * PORT_PITCH


def bend(dx: float) -> float:
    """How far a wire leaves its port level before it turns, for a horizontal distance."""
    return max(dx / 2, 28.0) if dx >= 0 else min(max(-dx / 2, 56.0), 180.0)


def wire_path(x0: float, y0: float, x1: float, y1: float) -> QPainterPath:
    """The curve from an output port to an input port."""
    path = QPainterPath(QPointF(x0, y0))
    reach = bend(x1 - x0)
    path.cubicTo(x0 + reach, y0, x1 - reach, y1, x1, y1)
    return path
