"""The range test: the rates it tries, what it suggests and when it says that it cannot, and that it touches nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import HyperparameterError
from engine.events import BatchEnd
from engine.graph import Graph
from engine.layers import Dense, Dropout, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.project import load_example
from engine.range_test import Findings, RangeTest, longest_fall
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.commands import Run
from tests.engine.networks import chain, regression


def found(test: RangeTest, *run: object) -> Findings:
    *_, last = test.run(*run)
    return last


def slope() -> tuple[Network, Dataset]:
    """One weight w on samples of x = 1 with target 0: the loss is w squared, from w = 1."""
    network = Network(chain(1, 1), dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    return network, Dataset.from_arrays(np.ones((4, 1)), np.zeros((4, 1)))


def test_the_steps_are_the_textbooks() -> None:
    """With w and b alike 2 rate (w + b) is taken from each, so their sum shrinks by 1 - 4 rate at every step."""
    network, data = slope()
    config = TrainingConfig(optimizer=SGD(learning_rate=5), batch_size=4)
    test = RangeTest(low=1e-4, high=0.2, steps=40)
    findings = found(test, network, data, config)
    expected, total = [], 1.0
    for rate in np.geomspace(1e-4, 0.2, 40):
        expected.append(total**2)
        total *= 1 - 4 * rate
    assert findings.rates == pytest.approx(np.geomspace(1e-4, 0.2, 40), rel=1e-12)
    assert findings.losses == pytest.approx(expected, rel=1e-9)
    assert findings.over_at is None


def test_it_ends_where_the_loss_has_grown_fourfold_and_suggests_the_steepest_fall() -> None:
    network, data = slope()
    config = TrainingConfig(optimizer=SGD(learning_rate=5), batch_size=4)
    findings = found(RangeTest(low=1e-4, high=100, steps=100), network, data, config)
    assert len(findings.losses) < 100
    assert findings.smooth[-1] > 4 * findings.smooth.min()
    assert 0.5 < findings.over_at < 30  # from a rate of 0.5 on, each step leads further away
    suggestion = findings.suggestion
    losses, rates = np.array(findings.losses), np.log10(findings.rates)
    steepest = np.gradient(losses, rates)[: losses.argmin() + 1].argmin()
    assert math.log10(suggestion.rate) == pytest.approx(rates[steepest], abs=0.15)
    assert f"At {suggestion.rate:g} the loss falls fastest, so this rate is suggested." in str(suggestion.reason)
    assert f"larger rates make it rise, and at {findings.over_at:.2g} it is far too large" in str(suggestion.reason)


def test_a_loss_that_rises_at_no_rate_is_told_so() -> None:
    network, data = slope()
    config = TrainingConfig(optimizer=SGD(), batch_size=4)
    findings = found(RangeTest(low=1e-4, high=0.2, steps=40), network, data, config)
    assert str(findings.suggestion.reason).endswith("No rate up to 0.2, the largest one tried, makes it rise.")
    losses = np.interp(np.arange(40), [0, 30, 39], [1, 0.3, 0.7])
    rising = Findings(40, findings.rates, tuple(losses))
    assert "larger rates make it rise, so " in str(rising.suggestion.reason)


def test_lines_through_a_straight_loss_are_that_loss() -> None:
    rates = np.geomspace(1e-3, 1, 31)
    findings = Findings(31, tuple(rates), tuple(5 - 2 * np.log10(rates)))
    smooth, falls = findings._lines
    assert smooth == pytest.approx(findings.losses, rel=1e-9)
    assert falls == pytest.approx([-2.0] * 31, rel=1e-9)


def test_a_loss_that_never_falls_leaves_nothing_to_suggest() -> None:
    rng = np.random.default_rng(3)
    rates = tuple(np.geomspace(1e-6, 10, 200))
    told = [Findings(200, rates, tuple(0.7 + 0.05 * rng.normal(size=200))).suggestion for _ in range(40)]
    assert sum(suggestion.rate is not None for suggestion in told) <= 1
    assert "does not fall at any of these rates" in str(next(s.reason for s in told if s.rate is None))


def test_a_test_that_gives_out_at_once_says_so() -> None:
    network, data = slope()
    findings = found(RangeTest(low=1e20, high=1e30, steps=20), network, data, TrainingConfig(optimizer=SGD()))
    assert findings.over_at is not None
    assert findings.suggestion.rate is None
    assert "Begin with smaller ones" in str(findings.suggestion.reason)


def test_network_and_run_that_stand_are_untouched_to_the_bit() -> None:
    """And the test of a run that stands goes on with its optimiser, its order and its chance."""

    def begun() -> tuple[Trainer, Dataset]:
        graph = Graph()
        node = graph.add(Dropout(rate=0.3), after=graph.add(Dense(units=6), after=graph.add(Input(shape=(3,)))))
        graph.add(Output(), after=graph.add(Dense(units=2), after=node))
        data = Dataset.from_arrays(*regression())
        config = TrainingConfig(optimizer=Adam(learning_rate=0.01), batch_size=5, epochs=4, schedule="cosine")
        return Trainer(Network(graph, 0), data, config), data

    untouched, _ = begun()
    tested, data = begun()
    for trainer in (untouched, tested):
        events = trainer.run()
        for _ in range(7):
            next(events)
    checkpoint = tested.checkpoint()
    findings = found(RangeTest(low=1e-9, high=1e-8, steps=20), tested.network, data, tested.config, checkpoint)
    following = [event.loss for event in untouched.run() if isinstance(event, BatchEnd)]
    assert findings.losses[0] == following[0]
    assert [event.loss for event in tested.run() if isinstance(event, BatchEnd)] == following
    assert np.array_equal(tested.network.parameters, untouched.network.parameters)


def test_the_rate_it_suggests_trains() -> None:
    """On examples whose rate people have chosen, it lies within a factor of five of theirs."""
    for name in ("moons", "plane", "forecast", "checkerboard"):
        project = load_example(name)
        suggested = found(RangeTest(), project.network(), project.prepare().dataset, project.training).suggestion.rate
        assert 0.2 < suggested / project.training.optimizer.learning_rate < 5, name


def test_what_batches_differ_in_from_the_beginning_is_no_noise() -> None:
    """At rates at which nothing is learned the smoothed loss is a straight line, however batches differ."""
    project = load_example("moons")
    findings = found(RangeTest(low=1e-12, high=1e-10), project.network(), project.prepare().dataset, project.training)
    assert findings.losses == pytest.approx(findings.before, rel=1e-5)
    assert np.ptp(findings.losses) > 0.2
    assert np.ptp(findings.smooth) < 1e-4
    assert findings.suggestion.rate is None


def test_neither_is_what_rare_classes_count() -> None:
    """A batch with one of the few is dear from the beginning."""
    graph = Graph()
    node = graph.add(Dense(units=1, activation="sigmoid"), after=graph.add(Input(shape=(4,))))
    graph.add(Output(loss="binary_crossentropy", class_weights="balanced"), after=node)
    rng = np.random.default_rng(0)
    data = Dataset.from_arrays(rng.normal(size=(200, 4)), (rng.random((200, 1)) < 0.1).astype(float))
    findings = found(RangeTest(low=1e-12, high=1e-10), Network(graph), data, TrainingConfig(batch_size=16))
    assert findings.losses == pytest.approx(findings.before, rel=1e-5)


def test_from_large_to_small_is_refused() -> None:
    with pytest.raises(HyperparameterError, match=r"from a small rate to a larger one. Received: 1 and 0.1"):
        RangeTest(low=1, high=0.1)


def test_the_command_prints_the_table_and_the_suggestion(run: Run) -> None:
    answer = run("range-test", "moons")
    assert answer.code == 0
    assert answer.out.splitlines()[0].split() == ["rate", "loss", "smoothed"]
    assert sum(line.endswith("<") for line in answer.out.splitlines()) == 1
    assert "Suggested learning rate: 0.0049 (the project's is 0.01)" in answer.out
    run("range-test", "moons", "--from", "1", "--to", "0.1").refused("from a small rate to a larger one")
    run("range-test", "moons", "--steps", "many").refused("Number of steps takes a whole number")


def test_a_dip_where_steps_leap_is_not_taken_for_the_fall() -> None:
    """The loss falls from 0.5 to 0.3 around a rate of 0.01, and dips once more, more steeply, before it explodes."""
    rates = np.geomspace(1e-6, 10, 200)
    away = np.log10(rates)
    losses = 0.5 - 0.2 / (1 + np.exp(-3 * (away + 2)))
    losses += 0.05 * np.exp(-(((away + 0.9) / 0.2) ** 2)) - 0.1 * np.exp(-(((away + 0.4) / 0.15) ** 2))
    findings = Findings(200, tuple(rates), tuple(losses))
    assert findings.rates[int(findings.smooth.argmin())] > 0.3
    assert np.gradient(findings.smooth, away).argmin() > 150  # further up than a rate of 0.19
    assert findings.suggestion.rate == pytest.approx(0.01, rel=0.1)


@pytest.mark.parametrize(("curve", "fall"), [
    ([5, 4, 3, 3.1, 2, 4, 3.5, 3], (0, 4)), ([1, 2, 3], (0, 0)), ([1, 5, 4, 3], (1, 3)), ([3, 2, 4, 1, 0], (2, 4)),
])  # fmt: skip
def test_the_longest_fall_may_rise_a_little(curve: list[float], fall: tuple[int, int]) -> None:
    assert longest_fall(np.array(curve, float), 0.5) == fall
