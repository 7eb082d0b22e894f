"""Going back to moments of a run in the session, and on from there."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest

from engine.layers import Dense
from engine.optimizers import SGD
from gui.run_opening import open_run
from gui.snapshot import State
from gui.time_travel import TimeTravel
from tests.gui.projects import ENDLESS, moons
from tests.gui.test_training_session import open_session, wait_for

__all__ = ["open_session"]


@pytest.fixture
def ended(open_session, qtbot):
    """A run of three epochs that has ended, and its weights."""
    session = open_session(moons(epochs=3))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    return session, session.network.parameters.copy()


def view(qtbot, session, moment):
    session.view(moment)
    newest = session.at_hand.timeline.moments[-1]
    qtbot.waitUntil(lambda: session.viewed is (None if moment is newest else moment))
    qtbot.waitUntil(lambda: session.last_snapshot.step == moment.step and session.state is not State.RUNNING)


def test_everything_shows_the_moment_that_is_viewed_and_then_where_the_run_stands(ended, qtbot):
    session, parameters = ended
    session.add_probe("weights", lambda network, data: network.parameters.copy())
    moments = session.at_hand.timeline.moments
    moment = moments[7]
    view(qtbot, session, moment)
    snapshot = session.last_snapshot
    assert snapshot.past
    assert (snapshot.step, snapshot.figures.epoch) == (7, moment.epoch)
    assert snapshot.figures.batch_loss == moment.batch_loss
    assert np.array_equal(snapshot.looks["weights"], moment.parameters)
    assert snapshot.observation is not None
    assert not np.array_equal(moment.parameters, parameters)
    view(qtbot, session, moments[-1])
    assert not session.last_snapshot.past
    assert np.array_equal(session.network.parameters, parameters)
    assert session.runs == (session.at_hand,), "looking is no branch"


def test_a_moment_that_was_given_up_meanwhile_is_the_one_beside_it(ended, qtbot):
    session, _ = ended
    timeline = session.at_hand.timeline
    asked = timeline.moments[7]
    session.worker.call(timeline.halve)
    assert asked not in timeline.moments
    session.view(asked)
    qtbot.waitUntil(lambda: session.viewed is not None)
    assert session.viewed in timeline.moments
    assert session.viewed.step == 6


def test_run_goes_on_from_the_moment_as_a_branch_that_ends_alike_to_the_bit(ended, qtbot):
    session, parameters = ended
    origin = session.at_hand
    losses = origin.history.column("loss").tolist()
    view(qtbot, session, origin.timeline.moments[9])
    session.run()
    qtbot.waitUntil(lambda: session.at_hand is not origin)
    wait_for(qtbot, session, State.FINISHED)
    branch = session.at_hand
    assert np.array_equal(session.network.parameters, parameters)
    assert branch.history.column("loss").tolist() == losses
    assert (branch.number, branch.origin) == (2, (1, 9))
    assert session.runs == (origin, branch)
    assert origin.history.column("loss").tolist() == losses


def test_a_branch_with_another_rate_is_another_run_and_the_first_one_is_as_it_was(ended, qtbot):
    session, parameters = ended
    origin = session.at_hand
    view(qtbot, session, origin.timeline.moments[9])
    training = session.document.project.training
    session.document.set_setting("rate", "training", training.replace(optimizer=SGD(learning_rate=0.5)))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    assert [mark.step for mark in session.at_hand.marks] == [9]
    assert origin.marks == ()
    assert not np.array_equal(session.network.parameters, parameters)
    assert np.array_equal(origin.timeline.moments[-1].parameters, parameters)


def test_a_moment_before_another_optimizer_goes_on_with_what_its_own_remembers(open_session, qtbot):
    session, training = open_session(moons(epochs=3, optimizer="Adam")), moons(epochs=3, optimizer="Adam").training
    for optimizer in ("Adam", "SGD"):
        session.document.set_setting("", "training", training.replace(optimizer=optimizer))
        session.step_epoch()
        wait_for(qtbot, session, State.PAUSED)
    view(qtbot, session, session.at_hand.timeline.moments[7])
    session.document.set_setting("", "training", training)
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    straight = open_session(moons(epochs=3, optimizer="Adam"))
    straight.run()
    wait_for(qtbot, straight, State.FINISHED)
    assert np.array_equal(session.network.parameters, straight.network.parameters)


def test_a_running_run_pauses_where_it_is_looked_back_and_can_go_on(open_session, qtbot):
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs >= 2)
    assert session.state is State.RUNNING
    session.view(session.at_hand.timeline.moments[2])
    qtbot.waitUntil(lambda: session.viewed is not None)
    newest = session.at_hand.timeline.moments[-1]
    view(qtbot, session, newest)
    session.step_batch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == newest.step + 1)
    assert len(session.runs) == 1


def test_what_is_saved_is_where_the_run_stands_whatever_is_viewed(ended, qtbot):
    session, parameters = ended
    moment = session.at_hand.timeline.moments[4]
    view(qtbot, session, moment)
    session.collect()
    saved = session.document.project.network()
    assert np.array_equal(saved.parameters, parameters)
    assert np.array_equal(session.network.parameters, moment.parameters)


def test_a_moment_of_a_run_that_makes_way_before_the_worker_comes_to_it_is_not_gone_to(ended, qtbot):
    session, _ = ended
    gate = Event()
    session.worker.put(gate.wait)
    session.reset()
    session.view(session.at_hand.timeline.moments[4])
    gate.set()
    wait_for(qtbot, session, State.IDLE)
    assert (session.viewed, session.at_hand.number, session.last_snapshot.step) == (None, 0, 0)


def test_a_run_that_went_and_came_back_before_a_moment_of_it_was_reached_stands_at_now(ended, qtbot):
    session, parameters = ended
    document, first, travel, gate = session.document, session.at_hand, TimeTravel(session), Event()
    travel._fit()
    document.set_setting("", "training", document.project.training.replace(batch_size=8))
    session.worker.put(gate.wait)
    session.keep_weights()
    travel.go_to(3)
    assert travel.moment is first.timeline.moments[3]
    assert open_run(document, session, first)
    gate.set()
    qtbot.waitUntil(lambda: session.network is not None and np.array_equal(session.network.parameters, parameters))
    qtbot.waitUntil(lambda: session.at_hand is first and session.viewed is None)
    assert travel.moment is None


def test_a_stop_while_the_past_is_viewed_shows_where_the_run_stands(ended, qtbot):
    session, parameters = ended
    view(qtbot, session, session.at_hand.timeline.moments[4])
    session.stop()
    wait_for(qtbot, session, State.IDLE)
    assert session.last_snapshot.step == session.at_hand.timeline.moments[-1].step
    assert not session.last_snapshot.past
    assert np.array_equal(session.network.parameters, parameters)


def test_the_best_weights_stand_again_after_a_look_back(open_session, qtbot):
    session = open_session(moons(epochs=4, restore_best=True, optimizer=SGD(learning_rate=30.0)))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    best, parameters = session.last_snapshot.figures.best, session.network.parameters.copy()
    assert best.epoch < 4
    moments = session.at_hand.timeline.moments
    view(qtbot, session, moments[1])
    view(qtbot, session, moments[-1])
    assert session.last_snapshot.figures.best == best
    assert np.array_equal(session.network.parameters, parameters)


def test_after_an_edit_of_the_graph_another_run_begins_and_the_first_cannot_be_looked_back_at(ended, qtbot):
    session, _ = ended
    document, first = session.document, session.at_hand
    assert session.can_look_back
    document.push("wider", [document.graph.changed("dense_1", Dense(units=6, activation="tanh"))])
    assert not session.can_look_back
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.can_look_back)
    document.undo_stack.redo()
    qtbot.waitUntil(lambda: session.can_run)
    session.step_epoch()
    qtbot.waitUntil(lambda: session.at_hand is not first)
    wait_for(qtbot, session, State.PAUSED)
    assert session.last_snapshot.figures.epoch == 1
    assert first.history.epochs == 3
    assert session.history.epochs == 1


def test_numbers_that_are_none_leave_the_last_weights_that_were(open_session, qtbot):
    session = open_session(moons(epochs=50, optimizer=SGD(learning_rate=1e38)))
    session.document.push("linear", [session.document.graph.changed("dense_1", Dense(units=4, activation="linear"))])
    with qtbot.waitSignal(session.failed):
        session.run()
    wait_for(qtbot, session, State.PAUSED)
    assert np.isfinite(session.network.parameters).all()
    assert session.at_hand.diverged
    assert session.at_hand.timeline.moments[0].is_finite


@pytest.mark.parametrize("then", ["nothing", "stop", "now"])
def test_what_diverged_at_the_end_of_an_epoch_goes_on_from_before_as_a_branch(open_session, qtbot, then):
    session = open_session(moons(epochs=3, batch_size=10_000, optimizer=SGD(learning_rate=1e38)))
    session.document.push("linear", [session.document.graph.changed("dense_1", Dense(units=4, activation="linear"))])
    with qtbot.waitSignal(session.failed):
        session.run()
    wait_for(qtbot, session, State.PAUSED)
    first, steps = session.at_hand, session.history.batches()[0].tolist()
    assert session.network is not None
    assert np.isfinite(session.network.parameters).all()
    session.collect()
    if then == "stop":
        session.stop()
    elif then == "now":
        session.view(first.timeline.moments[-1])
    training = session.document.project.training
    session.document.set_setting("rate", "training", training.replace(optimizer=SGD(learning_rate=0.1)))
    session.run()
    wait_for(qtbot, session, State.FINISHED)
    assert first.history.batches()[0].tolist() == steps
    assert session.at_hand.origin == (1, first.timeline.moments[-1].step)
    assert (np.diff(session.history.batches()[0]) > 0).all()


def test_a_project_that_is_opened_has_no_past_of_another(ended, qtbot):
    session, _ = ended
    session.document.replace(moons())
    assert session.runs == ()
    qtbot.waitUntil(lambda: session.network is not None)
    assert session.runs == ()
    assert session.at_hand.timeline.moments == ()
