"""Whose weights a layer may use and the step that lets it, as the canvas and the inspector offer them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine import edits
from engine.errors import Message
from engine.sharing import lenders
from gui.document import Document


def offered(document: Document, node_id: str) -> list[str]:
    """The layers whose weights this one could use instead of those that it uses now."""
    inference = document.inference
    return lenders(document.graph, inference.shapes, inference.specs, node_id)


def use_weights_of(document: Document, node_id: str, owner: str | None) -> None:
    """Let a layer use the weights of another, or with None its own, as one step."""
    graph = document.graph
    if owner is None:
        document.push(Message("Use own weights"), edits.use_own_weights(graph, node_id))
    else:
        document.push(Message("Share weights"), edits.share_weights(graph, node_id, owner))


def own_weights_text() -> str:
    """What ends the sharing."""
    return QCoreApplication.translate("Sharing", "Use own weights")
