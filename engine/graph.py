"""The drawn network: layers and connections as a networkx graph, changed only by small reversible edits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import networkx as nx

from engine.annotations import (
    AddAnnotation,
    Annotations,
    RemoveAnnotation,
    SetAnnotation,
)
from engine.direction import Direction
from engine.errors import GraphError, Message
from engine.graph_edits import (
    AddEdge,
    AddNode,
    Edge,
    Edit,
    Node,
    RemoveEdge,
    RemoveNode,
    SetId,
    SetNode,
    concerns_network,
)
from engine.layers import Layer

__all__ = [
    "AddEdge",
    "AddNode",
    "Edge",
    "Edit",
    "Graph",
    "Node",
    "RemoveEdge",
    "RemoveNode",
    "SetId",
    "SetNode",
    "concerns_network",
]

LONGEST_ID = 200
"""Characters of an id; a short number at its end can be read as one."""
SPACING = Direction.RIGHT.spacing
"""Scene units between two columns of layers that are placed by `Graph.add`."""


@lru_cache(1 << 16)
def natural_key(node_id: str) -> tuple[str, int, str]:
    """Sorts dense_2 before dense_10."""
    stem, number = re.fullmatch(r"(.*?)(\d*)", node_id, re.DOTALL).groups()  # type: ignore[union-attr]
    return stem, int(number or 0), node_id


def snake_case(name: str) -> str:
    """ "MaxPooling2D" becomes "max_pooling2d", as Keras names layers."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])", "_", name).lower()


class Graph:
    """Nodes and edges; acyclic at all times, otherwise as unfinished as the user left it.

    A node that shares weights names one that is there and has its own, so nobody follows a chain.
    """

    def __init__(self) -> None:
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._annotations = Annotations()
        self._sharers: defaultdict[str, set[str]] = defaultdict(set)
        self._incoming: dict[str, tuple[Edge, ...]] = {}
        self._outgoing: dict[str, tuple[Edge, ...]] = {}
        """The wires at each node that were asked for since one came or went there."""
        self._order: tuple[str, ...] | None = None

    # Reading

    @property
    def annotations(self) -> Annotations:
        """Notes, frames and groups by id; to be read, changed by edits alone."""
        return self._annotations

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._network

    def __len__(self) -> int:
        return len(self._network)

    def __getitem__(self, node_id: str) -> Node:
        if node_id not in self._network:
            raise GraphError(Message("There is no layer called {node}.", node=node_id))
        node: Node = self._network.nodes[node_id]["node"]
        return node

    def __iter__(self) -> Iterator[Node]:
        """The nodes, sorted by id."""
        for node_id in sorted(self._network, key=natural_key):
            yield self._network.nodes[node_id]["node"]

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Graph)
            and list(self) == list(other)
            and self.edges() == other.edges()
            and self._annotations == other._annotations
        )

    __hash__ = None  # type: ignore[assignment]

    def edges(self) -> tuple[Edge, ...]:
        """All wires, sorted."""
        return tuple(edge for node_id in sorted(self._network) for edge in self.outgoing(node_id))

    def incoming(self, node_id: str) -> tuple[Edge, ...]:
        """The wires that end at the node, by port."""
        if node_id not in self._incoming:
            sources = self._network.pred.get(node_id, {}).items()
            by_port = sorted((port, source) for source, ports in sources for port in ports)
            self._incoming[node_id] = tuple(Edge(source, node_id, port) for port, source in by_port)
        return self._incoming[node_id]

    def outgoing(self, node_id: str) -> tuple[Edge, ...]:
        """The wires that begin at the node, sorted."""
        if node_id not in self._outgoing:
            targets = self._network.succ.get(node_id, {}).items()
            sorted_ends = sorted((target, port) for target, ports in targets for port in ports)
            self._outgoing[node_id] = tuple(Edge(node_id, *end) for end in sorted_ends)
        return self._outgoing[node_id]

    def _forget_wires(self, *node_ids: str) -> None:
        """What is remembered of these nodes, and of the whole, is no longer so."""
        self._order = None
        for node_id in node_ids:
            self._incoming.pop(node_id, None)
            self._outgoing.pop(node_id, None)

    def order(self) -> tuple[str, ...]:
        """All ids so that sources come before targets: the one order in which anybody walks the graph."""
        if self._order is None:
            self._order = tuple(nx.lexicographical_topological_sort(self._network, key=natural_key))
        return self._order

    def reaches(self, source: str, target: str) -> bool:
        """Whether a chain of wires leads from source to target."""
        if not self._network.succ[source] or not self._network.pred[target]:
            return source == target
        return bool(nx.has_path(self._network, source, target))

    def owner(self, node_id: str) -> str:
        """Whose weights the node uses: its own, or those of the node with which it shares."""
        source = self[node_id].shares
        return node_id if source is None else source

    def users(self, node_id: str) -> tuple[str, ...]:
        """All nodes that use the same weights as this one, their owner first."""
        owner = self.owner(node_id)
        return (owner, *sorted(self._sharers.get(owner, ()), key=natural_key))

    def unchanged(self, node_id: str) -> tuple[str, ...]:
        """All nodes that the values of this one reach as they are, over layers that pass values."""
        reached = {node_id: None}
        for source in (waiting := [node_id]):
            targets = [edge.target for edge in self.outgoing(source) if edge.target not in reached]
            reached |= dict.fromkeys(targets)
            waiting += [target for target in targets if self[target].layer.passes_values]
        return tuple(reached)[1:]

    def fresh_id(self, kind: type[Layer]) -> str:
        """An id that no node has, such as "dense_3"."""
        return self.fresh_name(snake_case(kind.name))

    def fresh_name(self, stem: str) -> str:
        """An id that begins so and that neither a node nor an annotation has."""
        number = 1
        while (name := f"{stem}_{number}") in self._network or name in self._annotations:
            number += 1
        return name

    def free_port(self, node_id: str) -> int | None:
        """The first input port without a wire, or None."""
        layer = self[node_id].layer
        taken = {edge.port for edge in self.incoming(node_id)}
        port = next(number for number in range(len(taken) + 1) if number not in taken)
        return port if layer.accepts_port(port) else None

    def copy(self) -> Graph:
        """An independent graph with the same nodes and edges."""
        copied = Graph()
        copied._network = self._network.copy()
        copied._annotations = self._annotations.copy()
        copied._sharers.update((owner, set(sharers)) for owner, sharers in self._sharers.items())
        return copied

    # Changing

    def add(
        self,
        layer: Layer | str,
        after: str | Iterable[str] = (),
        id: str | None = None,
        position: tuple[float, float] | None = None,
        shares: str | None = None,
    ) -> str:
        """Add a layer (or the kind of that name), wired behind one node or several in port order; its id comes back.

        With `shares` it uses the weights that this node uses; both are then declared alike.
        """
        layer = Layer.resolve(layer)
        sources = _ids(after)
        node_id = self.fresh_id(type(layer)) if id is None else id
        if position is None:
            places = [self[source].position for source in sources]
            position = (max(x for x, _ in places) + SPACING, places[0][1]) if places else (0.0, SPACING * len(self))
        owner = None if shares is None else self.owner(shares)
        edits: list[Edit] = [AddNode(Node(node_id, layer, position, owner))]
        edits += [AddEdge(Edge(source, node_id, port)) for port, source in enumerate(sources)]
        self.check(edits)
        for edit in edits:
            self.apply(edit)
        return node_id

    def check(self, edits: Iterable[Edit]) -> None:
        """Raise GraphError if the edits, one after the other, would be refused; nothing changes.

        They are made and taken back, which costs less than a copy of a large drawing.
        """
        done: list[Edit] = []
        try:
            for edit in edits:
                self.apply(edit)
                done.append(edit)
        finally:
            for edit in reversed(done):
                self.apply(edit.inverse())

    def apply(self, edit: Edit) -> None:
        """Carry out one edit, or raise GraphError and change nothing."""
        match edit:
            case AddNode(node):
                self._require_free(node.id)
                self._check_sharing(node)
                self._require_group(node)
                self._network.add_node(node.id, node=node)
                self._forget_wires(node.id)
                self._note_sharing(node.id, None, node.shares)
            case RemoveNode(node):
                if self[node.id] != node or self.incoming(node.id) or self.outgoing(node.id):
                    raise GraphError(Message("{node} still has connections or was changed.", node=node.id))
                self._require_no_sharers(node.id)
                self._network.remove_node(node.id)
                self._forget_wires(node.id)
                self._note_sharing(node.id, node.shares, None)
            case AddEdge(edge):
                if reason := self.refusal(edge):
                    raise GraphError(reason)
                self._network.add_edge(edge.source, edge.target, key=edge.port)
                self._forget_wires(edge.source, edge.target)
            case RemoveEdge(edge):
                if not self._network.has_edge(edge.source, edge.target, key=edge.port):
                    raise GraphError(
                        Message("{source} and {target} are not connected.", source=edge.source, target=edge.target)
                    )
                self._network.remove_edge(edge.source, edge.target, key=edge.port)
                self._forget_wires(edge.source, edge.target)
            case SetNode(before, after):
                self._set(before, after)
            case SetId(old, new):
                self._set_id(old, new)
            case AddAnnotation(annotation):
                self._require_free(annotation.id)
                self._annotations.add(annotation)
            case RemoveAnnotation(annotation):
                self._require_no_layers(annotation.id)
                self._annotations.remove(annotation)
            case SetAnnotation(annotation, after):
                self._annotations.set(annotation, after)

    def _require_no_layers(self, group_id: str) -> None:
        if any(node.group == group_id for _, node in self._network.nodes(data="node")):
            raise GraphError(Message("{group} is not empty.", group=group_id))

    def _require_group(self, node: Node) -> None:
        if node.group:
            self._annotations.group(node.group)

    def _require_free(self, name: str) -> None:
        if not is_id(name):
            raise GraphError(
                Message("An id is a text of 1 to {longest} characters. Received: {value}.",
                        longest=LONGEST_ID, value=excerpt(name))
            )  # fmt: skip
        if name in self or name in self._annotations:
            raise GraphError(Message("There is a layer called {node} already.", node=name))

    def _set(self, before: Node, after: Node) -> None:
        if self[before.id] != before or after.id != before.id:
            raise GraphError(Message("{node} was changed by somebody else.", node=before.id))
        ports = {edge.port for edge in self.incoming(before.id)}
        lost = any(not after.layer.accepts_port(port) for port in ports)
        if lost or (self.outgoing(before.id) and not after.layer.has_output):
            raise GraphError(
                Message(
                    "{kind} cannot take over the connections of {node}.",
                    kind=after.layer.name,
                    node=before.id,
                )
            )
        self._check_sharing(after)
        self._require_group(after)
        self._network.nodes[before.id]["node"] = after
        self._note_sharing(before.id, before.shares, after.shares)

    def _set_id(self, old: str, new: str) -> None:
        node = self[old]
        self._require_free(new)
        self._forget_wires(old, new, *self._network.pred[old], *self._network.succ[old])
        nx.relabel_nodes(self._network, {old: new}, copy=False)
        self._network.nodes[new]["node"] = replace(node, id=new)
        self._note_sharing(old, node.shares, None)
        self._note_sharing(new, None, node.shares)
        self._annotations.rename(old, new)
        for sharer in self._sharers.pop(old, set()):
            self._network.nodes[sharer]["node"] = replace(self[sharer], shares=new)
            self._note_sharing(sharer, None, new)

    def _note_sharing(self, node_id: str, before: str | None, after: str | None) -> None:
        """Whoever looks for the sharers of a layer need not ask all the others."""
        if before is not None:
            self._sharers[before].discard(node_id)
        if after is not None:
            self._sharers[after].add(node_id)

    def _check_sharing(self, node: Node) -> None:
        """GraphError unless the node's weights are its own or those of another that has its own."""
        if node.shares is None:
            return
        if node.shares == node.id:
            raise GraphError(Message("{node} cannot share weights with itself.", node=node.id))
        if self.owner(node.shares) != node.shares:
            raise GraphError(
                Message("{source} has no weights of its own: it uses those of {owner}. Share with {owner}.",
                        source=node.shares, owner=self.owner(node.shares))
            )  # fmt: skip
        if node.id in self:
            self._require_no_sharers(node.id)

    def _require_no_sharers(self, node_id: str) -> None:
        _, *sharers = self.users(node_id)
        if self.owner(node_id) == node_id and sharers:
            raise GraphError(Message("{node} lends its weights to {others}.", node=node_id, others=", ".join(sharers)))

    def refusal(self, edge: Edge) -> Message | None:
        """Why this wire cannot be drawn, or None if it can."""
        for end in (edge.source, edge.target):
            if end not in self:
                return Message("There is no layer called {node}.", node=end)
        source, target = self[edge.source].layer, self[edge.target].layer
        if edge.source == edge.target:
            return Message("A layer cannot feed itself.")
        if not source.has_output:
            return Message("{node} ends the network: nothing leaves it.", node=edge.source)
        if not target.accepts_port(edge.port):
            return (
                Message("{node} begins the network: nothing enters it.", node=edge.target)
                if not target.ports
                else Message("{node} takes no further input.", node=edge.target)
            )
        if any(edge.port in ports for ports in self._network.pred[edge.target].values()):
            return Message("{node} takes one wire here, and it has one.", node=edge.target)
        if self.reaches(edge.target, edge.source):
            return Message("{target} already leads to {source}: a loop cannot be computed.",
                           source=edge.source, target=edge.target)  # fmt: skip
        return None

    def moved(self, node_id: str, position: tuple[float, float]) -> SetNode:
        """The edit that puts a node elsewhere."""
        return SetNode(self[node_id], replace(self[node_id], position=position))

    def changed(self, node_id: str, layer: Layer) -> SetNode:
        """The edit that gives a node another layer."""
        return SetNode(self[node_id], replace(self[node_id], layer=layer))

    def shared(self, node_id: str, source: str | None) -> SetNode:
        """The edit that lets a node use the weights of another, or its own."""
        return SetNode(self[node_id], replace(self[node_id], shares=source))


def is_id(value: Any) -> bool:
    """Whether this can name a layer."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID


def _ids(after: Any) -> tuple[str, ...]:
    ids = (after,) if isinstance(after, str) else tuple(after) if isinstance(after, Iterable) else None
    if ids is None or not all(isinstance(one, str) for one in ids):
        raise GraphError(
            Message("A layer stands after one id, or after several in the order of its ports. Received: {value}.",
                    value=excerpt(after))
        )  # fmt: skip
    return ids


def excerpt(value: Any) -> str:
    """The value as a message shows it."""
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
