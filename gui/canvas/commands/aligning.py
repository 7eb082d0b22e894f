"""Aligning and distributing what is selected: layers, notes and cards of groups, by the outlines that people see."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from engine import edits, groups
from engine.alignment import Box, Side, align, distribute
from engine.annotations import Group, Note, Point
from engine.errors import Message
from gui import undo_words
from gui.canvas.commands import operations
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def align_selection(view: NetworkView, side: Side) -> None:
    """Bring one side of all that is selected onto one line, as one step."""
    boxes = _boxes(view)
    _move(view, align(boxes, side), Message("Align {what}"))


def distribute_selection(view: NetworkView, axis: int) -> None:
    """Make the gaps between all that is selected equal, as one step."""
    _move(view, distribute(_boxes(view), axis), Message("Distribute {what}"))


def count(document: Document) -> int:
    """How many things that can be arranged are selected."""
    return sum(map(partial(_has_box, document), document.selection.keys))


def _has_box(document: Document, key: str) -> bool:
    if document.shown.get(key) != key:
        return False
    match document.graph.annotations.get(key):
        case None | Note():
            return True
        case Group() as group:
            return group.collapsed
    return False


def _boxes(view: NetworkView) -> dict[str, Box]:
    document = view.document
    return view.network.boxes_of(sorted(filter(partial(_has_box, document), document.selection.keys)))


def _move(view: NetworkView, shifts: Mapping[str, Point], said: Message) -> None:
    document = view.document
    what = undo_words.named(document.graph, document.selection)
    carried = {each: shift for key, shift in shifts.items() for each in groups.carried(document.graph, [key])}
    moves = operations.making_way(document, edits.move_by(document.graph, carried))
    document.push(Message(said.template, what=what), moves)
