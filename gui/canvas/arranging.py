"""The drawing arranged by itself: one undoable step, to which the view glides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine import groups
from engine.layout import arrange as arranged
from gui.canvas.geometry import card_rect
from gui.document import Document, DocumentEdit, SetSetting

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def arrange(view: NetworkView, turn: bool = False) -> None:
    """Put the selected cards in ranks, or all where fewer than two are selected; or turn the whole drawing."""
    document, nodes = view.document, view.network.nodes
    before = document.project.direction
    direction = before.other if turn else before
    chosen = None if turn else _chosen(document)

    def size(key: str) -> tuple[float, float]:
        ports = len(nodes[key].ports) if key in nodes else 1
        width, height = card_rect(ports, direction, view.opened.kept_height(key)).size().toTuple()
        return width, height

    changes: list[DocumentEdit] = list(arranged(document.graph, size, direction, chosen))
    if turn:
        changes.insert(0, SetSetting("direction", before, direction))
    turning, arranging = QCoreApplication.translate("Canvas", "Turn"), QCoreApplication.translate("Canvas", "Arrange")
    view.glide.jump()
    shot = view.glide.shot()
    document.push(turning if turn else arranging, changes)
    if chosen is None:
        view.fit()
    view.glide.run(shot)


def _chosen(document: Document) -> set[str] | None:
    """The selected layers and those in selected groups, or None where they are not at least two cards."""
    graph, selection = document.graph, document.selection
    inside = (key for each in selection.annotations for key in groups.within(graph, each) if key in graph)
    chosen = {*selection.nodes, *inside}
    return chosen if len({groups.shown_as(graph, key) for key in chosen}) > 1 else None
