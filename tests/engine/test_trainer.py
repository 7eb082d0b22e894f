"""The training loop: its events, its order, stopping and going on, and what it says when numbers overflow."""

from __future__ import annotations

import contextlib
import itertools
import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import DataError, DivergenceError, GraphError, HyperparameterError
from engine.events import BatchEnd, EpochEnd, Event, Finished, StopReason
from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Dropout, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.networks import chain, regression, trainer


def batches(events: Iterable[Event]) -> list[BatchEnd]:
    return [event for event in events if isinstance(event, BatchEnd)]


def epochs(events: Iterable[Event]) -> list[EpochEnd]:
    return [event for event in events if isinstance(event, EpochEnd)]


def with_dropout() -> Graph:
    """A graph that uses every stream of random numbers."""
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    h = graph.add(Dropout(rate=0.25), after=graph.add(Dense(units=6, activation="tanh"), after=x))
    graph.add(Output(), after=graph.add(Dense(units=2), after=h))
    return graph


def test_the_order_of_events() -> None:
    events = list(trainer(epochs=2, batch_size=10).run())
    kinds = [type(event).__name__ for event in events]
    assert kinds == ["BatchEnd", "BatchEnd", "BatchEnd", "EpochEnd"] * 2 + ["Finished"]
    assert [(event.step, event.epoch) for event in batches(events)] == [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)]
    assert [(event.epoch, event.step) for event in epochs(events)] == [(1, 3), (2, 6)]
    assert events[-1] == Finished(StopReason.EPOCHS, 2, 6)


def test_every_step_is_the_textbooks() -> None:
    """Forward, loss, gradient, step; the last batch of 3 takes its mean over 3; the epoch's loss is per sample."""
    X, Y = regression(samples=23)
    run = trainer(data=Dataset.from_arrays(X, Y), shuffle=False, batch_size=5, epochs=2)
    network = Network(chain(3, 4, 2), seed=0, dtype="float64")
    events = run.run()
    for _ in range(2):
        total = 0.0
        for start in range(0, 23, 5):
            batch = slice(start, start + 5)
            loss = network.loss(X[batch], Y[batch])
            gradients = network.gradients(X[batch], Y[batch])
            network.load_state_dict({k: w - 0.1 * gradients[k] for k, w in network.state_dict().items()})
            total += loss * len(X[batch])
            event = next(events)
            assert isinstance(event, BatchEnd)
            assert event.loss == pytest.approx(loss, rel=1e-13)
            assert np.abs(run.network.parameters - network.parameters).max() <= 1e-14
        end = next(events)
        assert isinstance(end, EpochEnd)
        assert end.loss == pytest.approx(total / 23, rel=1e-13)
        assert (end.accuracy, end.val_loss, end.val_accuracy, end.learning_rate) == (None, None, None, 0.1)


def test_training_learns() -> None:
    ends = epochs(trainer(epochs=40, optimizer=Adam(learning_rate=0.02), dtype="float32").run())
    assert ends[-1].loss < 0.3 * ends[0].loss


def order_of(seed: int, shuffle: bool = True) -> list[list[float]]:
    """Which samples the steps of two epochs saw, told by the losses of an untrained network with batches of 1."""
    X = np.arange(8.0)[:, None]
    run = trainer(
        chain(1, 1),
        Dataset.from_arrays(X, np.zeros((8, 1))),
        batch_size=1,
        epochs=2,
        shuffle=shuffle,
        seed=seed,
        optimizer=SGD(learning_rate=1e-300),
    )
    run.network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    seen = [math.sqrt(event.loss) for event in batches(run.run())]
    return [seen[:8], seen[8:]]


def test_every_epoch_sees_every_sample_in_an_order_of_its_own() -> None:
    first, second = order_of(seed=0)
    assert sorted(first) == sorted(second) == list(range(8))
    assert first != second
    assert order_of(seed=0) == [first, second]
    assert order_of(seed=1) != [first, second]


def test_without_shuffling_the_order_is_the_datas() -> None:
    assert order_of(seed=0, shuffle=False) == [list(range(8))] * 2


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_same_seed_trains_to_the_same_bits(dtype: str) -> None:
    runs = [trainer(with_dropout(), dtype=dtype, optimizer=Adam(), seed=seed) for seed in (3, 3, 4)]
    losses = [[event.loss for event in batches(run.run())] for run in runs]
    assert losses[0] == losses[1]
    assert losses[0] != losses[2]
    assert np.array_equal(runs[0].network.parameters, runs[1].network.parameters)


@pytest.mark.parametrize("pause", [1, 4, 5, 6, 7, 11])
def test_a_run_goes_on_where_it_stopped_to_the_bit(pause: int) -> None:
    through, paused = (trainer(with_dropout(), optimizer=Adam(), epochs=3) for _ in range(2))
    wanted = list(through.run())
    came: list[Event] = list(itertools.islice(paused.run(), pause))
    came += paused.run()
    timeless = [[e._replace(seconds=0) if isinstance(e, EpochEnd) else e for e in events] for events in (came, wanted)]
    assert timeless[0] == timeless[1]
    assert np.array_equal(through.network.parameters, paused.network.parameters)


def test_rest_is_no_time_of_an_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("engine.trainer.time.perf_counter", lambda: now[0])
    made = trainer(epochs=2, batch_size=5)
    seconds = []
    for event in made.run():
        now[0] += 2.0
        if isinstance(event, BatchEnd) and event.epoch == 1:
            made.rest()
            now[0] += 100.0
            made.go_on()
        if isinstance(event, EpochEnd):
            seconds.append(event.seconds)
    steps = math.ceil(made.samples / 5)
    assert seconds == [2.0 * steps, 2.0 * (steps + 1)]  # the second one begins before the first one is told


def test_a_loss_target_ends_the_run_early() -> None:
    whole = epochs(trainer(epochs=6).run())
    target = whole[2].loss
    events = list(trainer(epochs=6, loss_target=target).run())
    assert [end.loss for end in epochs(events)] == [end.loss for end in whole[:3]]
    assert events[-1] == Finished(StopReason.LOSS_TARGET, 3, events[-2].step)


def test_a_run_that_is_over_stays_over_until_it_is_extended() -> None:
    run = trainer(epochs=2)
    list(run.run())
    assert list(run.run()) == [Finished(StopReason.EPOCHS, 2, run.step)]
    assert run.progress == 1.0
    run.extend()
    assert run.progress == 0.0
    assert [end.epoch for end in epochs(run.run())] == [3, 4]


def test_progress_counts_samples() -> None:
    run = trainer(epochs=2, batch_size=23)
    seen = [run.progress]
    for event in run.run():
        if isinstance(event, BatchEnd | EpochEnd):
            seen.append(run.progress)
    assert seen == [0.0, 0.5, 0.5, 1.0, 1.0]


def configured(run: Trainer, **changes: Any) -> None:
    run.configure(run.config.replace(**changes))


def test_the_learning_rate_changes_from_the_next_batch_on() -> None:
    run = trainer(epochs=1)
    events = run.run()
    next(events)
    before = run.network.parameters.copy()
    configured(run, optimizer=SGD(learning_rate=1e-300))
    next(events)
    assert np.array_equal(run.network.parameters, before)
    assert epochs(events)[0].learning_rate == 1e-300


def test_the_batch_size_changes_in_the_middle_of_an_epoch() -> None:
    run = trainer(epochs=1, batch_size=5)
    events = run.run()
    next(events)
    configured(run, batch_size=10)
    rest = list(events)
    assert len(batches(rest)) == 2  # 10 and 8 after the first 5
    assert epochs(rest)[0].step == 3


def test_the_number_of_epochs_changes_while_it_runs() -> None:
    run = trainer(epochs=50)
    events = run.run()
    next(events)
    configured(run, epochs=2)
    assert [end.epoch for end in epochs(events)] == [1, 2]


def test_fewer_epochs_chosen_between_two_of_them_end_the_run_there_and_more_let_it_go_on() -> None:
    """As for a run that goes on from that place with these settings; an iterator that waits knows them too."""
    run = trainer(epochs=3)
    events = run.run()
    while not isinstance(next(events), EpochEnd):
        pass
    configured(run, epochs=1)
    assert run.has_news
    configured(run, epochs=2)
    assert not run.has_news
    assert isinstance(next(events), BatchEnd)
    configured(run, epochs=1)
    assert not run.has_news, "an epoch that has begun is brought to its end"
    assert [end.epoch for end in epochs(events)] == [2]


def test_an_optimiser_of_the_same_kind_keeps_its_memory_and_another_begins_anew() -> None:
    run = trainer(optimizer=Adam())
    events = run.run()
    next(events)
    kept = run.stepper.optimizer
    configured(run, optimizer=Adam(learning_rate=0.5))
    next(events)
    assert run.stepper.optimizer is kept
    assert kept.steps == 2
    configured(run, optimizer=SGD(learning_rate=0.1, momentum=0.5))
    next(events)
    assert (type(run.stepper.optimizer).__name__, run.stepper.optimizer.steps) == ("MomentumKernel", 1)


def test_divergence_names_the_step_the_layer_and_what_to_try() -> None:
    run = trainer(chain(3, 4, 2, hidden="linear"), dtype="float32", epochs=500, optimizer=SGD(learning_rate=50.0))
    seen: list[Event] = []
    with pytest.raises(DivergenceError) as failure:
        seen.extend(run.run())
    steps = len(batches(seen))
    assert failure.value.step == steps + 1
    assert failure.value.node in ("dense_1", "dense_2")
    assert f"at step {steps + 1}; the first layer concerned is {failure.value.node}" in str(failure.value)
    assert "smaller learning rate (it was 50)" in str(failure.value)


@pytest.mark.parametrize("optimizer", [SGD(learning_rate=1e30), SGD(learning_rate=1e30, momentum=0.9), Adam()])
def test_overflow_in_the_optimiser_is_not_a_warning(optimizer: Any) -> None:
    """The squares of these gradients overflow; where that matters the next losses tell."""
    X, Y = regression()
    run = trainer(chain(3, 2), Dataset.from_arrays(X * 1e12, Y), dtype="float32", epochs=2, optimizer=optimizer)
    with contextlib.suppress(DivergenceError):
        list(run.run())
    largest = np.abs(run.network.gradients_vector).max()
    with np.errstate(over="ignore"):
        assert not np.isfinite(largest * largest)


def test_a_last_step_beyond_all_numbers_is_told_at_the_end_of_the_epoch() -> None:
    run = trainer(dtype="float32", batch_size=23, epochs=1, optimizer=SGD(learning_rate=1e39))
    events = run.run()
    assert isinstance(next(events), BatchEnd)
    with pytest.raises(DivergenceError, match=r"The weights of dense_1 .* at the end of epoch 1\.") as failure:
        next(events)
    assert (failure.value.step, failure.value.node) == (1, "dense_1")
    with pytest.raises(DivergenceError):
        next(run.run())  # nothing has become better meanwhile


def test_running_statistics_beyond_all_numbers_are_told_too() -> None:
    """A batch is normalised by its own statistics, so its loss stays finite."""
    run = trainer(normalised(), epochs=1)
    run.network.weights["batch_normalization_1"]["moving_variance"][0] = np.inf
    with pytest.raises(DivergenceError, match="The weights of batch_normalization_1"):
        list(run.run())


def test_held_out_samples_whose_loss_is_none_end_the_run() -> None:
    X, Y = regression()
    run = trainer(data=Dataset.from_arrays(X, Y, validation=(X * 1e200, Y * 1e200)), epochs=1)
    with pytest.raises(DivergenceError, match=r"held-out samples at output_1 .* at the end of epoch 1\."):
        list(run.run())


def normalised() -> Graph:
    graph = Graph()
    h = graph.add(Dense(units=4), after=graph.add(Input(shape=(3,))))
    graph.add(Output(), after=graph.add(Dense(units=2), after=graph.add(BatchNormalization(), after=h)))
    return graph


def test_a_step_that_fails_leaves_running_statistics_as_they_were() -> None:
    X, Y = regression()
    run = trainer(normalised(), dtype="float32", data=Dataset(np.where(np.arange(23)[:, None] == 7, 3e38, X), Y),
                  shuffle=False)  # fmt: skip
    events = run.run()
    next(events)
    before = run.network.held.copy(), run.network.parameters.copy()
    with pytest.raises(DivergenceError):
        next(events)
    assert np.array_equal(run.network.held, before[0])
    assert np.array_equal(run.network.parameters, before[1])
    assert np.isfinite(run.network.predict(X)).all()


def test_a_number_that_is_none_in_the_data_is_told_before_anything_runs() -> None:
    X, Y = regression()
    X[7, 1] = np.nan
    with pytest.raises(DataError, match=r"input_1 takes finite numbers.* Received nan in row 8"):
        trainer(data=Dataset(X, Y))


def test_the_first_layer_with_a_bad_weight_is_named() -> None:
    run = trainer(chain(3, 4, 4, 2, hidden="relu"))
    run.network.weights["dense_2"]["kernel"][0, 0] = np.inf
    with pytest.raises(DivergenceError) as failure:
        next(run.run())
    assert (failure.value.node, failure.value.step) == ("dense_2", 1)


def test_held_out_samples_are_judged_after_every_epoch_and_never_trained_on() -> None:
    X, Y = regression(samples=20)
    data = Dataset.from_arrays(X, Y, validation=0.25)
    run = trainer(data=data, seed=3)
    assert run.samples == 15
    (_, _), held_out = data.split(3)
    assert held_out is not None
    for event in run.run():
        if isinstance(event, EpochEnd):
            assert event.val_loss == pytest.approx(run.network.loss(*held_out), rel=1e-14)
            assert event.val_accuracy is None
    trained_on = {tuple(row) for row in run.inputs["input_1"]}
    assert not trained_on & {tuple(row) for row in held_out[0]}


def test_held_out_samples_are_checked_once_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    X, Y = regression(samples=20)
    run = trainer(data=Dataset.from_arrays(X, Y, 0.25), epochs=3)
    monkeypatch.setattr(Network, "feed", lambda *_: pytest.fail("looked at again"))
    assert all(end.val_loss is not None for end in epochs(run.run()))


def test_a_validation_set_of_ones_own() -> None:
    X, Y = regression(samples=20)
    run = trainer(data=Dataset.from_arrays(X[:12], Y[:12], validation=(X[12:], Y[12:])), epochs=1)
    (end,) = epochs(run.run())
    assert run.samples == 12
    assert end.val_loss == pytest.approx(run.network.loss(X[12:], Y[12:]), rel=1e-14)


@pytest.mark.parametrize(
    ("last", "loss", "targets", "wanted"),
    [
        ("sigmoid", "binary_crossentropy", [[1.0], [1.0], [0.0], [0.0]], 0.75),
        ("softmax", "categorical_crossentropy", [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]], 0.75),
        ("softmax", "sparse_categorical_crossentropy", [[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]], 0.75),
        ("tanh", "hinge", [[1.0], [1.0], [0.0], [0.0]], 0.75),
    ],
)
def test_accuracy_by_hand(last: str, loss: str, targets: list, wanted: float) -> None:
    """The network says yes (or the first class) where x > 0; of x = 1, -2, -3, -4 one answer is wrong."""
    X = np.array([[1.0], [-2.0], [-3.0], [-4.0]])
    Y = np.array(targets)
    run = trainer(
        chain(1, Y.shape[1], last=last, loss=loss),
        Dataset.from_arrays(X, Y, validation=(X[:1], 1 - Y[:1])),
        epochs=1,
        batch_size=3,
        optimizer=SGD(learning_rate=1e-300),
    )
    kernel = [[1.0]] if Y.shape[1] == 1 else [[1.0, -1.0]]
    run.network.load_state_dict({"dense_1.kernel": kernel, "dense_1.bias": [0.0] * Y.shape[1]})
    (end,) = epochs(run.run())
    assert end.accuracy == wanted
    assert end.val_accuracy == 0.0


def test_class_numbers_are_learned() -> None:
    X, _ = regression(samples=60)
    numbers = X.argmax(axis=1)
    graph = chain(3, 8, 3, last="softmax", loss="sparse_categorical_crossentropy")
    data = Dataset.from_arrays(X, numbers, validation=(X[:9], numbers[:9, None]))
    ends = epochs(trainer(graph, data, epochs=30, optimizer=Adam(learning_rate=0.05), dtype="float32").run())
    assert ends[-1].accuracy == pytest.approx(1.0, abs=0.05)
    assert ends[-1].val_accuracy == 1.0
    with pytest.raises(DataError, match=r"from 0 to 2\. Received 3 in row 5"):
        trainer(graph, Dataset.from_arrays(X[:6], [0, 1, 2, 0, 3, 1], validation=0.5))


def test_several_inputs_and_outputs_are_trained_together() -> None:
    graph = Graph()
    a, b = graph.add(Input(shape=(2,)), id="a"), graph.add(Input(shape=(1,)), id="b")
    for source, name in ((a, "left"), (b, "right")):
        graph.add(Output(), after=graph.add(Dense(units=1), after=source), id=name)
    rng = np.random.default_rng(0)
    X = {"a": rng.normal(size=(16, 2)), "b": rng.normal(size=(16, 1))}
    Y = {"left": X["a"].sum(axis=1, keepdims=True), "right": -X["b"]}
    data = Dataset.from_arrays(X, Y, validation=0.25)
    ends = epochs(trainer(graph, data, epochs=60, batch_size=4, optimizer=SGD(learning_rate=0.2)).run())
    assert ends[-1].loss < 1e-3 < ends[0].loss
    assert ends[-1].val_loss is not None
    assert ends[-1].val_loss < 1e-3


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (Dataset(np.ones((4, 2)), np.ones((4, 2))), "input_1 takes samples of shape 3. Received: 2."),
        (Dataset(np.ones((4, 3)), np.ones((4, 5))), "output_1 takes samples of shape 2. Received: 5."),
        (Dataset(np.ones((4, 3)), np.ones((5, 2))), "same number of samples"),
    ],
)
def test_data_that_do_not_fit_are_refused_before_anything_runs(data: Dataset, message: str) -> None:
    with pytest.raises(DataError, match=message):
        trainer(data=data)


def test_targets_that_the_loss_does_not_take_are_refused_in_both_parts() -> None:
    graph = chain(3, 2, last="softmax", loss="categorical_crossentropy")
    X, good = np.ones((4, 3)), np.eye(2)[[0, 1, 0, 1]]
    for data in (
        Dataset.from_arrays(X, good + 1),
        Dataset.from_arrays(X, good, validation=(X, good + 1)),
    ):
        with pytest.raises(DataError, match="one-hot"):
            trainer(graph, data)


def test_a_share_that_leaves_nothing_to_train_on_is_refused() -> None:
    with pytest.raises(DataError, match=r"share of 0\.9 leaves no sample"):
        trainer(data=Dataset.from_arrays(np.ones((1, 3)), np.ones((1, 2)), validation=0.9))


def test_a_configuration_of_nonsense_is_refused() -> None:
    with pytest.raises(HyperparameterError) as refusal:
        TrainingConfig(epochs=0, batch_size=-1, optimizer="flux", loss_target=0.0, seed=-1)
    assert len(refusal.value.messages) == 5


def test_a_trainer_says_what_it_takes() -> None:
    network, pair, config = Network(chain(3, 4, 2)), regression(), TrainingConfig()
    data = Dataset.from_arrays(*pair)
    with pytest.raises(GraphError, match=r"^Training takes a Network\. Received: None\."):
        Trainer(None, data, config)  # type: ignore[arg-type]
    with pytest.raises(DataError, match=r"^Training takes a Dataset, such as .*\(X, Y\)\. Received: "):
        Trainer(network, pair, config)  # type: ignore[arg-type]
    with pytest.raises(HyperparameterError, match=r"^Training takes a TrainingConfig, .* Received: {'epochs': 1}\."):
        Trainer(network, data, {"epochs": 1})  # type: ignore[arg-type]
