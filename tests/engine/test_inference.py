"""Shapes and problems: each problem once, at its node, with a fix that removes it where there is one."""

from __future__ import annotations

import itertools
import re

import pytest

from engine.activations import ActivationFunction
from engine.data import Preparation
from engine.direction import Direction
from engine.errors import GraphError
from engine.graph import Edge, Graph, RemoveEdge
from engine.inference import infer_shapes
from engine.layers import (
    Activation,
    Add,
    Concatenate,
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Embedding,
    Flatten,
    Input,
    Layer,
    MaxPooling2D,
    Output,
    Reshape,
)
from engine.layers.pooling import Pooling
from engine.layers.windowed import Windowed
from engine.losses import Loss
from engine.network import Network
from engine.problems import Problem, Severity
from engine.room import let_in
from engine.shapes import DataShape, Shape
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
        ("", "There is no Input layer yet. Data need one to enter the network."),
        ("", "There is no Output layer yet. The loss is computed there."),
        ("dense_1", "Not connected yet."),
    ]


def test_a_gap_is_told_once_and_not_by_those_behind_it() -> None:
    graph = chain(2, 3, 1)
    graph.apply(RemoveEdge(Edge("input_1", "dense_1")))
    assert messages(graph) == [
        ("dense_1", "Its input is not connected yet."),
        ("input_1", "Its output is not connected yet."),
    ]
    assert dict(infer_shapes(graph).shapes) == {"input_1": (2,)}


@pytest.mark.parametrize("kind", [kind for kind, layer in Layer.kinds().items() if len(layer.ports) == 2])
def test_a_merge_counts_its_wires(kind: str) -> None:
    graph = Graph()
    x = graph.add(Input())
    joint = graph.add(Layer.resolve(kind), after=[x])
    graph.add(Output(), after=joint)
    wanted = "2" if kind in ("Subtract", "Dot") else "at least 2"
    assert messages(graph) == [(joint, f"It joins {wanted} inputs and has 1 so far.")]


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
    assert [str(message) for message in refusal.value.messages] == [f"{node}: {text}" for node, text in messages(graph)]


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
    kinds = ActivationFunction.kinds()
    wanted, came = kinds[Loss.resolve(loss).suits[0]].label, kinds[activation].label
    assert problem.node == "output_1"
    assert str(problem.message).endswith(f"needs the activation {wanted} before it. {end} has {came}.")
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
    assert str(problem.message) == "Binary cross-entropy needs the activation Sigmoid before it. flatten_1 has Flatten."
    apply_fix(graph, problem)
    assert infer_shapes(graph).problems == ()


DATA_PROBLEMS = {
    "inputs": (
        chain(2, 3, 1),
        DataShape((5,), (1,), classification=False),
        ("input_1", "The data bring 5, and 2 is expected here."),
    ),
    "targets": (
        chain(2, 3, 1),
        DataShape((2,), (3,), classification=False),
        ("output_1", "The targets have shape 3, and 1 arrives here."),
    ),
    "classes": (
        chain(2, 3, 3),
        DataShape((2,), (3,)),
        (
            "output_1",
            "The data have 3 classes of which one is right; softmax and categorical cross-entropy suit them better.",
        ),
    ),
    "two classes": (
        chain(2, 3, 1),
        DataShape((2,), (1,)),
        (
            "output_1",
            "The data have two classes, and what arrives here is not held between 0 and 1; "
            "sigmoid and binary cross-entropy suit them better.",
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
    assert messages(chain(2, 3, 1), DataShape((2,), (1,), classification=False)) == []
    assert messages(chain(2, 3, 1, last="sigmoid"), DataShape((2,), (1,))) == []  # squared error of a probability


@pytest.mark.parametrize(("units", "targets"), [(3, (3,)), (3, (1,)), (2, (1,))])
def test_class_numbers_and_one_hot_rows_fit_a_sparse_loss(units: int, targets: tuple[int, ...]) -> None:
    graph = chain(2, 3, units, last="softmax", loss="sparse_categorical_crossentropy")
    assert messages(graph, DataShape((2,), targets)) == []


def test_one_hot_rows_of_other_length_set_the_units_of_a_sparse_output() -> None:
    graph = chain(2, 3, 4, last="softmax", loss="sparse_categorical_crossentropy")
    data = DataShape((2,), (3,))
    assert messages(graph, data) == [("output_1", "The targets have shape 3, and 4 arrives here.")]
    apply_fix(graph, infer_shapes(graph, data).problems[0])
    assert messages(graph, data) == []


def test_class_weights_beside_a_loss_of_measures_are_taken_away() -> None:
    graph = chain(2, 3, 1)
    graph.apply(graph.changed("output_1", Output(class_weights="balanced")))
    (problem,) = infer_shapes(graph).problems
    assert str(problem.message) == "It weighs classes, and Mean squared error compares measures."
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
        ("output_2", "The chosen data have one output; this is one too many.")
    ]


def test_what_is_not_drawn_yet_is_no_error_but_keeps_a_graph_from_running() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2, 2)))
    graph.add(Conv1D(kernel_size=(3,)), after=x)
    graph.add(Dense())
    inference = infer_shapes(graph)
    assert [(problem.node, problem.severity) for problem in inference.problems] == [
        ("conv1d_1", Severity.ERROR),
        ("", Severity.UNFINISHED),
        ("dense_1", Severity.UNFINISHED),
        ("conv1d_1", Severity.UNFINISHED),
    ]
    assert inference.obstacles == inference.problems
    assert inference.footprints == {}


def test_a_warning_is_no_obstacle() -> None:
    inference = infer_shapes(chain(2, 3, 3), DataShape((2,), (3,)))
    assert [problem.severity for problem in inference.problems] == [Severity.WARNING]
    assert inference.obstacles == ()


def alone(layer: Layer, shape: Shape) -> Graph:
    graph = Graph()
    x = graph.add(Input(shape=shape))
    graph.add(Output(), after=graph.add(layer, after=x))
    return graph


@pytest.mark.parametrize(
    ("layer", "shape", "label", "leaving"),
    [
        (Conv1D(kernel_size=(5,)), (4, 1), "Set Padding of conv1d_1 to same", (4, 8)),
        (Conv2D(kernel_size=(3, 3)), (2, 2, 1), "Set Padding of conv2d_1 to same", (2, 2, 8)),
        (MaxPooling2D(pool_size=(4, 4)), (2, 2, 1), "Set Padding of max_pooling2d_1 to same", (1, 1, 1)),
        (Reshape(target_shape=(5, 4)), (12,), "Set Target shape of reshape_1 to -1×4", (3, 4)),
        (Reshape(target_shape=(4, 5)), (12,), "Set Target shape of reshape_1 to 4×-1", (4, 3)),
        (Reshape(target_shape=(-1, 5, 2)), (12,), "Set Target shape of reshape_1 to -1×2", (6, 2)),
        (Reshape(target_shape=(7, 5)), (12,), "Set Target shape of reshape_1 to -1", (12,)),
    ],
)
def test_shapes_that_do_not_fit_are_fixed_by_a_field_of_the_layer(
    layer: Layer, shape: Shape, label: str, leaving: Shape
) -> None:
    graph = alone(layer, shape)
    (problem,) = infer_shapes(graph).problems
    assert problem.fix is not None
    assert str(problem.fix.label) == label
    apply_fix(graph, problem)
    inference = infer_shapes(graph)
    assert inference.problems == ()
    assert inference.shapes["output_1"] == leaving


WINDOWED = [kind for kind in Layer.kinds().values() if issubclass(kind, Windowed) and kind is not Conv2DTranspose]
"""A transposed window fits into any input."""


@pytest.mark.parametrize("kind", WINDOWED)
def test_every_window_that_is_too_large_can_be_mended(kind: type[Layer]) -> None:
    name = "pool_size" if issubclass(kind, Pooling) else "kernel_size"
    sequence = kind.axes == 1  # type: ignore[attr-defined]
    layer = kind().replace(**{name: 9})
    (problem,) = infer_shapes(alone(layer, (4, 1) if sequence else (4, 4, 1))).problems
    assert problem.fix is not None
    (problem,) = infer_shapes(alone(layer, (4,))).problems
    assert problem.fix is None  # padding does not help where an axis is missing


def test_padding_is_no_fix_for_an_initializer_that_does_not_suit() -> None:
    (problem,) = infer_shapes(alone(Conv1D(kernel_initializer="identity"), (4, 1))).problems
    assert problem.fix is None


SHAPES: tuple[Shape, ...] = ((5,), (7, 2), (2, 3, 1), (2, 2, 2, 2))


@pytest.mark.parametrize("name", Layer.kinds())
def test_sentences_call_a_kind_by_its_label(name: str) -> None:
    kind = Layer.kinds()[name]
    for shapes in itertools.product(SHAPES, repeat=max(1, len(kind.ports))):
        graph = Graph()
        ends = [graph.add(Input(shape=shape)) for shape in shapes[: len(kind.ports)]]
        graph.add(kind(), after=ends)
        for problem in infer_shapes(graph).problems:
            told = str(problem.told).removeprefix(problem.node)
            others = [k for k, other in Layer.kinds().items() if other.label != k]
            assert not [k for k in others if re.search(rf"\b{k}\b", told)]


def test_only_data_that_are_scaled_trouble_an_embedding() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    f = graph.add(Flatten(), after=x)
    graph.add(Output(), after=graph.add(Embedding(), after=f))
    assert infer_shapes(graph, preparation=Preparation(scaling="none")).problems == ()
    (problem,) = infer_shapes(graph, preparation=Preparation(scaling="minmax", validation=0.5)).problems
    assert problem.node == "embedding_1"
    assert str(problem.message) == "It takes whole numbers, and the data are scaled before they enter."
    assert problem.fix is not None
    assert problem.fix.edits == ()
    assert problem.fix.preparation == Preparation(scaling="none", validation=0.5)
    assert infer_shapes(chain(2, 3, 1), preparation=Preparation()).problems == ()


def test_several_inputs_share_the_features_of_flat_data() -> None:
    graph = Graph()
    flat, other = graph.add(Input(shape=(2,))), graph.add(Input(shape=(3, 1)))
    joint = graph.add(Concatenate(), after=[flat, graph.add(Flatten(), after=other)])
    graph.add(Output(), after=graph.add(Dense(units=1), after=joint))
    assert messages(graph, DataShape((5,), (1,), classification=False)) == []
    assert messages(graph, DataShape((6,), (1,), classification=False)) == [
        (
            "input_2",
            "The data bring 6 into input_1 + input_2, which take 5 numbers together. "
            "Several Inputs share one row of features in the order of their ids.",
        )
    ]
    ((_, message),) = messages(graph, DataShape((5, 1), (1,), classification=False))
    assert message.startswith("The data bring 5×1 into")


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
        for edit in let_in(graph, fix.edits, Direction.RIGHT, {}):
            trial.apply(edit)
        places = sorted(node.position[0] for node in trial)
        assert all(right - left >= 200 for left, right in itertools.pairwise(places))
    assert end in graph
