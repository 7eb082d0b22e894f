"""Checkpoints: a run that was cut anywhere and resumed elsewhere is the same run, to the bit; and their files."""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.archive import archive_bytes
from engine.checkpoint import ARRAYS, RUN, Checkpoint, from_bytes, load
from engine.data import Dataset
from engine.data.dataset import Part
from engine.errors import DataError
from engine.events import BatchEnd, EpochEnd, Event, Finished
from engine.graph import AddEdge, Edge, Graph, RemoveEdge
from engine.layers import Dense, Dropout, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam, Optimizer, RMSprop
from engine.schedules import ConstantRate, CosineDecay, ReduceOnPlateau, Schedule
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.weights_file import safetensors_bytes

SAMPLES = 17
NULL = "null"
"""Stands for JSON's."""


def classifier(
    units: int = 5, hidden: str = "tanh", rate: float = 0.5, loss: str = "categorical_crossentropy"
) -> Graph:
    """A graph with dropout, accuracy and a frozen layer."""
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    frozen = graph.add(Dense(units=4, activation="tanh", trainable=False), after=x)
    h = graph.add(Dropout(rate=0.25), after=graph.add(Dense(units=units, activation=hidden), after=frozen))
    h = graph.add(Dropout(rate=rate), after=h)
    end = graph.add(Dense(units=2, activation="softmax"), after=h)
    graph.add(Output(loss=loss), after=end)
    return graph


def swapped() -> Graph:
    """The same layers in another order."""
    graph, (x, y, z) = classifier(), ("dense_2", "dropout_1", "dropout_2")
    for edge in (Edge(x, y), Edge(y, z), Edge(z, "dense_3")):
        graph.apply(RemoveEdge(edge))
    for edge in (Edge(x, z), Edge(z, y), Edge(y, "dense_3")):
        graph.apply(AddEdge(edge))
    return graph


def make_data(samples: int = SAMPLES, draw: int = 1) -> Dataset:
    """As many samples of 3 numbers in 2 classes, of which a quarter is held out."""
    rng = np.random.default_rng(draw)
    X, Y = rng.normal(size=(samples, 3)), np.eye(2)[rng.integers(0, 2, samples)]
    return Dataset.from_arrays(X, Y, validation=0.25)


def held_out(validation: Part | None) -> Dataset:
    """The training part of `make_data`, and other samples held out, or none."""
    (X, Y), _ = make_data().split(3)
    return Dataset(X, Y, validation)


def make_trainer(
    dtype: str = "float32",
    graph: Graph | None = None,
    samples: int = SAMPLES,
    data: Dataset | None = None,
    **config: Any,
) -> Trainer:
    settings = {"batch_size": 4, "epochs": 4, "seed": 3} | config
    return Trainer(Network(graph or classifier(), 3, dtype), data or make_data(samples), TrainingConfig(**settings))


def timeless(events: list[Event]) -> list[Event]:
    return [event._replace(seconds=0) if isinstance(event, EpochEnd) else event for event in events]


def same_state(first: Trainer, second: Trainer) -> bool:
    return first.checkpoint().to_bytes() == second.checkpoint().to_bytes()


OPTIMIZERS = [
    *(kind() for kind in Optimizer.kinds().values()),
    SGD(momentum=0.9, weight_decay=0.1),
    RMSprop(momentum=0.5, centered=True),
]
SCHEDULES = [
    *(kind() for kind in Schedule.kinds().values()),
    ReduceOnPlateau(patience=0, threshold=0.5),
]


@given(
    optimizer=st.sampled_from(OPTIMIZERS),
    schedule=st.sampled_from(SCHEDULES),
    unit=st.sampled_from(["epoch", "step"]),
    cuts=st.lists(st.integers(0, 22), max_size=3).map(sorted),
    dtype=st.sampled_from(["float32", "float64"]),
    settings=st.fixed_dictionaries(
        {
            "shuffle": st.booleans(),
            "restore_best": st.booleans(),
            "patience": st.sampled_from([None, 1, 2]),
            "clip_norm": st.sampled_from([None, 0.1]),
        }
    ),
)
def test_a_run_that_was_cut_is_the_same_to_the_bit(
    optimizer: Optimizer, schedule: Schedule, unit: str, cuts: list[int], dtype: str, settings: dict[str, Any]
) -> None:
    """Each cut goes through a file into a trainer and a network that are new."""
    if any(field.name == "unit" for field in schedule.hyperparameters()):
        schedule = schedule.replace(unit=unit)
    settings |= {"optimizer": optimizer, "schedule": schedule}
    through = make_trainer(dtype, **settings)
    wanted = list(through.run())
    run, came = make_trainer(dtype, **settings), list[Event]()
    for cut in cuts:
        came += itertools.islice(run.run(), max(0, cut - len(came)))
        stored = from_bytes(run.checkpoint().to_bytes())
        run = make_trainer(dtype, **settings)
        run.network.parameters[...] = 7  # whatever stands there
        run.resume(stored)
    came += run.run()
    told = [event for event in came if not isinstance(event, Finished)]  # a run that is over says so at every cut
    assert timeless([*told, came[-1]]) == timeless(wanted)
    assert np.array_equal(run.network.parameters, through.network.parameters)
    assert np.array_equal(run.network.held, through.network.held)
    assert same_state(run, through)


def test_a_change_of_settings_that_no_batch_has_seen_is_taken_along() -> None:
    """Adam keeps its moments by its betas; a checkpoint before the next batch must know the old ones."""
    runs = [make_trainer(optimizer=Adam(beta_1=0.5)) for _ in range(2)]
    changed = runs[0].config.replace(optimizer=Adam(beta_1=0.9))
    for run in runs:
        list(itertools.islice(run.run(), 5))
        run.configure(changed)
    resumed = make_trainer(optimizer=Adam(beta_1=0.9))
    resumed.resume(runs[0].checkpoint())
    assert timeless(list(resumed.run())) == timeless(list(runs[1].run()))
    assert np.array_equal(resumed.network.parameters, runs[1].network.parameters)


def test_a_change_of_settings_that_no_batch_has_seen_may_be_taken_back() -> None:
    """Adam keeps its moments where another optimizer was chosen for a moment only, before or after a checkpoint."""
    through, resumed = (make_trainer(optimizer=Adam(), schedule=ReduceOnPlateau(patience=0)) for _ in range(2))
    list(itertools.islice(through.run(), 9))
    first = through.config
    through.configure(first.replace(optimizer=RMSprop(), schedule=ConstantRate()))
    resumed.configure(through.config)
    resumed.resume(through.checkpoint())
    assert same_state(resumed, through)
    for run in (through, resumed):
        run.configure(first)
    assert timeless(list(resumed.run())) == timeless(list(through.run()))
    assert same_state(resumed, through)


def test_a_schedule_chosen_within_an_epoch_beyond_the_runs_end_begins_anew_with_the_next_one() -> None:
    """So it does in a run that goes on from a batch of that epoch."""
    runs = [make_trainer(epochs=2, batch_size=3) for _ in range(2)]
    for run in runs:
        run.open_ended = True
    events = runs[0].run()
    while runs[0].epoch < 3 or not runs[0].within_epoch:
        next(events)
    runs[0].configure(runs[0].config.replace(schedule=CosineDecay()))
    runs[1].configure(runs[0].config)
    next(events)
    runs[1].resume(runs[0].checkpoint())
    told, again = (timeless(list(itertools.islice(going, 20))) for going in (events, runs[1].run()))
    assert told == again
    assert same_state(*runs)


def test_a_checkpoint_is_a_copy() -> None:
    run = make_trainer()
    events = run.run()
    next(events)
    taken = run.checkpoint()
    before = taken.to_bytes()
    list(events)
    assert taken.to_bytes() == before


def test_more_epochs_after_the_end() -> None:
    short, long = make_trainer(epochs=2), make_trainer(epochs=4)
    first = list(short.run())
    resumed = make_trainer(epochs=4)
    resumed.resume(short.checkpoint())
    assert timeless(first[:-1] + list(resumed.run())) == timeless(list(long.run()))


@given(
    optimizer=st.sampled_from(OPTIMIZERS),
    first=st.integers(1, 4),
    patience=st.sampled_from([None, 1]),
    min_delta=st.sampled_from([0.0, 0.01]),
    schedule=st.sampled_from([ConstantRate(), ReduceOnPlateau(patience=0, threshold=0.5)]),
)
def test_more_epochs_after_the_best_weights_were_put_back(
    optimizer: Optimizer, first: int, patience: int | None, min_delta: float, schedule: Schedule
) -> None:
    """The run goes on with the weights that the optimiser has moved last, not with those that it left long ago."""
    settings: dict[str, Any] = {"optimizer": optimizer, "schedule": schedule, "restore_best": True}
    settings |= {"patience": patience, "min_delta": min_delta}
    short, long = make_trainer(epochs=first, **settings), make_trainer(epochs=7, **settings)
    came, wanted = list(short.run()), list(long.run())
    resumed = make_trainer(epochs=7, **settings)
    resumed.resume(from_bytes(short.checkpoint().to_bytes()))
    short.configure(long.config)
    for run in (resumed, short):
        assert timeless([*came[:-1], *run.run()]) == timeless(wanted)
        assert np.array_equal(run.network.parameters, long.network.parameters)
        assert same_state(run, long)


def test_a_seed_that_is_set_on_the_way_does_not_make_it_another_run() -> None:
    """The seed has drawn weights, split and order at the beginning; later it decides nothing."""
    run = make_trainer()
    run.configure(run.config.replace(seed=8))
    next(run.run())
    for other in (make_trainer(), make_trainer(seed=3)):
        other.resume(run.checkpoint())
        assert other.step == 1
        assert np.array_equal(other.network.parameters, run.network.parameters)


def test_the_first_best_is_none_and_stays_none_in_the_file() -> None:
    stored = from_bytes(make_trainer(schedule="reduce_on_plateau").checkpoint().to_bytes())
    assert stored.numbers["counters"]["stopping"]["best"] is None
    run = make_trainer(schedule="reduce_on_plateau")
    run.resume(stored)
    assert run.stopping.best == math.inf


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"graph": classifier(units=6)}, r"dense_2\.units is 5 there and 6 here"),
        ({"graph": classifier(hidden="relu")}, r"dense_2\.activation is tanh there and relu here"),
        ({"graph": classifier(rate=0.25)}, r"dropout_2\.rate is 0\.5 there and 0\.25 here"),
        ({"graph": classifier(loss="mse")}, r"output_1\.loss is categorical_crossentropy there and mse here"),
        ({"graph": swapped()}, r"dropout_2\.sources is dropout_1 there and dense_2 here"),
        ({"data": make_data(draw=2)}, "training data is [0-9a-f]{16} there and [0-9a-f]{16} here"),
        ({"data": held_out(make_data(draw=2).split(3)[1])}, "validation data is [0-9a-f]{16} there and [0-9a-f]{16} h"),
        ({"data": held_out(None)}, "validation data is [0-9a-f]{16} there and missing here"),
        ({"dtype": "float64"}, "dtype is float32 there and float64 here"),
        ({"samples": 25}, "samples is 13 there and 19 here"),
        ({"seed": 4}, "seed is 3 there and 4 here"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_checkpoint_of_another_run_is_refused_and_nothing_changes(other: dict[str, Any], told: str) -> None:
    stored = make_trainer().checkpoint()
    run = make_trainer(**other)
    before = run.checkpoint().to_bytes()
    with pytest.raises(DataError, match=told) as refusal:
        run.resume(stored)
    assert len(refusal.value.messages) == 1
    assert run.checkpoint().to_bytes() == before


def damaged(stored: Checkpoint, path: tuple[str, ...], value: Any) -> Checkpoint:
    """The same with one number or array replaced; a value of None takes it away."""
    numbers, arrays = json.loads(json.dumps(dict(stored.numbers))), dict(stored.arrays)
    place: Any = {"numbers": numbers, "arrays": arrays}
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return Checkpoint(numbers, arrays)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("numbers", "identity"), []),
        (("numbers", "optimizer"), {"kind": "flux"}),
        (("numbers", "optimizer"), {"kind": "Adam", "beta_1": 2}),
        (("numbers", "schedule"), "constant"),
        (("numbers", "counters"), None),
        (("numbers", "counters", "run", "position"), 99),
        (("numbers", "counters", "run", "position"), 2),
        (("numbers", "counters", "run", "step"), -1),
        (("numbers", "counters", "run", "step"), 1e300),
        (("numbers", "counters", "run", "first_epoch"), 1e300),
        (("numbers", "counters", "run", "first_epoch"), 2),
        (("numbers", "counters", "run", "first_step"), 2),
        (("numbers", "counters", "run", "epoch"), 0),
        (("numbers", "counters", "optimizer", "steps"), 1e300),
        (("numbers", "counters", "run", "epoch"), 1.5),
        (("numbers", "counters", "run", "loss_sum"), "much"),
        (("numbers", "counters", "optimizer", "steps"), None),
        (("numbers", "streams", ""), None),
        (("numbers", "streams", "dropout_1"), {"bit_generator": "MT19937"}),
        (("numbers", "streams", "dropout_1"), 5),
        (("arrays", "run.order"), np.zeros(13, np.int64)),
        (("arrays", "run.order"), np.arange(12)),
        (("arrays", "network.parameters"), np.zeros(3, np.float32)),
        (("arrays", "optimizer.first_moment"), None),
        (("arrays", "predictions.output_1"), np.zeros((4, 2), np.float64)),
    ],
    ids=str,
)
def test_a_damaged_checkpoint_is_refused_and_nothing_changes(path: tuple[str, ...], value: Any) -> None:
    run = make_trainer()
    next(run.run())
    stored, other = run.checkpoint(), make_trainer()
    before = other.checkpoint().to_bytes()
    with pytest.raises(DataError, match="damaged"):
        other.resume(damaged(stored, path, value))
    assert other.checkpoint().to_bytes() == before


@pytest.mark.parametrize(
    ("optimizer", "counter", "value"),
    [
        ("Nadam", ("optimizer", "momentum_product"), 1 / (0.9 * (1 - 0.5 * 0.96**0.008))),  # 1 less it is soon 0
        ("Nadam", ("optimizer", "momentum_product"), -0.5),
        ("Nadam", ("optimizer", "momentum_product"), 1e300),
        ("Rprop", ("optimizer", "first_size"), 0.0),
        ("Rprop", ("optimizer", "first_size"), -1.0),
        ("Rprop", ("optimizer", "first_size"), float("nan")),
        ("Adam", ("run", "loss_sum"), NULL),
        ("Nadam", ("optimizer", "momentum_product"), NULL),
        ("Adam", ("stepper", "learning_rate"), NULL),
    ],
    ids=str,
)
def test_a_number_that_no_run_leaves_is_refused_by_name(optimizer: str, counter: tuple[str, str], value: Any) -> None:
    kind = Optimizer.resolve(optimizer)
    run = make_trainer(optimizer=kind)
    next(run.run())
    stored, other = run.checkpoint(), make_trainer(optimizer=kind)
    stored.numbers["counters"][counter[0]][counter[1]] = None if value is NULL else value
    before = other.checkpoint().to_bytes()
    with pytest.raises(DataError, match=rf"^The checkpoint is damaged \({'.'.join(counter)}\)\.$"):
        other.resume(stored)
    assert other.checkpoint().to_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        archive_bytes({RUN: b"{}", ARRAYS: safetensors_bytes({})}),
        archive_bytes({RUN: b"[" * 100_000, ARRAYS: safetensors_bytes({})}),
        archive_bytes({ARRAYS: safetensors_bytes({})}),
        archive_bytes({RUN: b'{"format": "rambat-checkpoint", "version": 1}', ARRAYS: b"nonsense"}),
        archive_bytes({RUN: b'{"format": "rambat-checkpoint", "version": 2}', ARRAYS: safetensors_bytes({})}),
        archive_bytes({"../run.json": b"{}"}),
    ],
    ids=range(8),
)
def test_a_file_that_is_no_checkpoint_is_refused_by_name(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "in.ckpt"
    path.write_bytes(content)
    with pytest.raises(DataError):
        load(path)
    with pytest.raises(DataError, match=r"there\.ckpt could not be read"):
        load(tmp_path / "there.ckpt")
    with pytest.raises(DataError, match=r"there\.ckpt could not be read"):
        load(str(tmp_path / "there.ckpt"))


def test_the_history_travels_along() -> None:
    run = make_trainer()
    ends = tuple(event for event in run.run() if isinstance(event, EpochEnd))
    stored = Checkpoint(run.checkpoint().numbers, run.checkpoint().arrays, ends)
    assert from_bytes(stored.to_bytes()).history == ends


def test_an_observed_step_before_the_cut_changes_nothing() -> None:
    runs = [make_trainer(), make_trainer()]
    runs[0].observe_next = True
    for run in runs:
        assert isinstance(next(run.run()), BatchEnd)
    assert same_state(*runs)
