"""Cut, copy, paste and duplicate."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from engine import groups, room
from engine.annotations import Point
from engine.errors import GraphError, Message
from engine.graph import Graph
from engine.subgraph import insert, part_of
from gui import clipboard, undo_words
from gui.canvas.geometry import snapped
from gui.document import Document, Selection
from gui.i18n import sentences

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

LONGEST_REASON = 240


def copy(view: NetworkView) -> None:
    """Offer what is selected to the clipboard, with the wires within."""
    clipboard.put(_selected_part(view.document))


def cut(view: NetworkView) -> None:
    """Copy what is selected and take it away."""
    document = view.document
    what = undo_words.named(document.graph, document.selection)
    copy(view)
    document.delete_selection(Message("Cut {what}", what=what))


def paste(view: NetworkView, point: QPointF | None = None) -> None:
    """Put what is on the clipboard here, at the cursor, or near its original; at the cursor is told why not."""
    try:
        part = clipboard.take()
    except GraphError as error:
        view.refuse(textwrap.shorten(sentences(error.messages), LONGEST_REASON, placeholder="…"))
        return
    place = point or view.cursor_point()
    group = view.network.group_at(place) if place is not None else ""
    _put_in(view, part, _way(view, part, place), Message("Paste {what}"), group)


def duplicate(view: NetworkView) -> None:
    """Put a copy of what is selected near it, in the group in which all of it lies; the clipboard stays as it is."""
    document = view.document
    around = {groups.group_of(document.graph, key) for key in document.selection.keys}
    group = around.pop() if len(around) == 1 else ""
    _put_in(view, _selected_part(document), (0.0, 0.0), Message("Duplicate {what}"), group)


def _selected_part(document: Document) -> Graph:
    return part_of(document.graph, document.selection.keys)


def _put_in(view: NetworkView, part: Graph, way: Point, said: Message, group: str) -> None:
    """Insert a part where there is room, as one step; select what belongs to no group within it, and show it."""
    document = view.document
    outermost = Selection(
        frozenset(node.id for node in part if not node.group),
        annotations=frozenset(key for key, each in part.annotations.items() if not each.group),
    )
    group = group or document.scope
    way = room.way_in(document.graph, part, way, group, document.project.direction, document.measured())
    names, changes = insert(document.graph, part, way, group)
    if document.push(Message(said.template, what=undo_words.named(part, outermost)), changes):
        document.select((names[key] for key in outermost.nodes), (), (names[key] for key in outermost.annotations))
        view.reveal_all(document.selection.keys)


def _way(view: NetworkView, part: Graph, point: QPointF | None) -> Point:
    """How far from its original a part is pasted, on the grid."""
    middle = QPointF(*groups.middle(part, [*(node.id for node in part), *part.annotations]))
    visible = view.visible_rect()
    target = point or (middle if visible.contains(middle) else visible.center())
    return snapped(target - middle)
