"""Drawing a wire from port to port, in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from engine.errors import Message
from engine.graph import Edge
from engine.inference import Severity
from gui.canvas import offers, operations
from gui.canvas.geometry import GRID, Port
from gui.canvas.gestures import Gesture, Pointer
from gui.canvas.look import Offer
from gui.canvas.overlay_items import PreviewWire
from gui.canvas.scene import NetworkScene
from gui.i18n import sentence

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def offer_from(network: NetworkScene, origin: Port) -> Offer:
    """Where a wire from this port may end."""
    graph = network.document.graph
    if origin.number is None:
        found = offers.targets(graph, origin.node)
        ports = {
            Port(node, port)
            for node in found
            for port in network.nodes[node].ports
            if port not in network.nodes[node].wired
        }
        return Offer(origin, frozenset(ports), frozenset(found))
    sources = offers.sources(graph, origin.node, origin.number)
    return Offer(origin, frozenset(Port(node, None) for node in sources), frozenset(sources))


class Connect(Gesture):
    """Shows while it lasts where the wire may end, and at the cursor why not."""

    def __init__(self, view: NetworkView, pointer: Pointer, origin: Port) -> None:
        self._view = view
        self._network = view.network
        self._origin = origin
        self._edge: Edge | None = None
        self._preview = PreviewWire(self._network)
        self._network.offer_ports(offer_from(self._network, origin))
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        self._edge = self._edge_to(pointer.point)
        reason = self._reason()
        fits = self._edge is not None and reason is None
        end = self._landing() if fits else pointer.point
        origin = self._network.port_at(self._origin)
        inks = self._network.look.inks
        color = inks.accent if fits else inks.muted if reason is None else inks.marks[Severity.ERROR]
        start, end = (origin, end) if self._origin.is_output else (end, origin)
        self._preview.show_between(start, end, color, dashed=not fits)
        self._view.note.show_at(pointer.pixel, sentence(reason) if reason else "")

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        edge = self._edge
        self._clear()
        if edge is not None and (reason := operations.connect(self._view.document, edge)):
            self._view.note.linger_at(pointer.pixel, sentence(reason))

    def cancel(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._network.removeItem(self._preview)
        self._network.offer_ports(None)
        self._view.note.hide()

    def _reason(self) -> Message | None:
        return self._view.document.graph.refusal(self._edge) if self._edge is not None else None

    def _edge_to(self, point: QPointF) -> Edge | None:
        """The wire that a drop here would make; None over empty canvas and over the port it comes from."""
        graph = self._view.document.graph
        port = self._network.port_near(point) or self._network.landing_at(point, inwards=self._origin.is_output)
        node = port.node if port is not None else self._network.node_at(point, margin=GRID)
        if node is None or port == self._origin or (node == self._origin.node and port is None):
            return None
        if self._origin.number is not None:
            return Edge(node, self._origin.node, self._origin.number)
        number = port.number if port is not None else None
        return Edge(self._origin.node, node, offers.landing_port(graph, node) if number is None else number)

    def _landing(self) -> QPointF:
        assert self._edge is not None
        if self._origin.is_output:
            return self._network.port_at(Port(self._edge.target, self._edge.port))
        return self._network.port_at(Port(self._edge.source, None))
