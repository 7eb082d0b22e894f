"""Gestures as edits: what each does, and that undo and redo are exact whatever was done before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import edits
from engine.annotations import AddAnnotation, Note
from engine.errors import GraphError
from engine.graph import AddEdge, AddNode, Edge, Edit, Graph, RemoveEdge, RemoveNode
from engine.graph_json import graph_from_json, graph_to_json
from engine.inference import infer_shapes
from engine.layers import Add, Dense, Dropout, Input, Layer, Output
from tests.engine.networks import chain
from tests.engine.random_graphs import graphs

KINDS = list(Layer.kinds())
numbers = st.integers(0, 1000)
gestures = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "add",
                "connect",
                "delete",
                "disconnect",
                "insert",
                "change",
                "tune",
                "move",
                "wire",
                "share",
                "part",
                "heal",
            ]
        ),
        numbers,
        numbers,
        numbers,
    ),
    max_size=30,
)


def edits_of(graph: Graph, gesture: str, a: int, b: int, c: int) -> list[Edit]:
    """What the gesture means on this graph; the numbers choose among the nodes, wires, kinds and places there are."""
    ids, wires = [node.id for node in graph], graph.edges()
    layer = Layer.resolve(KINDS[c % len(KINDS)])
    if gesture == "add" or not ids:
        return edits.add(graph, layer, (float(a), float(b)))[1]
    source, target = ids[a % len(ids)], ids[b % len(ids)]
    match gesture:
        case "connect":
            return edits.connect(graph, source, target)
        case "wire":
            return [AddEdge(Edge(source, target, c % 3))]
        case "delete":
            return edits.delete(graph, {source, target}, wires[: c % 2])
        case "heal":
            return edits.delete_and_heal(graph, {source, target}, wires[: c % 2])
        case "change":
            return [graph.changed(source, layer)]
        case "tune":
            return edits.change(graph, source, graph[target].layer)
        case "share":
            return edits.share_weights(graph, source, target)
        case "part":
            return edits.use_own_weights(graph, source)
        case "move":
            return [graph.moved(source, (float(b), float(c)))]
        case "insert" if wires:
            return edits.insert_on_edge(graph, wires[a % len(wires)], layer)[1]
        case "disconnect" if wires:
            return edits.delete(graph, edges=[wires[a % len(wires)]])
    return []


@given(gestures)
@settings(max_examples=150)
def test_undo_and_redo_are_exact_at_every_step(sequence: list[tuple[str, int, int, int]]) -> None:
    graph = Graph()
    done: list[Edit] = []
    states = [graph.copy()]
    for gesture in sequence:
        before = graph.copy()
        try:
            wanted = edits_of(graph, *gesture)
            graph.check(wanted)
        except GraphError:
            assert graph == before
            continue
        assert graph == before, "check changes nothing"
        for edit in wanted:
            graph.apply(edit)
            done.append(edit)
            states.append(graph.copy())
        infer_shapes(graph)  # never raises, however unfinished the graph
    for edit, state in zip(reversed(done), reversed(states[:-1]), strict=True):
        graph.apply(edit.inverse())
        assert graph == state
        assert graph_to_json(graph) == graph_to_json(state)
    for edit, state in zip(done, states[1:], strict=True):
        graph.apply(edit)
        assert graph == state
    assert graph_from_json(graph_to_json(graph)) == graph
    assert sorted(graph.order()) == sorted(node.id for node in graph)


def test_connect_takes_the_first_free_port() -> None:
    graph = Graph()
    a, b = graph.add(Input()), graph.add(Input())
    joint = graph.add(Add(), after=[a])
    assert edits.connect(graph, b, joint) == [AddEdge(Edge(b, joint, 1))]
    assert edits.connect(graph, b, joint, port=2) == [AddEdge(Edge(b, joint, 2))]


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("input_1", "dense_2", "takes one wire here, and it has one"),
        ("dense_2", "input_1", "nothing enters it"),
        ("output_1", "dense_1", "nothing leaves it"),
        ("dense_1", "dense_1", "cannot feed itself"),
        ("input_1", "nobody", "no layer called nobody"),
    ],
)
def test_connect_says_why_not(source: str, target: str, reason: str) -> None:
    with pytest.raises(GraphError, match=reason):
        edits.connect(chain(2, 3, 1), source, target)


def test_deleting_a_layer_takes_its_wires_along() -> None:
    graph = chain(2, 3, 1)
    dense = graph["dense_1"]
    assert edits.delete(graph, ["dense_1"], [Edge("input_1", "dense_1")]) == [
        RemoveEdge(Edge("dense_1", "dense_2")),
        RemoveEdge(Edge("input_1", "dense_1")),
        RemoveNode(dense),
    ]


def test_deleting_everything_leaves_nothing() -> None:
    graph = chain(2, 3, 1)
    for edit in edits.delete(graph, [node.id for node in graph], graph.edges()):
        graph.apply(edit)
    assert graph == Graph()


def test_inserting_half_way_keeps_the_port() -> None:
    graph = Graph()
    a = graph.add(Input(), position=(0.0, 0.0))
    joint = graph.add(Add(), after=[a, a], position=(400.0, 50.0))
    new, wanted = edits.insert_on_edge(graph, Edge(a, joint, 1), Dropout())
    for edit in wanted:
        graph.apply(edit)
    assert graph.edges() == (Edge(new, joint, 1), Edge(a, joint, 0), Edge(a, new, 0))
    assert graph[new].position == (200.0, 25.0)


@pytest.mark.parametrize("layer", [Input(), Output()])
def test_an_end_cannot_stand_between(layer: Layer) -> None:
    with pytest.raises(GraphError, match="cannot stand between two layers"):
        edits.insert_on_edge(chain(2, 3, 1), Edge("dense_1", "dense_2"), layer)


def test_layers_and_notes_are_moved_and_what_stays_is_left_out() -> None:
    graph = chain(3, 4, 2)
    graph.apply(AddAnnotation(Note("note_1", "Hi", (8.0, 8.0))))
    first, second = [node.id for node in graph][:2]
    x, y = graph[first].position
    changes = edits.move_by(graph, {first: (16.0, -8.0), second: (0.0, 0.0), "note_1": (0.0, 24.0)})
    assert len(changes) == 2
    carry_out(graph, changes)
    assert graph[first].position == (x + 16.0, y - 8.0)
    assert graph.annotations["note_1"] == Note("note_1", "Hi", (8.0, 32.0))


def test_add_gives_an_id_that_is_free() -> None:
    node_id, wanted = edits.add(chain(2, 3, 1), Dense(), (5.0, 6.0))
    assert node_id == "dense_3"
    assert isinstance(wanted[0], AddNode)
    assert wanted[0].node.position == (5.0, 6.0)


def four(*sharers: str) -> Graph:
    """Input and four Dense side by side, of which some share the weights of dense_1."""
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    for number in range(1, 5):
        node = f"dense_{number}"
        graph.add(Dense(units=2), after=x, id=node, shares="dense_1" if node in sharers else None)
    return graph


def sharing(graph: Graph) -> dict[str, str]:
    return {node.id: node.shares for node in graph if node.shares is not None}


def carry_out(graph: Graph, wanted: list[Edit]) -> None:
    graph.check(wanted)
    before = graph.copy()
    for edit in wanted:
        graph.apply(edit)
    trial = graph.copy()
    for edit in reversed(wanted):
        trial.apply(edit.inverse())
    assert trial == before


def test_a_change_is_one_of_all_that_share() -> None:
    graph = four("dense_3")
    for node in ("dense_1", "dense_3"):
        carry_out(graph, edits.change(graph, node, graph[node].layer.replace(units=graph[node].layer.units + 1)))
    assert [node.layer.units for node in graph if isinstance(node.layer, Dense)] == [4, 2, 4, 2]


def test_sharing_takes_the_declaration_over_and_those_that_share_already_along() -> None:
    graph = four("dense_2")
    graph.apply(graph.changed("dense_4", Dense(units=7)))
    carry_out(graph, edits.share_weights(graph, "dense_1", "dense_4"))
    assert sharing(graph) == {"dense_1": "dense_4", "dense_2": "dense_4"}
    assert {graph[node].layer.units for node in ("dense_1", "dense_2", "dense_4")} == {7}
    carry_out(graph, edits.share_weights(graph, "dense_3", "dense_2"))
    assert sharing(graph)["dense_3"] == "dense_4", "the weights that dense_2 uses"
    carry_out(graph, edits.use_own_weights(graph, "dense_1"))
    carry_out(graph, edits.share_weights(graph, "dense_2", "dense_1"))
    assert sharing(graph) == {"dense_2": "dense_1", "dense_3": "dense_4"}


@pytest.mark.parametrize(
    ("doomed", "left"),
    [
        ({"dense_1"}, {"dense_3": "dense_2", "dense_4": "dense_2"}),
        ({"dense_1", "dense_2"}, {"dense_4": "dense_3"}),
        ({"dense_2", "dense_3"}, {"dense_4": "dense_1"}),
        ({"dense_1", "dense_2", "dense_3"}, {}),
        ({"dense_1", "dense_2", "dense_3", "dense_4", "input_1"}, {}),
    ],
)
def test_weights_are_left_to_the_first_that_shares_them(doomed: set[str], left: dict[str, str]) -> None:
    graph = four("dense_2", "dense_3", "dense_4")
    carry_out(graph, edits.delete(graph, doomed))
    assert sharing(graph) == left
    assert doomed.isdisjoint(node.id for node in graph)


def healed(graph: Graph, *nodes: str) -> Graph:
    changed = graph.copy()
    for edit in edits.delete_and_heal(graph, nodes):
        changed.apply(edit)
    return changed


def test_a_chain_closes_over_what_was_deleted() -> None:
    graph = chain(2, 3, 3, 1)
    assert healed(graph, "dense_1").edges() == (
        Edge("dense_2", "dense_3"), Edge("dense_3", "output_1"), Edge("input_1", "dense_2"),
    )  # fmt: skip
    assert healed(graph, "dense_1", "dense_2").edges() == (Edge("dense_3", "output_1"), Edge("input_1", "dense_3"))


def test_a_deleted_fork_leads_its_source_to_all_that_it_fed() -> None:
    graph = chain(2, 3, 1)
    aside = graph.add(Dense(), after="dense_1")
    assert {edge.target for edge in healed(graph, "dense_1").outgoing("input_1")} == {"dense_2", aside}


def test_a_deleted_merge_leads_its_first_source_on_and_all_into_another_merge() -> None:
    graph = Graph()
    a, b = graph.add(Input()), graph.add(Input())
    inner = graph.add(Add(), after=[a, b])
    outer = graph.add(Add(), after=[inner, graph.add(Input())])
    graph.add(Dense(), after=inner)
    changed = healed(graph, inner)
    assert [edge.source for edge in changed.incoming("dense_1")] == [a]
    assert [edge.source for edge in changed.incoming(outer)] == [a, "input_3", b]


def test_a_wire_deleted_along_with_its_layer_is_not_healed() -> None:
    graph = chain(2, 3, 1)
    assert edits.delete_and_heal(graph, ["dense_1"], [Edge("input_1", "dense_1")]) == edits.delete(graph, ["dense_1"])


@given(graphs(), st.sets(st.integers(0, 20)))
def test_healing_keeps_what_led_where(graph: Graph, chosen: set[int]) -> None:
    order = graph.order()
    doomed = {order[index % len(order)] for index in chosen}
    changed = healed(graph, *doomed)
    kept = [node for node in order if node not in doomed]
    assert [node.id for node in changed] == [node.id for node in graph if node.id not in doomed]
    assert set(changed.edges()) >= {e for e in graph.edges() if not {e.source, e.target} & doomed}
    for source in kept:
        for target in kept:
            assert graph.reaches(source, target) or not changed.reaches(source, target)
    for edge in graph.edges():
        if edge.source in doomed and edge.target not in doomed:
            led = any(graph.reaches(source, edge.source) for source in kept)
            assert led == any(wire.port == edge.port for wire in changed.incoming(edge.target))
