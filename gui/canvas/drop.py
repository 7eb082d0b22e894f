"""A layer dragged in from the palette: its ghost follows the mouse, and a wire under it opens for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF

from engine.graph import Edge
from engine.layers import Layer
from gui.canvas import operations
from gui.canvas.geometry import snapped
from gui.canvas.overlay_items import GhostCard
from gui.mime import BLOCK_MIME, LAYER_MIME

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

WIRE_REACH = 18.0


def dragged_layer(mime: QMimeData) -> Layer | None:
    """The layer that a drag carries, or None where it is of another kind."""
    if not mime.hasFormat(LAYER_MIME):
        return None
    name = bytes(mime.data(LAYER_MIME).data()).decode("utf-8", errors="replace")
    kind = Layer.kinds().get(name)
    return kind() if kind is not None else None


def dragged_block(mime: QMimeData) -> str | None:
    """The name of the block that a drag carries, or None where it is of another kind."""
    if not mime.hasFormat(BLOCK_MIME):
        return None
    return bytes(mime.data(BLOCK_MIME).data()).decode("utf-8", errors="replace")


class LayerDrag:
    """Lives from entering the canvas to the drop or to leaving."""

    def __init__(self, view: NetworkView, layer: Layer) -> None:
        self._view = view
        self._layer = layer
        self._ghost = GhostCard(view.network, layer)
        self._edge: Edge | None = None

    def move(self, point: QPointF) -> None:
        """Show where a drop would put the layer."""
        network = self._view.network
        self._ghost.setPos(*snapped(point))
        fits_between = self._layer.has_output and self._layer.accepts_port(0)
        over_card = network.node_at(point) is not None or network.surroundings.group_card_at(point) is not None
        self._edge = (
            network.wires.edge_at(point, self._view.scale_factor, WIRE_REACH)
            if fits_between and not over_card
            else None
        )
        network.wires.emphasize(self._edge)

    def drop(self, point: QPointF) -> str | None:
        """Add the layer here, or insert it into the wire below."""
        self.move(point)
        edge = self._edge
        self.cancel()
        if edge is not None:
            return operations.insert_layer(self._view.document, edge, self._layer, snapped(point))
        document = self._view.document
        return operations.add_layer(document, self._layer, operations.free_place(document.graph, point))

    def cancel(self) -> None:
        """Take the ghost away."""
        self._view.network.wires.emphasize(None)
        self._view.network.removeItem(self._ghost)
