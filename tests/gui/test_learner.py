"""The worker's side of a session: whatever interrupts a run, nothing that it has told is missing."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest

from engine.events import EpochEnd, Finished
from engine.trainer import Trainer
from gui.learner import Learner
from gui.snapshot import Stretch
from tests.gui.projects import ENDLESS, moons

STEPS = 20


def begun(project):
    """A learner that is at the beginning of a run, of which it makes a slice at a time."""
    learner = Learner(SimpleNamespace(interrupted=True), SimpleNamespace(data=project.prepare()))
    learner.open(project)
    learner.compile(project.graph, project.training.seed)
    learner.goal = Stretch.END
    learner.begin(project.training, project.data, project.preparation)
    return learner


@pytest.fixture
def interrupted():
    """A learner whose run was stopped between two slices, at a step of which there is a moment and nobody's look."""
    learner = begun(moons(epochs=ENDLESS))
    learner.mailbox.due = math.inf
    for _ in range(STEPS):
        assert learner.train() is None
    assert learner.run.timeline.moments[-1].step == STEPS
    assert len(learner.history.batches()[0]) < STEPS
    learner.goal = None
    return learner


@pytest.mark.parametrize("put_aside", [Learner.end, Learner.begin_anew, Learner.keep_weights, Learner.records,
                                       lambda learner: learner.view(learner.run.timeline.moments[3])])  # fmt: skip
@pytest.mark.parametrize("goal", [None, Stretch.END])
def test_a_run_that_is_put_aside_is_on_record_to_its_last_step(interrupted, put_aside, goal):
    learner, run, weights = interrupted, interrupted.run, interrupted.network.state_dict()
    learner.goal = goal  # Run was pressed right afterwards, before the worker came to it
    put_aside(learner)
    assert run.history.batches()[0].tolist() == list(range(1, STEPS + 1))
    assert run.timeline.moments[-1].step == STEPS
    if put_aside is not Learner.records:
        assert all(np.array_equal(run.weights[key], weights[key]) for key in weights)


def test_the_last_look_at_a_run_that_was_stopped_is_at_its_last_step(interrupted):
    interrupted.end()
    assert interrupted.mailbox.take().step == STEPS


def test_a_wish_that_comes_while_the_step_before_is_made_is_not_taken_for_that_step(interrupted, monkeypatch):
    learner, trainer = interrupted, interrupted._trainer
    step = type(trainer)._train_batch

    def train_batch(trainer):
        learner.goal = Stretch.END  # pause and run, both pressed during one long step
        return step(trainer)

    monkeypatch.setattr(type(trainer), "_train_batch", train_batch)
    learner.goal = Stretch.BATCH
    assert learner.train() is None
    assert learner.goal is Stretch.END


def test_data_that_the_window_lets_go_of_while_a_run_begins_are_those_that_it_began_with():
    project = moons()
    answers = [project.prepare()]

    class Fleeting:
        @property
        def data(self):
            return answers.pop() if answers else None

    learner = Learner(SimpleNamespace(interrupted=True), Fleeting())
    learner.open(project)
    learner.compile(project.graph, project.training.seed)
    answers.append(project.prepare())
    assert learner.begin(project.training, project.data, project.preparation)


@pytest.mark.parametrize("looked_back", [False, True])
def test_more_epochs_that_are_set_at_the_end_of_a_run_are_gone_on_with_as_if_set_before_it(looked_back):
    """To the bit, whether people have looked at its past meanwhile or not."""
    project = moons(epochs=2, schedule="cosine")
    more = project.training.replace(epochs=5)
    learner = begun(project)
    while not isinstance(learner.train(), Finished):
        pass
    if looked_back:
        learner.view(learner.run.timeline.moments[3])
        learner.view_now()
    learner.goal = Stretch.END
    learner.begin(more, project.data, project.preparation)
    while not isinstance(end := learner.train(), Finished):
        pass
    assert end.epoch == 5
    trainer = Trainer(project.network(), project.prepare().dataset, project.training)
    for event in trainer.run():
        if isinstance(event, EpochEnd) and event.epoch == 2:
            trainer.configure(more)
    assert np.array_equal(learner.network.parameters, trainer.network.parameters)
