"""Drawing a wire from port to port, in either direction, or onto empty canvas for a layer that is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtWidgets import QApplication

from engine.adapters import Fit, fit, fit_at
from engine.errors import Message
from engine.graph import Edge, Graph
from engine.inference import Inference
from engine.layers import Layer
from engine.problems import Severity
from gui import names
from gui.canvas.commands import choosing, operations
from gui.canvas.geometry import GRID, Port
from gui.canvas.gestures import offers
from gui.canvas.gestures.basic import Gesture, Pointer
from gui.canvas.gestures.overlay_items import PreviewWire
from gui.canvas.look import Offer
from gui.canvas.scene import NetworkScene

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def offer_from(network: NetworkScene, origin: Port, graph: Graph, inference: Inference) -> Offer:
    """Where a wire from this port may end in the graph, as it is or through an adapter."""
    wires: dict[Port, Edge] = {}
    if origin.number is None:
        for node in offers.targets(graph, origin.node):
            taken = {edge.port for edge in graph.incoming(node)}
            free = [number for number in network.nodes[node].ports if number not in taken]
            wires |= {Port(node, number): Edge(origin.node, node, number) for number in free}
    else:
        for node in offers.sources(graph, origin.node, origin.number):
            wires[Port(node, None)] = Edge(node, origin.node, origin.number)
    fits = {port: fit_at(graph, inference.shapes, edge) for port, edge in wires.items()}
    plain = frozenset(port for port, found in fits.items() if found.reason is None)
    adapted = frozenset(port for port, found in fits.items() if found.needs_adapter)
    return Offer(origin, plain, frozenset(port.node for port in plain | adapted), adapted)


class Connect(Gesture):
    """Shows while it lasts where the wire may end, and at the cursor why not or through which layer."""

    def __init__(self, view: NetworkView, pointer: Pointer, origin: Port, without: Edge | None = None) -> None:
        self._view = view
        self._network = view.network
        self._origin = origin
        self._press = pointer
        self._graph, self._inference = offers.graph_without(view.document, without)
        self._edge: Edge | None = None
        self._fit = Fit()
        self._preview = PreviewWire(self._network)
        self._network.offer_ports(offer_from(self._network, origin, self._graph, self._inference))
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        edge = self._edge_to(pointer.point)
        if edge != self._edge:
            self._edge = edge
            self._fit = self._judge(edge) if edge is not None else Fit()
        refused = self._fit.refusal is not None
        fits = edge is not None and not refused
        end = self._landing() if fits else pointer.point
        origin = self._network.port_at(self._origin)
        inks = self._network.look.inks
        color = inks.marks[Severity.ERROR] if refused else inks.accent if fits else inks.muted
        start, end = (origin, end) if self._origin.is_output else (end, origin)
        self._preview.show_between(start, end, color, dashed=not fits or self._adapter(pointer) is not None)
        self._view.note.show_at(pointer.pixel, self._told(pointer))

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        edge, reason, adapter = self._edge, self._fit.refusal, self._adapter(pointer)
        self._clear()
        if edge is None:
            self._drop_beside(pointer)
        elif reason := reason or self._connect(edge, adapter):
            self._view.note.linger_at(pointer.pixel, names.told(reason, self._graph))

    def cancel(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._network.removeItem(self._preview)
        self._network.offer_ports(None)
        self._view.note.hide()

    # What a drop does

    def _connect(self, edge: Edge, adapter: Layer | None) -> Message | None:
        return operations.connect(self._view.document, edge, adapter)

    def _drop_beside(self, pointer: Pointer) -> None:
        """On empty canvas, let the layer be chosen that the wire leads to; it stays to be seen meanwhile."""
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= 2 * QApplication.startDragDistance()
        if not far or self._network.covers(pointer.point, margin=GRID):
            return
        place = choosing.drop_point(self._origin, pointer.point, self._view.document.project.direction)
        chooser = choosing.add_from(self._view, self._origin, place, pointer.pixel, only_fitting=True)
        self._network.addItem(self._preview)
        network, preview = self._network, self._preview
        chooser.closed.connect(lambda: network.removeItem(preview))

    # What is known of the place under the mouse

    def _judge(self, edge: Edge) -> Fit:
        if reason := self._graph.refusal(edge):
            return Fit(reason)
        return fit(self._graph, self._inference.shapes, edge, self._view.document.project.data_shape)

    def _adapter(self, pointer: Pointer) -> Layer | None:
        """The layer that a drop here would put between: the one that is needed, or with Shift the one that helps."""
        asked = bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
        return self._fit.adapter if self._fit.needs_adapter or asked else None

    def _told(self, pointer: Pointer) -> str:
        found, told = self._fit, []
        if found.reason is not None:
            told.append(names.told(found.reason, self._graph))
        elif found.later is not None:
            template = QCoreApplication.translate("Canvas", "It fits here, but not what follows: {reason}")
            told.append(template.format(reason=names.told(found.later, self._graph)))
        if found.adapter is not None:
            template = (
                QCoreApplication.translate("Canvas", "Drops with {layer} between.")
                if self._adapter(pointer) is not None
                else QCoreApplication.translate("Canvas", "Hold Shift to drop with {layer} between.")
            )
            told.append(template.format(layer=choosing.layer_text(found.adapter)))
        return "\n".join(told)

    def _edge_to(self, point: QPointF) -> Edge | None:
        """The wire that a drop here would make; None over empty canvas and over the port it comes from."""
        port = self._network.port_near(point) or self._network.landing_at(point, inwards=self._origin.is_output)
        node = port.node if port is not None else self._network.node_at(point, margin=GRID)
        if node is None or port == self._origin or (node == self._origin.node and port is None):
            return None
        if self._origin.number is not None:
            return Edge(node, self._origin.node, self._origin.number)
        number = port.number if port is not None else None
        landing = offers.landing_port(self._graph, node) if number is None else number
        return Edge(self._origin.node, node, landing)

    def _landing(self) -> QPointF:
        assert self._edge is not None
        if self._origin.is_output:
            return self._network.port_at(Port(self._edge.target, self._edge.port))
        return self._network.port_at(Port(self._edge.source, None))
