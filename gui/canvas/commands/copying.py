"""Cut, copy, paste and duplicate."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF

from engine import groups
from engine.annotations import Group, Point
from engine.errors import GraphError, Message
from engine.graph import Graph
from engine.subgraph import insert, part_of
from gui import clipboard, undo_words
from gui.canvas.geometry import DOTS, snapped
from gui.document import Document, Selection
from gui.i18n import sentences

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

ASIDE = float(DOTS)
"""How far copies lie beside what they would cover, across and down."""
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
    """Put what is on the clipboard here, at the cursor, or beside its original; at the cursor is told why not."""
    try:
        part = clipboard.take()
    except GraphError as error:
        view.refuse(textwrap.shorten(sentences(error.messages), LONGEST_REASON, placeholder="…"))
        return
    _put_in(view.document, part, _way(view, part, point), Message("Paste {what}"))


def duplicate(view: NetworkView) -> None:
    """Put a copy of what is selected beside it, in the group in which all of it lies; the clipboard stays as it is."""
    document = view.document
    graph, selection = document.graph, document.selection
    around = {graph[node].group for node in selection.nodes}
    around |= {graph.annotations[key].group for key in selection.annotations}
    group = around.pop() if len(around) == 1 else ""
    _put_in(document, _selected_part(document), (0.0, 0.0), Message("Duplicate {what}"), group)


def _selected_part(document: Document) -> Graph:
    return part_of(document.graph, document.selection.keys)


def _put_in(document: Document, part: Graph, way: Point, said: Message, group: str = "") -> None:
    """Insert a part as one step and select what belongs to no group within it."""
    outermost = Selection(
        frozenset(node.id for node in part if not node.group),
        annotations=frozenset(key for key, each in part.annotations.items() if not each.group),
    )
    names, changes = insert(document.graph, part, _beside(document, part, way), group or document.scope)
    if document.push(Message(said.template, what=undo_words.named(part, outermost)), changes):
        document.select((names[key] for key in outermost.nodes), (), (names[key] for key in outermost.annotations))


def _way(view: NetworkView, part: Graph, point: QPointF | None) -> Point:
    """How far from its original a part is pasted, on the grid."""
    places = _places(part)
    middle = QPointF(*((places.min(axis=0) + places.max(axis=0)) / 2).tolist())
    visible = view.visible_rect()
    target = point or view.cursor_point() or (middle if visible.contains(middle) else visible.center())
    return snapped(target - middle)


def _beside(document: Document, part: Graph, way: Point) -> Point:
    """The way, and so many steps aside that no card of the part covers another."""
    taken, places = _places(document.graph, document.scope), _places(part) + way
    x, y = way
    while any((np.abs(taken - place) < ASIDE).all(axis=1).any() for place in places):
        places += ASIDE
        x, y = x + ASIDE, y + ASIDE
    return x, y


def _places(graph: Graph, scope: str = "") -> np.ndarray:
    """(things, 2): where that stands which is shown on the canvas."""
    stands = groups.all_shown(graph, scope).items()
    shown = [key for key, shown in stands if key == shown and not _is_open_group(graph, key)]
    things = [graph[key] if key in graph else graph.annotations[key] for key in shown]
    return np.array([thing.position for thing in things], float).reshape(-1, 2)


def _is_open_group(graph: Graph, key: str) -> bool:
    group = graph.annotations.get(key)
    return isinstance(group, Group) and not group.collapsed
