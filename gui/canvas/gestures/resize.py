"""Notes and frames made larger or smaller, by their corner or by keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from engine import groups
from engine.annotations import Frame, Note
from engine.errors import Message
from gui.canvas.geometry import snap
from gui.canvas.gestures.basic import Gesture, Pointer
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

LEAST = 64.0, 40.0
Size = tuple[float, float]


class Resize(Gesture):
    """The lower right corner of a note or frame follows the mouse, as one step."""

    def __init__(self, view: NetworkView, pointer: Pointer, key: str) -> None:
        self._view = view
        self._key = key
        self._press = pointer.point
        self._size = _sized(view.document, key).size
        view.document.select(annotations=[key])
        view.viewport().setCursor(Qt.CursorShape.SizeFDiagCursor)

    def move(self, pointer: Pointer) -> None:
        self._view.network.surroundings.items[self._key].show_size(self._wanted(pointer))

    def finish(self, pointer: Pointer) -> None:
        self._view.viewport().unsetCursor()
        size = self._wanted(pointer)
        if not resize(self._view.document, {self._key: size}):
            self.cancel()

    def cancel(self) -> None:
        self._view.viewport().unsetCursor()
        if (item := self._view.network.surroundings.items.get(self._key)) is not None:
            item.refresh()

    def _wanted(self, pointer: Pointer) -> Size:
        moved = pointer.point - self._press
        return _at_least(snap(self._size[0] + moved.x()), snap(self._size[1] + moved.y()))


def resize_by(document: Document, keys: Iterable[str], wider: float, higher: float) -> bool:
    """Make the notes and frames among these larger; several in a row are one step. False where there is none."""
    annotations = document.graph.annotations
    sized = {key: annotations[key] for key in sorted(keys) if isinstance(annotations.get(key), Note | Frame)}
    sizes = {
        key: _at_least(each.size[0] + wider, each.size[1] + higher)
        for key, each in sized.items()
        if isinstance(each, Note | Frame)
    }
    resize(document, sizes, merge="resize " + " ".join(sizes))
    return bool(sizes)


def resize(document: Document, sizes: dict[str, Size], merge: str = "") -> bool:
    """Give notes and frames these sizes, as one step."""
    changes = [groups.changed(document.graph, key, size=size) for key, size in sizes.items()]
    changed = [change for change in changes if change.before != change.after]
    return document.push(Message("Resize"), changed, merge)


def _at_least(width: float, height: float) -> Size:
    return max(width, LEAST[0]), max(height, LEAST[1])


def _sized(document: Document, key: str) -> Note | Frame:
    annotation = document.graph.annotations[key]
    assert isinstance(annotation, Note | Frame)
    return annotation
