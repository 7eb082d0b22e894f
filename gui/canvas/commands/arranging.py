"""The drawing arranged by itself: one undoable step, to which the view glides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine import company, groups
from engine.annotations import Point, SetAnnotation
from engine.direction import Direction
from engine.errors import Message
from engine.graph import Graph, SetNode
from engine.layout import arrange as arranged
from engine.subgraph import part_of
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.geometry import card_rect
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def arrange(view: NetworkView, turn: bool = False) -> None:
    """Put the selected cards in ranks, or all where fewer than two are selected; or turn the whole drawing."""
    document = view.document
    before = document.project.direction
    direction = before.other if turn else before
    chosen = None if turn else _chosen(document)
    changes: list[DocumentEdit] = [SetSetting("direction", before, direction)] if turn else []
    size = _sizes(view, direction)
    moves = groups.move(document.graph, _places(view, size, direction, chosen, turn))
    after = {key: (0.0, 0.0, *size(key)) for key in document.shown}
    moves += company.follow(document.graph, moves, (before, direction), (document.measured(), after))
    changes += moves
    view.glide.jump()
    shot = view.glide.shot()
    document.push(Message("Turn" if turn else "Arrange"), changes)
    if chosen is None:
        view.fit()
    view.glide.run(shot)


def _sizes(view: NetworkView, direction: Direction) -> Callable[[str], Point]:
    """How wide and high each card is where the drawing runs that way."""

    def size(key: str) -> Point:
        item, least = view.network.item(key), view.opened.kept_size(key, direction)
        if isinstance(item, NodeItem | GroupCardItem):
            rect = item.card.rect_in(direction, least)
        else:
            rect = card_rect(1, direction)
        return rect.width(), rect.height()

    return size


def _places(
    view: NetworkView, size: Callable[[str], Point], direction: Direction, chosen: set[str] | None, everywhere: bool
) -> dict[str, Point]:
    """Where all stands that moves: what the canvas shows, and with `everywhere` what is around an entered group."""
    graph, scope = view.document.graph, view.document.scope

    def arranged_in(drawing: Graph) -> dict[str, Point]:
        moves = arranged(drawing, size, direction, chosen)
        return {edit.after.id: edit.after.position for edit in moves if isinstance(edit, SetNode | SetAnnotation)}

    places = arranged_in(graph) if everywhere or not scope else {}
    if scope:
        places |= arranged_in(part_of(graph, groups.members(graph, scope)))
    return places


def _chosen(document: Document) -> set[str] | None:
    """The selected layers and those in selected groups, or None where they are not at least two cards."""
    chosen = document.selected_layers()
    return chosen if len({document.shown.get(key) for key in chosen}) > 1 else None
