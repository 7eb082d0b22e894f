"""The compiled network: weights in and out, one seed, several inputs and outputs, derivatives of random graphs."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from engine import memory
from engine import network as network_module
from engine.errors import DataError, GraphError
from engine.graph import Graph
from engine.layers import Activation, Add, Dense, Input, Output
from engine.network import Network
from tests.engine.networks import chain, regression
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error
from tests.engine.random_graphs import batch_for, graphs


@given(graphs())
@settings(max_examples=60)
def test_gradients_of_random_graphs_equal_finite_differences(graph: Graph) -> None:
    network = Network(graph, seed=1, dtype="float64")
    # Biases begin at 0; elsewhere they would not be told apart.
    network.parameters += np.random.default_rng(0).normal(size=network.parameters.size) * 0.3
    X, Y = batch_for(network)
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    wanted = numerical_gradient(lambda: network.loss(X, Y), network.parameters)
    assert relative_error(came, wanted) <= TOLERANCE


@given(graphs())
def test_random_graphs_predict_alike_in_any_batch_size(graph: Graph) -> None:
    network = Network(graph, dtype="float64")
    X, _ = batch_for(network, samples=5)
    together, alone = network.predict(X), network.predict({node: array[3:4] for node, array in X.items()})
    for node in network.outputs:
        first, second = (r if len(network.outputs) == 1 else r[node] for r in (together, alone))
        assert np.abs(first[3] - second[0]).max() <= 1e-12


def test_state_dict_holds_copies_under_the_layers_names() -> None:
    network = Network(chain(2, 3, 1))
    state = network.state_dict()
    assert {key: array.shape for key, array in state.items()} == {
        "dense_1.kernel": (2, 3),
        "dense_1.bias": (3,),
        "dense_2.kernel": (3, 1),
        "dense_2.bias": (1,),
    }
    state["dense_1.kernel"][:] = 7
    assert not (network.state_dict()["dense_1.kernel"] == 7).any()
    assert list(network.gradients(np.ones((1, 2)), np.ones((1, 1)))) == list(state)


def test_weights_go_from_one_network_to_another() -> None:
    first, second = Network(chain(2, 3, 1), seed=0), Network(chain(2, 3, 1), seed=1)
    X = np.random.default_rng(0).normal(size=(4, 2))
    assert not np.array_equal(first.predict(X), second.predict(X))
    second.load_state_dict(first.state_dict())
    assert np.array_equal(first.predict(X), second.predict(X))


def test_all_weights_that_do_not_fit_are_named_and_none_is_taken() -> None:
    network = Network(chain(2, 3, 1))
    before = network.parameters.copy()
    state = network.state_dict()
    del state["dense_2.bias"]
    state["dense_9.kernel"] = np.ones((2, 2))
    state["dense_1.kernel"] = np.ones((3, 2))
    state["dense_1.bias"] = np.array(1.0)
    with pytest.raises(GraphError) as refusal:
        network.load_state_dict(state)
    assert [str(message) for message in refusal.value.messages] == [
        "The weights lack dense_2.bias.",
        "The network has no dense_9.kernel.",
        "dense_1.kernel has shape 2×3. Received: 3×2.",
        "dense_1.bias has shape 3. Received: ().",
    ]
    assert np.array_equal(network.parameters, before)


@pytest.mark.parametrize("value", [np.nan, -np.inf, 1e300], ids=["nan", "infinite", "too large for float32"])
def test_weights_that_are_not_finite_are_refused(value: float) -> None:
    network = Network(chain(2, 3, 1))
    before, state = network.parameters.copy(), Network(chain(2, 3, 1), seed=1, dtype="float64").state_dict()
    state["dense_1.bias"][1] = value
    with pytest.raises(GraphError) as refusal:
        network.load_state_dict(state)
    assert str(refusal.value) == "dense_1.bias holds values that are not finite numbers."
    assert np.array_equal(network.parameters, before)


NO_NUMBERS: list[Any] = ["text", ["a", "b"], None, [[1j, 2]], [[Decimal(1), 2]], [[1, 2], [3]], object, {1, 2}]


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_weights_that_are_no_numbers_are_refused(value: Any) -> None:
    network = Network(chain(2, 3, 1))
    with pytest.raises(GraphError, match=r"dense_1.bias: an array of numbers is needed. Received: .*\."):
        network.load_state_dict(network.state_dict() | {"dense_1.bias": value})
    with pytest.raises(GraphError, match=r"Weights are a mapping from names to arrays\. Received: "):
        network.load_state_dict(value)


@pytest.mark.parametrize("value", [*NO_NUMBERS, 3, np.array(2.0)], ids=repr)
def test_data_that_are_no_numbers_are_refused(value: Any) -> None:
    network, good = Network(chain(2, 3, 1)), np.ones((2, 2))
    message = r"input_1: an array of numbers is needed. Received: .*\."
    for call in (network.predict, lambda X: network.loss(X, good[:, :1]), lambda X: network.gradients(X, good[:, :1])):
        with pytest.raises(DataError, match=message):
            call(value)
    for use in (network.loss, network.gradients):
        with pytest.raises(DataError, match="output_1: an array of numbers"):
            use(good, value)


def test_an_array_of_another_dtype_is_told_by_its_name() -> None:
    network = Network(chain(2, 3, 1))
    for dtype, came in (("object", "array("), ("complex128", "array(")):
        message = rf"input_1: an array of numbers is needed. Received one of dtype {dtype}: {re.escape(came)}"
        with pytest.raises(DataError, match=message):
            network.predict(np.array([[0, 1]], dtype))


@pytest.mark.parametrize(
    ("value", "dtype", "told"),
    [
        (np.nan, "float32", r"float32 up to 3\.4e\+38\. Received nan in row 3\."),
        (np.inf, "float64", r"float64 up to 1\.8e\+308\. Received inf in row 3\."),
        (-1e300, "float32", r"Received -1e\+300 in row 3\."),
    ],
)
def test_numbers_that_are_not_finite_are_refused_without_a_warning(value: float, dtype: str, told: str) -> None:
    network, X, Y = Network(chain(2, 3, 1), dtype=dtype), np.ones((4, 2)), np.ones((4, 1))
    X[2, 1] = value
    for call in (network.predict, lambda X: network.feed(X, network.inputs)):
        with pytest.raises(DataError, match=r"input_1 takes finite numbers, in " + ".*" + told):
            call(X)
    Y[2] = value
    for use in (network.loss, network.evaluate, network.gradients):
        with pytest.raises(DataError, match="input_1 takes finite numbers.*" + told):
            use(X, Y)
        with pytest.raises(DataError, match="output_1 takes finite numbers.*" + told):
            use(np.ones((4, 2)), Y)


@pytest.mark.parametrize(
    ("last", "loss", "wrong", "told"),
    [
        ("sigmoid", "binary_crossentropy", [5.0, 0.0], "from 0 to 1. Received 5 in row 2."),
        ("softmax", "categorical_crossentropy", [1.0, 2.0], "Received 1 2 in row 2."),
        ("softmax", "kl_divergence", [1.0, 2.0], "Received 1 2 in row 2."),
        ("linear", "msle", [0.0, -3.0], "above -1. Received -3 in row 2."),
        ("tanh", "hinge", [1.0, 0.5], "Received 0.5 in row 2."),
    ],
)
def test_a_loss_refuses_targets_for_which_it_is_not_defined(last: str, loss: str, wrong: list, told: str) -> None:
    network = Network(chain(2, 2, last=last, loss=loss))
    for use in (network.loss, network.evaluate, network.gradients):
        with pytest.raises(DataError, match=told):
            use(np.ones((2, 2)), np.array([[1.0, 0.0], wrong]))


def test_truth_values_and_whole_numbers_are_numbers() -> None:
    network = Network(chain(2, 3, 1))
    assert np.array_equal(network.predict(np.eye(2, dtype=bool)), network.predict([[1, 0], [0, 1]]))  # type: ignore[arg-type]


def test_nothing_has_no_loss() -> None:
    network = Network(chain(2, 3, 1))
    for use in (network.loss, network.evaluate, network.gradients):
        with pytest.raises(DataError, match="at least one sample"):
            use(np.ones((0, 2)), np.ones((0, 1)))


@pytest.mark.parametrize("seed", [-1, 2**32, 10**40, 1.5, "one", None, True, np.nan])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    with pytest.raises(GraphError, match=r"A seed is a whole number \(a number from 0 to 4294967295\)\. Received: "):
        Network(chain(2, 3, 1), seed=seed)
    network = Network(chain(2, 3, 1), seed=3)
    with pytest.raises(GraphError):
        network.reset(seed)
    assert np.array_equal(network.parameters, Network(chain(2, 3, 1), seed=np.int64(3)).parameters)  # type: ignore[arg-type]


def test_carry_over_takes_what_fits_and_names_the_rest() -> None:
    old, new = Network(chain(2, 3, 1), seed=0), Network(chain(2, 3, 2), seed=1)
    untouched = new.state_dict()
    assert new.carry_over(old.state_dict()) == ("dense_2.kernel", "dense_2.bias")
    assert np.array_equal(new.state_dict()["dense_1.kernel"], old.state_dict()["dense_1.kernel"])
    assert np.array_equal(new.state_dict()["dense_2.kernel"], untouched["dense_2.kernel"])


def test_one_seed_gives_the_same_bits_and_another_others() -> None:
    first, second, third = (Network(chain(2, 3, 1), seed=seed).parameters for seed in (5, 5, 6))
    assert np.array_equal(first, second)
    assert not np.array_equal(first, third)


def test_reset_draws_what_the_constructor_drew() -> None:
    network = Network(chain(2, 3, 1), seed=5)
    drawn = network.parameters.copy()
    network.parameters[:] = 0
    network.reset(5)
    assert np.array_equal(network.parameters, drawn)


def test_another_layer_does_not_change_the_first_ones_weights() -> None:
    small, large = chain(2, 3, 1), chain(2, 3, 1)
    x = large.add(Input(shape=(4,)), id="a_first")
    large.add(Output(), after=large.add(Dense(units=9), after=x, id="aa"))
    fewer, more = Network(small, seed=3).state_dict(), Network(large, seed=3).state_dict()
    assert all(np.array_equal(array, more[key]) for key, array in fewer.items())


def test_float32_draws_the_rounded_float64_weights() -> None:
    single, double = (Network(chain(2, 3, 1), dtype=dtype).parameters for dtype in ("float32", "float64"))
    assert (single.dtype.name, double.dtype.name) == ("float32", "float64")
    assert np.array_equal(single, double.astype("float32"))


@pytest.mark.parametrize("dtype", ["float16", "int32", "complex64", "foo", "[1]"])
def test_other_number_types_are_refused(dtype: str) -> None:
    with pytest.raises(GraphError, match=re.escape(f"float32 or float64. Received: {dtype}")):
        Network(chain(2, 3, 1), dtype=dtype)


def test_drawing_on_does_not_disturb_the_network() -> None:
    graph = chain(2, 3, 1)
    network = Network(graph)
    graph.apply(graph.changed("dense_1", Dense(units=9)))
    assert network.predict(np.ones((1, 2))).shape == (1, 1)
    assert network.specs["dense_1"][0].shape == (2, 3)


def test_weights_are_views_of_one_vector() -> None:
    network = Network(chain(2, 3, 1))
    network.parameters[:] = np.arange(network.parameters.size)
    assert network.state_dict()["dense_1.kernel"].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert network.spans == {"dense_1": (0, 9), "dense_2": (9, 13)}


def several() -> Graph:
    """Two inputs that meet, and two outputs of which one is weighed by half."""
    graph = Graph()
    a = graph.add(Input(shape=(2,)), id="a")
    b = graph.add(Input(shape=(3,)), id="b")
    joint = graph.add(Add(), after=[graph.add(Dense(units=3), after=a), b])
    graph.add(Output(), after=graph.add(Dense(units=1), after=joint), id="left")
    graph.add(Output(weight=0.5), after=graph.add(Dense(units=2), after=joint), id="right")
    return graph


def test_several_inputs_and_outputs_come_as_mappings() -> None:
    network = Network(several(), dtype="float64")
    X, Y = batch_for(network, samples=4)
    predictions = network.predict(X)
    assert {node: array.shape for node, array in predictions.items()} == {"left": (4, 1), "right": (4, 2)}
    squares = {node: np.square(predictions[node] - Y[node]).mean() for node in Y}
    assert network.loss(X, Y) == pytest.approx(squares["left"] + 0.5 * squares["right"], rel=1e-14)


def test_one_table_is_dealt_out_among_the_inputs_in_the_order_of_their_ids() -> None:
    network = Network(several(), dtype="float64")
    table = np.arange(20.0).reshape(4, 5) / 20
    dealt = network.feed_inputs(table)
    assert dealt["a"].tolist() == table[:, :2].tolist()
    assert dealt["b"].tolist() == table[:, 2:].tolist()
    apart = network.predict({"a": table[:, :2], "b": table[:, 2:]})
    assert np.array_equal(network.predict(table)["left"], apart["left"])


@pytest.mark.parametrize(
    ("X", "message"),
    [
        ({"a": np.ones((4, 2))}, "needs data for a, b. Missing: b."),
        (np.ones((4, 2)), "needs a mapping with an array for each of a, b."),
        ({"a": np.ones((4, 2)), "b": np.ones((4, 3)), "c": 0, 5: 0}, "takes data for a, b. Unknown: c, 5."),
        ({"a": np.ones((4, 2)), "c": 0}, "Missing: b.\nThe network takes data for a, b. Unknown: c."),
        ({"a": np.ones((4, 3)), "b": np.ones((4, 3))}, "a takes samples of shape 2. Received: 3."),
        ({"a": np.ones((4, 2)), "b": np.ones((5, 3))}, "same number of samples. Received: a: 4, b: 5."),
        (
            {"a": np.array([1, 2.5]), "b": np.ones((4, 3))},
            "a takes a list of samples of shape 2. Received one sample by itself. "
            "Put brackets around it, as in [[1.0, 2.5]].",
        ),
        ({"a": np.ones(5), "b": np.ones((4, 3))}, "a takes samples of shape 2. Received: ()."),
    ],
)
def test_data_that_do_not_fit_are_refused(X: object, message: str) -> None:
    with pytest.raises(DataError) as refusal:
        Network(several()).predict(X)  # type: ignore[arg-type]
    assert message in str(refusal.value)


def test_a_flat_row_serves_where_one_number_is_wanted() -> None:
    network = Network(chain(1, 3, 1), dtype="float64")
    x = np.linspace(-1, 1, 5)
    assert np.array_equal(network.predict(x), network.predict(x[:, None]))
    assert network.loss(x, x) == network.loss(x[:, None], x[:, None])


def test_predictions_are_probabilities_not_logits() -> None:
    for activation, loss in (("softmax", "categorical_crossentropy"), ("sigmoid", "binary_crossentropy")):
        network = Network(chain(2, 3, 4, last=activation, loss=loss), dtype="float64")
        predictions = network.predict(np.random.default_rng(0).normal(size=(6, 2)) * 5)
        assert (predictions > 0).all()
        assert (predictions < 1).all()
        assert activation == "sigmoid" or predictions.sum(axis=1) == pytest.approx(np.ones(6))


def test_many_samples_are_as_few_and_none_are_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    X, Y = regression(samples=23)
    network = Network(chain(3, 4, 2), dtype="float64")
    loss, predictions = network.loss(X, Y), network.predict(X)
    monkeypatch.setattr(memory, "CHUNK", 10)
    assert network.loss(X, Y) == pytest.approx(loss, rel=1e-14)
    assert network.predict(X) == pytest.approx(predictions, rel=1e-13)
    assert network.predict(X[:0]).shape == (0, 2)


def test_buffers_are_kept_for_a_few_batch_sizes_only() -> None:
    network = Network(chain(3, 4, 2))
    plans = [network.plan(size) for size in range(1, 2 * network_module.MAX_PLANS)]
    assert network.plan(len(plans)) is plans[-1]
    assert network.plan(1) is not plans[0]


def test_results_are_not_overwritten_by_the_next_call() -> None:
    X, Y = regression()
    network = Network(chain(3, 4, 2))
    first, gradients = network.predict(X), network.gradients(X, Y)
    kept, kept_gradients = first.copy(), {key: array.copy() for key, array in gradients.items()}
    network.predict(X * 2)
    network.gradients(X * 2, Y)
    assert np.array_equal(first, kept)
    assert all(np.array_equal(gradients[key], array) for key, array in kept_gradients.items())


def test_gradients_leave_the_weights_alone() -> None:
    X, Y = regression()
    network = Network(chain(3, 4, 2))
    before = network.parameters.copy()
    network.gradients(X, Y)
    assert np.array_equal(network.parameters, before)


@pytest.mark.parametrize(
    ("key", "value", "layer"),
    [("dense_2.kernel", np.inf, "dense_2"), ("dense_3.bias", np.nan, "dense_3"), ("dense_1.kernel", 3e38, "dense_1")],
)
def test_the_first_layer_with_a_bad_number_is_found(key: str, value: float, layer: str) -> None:
    network = Network(chain(2, 3, 3, 1, hidden="linear"))
    node, name = key.split(".")
    network.weights[node][name][...] = value
    plan = network.plan(1)
    plan.load_inputs({"input_1": np.full((1, 2), 10.0, "float32")})
    plan.forward()
    assert plan.first_non_finite() == layer


def test_a_sound_network_has_no_bad_number() -> None:
    network = Network(chain(2, 3, 1))
    network.predict(np.ones((1, 2)))
    assert network.plan(1).first_non_finite() is None


def test_a_network_without_weights_runs() -> None:
    graph = Graph()
    graph.add(Output(), after=graph.add(Activation(function="relu"), after=graph.add(Input(shape=(2,)))))
    network = Network(graph)
    assert network.predict(np.array([[-1.0, 2.0]])).tolist() == [[0, 2]]
    assert network.gradients(np.ones((1, 2)), np.zeros((1, 2))) == {}
    assert math.isclose(network.loss(np.ones((1, 2)), np.zeros((1, 2))), 1.0)


def test_a_root_over_many_samples_is_one_root() -> None:
    """More samples than are run at once."""
    network = Network(chain(1, 1, loss="rmse"), dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    X = np.linspace(0, 3, memory.CHUNK + 500)[:, None]
    assert network.loss(X, np.zeros_like(X)) == pytest.approx(math.sqrt(np.square(X).mean()), rel=1e-12)


@pytest.mark.parametrize("targets", [[2, 0, 1], [[2], [0], [1]], [[0, 0, 1], [1, 0, 0], [0, 1, 0]]])
def test_a_sparse_loss_takes_class_numbers_and_one_hot_rows(targets: list) -> None:
    X = np.random.default_rng(0).normal(size=(3, 2))
    graphs = [chain(2, 3, last="softmax", loss=f"{kind}categorical_crossentropy") for kind in ("sparse_", "")]
    sparse, dense = (Network(graph, dtype="float64") for graph in graphs)
    assert sparse.target_shape("output_1") == (1,)
    assert sparse.feed(np.array(targets), sparse.outputs)["output_1"].tolist() == [[2], [0], [1]]
    one_hot = np.eye(3)[[2, 0, 1]]
    assert sparse.loss(X, np.array(targets)) == pytest.approx(dense.loss(X, one_hot), rel=1e-14)
    wanted = dense.gradients(X, one_hot)
    assert all(np.array_equal(array, wanted[key]) for key, array in sparse.gradients(X, np.array(targets)).items())


def test_class_numbers_beyond_the_classes_are_refused_before_anything_runs() -> None:
    network = Network(chain(2, 3, last="softmax", loss="sparse_categorical_crossentropy"))
    for run in (network.loss, network.gradients):
        with pytest.raises(DataError, match=r"from 0 to 2\. Received 7 in row 2"):
            run(np.ones((2, 2)), np.array([0, 7]))
    with pytest.raises(DataError, match=r"output_1 takes samples of shape 1\. Received: 5\."):
        network.loss(np.ones((2, 2)), np.ones((2, 5)))


@pytest.mark.parametrize("wrong", [None, "graph", 3, Dense()])
def test_a_network_is_made_from_a_graph(wrong: Any) -> None:
    with pytest.raises(GraphError, match=r"^A network is made from a Graph\. Received: "):
        Network(wrong)
