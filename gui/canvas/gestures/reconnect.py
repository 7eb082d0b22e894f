"""A wire taken by one of its ends, to be led elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from engine.errors import Message
from engine.graph import Edge
from engine.layers import Layer
from gui.canvas.commands import operations
from gui.canvas.geometry import Port
from gui.canvas.gestures.basic import Pointer, PressWire
from gui.canvas.gestures.connect import Connect

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

GRIP_REACH = 28.0
"""How far from its end a wire can be taken by it, in pixels; never more than a third of its length."""


@dataclass(frozen=True)
class Grip:
    """One end of a wire."""

    edge: Edge
    at_target: bool

    @property
    def fixed(self) -> Port:
        """The port at the other end, which stays."""
        return Port(self.edge.source, None) if self.at_target else Port(self.edge.target, self.edge.port)


def grip_at(view: NetworkView, point: QPointF) -> Grip | None:
    """The end of a wire that a press here would take: at an input with a wire, or on a wire near its end."""
    network, graph = view.network, view.document.graph
    if (port := network.port_near(point)) is not None:
        wires = filter(view.document.shows, graph.incoming(port.node)) if port.number is not None else ()
        return next((Grip(edge, True) for edge in wires if edge.port == port.number), None)
    edge = network.wires.edge_at(point, view.scale_factor) if not network.covers(point) else None
    if edge is None:
        return None
    start, end = (network.port_at(port) for port in (Port(edge.source, None), Port(edge.target, edge.port)))
    reach = min(GRIP_REACH / view.scale_factor, _length(end - start) / 3)
    if _length(end - point) <= reach:
        return Grip(edge, True)
    return Grip(edge, False) if _length(start - point) <= reach else None


class PressGrip(PressWire):
    """A press on the end of a wire: a click selects the wire, a drag leads the end elsewhere."""

    def __init__(self, view: NetworkView, pointer: Pointer, grip: Grip) -> None:
        super().__init__(view, pointer, grip.edge)
        self._view = view
        self._press = pointer
        self._grip = grip
        self._leading: Reconnect | None = None

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        if self._leading is None and far:
            self._leading = Reconnect(self._view, pointer, self._grip)
        if self._leading is not None:
            self._leading.move(pointer)

    def finish(self, pointer: Pointer) -> None:
        if self._leading is not None:
            self._leading.finish(pointer)

    def cancel(self) -> None:
        if self._leading is not None:
            self._leading.cancel()


class Reconnect(Connect):
    """Like drawing a wire from the end that stays; on empty canvas the wire goes back to where it was."""

    def __init__(self, view: NetworkView, pointer: Pointer, grip: Grip) -> None:
        self._before = grip.edge
        super().__init__(view, pointer, grip.fixed, without=grip.edge)
        view.network.wires.lift(grip.edge)

    def _clear(self) -> None:
        super()._clear()
        self._network.wires.lift(None)

    def _connect(self, edge: Edge, adapter: Layer | None) -> Message | None:
        if edge == self._before:
            return None
        return operations.reconnect(self._view.document, self._before, edge, adapter)

    def _drop_beside(self, pointer: Pointer) -> None:
        """Nothing changes."""


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
