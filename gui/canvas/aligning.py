"""Aligning and distributing what is selected: layers and notes, by the outlines that people see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine import edits
from engine.alignment import Box, Side, align, distribute
from engine.annotations import Note, Point
from gui import undo_words
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def align_selection(view: NetworkView, side: Side) -> None:
    """Bring one side of all that is selected onto one line, as one step."""
    boxes = _boxes(view)
    _move(view, align(boxes, side), QCoreApplication.translate("Undo", "Align {what}"))


def distribute_selection(view: NetworkView, axis: int) -> None:
    """Make the gaps between all that is selected equal, as one step."""
    _move(view, distribute(_boxes(view), axis), QCoreApplication.translate("Undo", "Distribute {what}"))


def count(document: Document) -> int:
    """How many things that can be arranged are selected."""
    selection, annotations = document.selection, document.graph.annotations
    return len(selection.nodes) + sum(isinstance(annotations.get(key), Note) for key in selection.annotations)


def _boxes(view: NetworkView) -> dict[str, Box]:
    document, items = view.document, view.network.nodes
    boxes = {node: items[node].box for node in sorted(document.selection.nodes)}
    for key in sorted(document.selection.annotations):
        note = document.graph.annotations[key]
        if isinstance(note, Note):
            (x, y), (width, height) = note.position, note.size
            boxes[key] = x, y, x + width, y + height
    return boxes


def _move(view: NetworkView, shifts: Mapping[str, Point], text: str) -> None:
    document = view.document
    what = undo_words.named(document.graph, document.selection)
    document.push(text.format(what=what), edits.move_by(document.graph, shifts))
