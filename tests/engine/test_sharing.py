"""Shared weights: one array at several places, whose gradient is the sum over all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine import edits
from engine.data import Dataset
from engine.errors import DataError, GraphError, ProjectError
from engine.events import BatchEnd
from engine.gradient_check import check_gradients
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import BatchNormalization, Concatenate, Dense, Flatten, Input, Layer, Output, Subtract
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.project import Project, document_text, from_bytes, from_document, load_example, save, to_bytes
from engine.sharing import lenders
from tests.engine.commands import Run
from tests.engine.layers.examples import EXAMPLES, Example
from tests.engine.networks import trainer
from tests.engine.random_graphs import batch_for, graphs


def siamese(shape: tuple[int, ...] = (2,), layer: Layer | None = None) -> Graph:
    """Two inputs through one layer at two places, and the difference between what leaves."""
    graph, layer = Graph(), layer or Dense(units=1)
    left, right = (graph.add(Input(shape=shape), id=name) for name in ("left", "right"))
    one = graph.add(layer, after=left, id="one")
    two = graph.add(layer, after=right, id="two", shares=one)
    graph.add(Output(), after=graph.add(Subtract(), after=[one, two]))
    return graph


PAIR = {"left": np.array([[1.0, 2.0]]), "right": np.array([[3.0, -1.0]])}


def test_the_gradient_is_the_sum_over_both_places_by_hand() -> None:
    # y = (1·w1 + 2·w2 + b) - (3·w1 - w2 + b) = -2·w1 + 3·w2; with w = (2, 1) and target 1: y = -1, dL/dy = 2(y-1) = -4.
    # dL/dw is -4·(1, 2) at the first place and +4·(3, -1) at the second: (8, -12); the bias cancels: -4 + 4 = 0.
    network = Network(siamese(), dtype="float64")
    assert list(network.state_dict()) == ["one.kernel", "one.bias"]
    network.load_state_dict({"one.kernel": [[2.0], [1.0]], "one.bias": [5.0]})
    target = np.array([[1.0]])
    assert network.loss(PAIR, target) == 4.0
    gradients = network.gradients(PAIR, target)
    assert gradients["one.kernel"].tolist() == [[8.0], [-12.0]]
    assert gradients["one.bias"].tolist() == [0.0]
    again = network.gradients(PAIR, target)
    assert all(np.array_equal(gradients[key], again[key]) for key in gradients), "it does not grow from step to step"


def test_a_step_changes_both_places_and_a_look_tells_them_apart() -> None:
    run = trainer(siamese(), Dataset.from_arrays(PAIR, np.array([[1.0]])), optimizer=SGD(learning_rate=0.5), epochs=1)
    run.network.load_state_dict({"one.kernel": [[2.0], [1.0]], "one.bias": [5.0]})
    run.observe_next = True
    event = next(run.run())
    assert isinstance(event, BatchEnd)
    assert event.observation is not None
    assert run.network.state_dict()["one.kernel"].tolist() == [[-2.0], [7.0]]
    assert run.network.weights["two"]["kernel"].tolist() == [[-2.0], [7.0]]
    one, two = event.observation.layers["one"], event.observation.layers["two"]
    assert one.gradients == pytest.approx(np.sqrt((8**2 + 12**2) / 3)), "the sum, which the optimiser takes"
    assert two.gradients == pytest.approx(np.sqrt((12**2 + 4**2 + 4**2) / 3)), "its own share"
    assert (one.activations, two.activations) == (9.0, 10.0)
    assert (one.weights, one.update_ratio) == (two.weights, two.update_ratio)


def test_a_layer_may_follow_itself_and_stand_before_its_owner() -> None:
    graph = Graph()
    node = graph.add(Input(shape=(3,)))
    graph.add(Dense(units=3, activation="tanh"), id="z")
    for _ in range(3):
        node = graph.add(Dense(units=3, activation="tanh"), after=node, shares="z")
    edits_of_last = edits.connect(graph, node, "z")
    for edit in edits_of_last:
        graph.apply(edit)
    graph.add(Output(), after="z")
    network = Network(graph, dtype="float64")
    assert list(network.state_dict()) == ["z.kernel", "z.bias"]
    kernel, bias = network.state_dict().values()
    X, Y = batch_for(network)
    wanted = X["input_1"]
    for _ in range(4):
        wanted = np.tanh(wanted @ kernel + bias)
    assert network.predict(X) == pytest.approx(wanted, rel=1e-14)
    assert all(check.passed for check in check_gradients(network, X, Y))


def test_penalties_and_constraints_count_once() -> None:
    layer = Dense(units=1, kernel_regularizer="l2", kernel_constraint="max_norm")
    shared, single = Network(siamese(layer=layer), dtype="float64"), Graph()
    single.add(Output(), after=single.add(layer, after=single.add(Input(shape=(2,))), id="one"))
    alone = Network(single, dtype="float64")
    alone.load_state_dict(shared.state_dict())
    assert shared.plan(1).penalty() == alone.plan(1).penalty() > 0
    run = trainer(siamese(layer=layer), Dataset.from_arrays(PAIR, np.ones((1, 1))))
    assert len(run.stepper._constraints) == 1
    X, Y = batch_for(shared)
    assert all(check.passed for check in check_gradients(shared, X, Y))


def test_frozen_weights_stay_and_pass_gradients_on() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    first = graph.add(Dense(units=2), after=x)
    frozen = Dense(units=2, activation="tanh", trainable=False)
    one = graph.add(frozen, after=first)
    graph.add(Output(), after=graph.add(frozen, after=one, shares=one))
    network = Network(graph, dtype="float64")
    X, Y = batch_for(network)
    assert not network.gradients(X, Y)[f"{one}.kernel"].any()
    assert all(check.passed for check in check_gradients(network, X, Y))
    assert network.parameters.size == 6


LEARNING = [
    pytest.param(example, id=f"{kind}-{number}")
    for kind, examples in EXAMPLES.items()
    for number, example in enumerate(examples)
    if example.layer.weights(*example.shapes)
]


@pytest.mark.parametrize("example", LEARNING)
def test_every_layer_shares_its_weights_or_says_why_not(example: Example) -> None:
    """Each example twice side by side: the sum of what two layers with equal weights would get."""
    graph, plain = Graph(), Graph()
    for drawn in (graph, plain):
        ends = []
        for number in range(2):
            sources = [drawn.add(Input(shape=shape)) for shape in example.shapes]
            shares = "a0" if drawn is graph and number else None
            node = drawn.add(example.layer, after=sources, id=f"a{number}", shares=shares)
            ends.append(drawn.add(Flatten(), after=node))
        drawn.add(Output(), after=drawn.add(Concatenate(), after=ends))
    if any(spec.state for spec in infer_shapes(plain).specs["a0"]):
        (problem,) = infer_shapes(graph).obstacles
        assert problem.node == "a1"
        return
    shared, double = Network(graph, dtype="float64"), Network(plain, dtype="float64")
    state = shared.state_dict()
    double.load_state_dict({key.replace("a0", each): value for key, value in state.items() for each in ("a0", "a1")})
    rng = np.random.default_rng(0)
    X = {node: rng.integers(0, 2, (2, *shared.shapes[node])).astype(float) for node in shared.inputs}
    Y = rng.normal(size=(2, *shared.shapes[shared.outputs[0]]))
    assert shared.loss(X, Y) == pytest.approx(double.loss(X, Y), rel=1e-12)
    apart = double.gradients(X, Y)
    for key, gradient in shared.gradients(X, Y).items():
        assert gradient == pytest.approx(apart[key] + apart[key.replace("a0", "a1")], rel=1e-10, abs=1e-12), key


@given(graph=graphs(), data=st.data())
def test_any_graph_that_shares_learns_the_sum(graph: Graph, data: st.DataObject) -> None:
    for node in [node.id for node in graph if isinstance(node.layer, Dense)]:
        inference = infer_shapes(graph)
        assume(not inference.obstacles)
        fitting = lenders(graph, inference.shapes, inference.specs, node)
        fitting = [owner for owner in fitting if graph[owner].layer == graph[node].layer]
        if fitting and data.draw(st.booleans()):
            for edit in edits.share_weights(graph, node, data.draw(st.sampled_from(fitting))):
                graph.apply(edit)
    shared = Network(graph, dtype="float64")
    assume(shared.sharing)
    apart = graph.copy()
    for node in shared.sharing:
        for edit in edits.use_own_weights(apart, node):
            apart.apply(edit)
    double = Network(apart, dtype="float64")
    double.load_state_dict(shared.weights_in_use())
    X, Y = batch_for(shared)
    each, owners = double.gradients(X, Y), {node.id: graph.owner(node.id) for node in graph}
    for key, gradient in shared.gradients(X, Y).items():
        owner, name = key.rsplit(".", 1)
        wanted = sum(each[f"{node}.{name}"] for node, whose in owners.items() if whose == owner)
        assert gradient == pytest.approx(wanted, rel=1e-9, abs=1e-12), key


def test_parameters_and_memory_count_once() -> None:
    inference = infer_shapes(siamese())
    assert dict(inference.parameters) == {"left": 0, "right": 0, "one": 3, "two": 0, "subtract_1": 0, "output_1": 0}
    assert inference.footprints["one"].parameters == 3
    assert inference.footprints["two"].parameters == 0
    assert inference.footprints["two"].shared == inference.footprints["one"].shared + 3
    assert Network(siamese()).footprint.parameters == 3


@pytest.mark.parametrize(
    ("layer", "told"),
    [
        (Dense(units=2), "It shares the weights of one and would need kernel as 3×2. one has 2×2."),
        (BatchNormalization(), "It cannot share the weights of one: Batch normalization keeps running statistics"),
        (Flatten(), "one has no weights to share."),
    ],
)
def test_what_cannot_be_shared_is_a_problem_with_a_fix(layer: Layer, told: str) -> None:
    graph = siamese(layer=layer)
    if isinstance(layer, Dense):
        graph.apply(graph.changed("right", Input(shape=(3,))))
    (problem,) = [each for each in infer_shapes(graph).problems if each.node == "two"]
    assert str(problem.message).startswith(told)
    with pytest.raises(GraphError, match="weights"):
        Network(graph)
    assert problem.fix is not None
    assert str(problem.fix.label) == "Use own weights"
    for edit in problem.fix.edits:
        graph.apply(edit)
    assert graph["two"].shares is None
    assert infer_shapes(graph).obstacles == ()


@pytest.mark.parametrize("other", [Dense(units=1, activation="tanh"), Flatten()])
def test_settings_that_differ_are_a_problem(other: Layer) -> None:
    graph = siamese()
    graph.apply(graph.changed("two", other))
    messages = [str(problem.message) for problem in infer_shapes(graph).problems if problem.node == "two"]
    assert messages == ["It shares the weights of one and is set otherwise. Both need the same settings."]


def test_lenders_are_of_the_kind_and_fit_what_enters() -> None:
    graph = Graph()
    x, y = graph.add(Input(shape=(2,))), graph.add(Input(shape=(3,)))
    for source in (x, x, y, ()):
        graph.add(Dense(units=graph.fresh_id(Dense).count("2") + 1), after=source)
    graph.add(BatchNormalization(), after=x)
    inference = infer_shapes(graph)

    def of(node: str) -> list[str]:
        return lenders(graph, inference.shapes, inference.specs, node)

    assert of("dense_1") == ["dense_2"], "which has other units, as they are taken over"
    assert of("dense_2") == ["dense_1"]
    assert [of(node) for node in ("dense_3", "dense_4", "input_1", "batch_normalization_1")] == [[], [], [], []]
    for edit in edits.share_weights(graph, "dense_2", "dense_1"):
        graph.apply(edit)
    inference = infer_shapes(graph)
    assert of("dense_2") == of("dense_1") == []


def test_a_run_goes_on_to_the_bit_and_not_with_weights_apart() -> None:
    rng = np.random.default_rng(0)
    data = Dataset.from_arrays({"left": rng.normal(size=(9, 2)), "right": rng.normal(size=(9, 2))}, np.ones((9, 1)))

    def made(graph: Graph) -> Any:
        return trainer(graph, data, optimizer=Adam(), batch_size=2, epochs=2)

    whole, half, other = (made(siamese()) for _ in range(3))
    list(whole.run())
    for _ in zip(half.run(), range(4), strict=False):
        pass
    checkpoint = half.checkpoint()
    other.resume(checkpoint)
    list(other.run())
    assert np.array_equal(other.network.parameters, whole.network.parameters)
    apart = siamese()
    apart.apply(apart.shared("two", None))
    with pytest.raises(DataError, match=r"two\.shares is one there and missing here"):
        made(apart).resume(checkpoint)


def project() -> Project:
    """The xor example with one layer twice in a row."""
    example = load_example("xor")
    graph, layer = Graph(), Dense(units=2, activation="tanh")
    one = graph.add(layer, after=graph.add(Input(shape=(2,))))
    unit = graph.add(Dense(units=1, activation="sigmoid"), after=graph.add(layer, after=one, shares=one))
    graph.add(Output(loss="binary_crossentropy"), after=unit)
    example.graph = graph
    example.weights = example.network().state_dict()
    return example


def test_a_project_holds_shared_weights_once() -> None:
    written = project()
    read = from_bytes(to_bytes(written))
    assert read.graph == written.graph
    assert read.weights is not None
    assert sorted(read.weights) == ["dense_1.bias", "dense_1.kernel", "dense_3.bias", "dense_3.kernel"]
    assert np.array_equal(read.network().parameters, written.network().parameters)


def test_a_project_that_shares_with_nobody_is_told_with_all_else() -> None:
    document = json.loads(document_text(project()))
    next(node for node in document["graph"]["nodes"] if node["id"] == "dense_2")["shares"] = "nobody"
    with pytest.raises(ProjectError) as refusal:
        from_document(document | {"title": 3})
    told = [str(message) for message in refusal.value.messages]
    assert told == ["graph: There is no layer called nobody.", "title: A text is needed. Received: 3."]


def test_the_command_line_checks_shared_weights(run: Run, tmp_path: Path) -> None:
    save(project(), tmp_path / "p.rambat")
    answer = run("check", str(tmp_path / "p.rambat"), "--gradients")
    assert (answer.code, answer.err) == (0, "")
    rows = [line.split() for line in answer.out.splitlines()]
    assert ["dense_2", "Dense", "2", "those", "of", "dense_1"] in rows
    assert ["total", "9"] in rows
    assert [row[0] for row in rows if row and row[-1] == "ok"] == [
        "dense_1.kernel",
        "dense_1.bias",
        "dense_3.kernel",
        "dense_3.bias",
    ]


def test_a_fix_spares_the_other_places_of_a_shared_layer() -> None:
    graph = Graph()
    node = graph.add(Input(shape=(2,)))
    for shares in (None, "dense_1"):
        node = graph.add(Dense(units=2), after=node, shares=shares)
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    (problem,) = infer_shapes(graph).problems
    assert problem.fix is not None
    assert str(problem.fix.label) == "Insert Activation (Softmax)"
