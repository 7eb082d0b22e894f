"""Wires that cross the border of the group that people have entered: short ends with the names of what lies outside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui import names, theme
from gui.canvas.cards.node_item import WireEnd, card_rects
from gui.canvas.geometry import Port, route_path
from gui.canvas.look import Look

LENGTH = 32.0
"""From the port to the name."""
PADDING, HEIGHT, GAP, WIDEST = 8.0, 16.0, 2.0, 160.0
LEGIBLE = 0.5
"""Below this scale names cannot be read and are left out."""
STUB_LAYER = 0.5


@dataclass(frozen=True)
class Stub:
    """One wire's end: the port within, the layer outside, and where its name stands."""

    port: Port
    outside: str
    text: str
    place: QRectF
    path: QPainterPath


class StubsItem(QGraphicsItem):
    """Follows the document once it is told to `refresh`."""

    def __init__(self, look: Look, cards: Mapping[str, WireEnd]) -> None:
        super().__init__()
        self._look = look
        self._cards = cards
        self._obstacles = partial(card_rects, cards)
        self._bounds = QRectF()
        self.stubs: list[Stub] = []
        self.hovered: Stub | None = None
        self.setZValue(STUB_LAYER)

    def refresh(self) -> None:
        """Read anew which wires cross the border, and find places for the names."""
        crossing = self._crossing() if self._look.document.scope else []
        if not crossing and not self.stubs:
            return
        self.prepareGeometryChange()
        self.hovered = None
        self.stubs = []
        taken = [QRectF(left, top, right - left, bottom - top) for left, top, right, bottom in self._obstacles()]
        for port, outside in sorted(crossing, key=lambda each: self._at(each[0]).toTuple()):
            stub = self._make(port, outside, taken)
            taken.append(stub.place)
            self.stubs.append(stub)
        self._bounds = QRectF()
        for stub in self.stubs:
            self._bounds |= stub.place | stub.path.boundingRect()
        self.update()

    def _crossing(self) -> Iterable[tuple[Port, str]]:
        document = self._look.document
        shown = document.shown
        for edge in document.graph.edges():
            if edge.target in shown and edge.source not in shown:
                yield Port(edge.target, edge.port), edge.source
            elif edge.source in shown and edge.target not in shown:
                yield Port(edge.source, None), edge.target

    def _at(self, port: Port) -> QPointF:
        return self._cards[port.node].port_at(port)

    def _make(self, port: Port, outside: str, taken: list[QRectF]) -> Stub:
        """Straight out of the port, or aside where a card is in the way."""
        metrics = QFontMetricsF(theme.body_font(theme.NOTE_PIXELS))
        name = names.name_of(self._look.document.graph, outside)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, WIDEST)
        size = QSizeF(metrics.horizontalAdvance(text) + 2 * PADDING, HEIGHT)
        direction, at = self._look.direction, self._at(port)
        (along, across), (length, breadth) = direction.turned(*at.toTuple()), direction.turned(*size.toTuple())
        out = LENGTH if port.is_output else -LENGTH
        for number in count():
            aside = (number + 1) // 2 * (breadth + GAP) * (-1 if number % 2 else 1)
            middle = QPointF(
                *direction.turned(along + out + (length if port.is_output else -length) / 2, across + aside)
            )
            place = QRectF(middle - QPointF(size.width(), size.height()) / 2, size)
            if not any(place.adjusted(-1, -1, 1, 1).intersects(each) for each in taken):
                break
        ends = [(along, across), (along + out, across + aside)]
        return Stub(port, outside, text, place, route_path(ends if port.is_output else ends[::-1], direction))

    def at(self, point: QPointF) -> Stub | None:
        """The end whose name lies under a point."""
        return next((stub for stub in self.stubs if stub.place.contains(point)), None)

    def hover(self, point: QPointF | None) -> bool:
        """Light the name under the mouse; whether there is one."""
        hovered = self.at(point) if point is not None else None
        if hovered is not self.hovered:
            self.hovered = hovered
            self.update()
        return hovered is not None

    def outside_of(self, node_id: str) -> list[str]:
        """The layers outside that wires join with this one."""
        return list(dict.fromkeys(stub.outside for stub in self.stubs if stub.port.node == node_id))

    # Qt

    def boundingRect(self) -> QRectF:
        return self._bounds.adjusted(-1, -1, 1, 1) if self.stubs else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks, legible = self._look.inks, painter.worldTransform().m11() >= LEGIBLE
        painter.setFont(theme.body_font(theme.NOTE_PIXELS))
        for stub in self.stubs:
            lit = stub is self.hovered
            pen = QPen(inks.accent if lit else inks.quiet, 1.25)
            pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(stub.path)
            if not legible:
                continue
            painter.setPen(QPen(inks.accent, 1) if lit else Qt.PenStyle.NoPen)
            painter.setBrush(inks.pill)
            painter.drawRoundedRect(stub.place, HEIGHT / 2, HEIGHT / 2)
            painter.setPen(inks.accent if lit else inks.muted)
            painter.drawText(stub.place, Qt.AlignmentFlag.AlignCenter, stub.text)
