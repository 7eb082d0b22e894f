"""What a drawn network is made of, layers and wires, and the small reversible edits that change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from engine.annotations import AnnotationEdit
from engine.layers import Layer


@dataclass(frozen=True)
class Node:
    """A layer at a place: `position` is the card's centre in scene units, x to the right and y down.

    With `shares` it has no weights of its own and uses those of the node with that id. `title` is what people call
    it, "" for its kind's name, `tag` one of the TAGS, and `group` the group that it belongs to.
    """

    id: str
    layer: Layer
    position: tuple[float, float] = (0.0, 0.0)
    shares: str | None = None
    title: str = ""
    tag: str = ""
    group: str = ""


class Edge(NamedTuple):
    """A wire from a layer's output to a numbered input port of another. A tuple, as thousands are looked up at once."""

    source: str
    target: str
    port: int = 0


@dataclass(frozen=True)
class AddNode:
    node: Node

    def inverse(self) -> RemoveNode:
        return RemoveNode(self.node)


@dataclass(frozen=True)
class RemoveNode:
    node: Node

    def inverse(self) -> AddNode:
        return AddNode(self.node)


@dataclass(frozen=True)
class AddEdge:
    edge: Edge

    def inverse(self) -> RemoveEdge:
        return RemoveEdge(self.edge)


@dataclass(frozen=True)
class RemoveEdge:
    edge: Edge

    def inverse(self) -> AddEdge:
        return AddEdge(self.edge)


@dataclass(frozen=True)
class SetNode:
    """Another layer, other weights or another place under the same id."""

    before: Node
    after: Node

    @property
    def only_moves(self) -> bool:
        """Whether nothing but the place is another."""
        return replace(self.before, position=self.after.position) == self.after

    def inverse(self) -> SetNode:
        return SetNode(self.after, self.before)


@dataclass(frozen=True)
class SetId:
    """The same layer under another id; its wires, those that share its weights and groups that pushed it go along."""

    before: str
    after: str

    def inverse(self) -> SetId:
        return SetId(self.after, self.before)


Edit = AddNode | RemoveNode | AddEdge | RemoveEdge | SetNode | SetId | AnnotationEdit


def concerns_network(edit: Edit) -> bool:
    """Whether what is computed may change, and not only how it is drawn."""
    if isinstance(edit, SetNode):
        return (edit.before.layer, edit.before.shares) != (edit.after.layer, edit.after.shares)
    return not isinstance(edit, AnnotationEdit)
