"""The worker's side of a session: whatever interrupts a run, nothing that it has told is missing."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest

from gui.learner import Learner
from gui.snapshot import Stretch
from tests.gui.projects import ENDLESS, moons

STEPS = 20


@pytest.fixture
def interrupted():
    """A learner whose run was stopped between two slices, at a step of which there is a moment and nobody's look."""
    project = moons(epochs=ENDLESS)
    learner = Learner(SimpleNamespace(interrupted=True), SimpleNamespace(data=project.prepare()))
    learner.open(project)
    learner.compile(project.graph, project.training.seed)
    learner.goal = Stretch.END
    learner.begin(project.training, project.data, project.preparation)
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
