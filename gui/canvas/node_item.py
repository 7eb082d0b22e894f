"""The item of one node: asks the document by id what to show, and keeps only how it was laid out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.alignment import Box
from engine.graph import Edge, Node
from gui.canvas import card_text
from gui.canvas.card import FAR, Card, CardState, paint_port
from gui.canvas.geometry import CARD_MARGIN, PORT_REACH, Port, input_places, output_place
from gui.canvas.look import Look
from gui.canvas.opened_card import OpenedCard

Floats = NDArray[np.float64]

NODE_LAYER = 1.0


class NodeItem(QGraphicsItem):
    """The card of the node `node_id`."""

    def __init__(self, look: Look, node_id: str) -> None:
        super().__init__()
        self.node_id = node_id
        self._look = look
        self._state = CardState()
        self.setZValue(NODE_LAYER)
        self.refresh()

    def refresh(self) -> None:
        """Read the layer, the place and the wires anew."""
        node = self._look.document.graph[self.node_id]
        self.ports = self._read_ports()
        self.prepareGeometryChange()
        self.card = self._make_card(node)
        self._bounds = self.card.rect.adjusted(-CARD_MARGIN, -CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)
        self.setPos(*node.position)
        self.refresh_problems()
        self.update()

    def _make_card(self, node: Node) -> Card:
        """The card, or the frame of an opened layer."""
        picture = self._look.pictures.get(self.node_id)
        self._parameters = self._look.document.inference.parameters.get(self.node_id)
        note = card_text.parameters(self._parameters)
        if picture is not None:
            return OpenedCard(
                node.layer, self.node_id, len(self.ports), self._look.direction, node.shares, note, picture
            )
        return Card(node.layer, self.node_id, len(self.ports), self._look.direction, node.shares, note)

    def refresh_parameters(self) -> None:
        """Read anew how many there are."""
        if self._parameters != self._look.document.inference.parameters.get(self.node_id):
            self.refresh()

    def refresh_ports(self) -> None:
        """Read anew which ports have wires; a card that takes any number grows by a port."""
        if self._read_ports() == self.ports:
            self.update()
        else:
            self.refresh()

    def _read_ports(self) -> tuple[int, ...]:
        graph = self._look.document.graph
        self.wired = frozenset(edge.port for edge in graph.incoming(self.node_id))
        self.leaving = bool(graph.outgoing(self.node_id))
        return _shown_ports(len(graph[self.node_id].layer.ports), graph.free_port(self.node_id), self.wired)

    def refresh_problems(self) -> None:
        """Read what is wrong here anew."""
        problems = self._look.problems_of(self.node_id)
        severities = (problem.severity for problem in problems)
        self.severity = min(severities, key=lambda severity: severity.rank, default=None)
        node = self._look.document.graph[self.node_id]
        self.setToolTip(card_text.tooltip(self.node_id, node.layer, problems, node.shares))
        self.refresh_state()

    def refresh_state(self) -> None:
        """Read anew whether the card is selected, focused or dimmed."""
        look = self._look
        state = CardState(
            selected=self.node_id in look.document.selection.nodes,
            focused=self.node_id == look.focused_node,
            severity=self.severity,
            found=look.found is not None and self.node_id in look.found,
            faded=look.is_faded(self.node_id),
        )
        if state != self._state:
            self._state = state
            self.update()

    @property
    def state(self) -> CardState:
        """How the card is shown now."""
        return self._state

    @property
    def box(self) -> Box:
        """The card's outline in the scene."""
        rect = self.card.rect.translated(self.pos())
        return rect.left(), rect.top(), rect.right(), rect.bottom()

    # Ports, in scene coordinates

    def output_at(self) -> QPointF:
        """Where wires leave."""
        return self.pos() + (self.card.output or output_place(self.card.rect, self._look.direction))

    def input_at(self, port: int) -> QPointF:
        """Where a wire enters; a port that is not shown has its place at the last one."""
        places = self.card.inputs or input_places(self.card.rect, 1, self._look.direction)
        return self.pos() + places[self.ports.index(port) if port in self.ports else -1]

    def port_near(self, point: QPointF) -> Port | None:
        """The port within reach of a point."""
        ends = [Port(self.node_id, port) for port in self.ports]
        if self.card.output is not None:
            ends.append(Port(self.node_id, None))
        if not ends:
            return None
        reach, nearest = min(((self.port_at(end) - point).manhattanLength(), k) for k, end in enumerate(ends))
        return ends[nearest] if reach <= PORT_REACH else None

    def port_at(self, port: Port) -> QPointF:
        """Where a port of this node stands."""
        return self.output_at() if port.number is None else self.input_at(port.number)

    # Qt

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks = self._look.inks
        scale = painter.worldTransform().m11()
        self.card.paint(painter, inks, self._state, scale)
        if scale >= FAR:
            self._paint_ports(painter)

    def _paint_ports(self, painter: QPainter) -> None:
        look, graph = self._look, self._look.document.graph
        ends = [(Port(self.node_id, number), at) for number, at in zip(self.ports, self.card.inputs, strict=True)]
        if self.card.output is not None:
            ends.append((Port(self.node_id, None), self.card.output))
        for port, at in ends:
            wires = graph.outgoing(self.node_id) if port.is_output else graph.incoming(self.node_id)
            lit, adapted = look.is_lit(port), look.wants_adapter(port)
            if lit or adapted or look.lined.isdisjoint(wires):
                wired = self.leaving if port.number is None else port.number in self.wired
                paint_port(painter, look.inks, at, wired, lit, adapted)


def wire_ends(nodes: Mapping[str, NodeItem], edge: Edge) -> tuple[float, float, float, float]:
    """Where a wire begins and ends among these cards."""
    start, end = nodes[edge.source].output_at(), nodes[edge.target].input_at(edge.port)
    return start.x(), start.y(), end.x(), end.y()


def end_cards(nodes: Mapping[str, NodeItem], edge: Edge) -> tuple[QRectF, QRectF]:
    """The cards that a wire joins."""
    start, end = nodes[edge.source], nodes[edge.target]
    return start.card.rect.translated(start.pos()), end.card.rect.translated(end.pos())


def card_rects(nodes: Mapping[str, NodeItem]) -> Floats:
    """All cards as an array (n, 4): left, top, right, bottom."""
    places = ((item.pos(), item.card.rect) for item in nodes.values())
    sides = [(x := at.x() + r.left(), y := at.y() + r.top(), x + r.width(), y + r.height()) for at, r in places]
    return np.array(sides, float).reshape(-1, 4)


def _shown_ports(declared: int, free: int | None, wired: frozenset[int]) -> tuple[int, ...]:
    """The declared inputs, those that are wired, and a free one where a layer takes any number."""
    shown = set(range(declared)) | wired
    if free is not None:
        shown.add(free)
    return tuple(sorted(shown))
