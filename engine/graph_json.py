"""A drawn network as JSON: written sorted, and read with one message for each thing that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from engine.annotations import TAGS, AddAnnotation, Annotation, Frame, Group, Note, Sides
from engine.errors import GraphError, HyperparameterError, Message
from engine.graph import AddEdge, AddNode, Edge, Graph, Node, excerpt, is_id, natural_key
from engine.hyperparameters import is_real, is_whole
from engine.layers import Layer

LONGEST_TEXT = 10_000
"""Characters of a note."""


def graph_to_json(graph: Graph) -> dict[str, Any]:
    """Nodes, edges and annotations sorted by id; what is at its default is left out of nodes and annotations."""
    written: dict[str, Any] = {
        "nodes": [_node_to_json(node) for node in graph],
        "edges": [{"source": edge.source, "target": edge.target, "port": edge.port} for edge in graph.edges()],
    }
    if annotations := graph.annotations:
        written["annotations"] = [_annotation_to_json(annotations[key]) for key in sorted(annotations, key=natural_key)]
    return written


def _node_to_json(node: Node) -> dict[str, Any]:
    written = {"id": node.id, "layer": node.layer.to_json(), "position": list(node.position)}
    optional = {"shares": node.shares, "title": node.title, "tag": node.tag, "group": node.group}
    return written | {name: value for name, value in optional.items() if value}


def _annotation_to_json(annotation: Annotation) -> dict[str, Any]:
    written: dict[str, Any] = {"id": annotation.id, "position": list(annotation.position)}
    written |= {name: value for name, value in (("tag", annotation.tag), ("group", annotation.group)) if value}
    match annotation:
        case Note():
            return written | {"kind": "note", "text": annotation.text, "size": list(annotation.size)}
        case Frame():
            return written | {"kind": "frame", "title": annotation.title, "size": list(annotation.size)}
        case Group():
            written |= {"kind": "group", "title": annotation.title, "collapsed": annotation.collapsed}
            pushed = {"pushed": {key: list(sides) for key, sides in annotation.pushed}}
            return written | (pushed if annotation.pushed else {})


def graph_from_json(written: Any) -> Graph:
    """Read what `graph_to_json` wrote; GraphError holds one message for each thing that is wrong."""
    if not isinstance(written, dict) or not all(isinstance(written.get(k), list) for k in ("nodes", "edges")):
        raise GraphError(Message("A graph needs a list of nodes and a list of edges."))
    if not isinstance(written.get("annotations", []), list):
        raise GraphError(Message("The annotations of a graph are a list."))
    reader = _Reader()
    reader.annotations(written.get("annotations", []))
    reader.nodes(written["nodes"])
    reader.edges(written["edges"])
    if reader.wrong:
        raise GraphError(*reader.wrong)
    return reader.graph


class _Reader:
    """Reads part after part into one graph and collects what is wrong."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.wrong: list[Message] = []
        self.rejected: frozenset[str] = frozenset()

    def _attempt(self, read: Callable[[], object], badly_described: Message, called: str = "") -> None:
        try:
            read()
        except HyperparameterError as error:
            self.wrong += [Message("Layer {node}: {reason}", node=called, reason=each) for each in error.messages]
        except GraphError as error:
            self.wrong += error.messages
        except (KeyError, TypeError, ValueError, AttributeError):
            self.wrong.append(badly_described)

    def nodes(self, entries: list[Any]) -> None:
        """All nodes, and then who shares weights with whom: sharers may stand before their source."""
        sharing: dict[str, str] = {}

        def read(entry: Any) -> None:
            node = _node(entry)
            if (source := entry.get("shares")) is not None:
                sharing[node.id] = _id(source)
            self.graph.apply(AddNode(node))

        def share(node_id: str, source: str) -> None:
            self.graph.apply(self.graph.shared(node_id, source))

        for entry in entries:
            message = Message("A layer is not described as it should be: {entry}", entry=excerpt(entry))
            self._attempt(partial(read, entry), message, _named(entry))
        self.rejected = frozenset(name for name in map(_named, entries) if name and name not in self.graph)
        for node_id, source in sharing.items():
            if source not in self.rejected and node_id in self.graph:
                message = Message("A layer is not described as it should be: {entry}", entry=node_id)
                self._attempt(partial(share, node_id, source), message)

    def edges(self, entries: Iterable[Any]) -> None:
        """All wires; those of a rejected layer are not at fault themselves."""

        def read(entry: Any) -> None:
            edge = Edge(_id(entry["source"]), _id(entry["target"]), _port(entry.get("port", 0)))
            if self.rejected.isdisjoint((edge.source, edge.target)):
                self.graph.apply(AddEdge(edge))

        for entry in entries:
            message = Message("A connection is not described as it should be: {entry}", entry=excerpt(entry))
            self._attempt(partial(read, entry), message)

    def annotations(self, entries: Iterable[Any]) -> None:
        """Notes, frames and groups; what belongs to a group may stand before it."""
        for entry in sorted(entries, key=_depth(list(entries))):
            message = Message("A note, frame or group is not described as it should be: {entry}", entry=excerpt(entry))
            self._attempt(partial(self._read_annotation, entry), message)

    def _read_annotation(self, entry: Any) -> None:
        self.graph.apply(AddAnnotation(self._annotation(entry)))

    def _annotation(self, entry: Any) -> Annotation:
        common: dict[str, Any] = {
            "id": _id(entry["id"]),
            "position": _pair(entry["position"]),
            "tag": _tag(entry.get("tag", "")),
        }
        common["group"] = _text(entry.get("group", ""))
        match entry["kind"]:
            case "note":
                return Note(text=_text(entry["text"]), size=_pair(entry["size"]), **common)
            case "frame":
                return Frame(title=_text(entry["title"]), size=_pair(entry["size"]), **common)
            case "group":
                pushed = _sides(entry.get("pushed", {}))
                return Group(title=_text(entry["title"]), collapsed=_truth(entry["collapsed"]), pushed=pushed, **common)
        raise ValueError("no such kind of annotation")


def _depth(entries: list[Any]) -> Callable[[Any], int]:
    """How many groups are around an annotation, so that the outermost are read first."""
    around = {_named(entry): entry.get("group") for entry in entries if _named(entry)}

    def depth(entry: Any) -> int:
        name, seen = _named(entry), set[Any]()
        while name in around and name not in seen:
            seen.add(name)
            name = around[name] if isinstance(around[name], str) else ""
        return len(seen)

    return depth


def _named(entry: Any) -> str:
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else ""


def _node(entry: Any) -> Node:
    place = _pair(entry.get("position", (0.0, 0.0)))
    more = {
        "title": _text(entry.get("title", "")),
        "tag": _tag(entry.get("tag", "")),
        "group": _text(entry.get("group", "")),
    }
    return Node(_id(entry["id"]), Layer.from_json(entry["layer"]), place, **more)


def _id(value: Any) -> str:
    if not is_id(value):
        raise TypeError("an id is a short text")
    return str(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise TypeError("a text is needed")
    return value


def _tag(value: Any) -> str:
    if value != "" and value not in TAGS:
        raise ValueError("no such tag")
    return str(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false is needed")
    return value


def _pair(value: Any) -> tuple[float, float]:
    x, y = _numbers(value)
    return x, y


def _sides(value: dict[Any, Any]) -> Sides:
    """How far things were pushed aside, sorted by id."""
    found = []
    for key, sides in sorted(value.items()):
        left, top, right, bottom = _numbers(sides)
        found.append((_id(key), (left, top, right, bottom)))
    return tuple(found)


def _numbers(values: Any) -> list[float]:
    if not all(map(is_real, values)):
        raise TypeError("finite numbers are needed")
    return [float(value) for value in values]


def _port(value: Any) -> int:
    if not is_whole(value):
        raise TypeError("a port is a whole number")
    return int(value)
