"""What a layer, a note, a frame or a group is called wherever people read of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.annotations import Annotation, Frame, Group, Note, SetAnnotation
from engine.errors import Message
from engine.graph import Graph, Node, SetId, SetNode
from engine.layers import Layer
from gui.i18n import sentence, words


def kind(layer: Layer) -> str:
    """The layer's kind in the window's language."""
    return words(layer.label or layer.name)


def annotation_kind(annotation: Annotation) -> str:
    """What such a thing is called in the window's language."""
    match annotation:
        case Group():
            return QCoreApplication.translate("Names", "Group")
        case Frame():
            return QCoreApplication.translate("Names", "Frame")
        case Note():
            return QCoreApplication.translate("Names", "Note")


def heading(node: Node) -> str:
    """The title that people gave, or else the kind."""
    return node.title or kind(node.layer)


def name_of(graph: Graph, key: str) -> str:
    """The title that people gave, or else the id, which nothing else has; a note by how it begins, if it does."""
    if key in graph:
        return graph[key].title or key
    annotation = graph.annotations.get(key)
    if annotation is None:
        return key
    text = annotation.text if isinstance(annotation, Note) else annotation.title
    return next((line.strip() for line in text.splitlines() if line.strip()), "") or annotation_kind(annotation)


def name_of_weight(graph: Graph, weight: str) -> str:
    """An array such as "dense_1.kernel" by what its layer is called."""
    node, _, key = weight.rpartition(".")
    return f"{name_of(graph, node)}.{key}"


def spoken(graph: Graph, key: str) -> str:
    """What a screen reader says of a layer or annotation to which people have come."""
    if key in graph:
        return f"{heading(graph[key])}, {key}"
    return f"{annotation_kind(graph.annotations[key])}, {name_of(graph, key)}"


def told(message: Message, graph: Graph) -> str:
    """A message in the window's language, in which layers go by the titles that people gave them."""
    return sentence(renamed(message, graph))


def renames(edit: object) -> bool:
    """Whether something is called otherwise after this edit."""
    match edit:
        case SetNode(before, after):
            return before.title != after.title
        case SetId():
            return True
        case SetAnnotation(before, after):
            return not isinstance(before, Note) and not isinstance(after, Note) and before.title != after.title
        case _:
            return False


def renamed(message: Message, graph: Graph) -> Message:
    """The same message in which layers go by the titles that people gave them."""
    values = {
        name: renamed(value, graph)
        if isinstance(value, Message)
        else name_of(graph, value)
        if isinstance(value, str)
        else value
        for name, value in message.values.items()
    }
    return Message(message.template, **values)
