"""What a step was done to, in the words of the Undo entry and the history: "3 layers", "dense_2", "a note".

All are Messages, so that a step is told in the language of the window, whichever it was when it was done.
"""

from __future__ import annotations

import textwrap

from engine.annotations import Frame, Note
from engine.errors import Message
from engine.graph import Graph
from engine.layers import Layer
from gui import names
from gui.document import Document, Selection

LONGEST_NAME = 40


def deletion(document: Document) -> Message:
    """How the step is called that takes away what is selected."""
    return Message("Delete {what}", what=named(document.graph, document.selection))


def kind(layer: Layer) -> Message:
    """The layer's kind."""
    return Message(layer.label or layer.name)


def named(graph: Graph, selection: Selection) -> Message | str:
    """One thing by its name, several by their number; wires count only where there is nothing else."""
    keys = [*selection.nodes, *selection.annotations]
    if len(keys) == 1:
        return _name(graph, keys[0])
    if selection.annotations:
        return Message("{count} objects", count=len(keys))
    if keys:
        return Message("{count} layers", count=len(keys))
    if len(selection.edges) == 1:
        return Message("a wire")
    return Message("{count} wires", count=len(selection.edges))


def _name(graph: Graph, key: str) -> Message | str:
    match graph.annotations.get(key):
        case Frame():
            return Message("a frame")
        case Note():
            return Message("a note")
    return textwrap.shorten(names.name_of(graph, key), LONGEST_NAME, placeholder="…")
