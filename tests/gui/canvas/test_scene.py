"""Whatever is edited, undone and redone: the scene shows the graph, no more and no less."""

from __future__ import annotations

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from engine import edits, groups
from engine.annotations import AddAnnotation, Group, Note
from engine.errors import GraphError
from engine.graph import AddEdge, Edge
from engine.layers import Add, Dense, Flatten, Input, Output
from gui import names
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.cards import card_text
from gui.canvas.cards.node_item import NodeItem, wire_ends
from gui.canvas.commands import operations
from gui.canvas.scene import NetworkScene
from gui.document import Document
from tests.gui.projects import moons

KINDS = (Input, Dense, Add, Flatten, Output)
WHATS = ("add", "connect", "insert", "move", "change", "delete", "undo", "undo", "redo", "select")
GROUPING = ("group", "group", "reload", "ungroup", "fold", "fold", "enter", "leave", "title", "note", *WHATS)
COMMANDS = st.lists(st.tuples(st.sampled_from(WHATS), st.integers(0, 50), st.integers(0, 50)), max_size=25)


def assert_shows_graph(scene: NetworkScene) -> None:
    graph, document = scene.document.graph, scene.document
    assert set(scene.nodes) == {node.id for node in graph}
    assert {item for item in scene.items() if isinstance(item, NodeItem)} == set(scene.nodes.values())
    for node in graph:
        item = scene.nodes[node.id]
        wired = {edge.port for edge in graph.incoming(node.id)}
        problems = [names.told(p.message, graph) for p in document.inference.problems if p.node == node.id]
        assert item.pos().toTuple() == node.position
        assert item.wired == wired
        assert item.leaving == bool(graph.outgoing(node.id))
        assert set(item.ports) >= wired | set(range(len(node.layer.ports)))
        assert item.toolTip() == card_text.tooltip(node, problems, node.shares or "")
        assert (item.state.severity is not None) == bool(problems)
        assert item.state.selected == (node.id in document.selection.nodes)
    wires, cards = scene.wires.geometry(), scene.surroundings.cards
    assert document.shown == groups.all_shown(graph, document.scope)
    assert {key: type(card) for key, card in cards.items()} == {
        node.id: NodeItem if document.shown[node.id] == node.id else GroupCardItem
        for node in graph
        if node.id in document.shown
    }
    assert wires.edges == list(document.shown_edges())
    assert [tuple(point) for point in wires.points.tolist()] == [wire_ends(cards, edge) for edge in wires.edges]


def carry_out(document: Document, what: str, a: int, b: int) -> None:
    graph = document.graph
    nodes, wires = [node.id for node in graph], graph.edges()
    match what:
        case "add":
            operations.add_layer(document, KINDS[a % len(KINDS)](), (8.0 * a, 8.0 * b))
        case "connect" if nodes:
            source, target = nodes[a % len(nodes)], nodes[b % len(nodes)]
            operations.connect(document, Edge(source, target, b % 3))
        case "insert" if wires:
            operations.insert_layer(document, wires[a % len(wires)], KINDS[b % len(KINDS)]())
        case "move" if nodes:
            operations.move(document, dict.fromkeys(nodes[: a % len(nodes) + 1], (8.0 * b, 8.0 * a)))
        case "change" if nodes:
            document.push("Change", [graph.changed(nodes[a % len(nodes)], KINDS[b % len(KINDS)]())])
        case "delete" if nodes:
            document.push("Delete", edits.delete(graph, [nodes[a % len(nodes)]], wires[:1]))
        case "select" if nodes:
            document.select([nodes[a % len(nodes)]], wires[: b % 3])
        case "undo":
            document.undo_stack.undo()
        case "redo":
            document.undo_stack.redo()


def carry_out_grouping(document: Document, what: str, a: int, b: int) -> None:
    """As `carry_out`, and what groups add; what is refused is passed over."""
    graph = document.graph
    found = [key for key, each in graph.annotations.items() if isinstance(each, Group)]
    shown = [key for key, stands in document.shown.items() if key == stands]
    match what:
        case "group" if shown:
            with contextlib.suppress(GraphError):
                _, changes = groups.group(graph, shown[a % len(shown) :][: b % 3 + 1], "Group")
                document.push("Group", changes)
        case "ungroup" if found:
            document.push("Ungroup", groups.ungroup(graph, found[a % len(found)]))
        case "fold" if found:
            document.push("Fold", groups.collapse(graph, found[a % len(found)], bool(b % 2)))
        case "enter" if found:
            document.enter(found[a % len(found)])
        case "leave":
            document.leave()
        case "title" if shown:
            document.push("Rename", [groups.changed(graph, shown[a % len(shown)], tag="blue")])
        case "note":
            document.push("Note", [AddAnnotation(Note(graph.fresh_name("note"), "Hi", (8.0 * a, 8.0 * b)))])
        case _:
            carry_out(document, what, a, b)


def assert_shows_scope(scene: NetworkScene) -> None:
    """Items, cards and wires are those that a scene made anew has."""
    document, fresh = scene.document, NetworkScene(scene.document)
    shown = groups.all_shown(document.graph, document.scope)
    assert document.shown == shown
    assert {key for key, item in scene.nodes.items() if item.isVisible()} | set(scene.surroundings.items) == {
        key for key, stands in shown.items() if key == stands
    }
    for key, item in scene.surroundings.items.items():
        other = fresh.surroundings.items[key]
        assert (type(item), item.place(), item.toolTip(), item.selected) == (
            type(other), other.place(), other.toolTip(), other.selected,
        )  # fmt: skip
        if isinstance(item, GroupCardItem):
            assert item.ports() == other.ports()
    cards = scene.surroundings.cards
    assert all(card is scene.nodes[node] for node, card in cards.items() if isinstance(card, NodeItem))
    assert {node: (type(card), card.pos()) for node, card in cards.items()} == {
        node: (type(card), card.pos()) for node, card in fresh.surroundings.cards.items()
    }
    wires, wanted = scene.wires.geometry(), fresh.wires.geometry()
    assert wires.edges == wanted.edges
    assert wires.points.tolist() == wanted.points.tolist()


@given(st.lists(st.tuples(st.sampled_from(GROUPING), st.integers(0, 50), st.integers(0, 50)), max_size=25))
def test_scene_shows_what_is_in_scope(qapp, commands):
    document = Document(moons())
    scene = NetworkScene(document)
    before = document.graph.copy()
    for what, a, b in commands:
        if what == "reload":
            scene.reload()
        carry_out_grouping(document, what, a, b)
        assert_shows_scope(scene)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert_shows_scope(scene)
    assert document.graph == before


@given(COMMANDS)
def test_scene_equals_graph(qapp, commands):
    document = Document(moons())
    scene = NetworkScene(document)
    before = document.graph.copy()
    for what, a, b in commands:
        carry_out(document, what, a, b)
        assert_shows_graph(scene)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.graph == before
    assert_shows_graph(scene)


def test_another_project_is_shown_anew(qapp):
    document = Document(moons())
    scene = NetworkScene(document)
    document.select(["dense_1"])
    other = moons(units=9)
    other.graph.apply(AddEdge(Edge("dense_1", other.graph.add(Output()), 0)))
    document.replace(other)
    assert_shows_graph(scene)
    assert not any(item.state.selected for item in scene.nodes.values())
