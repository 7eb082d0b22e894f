"""The ports of a card, none of which calls for attention: painted as two shapes instead of one by one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from gui.canvas.geometry import PORT_RADIUS
from gui.canvas.inks import PORT_LINE, Inks


class PlainPorts:
    """Those with a wire are filled in the colour of their outline, so one disc each is enough."""

    def __init__(self, ports: Iterable[tuple[QPointF, bool]]) -> None:
        self._wired, self._free = QPainterPath(), QPainterPath()
        for at, wired in ports:
            path, radius = (self._wired, PORT_RADIUS + PORT_LINE / 2) if wired else (self._free, PORT_RADIUS)
            path.addEllipse(at, radius, radius)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Paint around the card's origin; each looks as `paint_port` paints it."""
        painter.fillPath(self._wired, inks.port_pen.brush())
        if not self._free.isEmpty():
            painter.setPen(inks.port_pen)
            painter.setBrush(inks.node)
            painter.drawPath(self._free)
