"""The drawing arranged by itself: one undoable step, to which the view glides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.layout import arrange as arranged
from gui.canvas.geometry import card_rect
from gui.document import DocumentEdit, SetSetting

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def arrange(view: NetworkView, turn: bool = False) -> None:
    """Put the selected layers in ranks, or all where fewer than two are selected; or turn the whole drawing."""
    document, nodes = view.document, view.network.nodes
    before = document.project.direction
    direction = before.other if turn else before
    selected = document.selection.nodes
    chosen = selected if len(selected) > 1 and not turn else None

    def size(key: str) -> tuple[float, float]:
        width, height = card_rect(len(nodes[key].ports) if key in nodes else 1, direction).size().toTuple()
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
