"""Moments of a run: how they are spaced and bounded, and that a run goes on from each to the bit."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.edits import insert_on_edge
from engine.events import BatchEnd, EpochEnd
from engine.layers import BatchNormalization, Dropout
from engine.optimizers import SGD
from engine.timeline import MOST, OVERHEAD, Moment, Timeline, moment_of
from engine.trainer import Trainer
from tests.gui.projects import moons


def moment(step):
    arrays = {"network.parameters": np.zeros(0), "network.held": np.zeros(0)}
    return Moment(step, 0, 0.0, 0.0, None, SimpleNamespace(arrays=arrays))


def kept(timeline):
    return [each.step for each in timeline.moments]


def run(timeline, steps, begin=0):
    """As a trainer goes: a moment where one is due, and one where it stands in the end."""
    for step in range(begin, steps + 1):
        if step >= timeline.due:
            timeline.keep(moment(step))
    if kept(timeline)[-1] != steps:
        timeline.keep(moment(steps))
    return timeline


def test_every_step_is_kept_until_there_are_too_many():
    assert kept(run(Timeline(), MOST - 1)) == list(range(MOST))


@given(st.integers(0, 5000), st.integers(1, 64), st.integers(0, 40))
def test_moments_stay_evenly_spaced_within_their_bytes_with_both_ends(steps, room, begin):
    timeline = run(Timeline(limit=room * OVERHEAD), begin + steps, begin=begin)
    found = kept(timeline)
    assert timeline.size <= room * OVERHEAD
    assert found[-1] == begin + steps
    assert found == sorted(set(found))
    if room > 2:
        assert found[0] == begin
        gaps = {after - before for before, after in itertools.pairwise(found[1:-1])}
        assert gaps <= {timeline.stride}
        assert len(found) > room // 2 or timeline.stride == 1


def test_few_moments_are_ever_taken():
    timeline, taken = Timeline(), 0
    for step in range(1_000_000):
        if step >= timeline.due:
            timeline.keep(moment(step))
            taken += 1
    assert taken < 4000
    assert len(timeline.moments) <= MOST


def test_where_only_one_has_room_moments_are_taken_ever_more_rarely():
    timeline, taken = Timeline(limit=OVERHEAD), 0
    for step in range(10_000):
        if step >= timeline.due:
            timeline.keep(moment(step))
            taken += 1
    assert taken < 20
    assert kept(timeline) == [8192]


def test_where_the_run_stands_gives_way_to_where_it_stands_next():
    timeline = run(Timeline(limit=8 * OVERHEAD), 100)
    before = kept(timeline)
    assert before[-1] % timeline.stride
    timeline.keep(moment(101))
    assert kept(timeline) == [*before[:-1], 101]
    timeline.keep(moment(101))
    assert kept(timeline) == [*before[:-1], 101]


def test_a_branch_has_the_past_only_and_goes_on_with_its_own_moments():
    timeline = run(Timeline(limit=8 * OVERHEAD), 100)
    branch = timeline.until(64)
    assert branch.moments == tuple(each for each in timeline.moments if each.step <= 64)
    run(branch, 70, begin=65)
    assert kept(branch)[-1] == 70
    assert 100 in kept(timeline)


def test_the_nearest_moment_and_none():
    timeline = run(Timeline(limit=4 * OVERHEAD), 16)
    assert timeline.nearest(9).step == 8
    assert Timeline().nearest(3) is None
    assert Timeline().last_finite() is None


def trained(project, until=None):
    """The end of a run, and its moments; or only up to a step."""
    network = project.network()
    trainer = Trainer(network, project.prepare().dataset, project.training)
    timeline, losses = Timeline(), []
    loss = batch_loss = float("nan")
    for event in trainer.run():
        if isinstance(event, BatchEnd):
            batch_loss = event.loss
        elif isinstance(event, EpochEnd):
            loss = event.loss
            losses.append(event._replace(seconds=0.0))
        if trainer.step >= timeline.due and not trainer.has_news:
            timeline.keep(moment_of(trainer, loss, batch_loss))
    return trainer, timeline, losses


def with_chance(*layers, **training):
    """A run on which every source of chance and every memory has a say."""
    project = moons(epochs=4)
    for layer in (*layers, Dropout(rate=0.3)):
        _, edits = insert_on_edge(project.graph, project.graph.incoming("dense_2")[0], layer)
        for edit in edits:
            project.graph.apply(edit)
    project.training = project.training.replace(batch_size=32, schedule="cosine", **training)
    return project


@pytest.mark.parametrize("place", [0, 0.3, 0.77])
def test_a_run_that_goes_on_from_a_moment_equals_one_that_never_stopped(place):
    project = with_chance(patience=50, restore_best=True)
    ended, timeline, losses = trained(project)
    chosen = timeline.moments[int(place * len(timeline.moments))]
    trainer = Trainer(project.network(), project.prepare().dataset, project.training)
    trainer.resume(chosen.checkpoint)
    told = [event._replace(seconds=0.0) for event in trainer.run() if isinstance(event, EpochEnd)]
    assert np.array_equal(trainer.network.parameters, ended.network.parameters)
    assert told == losses[chosen.epoch :]


def test_a_preview_shows_the_next_step_and_changes_no_bit():
    project = with_chance()
    ended, timeline, _ = trained(project)
    chosen = timeline.moments[5]
    trainer = Trainer(project.network(), project.prepare().dataset, project.training)
    trainer.resume(chosen.checkpoint)
    before = trainer.checkpoint()
    seen = trainer.preview()
    after = trainer.checkpoint()
    assert after.numbers == before.numbers
    assert all(np.array_equal(after.arrays[name], array) for name, array in before.arrays.items())
    trainer.observe_next = True
    assert seen == next(trainer.run()).observation
    for _ in trainer.run():
        pass
    assert np.array_equal(trainer.network.parameters, ended.network.parameters)


def test_a_preview_at_an_epochs_end_or_of_a_run_that_stands_at_its_best_shows_the_next_step_and_leaves_all_as_it_is():
    project = with_chance(BatchNormalization(), restore_best=True, optimizer=SGD(learning_rate=8.0))
    runs = [Trainer(project.network(), project.prepare().dataset, project.training) for _ in range(2)]
    going = [run.run() for run in runs]
    while runs[0].position < runs[0].samples:
        for events in going:
            next(events)

    def agree() -> None:
        assert runs[0].checkpoint().to_bytes() == runs[1].checkpoint().to_bytes()
        assert np.array_equal(*(run.network.parameters for run in runs))
        assert np.array_equal(*(run.network.held for run in runs))

    seen = runs[0].preview()
    agree()
    for trainer, events in zip(runs, going, strict=True):
        assert isinstance(next(events), EpochEnd)
        trainer.observe_next = True
        assert next(events).observation == seen
    for each in runs:
        *_, end = each.run()
        assert end.restored is not None
        assert end.restored < end.epoch, "a case in which the best is not the last"
    seen = runs[0].preview()
    agree()
    runs[1].extend()
    runs[1].observe_next = True
    again = next(runs[1].run()).observation
    assert {edge: flow.rms for edge, flow in again.edges.items()} == {
        edge: flow.rms for edge, flow in seen.edges.items()
    }
