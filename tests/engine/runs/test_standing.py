"""Where a run stands as parts of a project's file: what goes on from there is the same run to the bit, or told lost."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.archive import archive_bytes
from engine.errors import ProjectError
from engine.events import EpochEnd, Event, Finished, StopReason
from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Dropout, Input, Output
from engine.optimizers import SGD, Adam, Optimizer, RMSprop
from engine.project import LIMITS, Project, from_bytes, load_example, to_bytes
from engine.runs.standing import NUMBERS, VECTORS
from engine.schedules import ConstantRate, CosineDecay, ReduceOnPlateau, Schedule
from engine.timeline import moment_of
from engine.trainer import Trainer
from engine.weights_file import safetensors_arrays, safetensors_bytes
from tests.engine.test_project import repacked

Members = dict[str, bytes]


def project(**training: Any) -> Project:
    """Two moons with dropout and running statistics, in a network that forgets nothing without being told."""
    graph = Graph()
    h = graph.add(Dense(units=5, activation="tanh"), after=graph.add(Input(shape=(2,))))
    h = graph.add(Dropout(rate=0.3), after=graph.add(BatchNormalization(), after=h))
    graph.add(Output(loss="binary_crossentropy"), after=graph.add(Dense(units=1, activation="sigmoid"), after=h))
    made = load_example("moons")
    config = made.training.replace(**{"batch_size": 64, "epochs": 3, "loss_target": None, **training})
    return replace(made, graph=graph, training=config)


PREPARED = project().prepare()


def begun(made: Project) -> Trainer:
    return Trainer(made.network(), PREPARED.dataset, made.training)


def saved(made: Project, run: Trainer, told: list[Event]) -> bytes:
    end = told[-1] if told and isinstance(told[-1], Finished) else None
    moment = moment_of(run, math.nan, math.nan, end)
    history = tuple(event for event in told if isinstance(event, EpochEnd))
    return to_bytes(replace(made, weights=run.network.state_dict(), history=history, moment=moment))


def timeless(events: list[Event]) -> list[Event]:
    return [event._replace(seconds=0) if isinstance(event, EpochEnd) else event for event in events]


@given(
    optimizer=st.sampled_from([Adam(), SGD(momentum=0.9), RMSprop(momentum=0.5, centered=True)]),
    schedule=st.sampled_from([ConstantRate(), CosineDecay(unit="step"), ReduceOnPlateau(patience=0, threshold=0.5)]),
    settings=st.fixed_dictionaries({"patience": st.sampled_from([None, 1]), "restore_best": st.booleans()}),
    cuts=st.lists(st.integers(0, 30), min_size=1, max_size=3).map(sorted),
)
def test_a_run_saved_anywhere_with_its_project_is_the_same_to_the_bit(
    optimizer: Optimizer, schedule: Schedule, settings: dict[str, Any], cuts: list[int]
) -> None:
    """Also between an epoch's batches, at its end, and where the best weights stand in place of the last ones."""
    made = project(optimizer=optimizer, schedule=schedule, **settings)
    through = begun(made)
    wanted = list(through.run())
    run, told = begun(made), list[Event]()
    for cut in cuts:
        told += itertools.islice(run.run(), max(0, cut - len(told)))
        if run.has_news and not isinstance(told[-1], Finished):
            told.append(next(run.run()))  # as the window does: nothing is saved before an epoch's end is told
        opened = from_bytes(saved(made, run, told))
        assert opened.moment is not None
        assert (opened.moment.step, opened.moment.epoch) == (run.step, run.epoch - 1)
        if told and isinstance(told[-1], Finished):
            assert opened.moment.end == told.pop()
        run = begun(opened)
        run.resume(opened.moment.checkpoint)
    told += run.run()
    assert timeless(told) == timeless(wanted)
    assert np.array_equal(run.network.parameters, through.network.parameters)
    assert np.array_equal(run.network.held, through.network.held)
    assert run.checkpoint().to_bytes() == through.checkpoint().to_bytes()


@pytest.fixture(scope="module")
def half_way() -> Project:
    """A project whose run was cut within its first epoch."""
    made = project()
    run = begun(made)
    return from_bytes(saved(made, run, list(itertools.islice(run.run(), 2))))


def test_a_file_without_it_and_one_without_the_weights_are_whole(half_way: Project) -> None:
    assert half_way.moment is not None
    assert half_way.lost is None
    opened = from_bytes(repacked(lambda members: [members.pop(name) for name in (NUMBERS, VECTORS)], half_way))
    assert (opened.moment, opened.lost) == (None, None)
    assert opened.weights is not None
    other = replace(half_way, graph=load_example("xor").graph)  # which its weights do not fit
    assert from_bytes(to_bytes(other)).moment is None
    assert half_way.untrained().moment is None


def test_weights_that_are_no_numbers_are_not_gone_on_from(half_way: Project) -> None:
    assert half_way.moment is not None
    arrays = dict(half_way.moment.checkpoint.arrays)
    arrays["network.parameters"] = np.full_like(arrays["network.parameters"], np.nan)
    broken = replace(half_way.moment, checkpoint=replace(half_way.moment.checkpoint, arrays=arrays))
    opened = from_bytes(to_bytes(replace(half_way, moment=broken)))
    assert (opened.moment, opened.lost) == (None, None)


def numbers(change: Callable[[dict[str, Any]], Any]) -> Callable[[Members], None]:
    def alter(members: Members) -> None:
        document = json.loads(members[NUMBERS])
        change(document)
        members[NUMBERS] = json.dumps(document).encode()

    return alter


def vectors(**changed: Any) -> Callable[[Members], None]:
    def alter(members: Members) -> None:
        arrays = safetensors_arrays(members[VECTORS]) | {
            name.replace("_", ".", 1): new for name, new in changed.items()
        }
        members[VECTORS] = safetensors_bytes(arrays)

    return alter


@pytest.mark.parametrize(
    "damage",
    [
        lambda members: members.pop(NUMBERS),
        lambda members: members.pop(VECTORS),
        lambda members: members.update({NUMBERS: b"[" * 100_000}),
        lambda members: members.update({NUMBERS: b"[]"}),
        lambda members: members.update({VECTORS: b"\x80\x04]\x94."}),
        vectors(network_parameters=np.full(3, np.nan, np.float32)),
        numbers(lambda document: document.update(format="other")),
        numbers(lambda document: document.update(version=2)),
        numbers(lambda document: document.pop("moment")),
        numbers(lambda document: document.update(moment=[])),
        numbers(lambda document: document.update(counters=None)),
        numbers(lambda document: document["counters"]["run"].update(step=1e300)),
        numbers(lambda document: document["counters"]["run"].update(epoch=-1)),
        numbers(lambda document: document["moment"].update(loss="small")),
        numbers(lambda document: document["moment"].update(end={"reason": "tired", "restored": None})),
        numbers(lambda document: document["moment"].update(end={"reason": "epochs", "restored": -1})),
        numbers(lambda document: document["moment"]["training"].update(epochs=0)),
        numbers(lambda document: document["moment"].update(training="adam")),
    ],
    ids=range(18),
)
def test_what_is_damaged_is_one_message_and_the_rest_opens(damage: Callable[[Members], Any], half_way: Project) -> None:
    opened = from_bytes(repacked(damage, half_way))
    assert opened.moment is None
    assert opened.lost is not None
    assert str(opened.lost).startswith("The checkpoint is damaged (")
    assert opened.weights is not None


@pytest.mark.parametrize("name", [NUMBERS, VECTORS])
def test_a_part_that_has_rotted_on_the_disk_costs_no_other(name: str, half_way: Project) -> None:
    content = bytearray(to_bytes(half_way))
    place = content.index(name.encode()) + len(name) + 20
    content[place] ^= 255
    opened = from_bytes(bytes(content))
    assert (opened.moment, opened.weights is None) == (None, False)
    assert "The checkpoint is damaged" in str(opened.lost)


def test_all_that_is_wrong_with_a_file_is_told_at_once(half_way: Project) -> None:
    def damage(members: Members) -> None:
        members.update({NUMBERS: b"", "weights.safetensors": safetensors_bytes({"dense_9.kernel": np.zeros(1)})})

    with pytest.raises(ProjectError) as refusal:
        from_bytes(repacked(damage, half_way))
    told = [str(message) for message in refusal.value.messages]
    assert any("dense_9.kernel" in each for each in told)
    assert told[-1].startswith("The checkpoint is damaged (")


def test_a_part_that_unpacks_beyond_its_bound_is_refused(half_way: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, VECTORS, 10)
    with pytest.raises(ProjectError, match=r"standing\.safetensors has .* bytes, more than 10"):
        from_bytes(to_bytes(half_way))
    members = {"project.json": to_bytes(half_way), NUMBERS: b"0" * (1 << 24)}
    with pytest.raises(ProjectError, match="suspiciously large"):
        from_bytes(archive_bytes(members, compressed=(NUMBERS,)))


def test_how_a_run_came_to_its_end_is_in_the_file(half_way: Project) -> None:
    assert half_way.moment is not None
    end = Finished(StopReason.GOAL, half_way.moment.epoch, half_way.moment.step, 7)
    moment = replace(half_way.moment, loss=0.5, batch_loss=0.25, end=end)
    opened = from_bytes(to_bytes(replace(half_way, moment=moment))).moment
    assert opened is not None
    assert (opened.end, opened.loss, opened.batch_loss, opened.config) == (end, 0.5, 0.25, moment.config)
