"""What the canvas does for the table of actions, and when it can."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from gui.canvas import operations
from gui.canvas.view import NetworkView
from gui.document import Document


def commands(view: NetworkView) -> Mapping[str, Callable[[], object]]:
    """By the id of the action, what it does."""
    return {
        "delete": view.delete_selection,
        "delete_and_heal": partial(operations.delete_and_heal, view.document),
        "select_all": view.document.select_all,
        "arrange": view.arrange,
        "turn": view.turn,
        "zoom_in": view.zoom_in,
        "zoom_out": view.zoom_out,
        "zoom_reset": view.reset_zoom,
        "fit": view.fit,
    }


def possible(document: Document) -> Mapping[str, bool]:
    """By the id of the action, whether it would do something now; those that always would are not named."""
    return {
        "delete": bool(document.selection),
        "delete_and_heal": bool(document.selection),
        "edit_layer": document.selection.single_node is not None,
    }
