"""What the canvas itself tells where the mouse rests: about the ports of groups, and about wires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF

from gui import names
from gui.canvas.annotations.group_card import GroupCardItem

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def tip_at(view: NetworkView, point: QPointF) -> str:
    """The tip for a point of the scene; empty where a card tells its own, or there is nothing."""
    network = view.network
    if (port := network.port_near(point)) is not None:
        card = network.surroundings.cards.get(port.node)
        if isinstance(card, GroupCardItem):
            return card.port_text(port)
    if (stub := network.stubs.at(point)) is not None:
        text = QCoreApplication.translate("Canvas", "{node} lies outside of this group. Click to go there.")
        return text.format(node=names.name_of(view.document.graph, stub.outside))
    edge = network.wires.edge_at(point, view.scale_factor)
    return network.wires.tooltip(edge) if edge is not None and not network.covers(point) else ""
