"""Shapes and problems: each problem once, at its node, with a fix that removes it where there is one."""

from __future__ import annotations

import itertools

import pytest

from engine.activations import ActivationFunction
from engine.errors import GraphError
from engine.graph import Edge, Graph, RemoveEdge
from engine.inference import Problem, Severity, infer_shapes
from engine.layers import Activation, Add, Concatenate, Dense, Flatten, Input, Layer, Output
from engine.losses import Loss
from engine.network import Network
from engine.shapes import DataShape
from tests.engine.networks import chain


def messages(graph: Graph, data: DataShape | None = None) -> list[tuple[str, str]]:
    return [(problem.node, str(problem.message)) for problem in infer_shapes(graph, data).problems]


def apply_fix(graph: Graph, problem: Problem) -> None:
    assert problem.fix is not None
    graph.check(problem.fix.edits)
    for edit in problem.fix.edits:
        graph.apply(edit)


def test_shapes_and_parameters_of_a_sound_graph() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2, 3)))
    f = graph.add(Flatten(), after=x)
    h = graph.add(Dense(units=4), after=f)
    j = graph.add(Concatenate(), after=[f, h])
    graph.add(Output(), after=j)
    inference = infer_shapes(graph)
    assert inference.problems == ()
    assert dict(inference.shapes) == {
        "input_1": (2, 3),
        "flatten_1": (6,),
        "dense_1": (4,),
        "concatenate_1": (10,),
        "output_1": (10,),
    }
    assert dict(inference.parameters) == {
        "input_1": 0,
        "flatten_1": 0,
        "dense_1": 28,
        "concatenate_1": 0,
        "output_1": 0,
    }
    assert inference.edge_shape(Edge("flatten_1", "dense_1")) == (6,)


def test_an_empty_canvas_says_how_to_begin() -> None:
    assert messages(Graph()) == [("", "The canvas is empty. Drag an Input layer onto it to begin.")]


def test_both_ends_are_missed() -> None:
    graph = Graph()
    graph.add(Dense())
    assert messages(graph) == [
        ("", "There is no Input layer. Data need one to enter the network."),
        ("", "There is no Output layer. The loss is computed there."),
        ("dense_1", "dense_1 has no input. Connect a layer to it."),
        ("dense_1", "dense_1 leads nowhere. Connect it, or delete it."),
    ]


def test_a_gap_is_told_once_and_not_by_those_behind_it() -> None:
    graph = chain(2, 3, 1)
    graph.apply(RemoveEdge(Edge("input_1", "dense_1")))
    assert messages(graph) == [
        ("dense_1", "dense_1 has no input. Connect a layer to it."),
        ("input_1", "input_1 leads nowhere. Connect it, or delete it."),
    ]
    assert dict(infer_shapes(graph).shapes) == {"input_1": (2,)}


@pytest.mark.parametrize("kind", [kind for kind, layer in Layer.kinds().items() if len(layer.ports) == 2])
def test_a_merge_counts_its_wires(kind: str) -> None:
    graph = Graph()
    x = graph.add(Input())
    joint = graph.add(Layer.resolve(kind), after=[x])
    graph.add(Output(), after=joint)
    wanted = "2" if kind in ("Subtract", "Dot") else "at least 2"
    assert messages(graph) == [(joint, f"{joint} joins {wanted} inputs and has 1.")]


def test_shapes_that_do_not_fit_name_what_came() -> None:
    graph = Graph()
    a, b = graph.add(Input(shape=(2,))), graph.add(Input(shape=(3,)))
    graph.add(Output(), after=graph.add(Add(), after=[a, b]))
    assert messages(graph) == [("add_1", "Add needs inputs of one shape. Received: 2, 3.")]


def test_a_network_cannot_be_made_of_it() -> None:
    graph = chain(2, 3, 1)
    graph.apply(RemoveEdge(Edge("input_1", "dense_1")))
    with pytest.raises(GraphError) as refusal:
        Network(graph)
    assert [str(message) for message in refusal.value.messages] == [text for _, text in messages(graph)]


UNSUITED = [
    (loss, activation)
    for loss, kind in Loss.kinds().items()
    for activation in ActivationFunction.kinds()
    if kind.suits and activation not in kind.suits
]


@pytest.mark.parametrize(("loss", "activation"), UNSUITED)
@pytest.mark.parametrize("apart", [False, True], ids=["within Dense", "as a layer"])
@pytest.mark.parametrize("shared", [False, True], ids=["alone", "with another successor"])
def test_a_loss_that_does_not_suit_is_fixed(loss: str, activation: str, apart: bool, shared: bool) -> None:
    graph = Graph()
    x = graph.add(Input())
    end = graph.add(Dense(units=2, activation="tanh" if apart else activation), after=x)
    if apart:
        end = graph.add(Activation(function=activation), after=end)
    graph.add(Output(loss=loss), after=end)
    if shared:
        graph.add(Output(), after=graph.add(Dense(), after=end))
    (problem,) = infer_shapes(graph).problems
    wanted = Loss.resolve(loss).suits[0]
    assert problem.node == "output_1"
    assert str(problem.message).endswith(f"needs a {wanted} activation before it. {end} has {activation}.")
    others = {node.id: node.layer for node in graph if node.id != end}
    apply_fix(graph, problem)
    assert infer_shapes(graph).problems == ()
    # A layer that feeds somebody else too is left as it is.
    assert not shared or graph["dense_2"].layer == others["dense_2"]
    Network(graph)


def test_a_loss_behind_a_layer_without_activation_is_fixed() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2, 2)))
    graph.add(Output(loss="binary_crossentropy"), after=graph.add(Flatten(), after=x))
    (problem,) = infer_shapes(graph).problems
    assert str(problem.message) == ("Binary cross-entropy needs a sigmoid activation before it. flatten_1 has Flatten.")
    apply_fix(graph, problem)
    assert infer_shapes(graph).problems == ()


DATA_PROBLEMS = {
    "inputs": (
        chain(2, 3, 1),
        DataShape((5,), (1,)),
        ("input_1", "The data bring 5 into input_1, which expects 2."),
    ),
    "targets": (
        chain(2, 3, 1),
        DataShape((2,), (3,), classification=False),
        ("output_1", "The targets have shape 3, and 1 arrives at output_1."),
    ),
    "classes": (
        chain(2, 3, 3),
        DataShape((2,), (3,)),
        (
            "output_1",
            "The data have 3 classes of which one is right; softmax and categorical cross-entropy suit them better.",
        ),
    ),
    "measures": (
        chain(2, 3, 1, last="sigmoid", loss="binary_crossentropy"),
        DataShape((2,), (1,), classification=False),
        ("output_1", "Binary cross-entropy compares classes, and the targets of the data are measures."),
    ),
}


@pytest.mark.parametrize(("graph", "data", "wanted"), DATA_PROBLEMS.values(), ids=list(DATA_PROBLEMS))
def test_data_that_do_not_fit_are_fixed(graph: Graph, data: DataShape, wanted: tuple[str, str]) -> None:
    graph = graph.copy()
    assert messages(graph, data) == [wanted]
    apply_fix(graph, infer_shapes(graph, data).problems[0])
    assert messages(graph, data) == []


def test_data_that_fit_are_no_problem() -> None:
    assert messages(chain(2, 3, 1), DataShape((2,), (1,))) == []


@pytest.mark.parametrize(("units", "targets"), [(3, (3,)), (3, (1,)), (2, (1,))])
def test_class_numbers_and_one_hot_rows_fit_a_sparse_loss(units: int, targets: tuple[int, ...]) -> None:
    graph = chain(2, 3, units, last="softmax", loss="sparse_categorical_crossentropy")
    assert messages(graph, DataShape((2,), targets)) == []


def test_one_hot_rows_of_other_length_set_the_units_of_a_sparse_output() -> None:
    graph = chain(2, 3, 4, last="softmax", loss="sparse_categorical_crossentropy")
    data = DataShape((2,), (3,))
    assert messages(graph, data) == [("output_1", "The targets have shape 3, and 4 arrives at output_1.")]
    apply_fix(graph, infer_shapes(graph, data).problems[0])
    assert messages(graph, data) == []


def test_class_weights_beside_a_loss_of_measures_are_taken_away() -> None:
    graph = chain(2, 3, 1)
    graph.apply(graph.changed("output_1", Output(class_weights="balanced")))
    (problem,) = infer_shapes(graph).problems
    assert str(problem.message) == "output_1 weighs classes, and Mean squared error compares measures."
    apply_fix(graph, problem)
    assert infer_shapes(graph).problems == ()


def test_a_layer_without_activation_hands_on_what_a_hinge_takes() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2, 2)))
    graph.add(Output(loss="hinge"), after=graph.add(Flatten(), after=x))
    assert messages(graph) == []


def test_data_have_one_output() -> None:
    graph = chain(2, 3, 1)
    graph.add(Output(), after="dense_1")
    assert messages(graph, DataShape((2,), (1,))) == [
        ("output_2", "The chosen data have one output; output_2 is one too many.")
    ]


def test_several_inputs_share_the_features_of_flat_data() -> None:
    graph = Graph()
    flat, other = graph.add(Input(shape=(2,))), graph.add(Input(shape=(3, 1)))
    joint = graph.add(Concatenate(), after=[flat, graph.add(Flatten(), after=other)])
    graph.add(Output(), after=graph.add(Dense(units=1), after=joint))
    assert messages(graph, DataShape((5,), (1,))) == []
    assert messages(graph, DataShape((6,), (1,))) == [
        (
            "input_2",
            "The data bring 6 into input_1 + input_2, which take 5 numbers together. "
            "Several Inputs share one row of features in the order of their ids.",
        )
    ]
    ((_, message),) = messages(graph, DataShape((5, 1), (1,)))
    assert message.startswith("The data bring 5×1 into")


def test_errors_are_the_problems_that_keep_a_graph_from_running() -> None:
    inference = infer_shapes(Graph())
    assert inference.errors == inference.problems
    assert {problem.severity for problem in inference.problems} == {Severity.ERROR}


@pytest.mark.parametrize(
    "graph", [chain(10**6, 10**3, 1), chain(2, 2 * 10**7, 1)], ids=["too many parameters", "too many values"]
)
def test_a_slip_of_the_finger_does_not_take_the_memory(graph: Graph) -> None:
    assert [node for node, text in messages(graph) if "Make it smaller" in text] == ["dense_1"]


def test_a_fix_that_inserts_and_changes_the_output_makes_room_for_both() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    h = graph.add(Dense(units=3), after=x)
    end = graph.add(Output(loss="categorical_crossentropy"), after=graph.add(Flatten(), after=h))
    data = DataShape((2,), (3,), classification=False)
    fixes = [problem.fix for problem in infer_shapes(graph, data).problems if problem.fix]
    assert fixes
    for fix in fixes:
        trial = graph.copy()
        for edit in fix.edits:
            trial.apply(edit)
        places = sorted(node.position[0] for node in trial)
        assert all(right - left >= 200 for left, right in itertools.pairwise(places))
    assert end in graph
