"""What is dragged onto the canvas: a layer from the palette, a project's file, or something that has no place here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from engine.layers import Layer
from engine.project import SUFFIX
from gui.canvas import operations
from gui.canvas.geometry import snapped
from gui.canvas.overlay_items import GhostCard
from gui.canvas.wire_slot import WireSlot
from gui.mime import LAYER_MIME

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def dragged_layer(mime: QMimeData) -> Layer | None:
    """The layer that a drag carries, or None where it is of another kind."""
    if not mime.hasFormat(LAYER_MIME):
        return None
    name = bytes(mime.data(LAYER_MIME).data()).decode("utf-8", errors="replace")
    kind = Layer.kinds().get(name)
    return kind() if kind is not None else None


def dragged_project(mime: QMimeData) -> Path | None:
    """The one project file that a drag carries, or None where it carries anything else."""
    files = _files(mime)
    return files[0] if len(files) == 1 and files[0].suffix.lower() == SUFFIX else None


def refusal(mime: QMimeData) -> str:
    """Why what a drag carries cannot be dropped here."""
    files = _files(mime)
    if len(files) > 1:
        template = QCoreApplication.translate("Canvas", "One project can be opened at a time. Received: {count} files.")
        return template.format(count=len(files))
    if files:
        template = QCoreApplication.translate(
            "Canvas", "{name} cannot be dropped here. Drop a layer, or a project ({suffix})."
        )
        return template.format(name=files[0].name, suffix=SUFFIX)
    return QCoreApplication.translate("Canvas", "This cannot be dropped here. Drop a layer, or a project file.")


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


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

    def drop(self, point: QPointF) -> str | None:
        """Add the layer here, or insert it into the wire below."""
        self.move(point)
        edge, document = self._slot.edge, self._view.document
        self.cancel()
        self._view.shelf.use(type(self._layer))
        if edge is not None:
            return operations.insert_layer(document, edge, self._layer, snapped(point))
        place = operations.free_place(document.graph, point, document.project.direction)
        return operations.add_layer(document, self._layer, place)

    def cancel(self) -> None:
        """Take the ghost away."""
        self._slot.clear()
        self._view.network.removeItem(self._ghost)


def enter(view: NetworkView, event: QDragEnterEvent) -> LayerDrag | None:
    """Take what is dragged in, or say why not; None where it is no layer."""
    layer, pixel = dragged_layer(event.mimeData()), event.position().toPoint()
    if layer is None and dragged_project(event.mimeData()) is None:
        view.note.linger_at(pixel, refusal(event.mimeData()))
        event.ignore()
        return None
    event.acceptProposedAction()
    if layer is None:
        return None
    drag = LayerDrag(view, layer)
    drag.move(view.mapToScene(pixel))
    return drag


def drop(view: NetworkView, event: QDropEvent, drag: LayerDrag | None) -> None:
    """Leave the layer of the drag here, or hand on a project to be opened."""
    dropped = None
    if drag is not None:
        dropped = drag.drop(view.mapToScene(event.position().toPoint()))
    elif (path := dragged_project(event.mimeData())) is not None:
        view.project_dropped.emit(path)
    else:
        event.ignore()
        return
    event.acceptProposedAction()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    if dropped is not None:
        view.layer_taken.emit()
