"""Dead and saturated units of networks made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations import ELU, ActivationFunction, LeakyReLU
from engine.data import Dataset, Prepared
from engine.fixed_samples import SAMPLES, fixed_samples
from engine.graph import Graph
from engine.layers import Activation, Conv2D, Dense, GlobalAveragePooling2D, Input, Output
from engine.network import Network
from engine.unit_health import Health, unit_health
from tests.engine.activation_examples import ACTIVATION_EXAMPLES
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared

X = np.linspace(-1, 1, 40)[:, np.newaxis]


def prepared(inputs=X) -> Prepared:
    return as_prepared(Dataset.from_arrays(inputs, np.zeros((len(inputs), 1))))


def health(hidden: str, kernel: list[float], bias: list[float], **kinds: str) -> dict[str, Health]:
    network = Network(chain(1, len(kernel), 1, hidden=hidden, **kinds))
    network.weights["dense_1"]["kernel"][...] = [kernel]
    network.weights["dense_1"]["bias"][...] = bias
    return unit_health(network, prepared())


def test_a_unit_is_dead_that_gives_zero_for_every_sample():
    """x - 2 is below 0 for all of them, 0.9 - x for a few only, and 0 x is 0 everywhere."""
    found = health("relu", [1, -1, 0], [-2, -0.9, 0])
    assert found == {"dense_1": Health(units=3, dead=2, saturated=0, can_die=True, can_saturate=False, samples=40)}


@pytest.mark.parametrize(
    ("hidden", "edge"), [("sigmoid", np.log(19)), ("tanh", np.arctanh(0.9)), ("hard_sigmoid", 2.7)]
)
def test_a_unit_is_saturated_that_stands_within_5_percent_of_the_ends_for_nearly_all(hidden, edge):
    """Of 40 samples, 2 may lie between: always at one end, now at one and now at the other, nearly, and just not."""
    steep = edge / abs(X[20, 0])
    found = health(hidden, [0, 0, 1.01 * steep, 0.99 * steep, 0.33 * steep], [1.01 * edge, 0.99 * edge, 0, 0, 0])
    assert found["dense_1"] == Health(units=5, dead=0, saturated=3, can_die=False, can_saturate=True, samples=40)


def test_what_a_loss_reads_as_logits_may_stand_at_its_end():
    found = health("tanh", [0.1], [0], last="sigmoid", loss="binary_crossentropy")
    assert list(found) == ["dense_1"]
    assert list(health("tanh", [0.1], [0], last="sigmoid", loss="mse")) == ["dense_1", "dense_2"]


def test_of_a_convolution_units_are_channels():
    graph = Graph()
    source = graph.add(Input(shape=(4, 4, 1)))
    images = graph.add(Conv2D(filters=3, kernel_size=1), after=source)
    bent = graph.add(Activation(function="relu"), after=images)
    graph.add(Output(), after=graph.add(Dense(units=1), after=graph.add(GlobalAveragePooling2D(), after=bent)))
    network = Network(graph)
    network.weights["conv2d_1"]["kernel"][...] = [1, -1, -1]
    network.weights["conv2d_1"]["bias"][...] = [0, 0, 0.01]
    pictures = np.random.default_rng(0).random((5, 4, 4, 1))
    pictures[3, 2, 1, 0] = 0
    found = unit_health(network, prepared(pictures))
    assert found == {"activation_1": Health(units=3, dead=1, saturated=0, can_die=True, can_saturate=False, samples=5)}


def test_data_that_do_not_fit_tell_nothing():
    assert unit_health(Network(chain(2, 3, 1, hidden="relu")), prepared()) == {}


@pytest.mark.parametrize("function", ACTIVATION_EXAMPLES, ids=repr)
def test_where_a_unit_counts_as_dead_no_gradient_passes_and_ends_are_never_left(function: ActivationFunction):
    z = np.linspace(-50, 50, 1001).reshape(-1, 1)
    a, slope = np.empty_like(z), np.empty_like(z)
    function.forward(z, a)
    function.backward(np.ones_like(z), z, a, slope)
    if function.dead_output is not None:
        assert (slope[(a == function.dead_output) & (z != 0)] == 0).all()
        assert (a == function.dead_output).any()
    if function.ends is not None:
        low, high = function.ends
        assert low <= a.min() < low + 0.05 * (high - low)
        assert high - 0.05 * (high - low) < a.max() <= high


def test_leaks_keep_units_alive():
    assert LeakyReLU().dead_output is None
    assert LeakyReLU(negative_slope=0.0).dead_output == ELU(alpha=0.0).dead_output == 0.0


def test_samples_are_the_same_each_time_and_of_all_classes_in_whatever_order_they_lie():
    inputs = np.repeat(np.arange(10.0), 100)[:, np.newaxis]
    network, data = Network(chain(1, 2, 1)), prepared(inputs)
    first, _ = fixed_samples(network, data)
    again, _ = fixed_samples(network, data)
    np.testing.assert_array_equal(first, again)
    assert len(first) == SAMPLES
    assert set(first[:, 0]) == set(range(10))
