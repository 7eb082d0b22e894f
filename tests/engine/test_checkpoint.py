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
from engine.errors import DataError
from engine.events import BatchEnd, EpochEnd, Event, Finished
from engine.graph import Graph
from engine.layers import Dense, Dropout, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam, Optimizer, RMSprop
from engine.schedules import ReduceOnPlateau, Schedule
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.weights_file import safetensors_bytes

SAMPLES = 17


def classifier(units: int = 5) -> Graph:
    """A graph with dropout, accuracy and a frozen layer."""
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    frozen = graph.add(Dense(units=4, activation="tanh", trainable=False), after=x)
    h = graph.add(Dropout(rate=0.25), after=graph.add(Dense(units=units, activation="tanh"), after=frozen))
    h = graph.add(Dropout(rate=0.5), after=h)
    end = graph.add(Dense(units=2, activation="softmax"), after=h)
    graph.add(Output(loss="categorical_crossentropy"), after=end)
    return graph


def make_trainer(dtype: str = "float32", graph: Graph | None = None, samples: int = SAMPLES, **config: Any) -> Trainer:
    rng = np.random.default_rng(1)
    X, Y = rng.normal(size=(samples, 3)), np.eye(2)[rng.integers(0, 2, samples)]
    settings = {"batch_size": 4, "epochs": 4, "seed": 3} | config
    data = Dataset.from_arrays(X, Y, validation=0.25)
    return Trainer(Network(graph or classifier(), 3, dtype), data, TrainingConfig(**settings))


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


def test_the_first_best_is_none_and_stays_none_in_the_file() -> None:
    stored = from_bytes(make_trainer(schedule="reduce_on_plateau").checkpoint().to_bytes())
    assert stored.numbers["counters"]["stopping"]["best"] is None
    run = make_trainer(schedule="reduce_on_plateau")
    run.resume(stored)
    assert run.stopping.best == math.inf


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"graph": classifier(units=6)}, r"dense_2\.kernel is 4×5 there and 4×6 here"),
        ({"dtype": "float64"}, "dtype is float32 there and float64 here"),
        ({"samples": 25}, "samples is 13 there and 19 here"),
        ({"seed": 4}, "seed is 3 there and 4 here"),
    ],
    ids=str,
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
