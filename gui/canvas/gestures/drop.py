"""What is dragged onto the canvas: a layer from the palette, a file, or something that has no place here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from engine.layers import Layer
from gui.canvas.commands import operations
from gui.canvas.geometry import snapped
from gui.canvas.gestures.overlay_items import GhostCard
from gui.canvas.gestures.wire_slot import WireSlot
from gui.mime import BLOCK_MIME, LAYER_MIME, dragged_file, refusal

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


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
    """Lives from entering the canvas to the drop or to leaving: a ghost follows, and a wire under it opens for it."""

    def __init__(self, view: NetworkView, layer: Layer) -> None:
        self._view = view
        self._layer = layer
        self._ghost = GhostCard(view.network, layer)
        self._slot = WireSlot(view, layer)

    def move(self, point: QPointF) -> None:
        """Show where a drop would put the layer."""
        self._ghost.setPos(*snapped(point))
        self._slot.look(point)
        self._view.network.invite(self._view.network.group_at(point) if self._slot.edge is None else "")

    def drop(self, point: QPointF) -> str | None:
        """Add the layer here, or insert it into the wire below."""
        self.move(point)
        edge, document = self._slot.edge, self._view.document
        self.cancel()
        if edge is not None:
            made = operations.insert_layer(document, edge, self._layer, snapped(point))
        else:
            made = operations.add_layer(document, self._layer, snapped(point), self._view.network.group_at(point))
        self._view.show_made(self._layer, made)
        return made

    def cancel(self) -> None:
        """Take the ghost away."""
        self._slot.clear()
        self._view.network.invite("")
        self._view.network.removeItem(self._ghost)


# The canvas hands its events on to these


def enter(view: NetworkView, event: QDragEnterEvent) -> None:
    """Take what has a place here, and say of the rest why it has none."""
    mime, pixel = event.mimeData(), event.position().toPoint()
    layer = dragged_layer(mime)
    if layer is None and dragged_block(mime) is None and dragged_file(mime) is None:
        view.note.linger_at(pixel, refusal(mime))
        event.ignore()
        return
    leave(view)
    if layer is not None:
        view.drag = LayerDrag(view, layer)
        view.drag.move(view.mapToScene(pixel))
    event.acceptProposedAction()


def move(view: NetworkView, event: QDragMoveEvent) -> None:
    """Let the ghost follow."""
    if view.drag is not None:
        view.drag.move(view.mapToScene(event.position().toPoint()))
    event.acceptProposedAction()


def leave(view: NetworkView) -> None:
    """The drag is over, or elsewhere."""
    drag, view.drag = view.drag, None
    if drag is not None:
        drag.cancel()


def drop(view: NetworkView, event: QDropEvent) -> None:
    """Add the layer, or ask for the block or the file."""
    point = view.mapToScene(event.position().toPoint())
    drag, view.drag = view.drag, None
    dropped = None
    if drag is not None:
        dropped = drag.drop(point)
    elif (block := dragged_block(event.mimeData())) is not None:
        view.block_dropped.emit(block, point)
    elif (file := dragged_file(event.mimeData())) is not None:
        view.file_dropped.emit(file)
    else:
        event.ignore()
        return
    event.acceptProposedAction()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    if dropped is not None:
        view.layer_taken.emit()
