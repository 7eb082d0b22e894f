"""Runs that are opened again: everything comes back, goes on to the bit, and undo brings the other one back."""

from __future__ import annotations

import time

import numpy as np
import pytest

from engine.data import DataSource
from engine.errors import Message
from engine.layers import Dense
from engine.network import Network
from engine.optimizers import SGD
from engine.project import from_bytes, to_bytes
from engine.trainer import Trainer
from gui.run_opening import Learned, bring_run, is_open, open_run
from gui.snapshot import State
from tests.gui.projects import ENDLESS, moons
from tests.gui.test_training_session import open_session, wait_for

__all__ = ["open_session"]


def epoch(qtbot, session, count=1):
    for _ in range(count):
        session.step_epoch()
        wait_for(qtbot, session, State.PAUSED)


def stands(qtbot, session, run, step):
    """Once the run is at hand, with its network, at this step."""
    qtbot.waitUntil(lambda: session.at_hand is run and session.can_run and session.last_snapshot.step == step)
    qtbot.waitUntil(lambda: session._learner.has_run or not run.timeline.moments)
    session.worker.call(lambda: None)  # it may be about to put the weights there


def uninterrupted(project):
    network = Network(project.graph, seed=project.training.seed)
    for _ in Trainer(network, project.prepare().dataset, project.training).run():
        pass
    return network.parameters


@pytest.fixture
def two(open_session, qtbot):
    """A run that paused after two of five epochs, and another one of a wider network, other data and another seed."""
    session = open_session(moons(epochs=5))
    document = session.document
    epoch(qtbot, session, 2)
    first = session.at_hand
    document.push("wider", [document.graph.changed("dense_1", Dense(units=6, activation="relu"))])
    document.set_setting("data", "data", DataSource.resolve("circles"))
    training = document.project.training
    document.set_setting("seed", "training", training.replace(seed=9, optimizer=SGD(learning_rate=0.3), epochs=2))
    qtbot.waitUntil(lambda: session.can_run)
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    return session, first, session.at_hand


def test_an_opened_run_goes_on_where_it_was_to_the_bit(two, qtbot):
    session, first, _ = two
    document = session.document
    wanted = uninterrupted(moons(epochs=5))
    steps = document.undo_stack.count()
    assert open_run(document, session, first)
    assert document.undo_stack.count() == steps + 1
    stands(qtbot, session, first, first.timeline.moments[-1].step)
    assert is_open(document, session, first)
    assert not open_run(document, session, first)
    assert document.project.data == DataSource.resolve("moons")
    assert session.history.epochs == 2
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    assert np.array_equal(session.network.parameters, wanted)
    assert session.history.epochs == 5
    assert len(session.runs) == 2
    assert first.marks == ()


def test_undo_brings_the_other_run_back_and_redo_the_opened_one(two, qtbot):
    session, first, second = two
    document = session.document
    drawn, training = document.graph.copy(), document.project.training
    parameters, marks = session.network.parameters.copy(), second.stages
    open_run(document, session, first)
    stands(qtbot, session, first, first.timeline.moments[-1].step)
    epoch(qtbot, session)
    document.undo_stack.undo()
    stands(qtbot, session, second, second.timeline.moments[-1].step)
    assert document.graph == drawn
    assert document.project.training == training
    assert np.array_equal(session.network.parameters, parameters)
    assert second.stages == marks, "hyperparameters of the other run leave no mark on this one"
    document.undo_stack.redo()
    stands(qtbot, session, first, first.timeline.moments[-1].step)
    assert session.history.epochs == 3


def test_a_run_that_no_longer_fits_lends_the_next_one_no_counts(open_session, qtbot):
    session = open_session(moons(epochs=5))
    document = session.document
    epoch(qtbot, session, 2)
    first = session.at_hand
    document.push("wider", [document.graph.changed("dense_1", Dense(units=6, activation="relu"))])
    open_run(document, session, first)
    stands(qtbot, session, first, first.timeline.moments[-1].step)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.can_run and not session.can_look_back)
    epoch(qtbot, session)
    assert session.at_hand is not first
    assert session.history.column("epoch").tolist() == [1]


def test_what_is_brought_and_what_begins_meanwhile_have_numbers_of_their_own(open_session, qtbot):
    session = open_session(moons(epochs=2))
    weights = session.network.state_dict()
    session.worker.put(lambda: time.sleep(0.1))
    session.run()
    project = session.document.project
    bring_run(session.document, session, Message("Bring"), project, Learned("brought", weights, ()))
    qtbot.waitUntil(lambda: len(session.runs) == 2)
    assert sorted(run.number for run in session.runs) == [1, 2]


def test_a_run_that_was_interrupted_between_two_slices_is_kept_whole(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    document = session.document
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs >= 3)
    assert session.state is State.RUNNING
    first = session.at_hand
    with qtbot.waitSignal(session.network_changed):
        document.push("wider", [document.graph.changed("dense_1", Dense(units=6, activation="relu"))])
    wait_for(qtbot, session, State.IDLE)
    assert first.timeline.moments[-1].step == first.history.batches()[0][-1]
    assert first.weights["dense_1.kernel"].shape == (2, 4)


def test_hyperparameters_alone_come_back_while_another_run_trains(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    document = session.document
    epoch(qtbot, session)
    first = session.at_hand
    session.reset()
    training = document.project.training
    document.set_setting("rate", "training", training.replace(batch_size=64))
    qtbot.waitUntil(lambda: session.can_run)
    session.run()
    qtbot.waitUntil(lambda: session.at_hand is not first and session.history.epochs > 1)
    second = session.at_hand
    assert session.state is State.RUNNING
    open_run(document, session, first)
    stands(qtbot, session, first, first.timeline.moments[-1].step)
    assert (first.marks, second.marks) == ((), ())
    assert document.project.training == training


def test_runs_of_a_file_come_back_and_the_one_at_hand_goes_on(two, open_session, qtbot):
    session, _, second = two
    document = session.document
    document.set_setting("keep", "keep_runs", True)
    parameters = session.network.parameters.copy()
    session.collect()
    project = from_bytes(to_bytes(document.project))
    document.replace(project)
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    assert [run.number for run in session.runs] == [1, 2]
    opened, again = session.runs
    assert session.at_hand is again
    assert np.array_equal(session.network.parameters, parameters)
    epoch(qtbot, session)
    assert session.at_hand is again
    assert again.history.epochs == second.history.epochs + 1
    open_run(document, session, opened)
    stands(qtbot, session, opened, opened.history.column("step")[-1])
    assert session.network.state_dict().keys() == opened.weights.keys()
    assert all(np.array_equal(array, opened.weights[key]) for key, array in session.network.state_dict().items())
    epoch(qtbot, session)
    assert opened.history.column("epoch").tolist() == [1, 2, 3]
