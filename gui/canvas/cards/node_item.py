"""The item of one node: asks the document by id what to show, and keeps only how it was laid out.

It paints nothing itself: `CardsItem` does so for all, and this one tells Qt where a card has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem

from engine.graph import Edge, Node
from gui import names
from gui.canvas.cards import card_text
from gui.canvas.cards.card import FAR, Card, paint_port
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.opened_card import OpenedCard
from gui.canvas.cards.plain_ports import PlainPorts
from gui.canvas.geometry import CARD_MARGIN, PORT_REACH, Port, input_places, output_places
from gui.canvas.look import Look

Floats = NDArray[np.float64]

NODE_LAYER = 1.0


class NodeItem(QGraphicsRectItem):
    """The card of the node `node_id`; to Qt an empty rectangle, which it looks after without Python."""

    def __init__(self, look: Look, node_id: str) -> None:
        super().__init__()
        self.node_id = node_id
        self._look = look
        self._state = CardState()
        self.setPen(Qt.PenStyle.NoPen)
        self.setZValue(NODE_LAYER)
        self.refresh()

    def refresh(self) -> None:
        """Read the layer, the place and the wires anew."""
        node = self._look.document.graph[self.node_id]
        self.ports = self._read_ports()
        self.card = self._make_card(node)
        self._places = [
            (Port(self.node_id, number), at) for number, at in zip(self.ports, self.card.inputs, strict=True)
        ]
        self._places += [(Port(self.node_id, None), at) for at in self.card.outputs[:1]]
        self.setRect(self.card.rect.adjusted(-CARD_MARGIN, -CARD_MARGIN, CARD_MARGIN, CARD_MARGIN))
        self.setPos(*node.position)
        self.refresh_problems()
        self.update()

    def _make_card(self, node: Node) -> Card:
        """The card, or the frame of an opened layer."""
        picture = self._look.pictures.get(self.node_id)
        self._parameters = self._look.document.inference.parameters.get(self.node_id)
        note = card_text.parameters(self._parameters)
        ports, direction, owner = len(self.ports), self._look.direction, self._owner()
        if picture is not None:
            return OpenedCard(node, ports, direction, picture, owner=owner, note=note)
        return Card(node, ports, direction, owner=owner, note=note)

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
        self._plain_ports: PlainPorts | None = None
        graph = self._look.document.graph
        self.wired = frozenset(edge.port for edge in graph.incoming(self.node_id))
        self.leaving = bool(graph.outgoing(self.node_id))
        return _shown_ports(len(graph[self.node_id].layer.ports), graph.free_port(self.node_id), self.wired)

    def _owner(self) -> str:
        """What the layer is called whose weights this one uses; empty where it has its own."""
        graph = self._look.document.graph
        shares = graph[self.node_id].shares
        return names.name_of(graph, shares) if shares is not None else ""

    def refresh_problems(self) -> None:
        """Read what is wrong here anew."""
        look, graph = self._look, self._look.document.graph
        self.severity = look.severity_of((self.node_id,))
        problems = (names.told(problem.message, graph) for problem in look.problems_of(self.node_id))
        self.setToolTip(card_text.tooltip(graph[self.node_id], problems, self._owner()))
        self.refresh_state()

    def refresh_state(self) -> None:
        """Read anew whether the card is selected, focused or dimmed."""
        look = self._look
        state = CardState(
            selected=self.node_id in look.document.selection.nodes,
            focused=self.node_id == look.focused,
            severity=self.severity,
            found=look.is_found((self.node_id,)),
            faded=look.is_faded((self.node_id,)),
        )
        if state != self._state:
            self._state = state
            self.update()

    def setPos(self, *place: Any) -> None:
        """Stand there, near and from afar."""
        super().setPos(*place)
        self.afar = self.card.far.at(self.pos())

    @property
    def state(self) -> CardState:
        """How the card is shown now."""
        return self._state

    def place(self) -> QRectF:
        """Where the card lies in the scene."""
        return self.card.rect.translated(self.pos())

    # Ports, in scene coordinates

    def output_at(self) -> QPointF:
        """Where wires leave."""
        places = self.card.outputs or output_places(self.card.rect, 1, self._look.direction)
        return self.pos() + places[0]

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

    # Painting

    def draw(self, painter: QPainter, scale: float) -> None:
        """Paint the card and its ports around the origin."""
        self.card.paint(painter, self._look.inks, self._state, scale)
        if scale >= FAR:
            self._paint_ports(painter)

    def _paint_ports(self, painter: QPainter) -> None:
        """All at once, unless some are to look different from the others."""
        look = self._look
        if look.lined or look.points_at(self.node_id):
            for port, at in self._places:
                lit, adapted = look.is_lit(port), look.wants_adapter(port)
                if lit or adapted or not self._is_lined(port):
                    paint_port(painter, look.inks, at, self._is_wired(port), lit, adapted)
            return
        if self._plain_ports is None:
            self._plain_ports = PlainPorts((at, self._is_wired(port)) for port, at in self._places)
        self._plain_ports.paint(painter, look.inks)

    def _is_wired(self, port: Port) -> bool:
        return self.leaving if port.number is None else port.number in self.wired

    def _is_lined(self, port: Port) -> bool:
        """Whether the weights of one of its wires are drawn one by one, from neuron to neuron."""
        if not self._look.lined:
            return False
        graph = self._look.document.graph
        wires = graph.outgoing(self.node_id) if port.is_output else graph.incoming(self.node_id)
        return not self._look.lined.isdisjoint(wires)


class WireEnd(Protocol):
    """The card at which a wire ends: a layer's own, or that of a group around it."""

    def port_at(self, port: Port) -> QPointF: ...

    def place(self) -> QRectF: ...


def wire_ends(cards: Mapping[str, WireEnd], edge: Edge) -> tuple[float, float, float, float]:
    """Where a wire begins and ends among these cards, which are found by the ids of the layers that they show."""
    start = cards[edge.source].port_at(Port(edge.source, None))
    end = cards[edge.target].port_at(Port(edge.target, edge.port))
    return start.x(), start.y(), end.x(), end.y()


def end_cards(cards: Mapping[str, WireEnd], edge: Edge) -> tuple[QRectF, QRectF]:
    """The cards that a wire joins."""
    return cards[edge.source].place(), cards[edge.target].place()


def card_rects(cards: Mapping[str, WireEnd]) -> Floats:
    """The cards that are seen, each once, as an array (n, 4): left, top, right, bottom."""
    places = (card.place() for card in dict.fromkeys(cards.values()))
    return np.array([place.getCoords() for place in places], float).reshape(-1, 4)


def _shown_ports(declared: int, free: int | None, wired: frozenset[int]) -> tuple[int, ...]:
    """The declared inputs, those that are wired, and a free one where a layer takes any number."""
    shown = set(range(declared)) | wired
    if free is not None:
        shown.add(free)
    return tuple(sorted(shown))
