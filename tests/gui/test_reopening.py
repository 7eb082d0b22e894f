"""A project that is saved, closed and opened again: its run goes on as if nothing had happened, or that is told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from engine.errors import DivergenceError, Message
from engine.goals import EpochsGoal, Pursuit
from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Dropout, Input, Output
from engine.optimizers import SGD, Adam
from engine.project import from_bytes, load, load_example, to_bytes
from engine.schedules import ConstantRate, Cyclical
from gui.document import Document
from gui.learner import Learner
from gui.main_window import MainWindow
from gui.snapshot import State, Stretch
from tests.gui.projects import moons
from tests.gui.test_training_session import open_session, wait_for

__all__ = ["open_session"]


def forgetful():
    """A project in whose run chance and running statistics have a part; its early stopping ends it soon."""
    graph = Graph()
    h = graph.add(Dense(units=4, activation="tanh"), after=graph.add(Input(shape=(2,))))
    h = graph.add(Dropout(rate=0.3), after=graph.add(BatchNormalization(), after=h))
    graph.add(Output(loss="binary_crossentropy"), after=graph.add(Dense(units=1, activation="sigmoid"), after=h))
    schedule, patience = "cosine", {"patience": 2, "restore_best": True}
    return replace(moons(epochs=3, batch_size=64, optimizer=Adam(), schedule=schedule, **patience), graph=graph)


class Hands:
    """People who train and save; those who close in between open what the file holds."""

    def __init__(self, project, closing):
        self.closing, self.data = closing, project.prepare()
        self.open(project)

    def open(self, project):
        self.project = project
        self.learner = Learner(SimpleNamespace(interrupted=False), SimpleNamespace(data=self.data))
        self.learner.open(project)
        self.learner.compile(project.graph, project.training.seed)
        assert self.learner.lost is None

    def do(self, wish):
        learner, project = self.learner, self.project
        match wish:
            case "stop":
                learner.end()
            case dict():
                project.training = project.training.replace(**wish)
                learner.configure(project.training)
            case _:
                learner.goal = Pursuit([EpochsGoal(2)]) if wish == "goal" else wish
                learner.begin(project.training, project.data, project.preparation, wish == "goal")
                with suppress(DivergenceError):
                    while learner.train() is None:
                        pass
                learner.goal = None
        if self.closing:
            project.weights, project.history = learner.results(project.graph)
            project.runs, project.at_hand, project.moment = learner.records(), learner.run, learner.newest()
            self.open(from_bytes(to_bytes(project)))

    def come_to(self):
        """All that came of it, but for the time that it took."""
        learner = self.learner
        runs = [
            (run.number, run.origin, run.stages, [end._replace(seconds=0) for end in run.history.as_events()],
             run.history.outline(1000).tolist())
            for run in learner.book.runs
        ]  # fmt: skip
        newest, figures = learner.newest(), learner._figures._replace(observation=None, beginning=None)
        best = figures.best._replace(seconds=0) if figures.best and newest else None
        stands = newest and newest.checkpoint.numbers["counters"]["run"]
        return runs, repr(figures._replace(best=best)), learner.network.parameters.tolist(), stands


@settings(max_examples=25)
@given(st.lists(
    st.sampled_from([Stretch.BATCH, Stretch.BATCH, Stretch.EPOCH, Stretch.END, "goal", "stop",
                     {"optimizer": SGD(momentum=0.9)}, {"optimizer": Adam()}, {"epochs": 5}, {"epochs": 1},
                     {"loss_target": 0.6}, {"restore_best": False}]),
    min_size=2, max_size=7,
))  # fmt: skip
@example([Stretch.EPOCH, {"epochs": 1}]).via("what is set in a pause leaves no epoch to do")
def test_whatever_people_do_with_a_run_closing_in_between_changes_no_bit(wishes):
    train_alike(forgetful, [Stretch.BATCH, *wishes, Stretch.BATCH])


def train_alike(make_project, wishes):
    staying, closing = Hands(make_project(), closing=False), Hands(make_project(), closing=True)
    for wish in wishes:
        staying.do(wish)
        closing.do(wish)
        assert closing.come_to() == staying.come_to()
    return closing


def diverging():
    """A project whose weights are none after a step, of which no loss tells before the next one."""
    rising = {"optimizer": Adam(0.01), "schedule": Cyclical(unit="epoch", step_size_up=1, max_factor=1e41)}
    project = load_example("sine")
    return replace(project, training=project.training.replace(batch_size=1, epochs=5, **rising))


def test_what_diverged_is_saved_as_it_was_when_all_was_numbers_and_goes_on_from_there_as_another_run():
    settled = {"schedule": ConstantRate()}
    learner = train_alike(diverging, [Stretch.END, settled, Stretch.EPOCH]).learner
    first, branch = learner.book.runs
    assert first.diverged
    assert branch.origin == (1, branch.stages[-1].step)
    assert np.isfinite(learner.network.parameters).all()


@pytest.mark.parametrize("keep_runs", [True, False])
def test_epochs_after_the_last_moment_at_which_all_was_numbers_are_not_told_twice(keep_runs):
    project = diverging()
    training = project.training.replace(batch_size=150, epochs=4, schedule=ConstantRate())
    hands = Hands(replace(project, training=training, keep_runs=keep_runs), closing=False)
    hands.learner.run.timeline.stride = 4  # as that of a long run
    for wish in (Stretch.END, {"schedule": project.training.schedule}, Stretch.END):
        hands.do(wish)
    assert (hands.learner.history.epochs, hands.learner.newest().step) == (5, 4)
    hands.closing = True
    hands.do({"schedule": ConstantRate()})
    assert [end.epoch for end in hands.project.history] == [1, 2, 3, 4]
    hands.do(Stretch.EPOCH)
    assert [end.epoch for end in hands.learner.history.as_events()] == [1, 2, 3, 4, 5]


def test_a_run_that_was_paused_before_it_diverged_stands_there_again():
    """Also where a long run keeps only every so many-th moment: the place of the pause, and not what came after it."""
    hands = Hands(diverging(), closing=False)
    hands.learner.run.timeline.stride = 64
    for wish in (Stretch.EPOCH, Stretch.END):
        hands.do(wish)
    stands, weights = hands.learner.newest(), hands.learner.network.parameters
    assert [each.step for each in hands.learner.run.timeline.moments] == [0, 64, 128, 150]
    assert np.array_equal(weights, stands.parameters)
    assert np.isfinite(weights).all()


def reopened(qtbot, session, change=lambda project: None):
    """The session on what a file of its project holds, with that change."""
    session.collect()
    project = from_bytes(to_bytes(session.document.project))
    change(project)
    session.document.replace(project)
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    session.worker.call(lambda: None)  # data may have come after the network
    return session


def test_what_is_opened_and_saved_again_before_anything_else_is_the_same_file(open_session, qtbot):
    session = open_session(forgetful())
    session.step_batch()
    wait_for(qtbot, session, State.PAUSED)
    session.collect()
    content = to_bytes(session.document.project)
    session.document.replace(from_bytes(content))
    qtbot.waitUntil(lambda: session.network is not None)  # whether data are there or not yet
    session.collect()
    assert to_bytes(session.document.project) == content
    assert not session.document.modified


@pytest.mark.parametrize(("change", "epochs"), [
    (lambda project: setattr(project, "preparation", project.preparation.replace(validation=0.5)), 1),
    (lambda project: (setattr(project, "lost", Message("gone")), setattr(project, "moment", None)), 2),
], ids=["another run, of other data", "damaged"])  # fmt: skip
def test_a_run_that_cannot_go_on_exactly_is_told_once_and_goes_on_anew(change, epochs, open_session, qtbot):
    session = open_session(forgetful())
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    parameters, told = session.network.parameters.copy(), []
    session.failed.connect(told.append)
    reopened(qtbot, session, change)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "The run cannot go on exactly where it stood" in str(told[0])
    assert np.array_equal(session.network.parameters, parameters)
    assert session.history.epochs == 1
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    qtbot.waitUntil(lambda: session.history.epochs == epochs)
    assert len(told) == 1


def test_an_edit_after_opening_begins_with_an_optimizer_that_remembers_nothing(open_session, qtbot):
    session = open_session(forgetful())
    session.step_epoch()
    wait_for(qtbot, session, State.PAUSED)
    document = reopened(qtbot, session).document
    qtbot.waitUntil(lambda: session.last_snapshot.learning_rate is not None)
    document.push("narrower", [document.graph.changed("dropout_1", Dropout(rate=0.5))])
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.last_snapshot.learning_rate is None)
    session.collect()
    assert document.project.moment is None


def test_a_project_without_what_it_has_learned_begins_with_its_seed():
    """As for an animation of its training, a race or a sweep: neither its runs nor where one stands are there."""
    fresh, hands = Hands(forgetful(), closing=False), Hands(forgetful(), closing=True)
    hands.do(Stretch.EPOCH)
    hands.open(hands.project.untrained())
    assert np.array_equal(hands.learner.network.parameters, fresh.learner.network.parameters)
    assert (hands.learner.book.runs, hands.learner.history.epochs, hands.learner.newest()) == ((), 0, None)


def press(window, name):
    QTest.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_saved_and_reopened_it_is_the_same(window, qtbot, monkeypatch, tmp_path):
    """And goes on, from within an epoch, as if it had never been closed."""
    session = window.session
    press(window, "train_step_epoch")
    qtbot.waitUntil(lambda: session.state is State.PAUSED and session.history.epochs == 1)
    press(window, "train_step_batch")
    qtbot.waitUntil(lambda: session.last_snapshot.step == session.history.column("step")[0] + 1)
    qtbot.waitUntil(lambda: session.state is State.PAUSED)
    path = tmp_path / "mine.rambat"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    assert window.document.modified
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.document.modified
    assert window.windowTitle().startswith("mine.rambat")
    assert window.statusBar().currentMessage() == "The project is saved in mine.rambat."
    QApplication.sendEvent(window, QStatusTipEvent(""))  # as a menu does that the pointer passes over
    assert window.statusBar().currentMessage() == "The project is saved in mine.rambat."
    trained = window.session.network.state_dict()
    project = load(path)
    assert project.graph == window.document.graph
    assert project.training == window.document.project.training
    other = MainWindow(Document(project, path))
    qtbot.waitUntil(lambda: other.session.network is not None and other.session.history.epochs == 1)
    again = other.session.network.state_dict()
    qtbot.waitUntil(lambda: other.session.can_run)
    for each in (window, other):
        press(each, "train_step_epoch")
        qtbot.waitUntil(lambda run=each.session: run.history.epochs == 2 and run.state is State.PAUSED)
    weights = [each.session.network.parameters.copy() for each in (window, other)]
    losses = [each.session.history.column("loss").tolist() for each in (window, other)]
    other.session.close()
    other.deleteLater()
    assert all(np.array_equal(trained[key], again[key]) for key in trained)
    assert np.array_equal(*weights)
    assert losses[0] == losses[1]
