"""What a step was done to, in the words of the Undo entry and the history: "3 layers", "dense_2", "a note".

All are Messages, so that a step is told in the language of the window, whichever it was when it was done.
"""

from __future__ import annotations

import textwrap
from functools import reduce

from engine.annotations import Frame, Note
from engine.errors import Message
from engine.graph import Graph
from engine.hyperparameters import Configurable
from engine.layers import Layer
from engine.runs.changes import changes
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


def setting(before: Configurable, after: Configurable, node: str = "") -> tuple[Message, str] | None:
    """What has changed between two of one kind, and the name of its place; None where nothing has.

    It names the layer that goes by `node`, or else the kind that a setting belongs to: "Learning rate of Adam".
    """
    change = next(changes(before, after), None)
    if change is None:
        return None
    said = Message(change.label)
    within = reduce(getattr, change.place[:-1], after)
    if node:
        said = Message("{field} of {node}", field=said, node=node)
    elif within is not after:
        said = Message("{field} of {kind}", field=said, kind=Message(within.label))
    return said, ".".join(change.place)


def _name(graph: Graph, key: str) -> Message | str:
    match graph.annotations.get(key):
        case Frame():
            return Message("a frame")
        case Note():
            return Message("a note")
    return textwrap.shorten(names.name_of(graph, key), LONGEST_NAME, placeholder="…")
