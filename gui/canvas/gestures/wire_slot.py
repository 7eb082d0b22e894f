"""The wire into which a layer would fall: lit while the layer hovers over it, or told why it cannot take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from engine.adapters import fit_alone
from engine.graph import Edge
from engine.layers import Layer
from gui.i18n import sentence

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

WIRE_REACH = 18.0


class WireSlot:
    """`edge` is the wire that a drop would open, if there is one. A layer that lies there already has a `node_id`."""

    def __init__(self, view: NetworkView, layer: Layer, node_id: str | None = None) -> None:
        self._view = view
        self._layer = layer
        self._node = node_id
        self.edge: Edge | None = None

    def look(self, point: QPointF) -> None:
        """Find the wire under a point of the scene."""
        edge = self._edge_at(point)
        shape = self._view.document.inference.edge_shape(edge) if edge is not None else None
        reason = fit_alone(self._layer, shape).reason
        self.edge = edge if reason is None else None
        self._view.network.wires.emphasize(self.edge)
        self._view.note.show_at(self._view.mapFromScene(point), sentence(reason) if reason is not None else "")

    def clear(self) -> None:
        """Show nothing any more."""
        self.edge = None
        self._view.network.wires.emphasize(None)
        self._view.note.hide()

    def _edge_at(self, point: QPointF) -> Edge | None:
        network = self._view.network
        stands_between = self._layer.has_output and self._layer.accepts_port(0)
        if not stands_between or network.covers(point, beside=self._node):
            return None
        return network.wires.edge_at(point, self._view.scale_factor, WIRE_REACH)
