"""What a step was done to, in the words of the Undo entry and the history: "3 layers", "dense_2", "a note"."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import QCoreApplication

from engine.annotations import Frame, Note
from engine.graph import Graph
from gui import names
from gui.document import Document, Selection

LONGEST_NAME = 40


def deletion(document: Document) -> str:
    """How the step is called that takes away what is selected."""
    return QCoreApplication.translate("Undo", "Delete {what}").format(what=named(document.graph, document.selection))


def named(graph: Graph, selection: Selection) -> str:
    """One thing by its name, several by their number; wires count only where there is nothing else."""
    keys = [*selection.nodes, *selection.annotations]
    if len(keys) == 1:
        return _name(graph, keys[0])
    if selection.annotations:
        return QCoreApplication.translate("Undo", "{count} objects").format(count=len(keys))
    if keys:
        return QCoreApplication.translate("Undo", "{count} layers").format(count=len(keys))
    if len(selection.edges) == 1:
        return QCoreApplication.translate("Undo", "a wire")
    return QCoreApplication.translate("Undo", "{count} wires").format(count=len(selection.edges))


def _name(graph: Graph, key: str) -> str:
    match graph.annotations.get(key):
        case Frame():
            return QCoreApplication.translate("Undo", "a frame")
        case Note():
            return QCoreApplication.translate("Undo", "a note")
    return textwrap.shorten(names.name_of(graph, key), LONGEST_NAME, placeholder="…")
