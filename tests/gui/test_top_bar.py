"""What the bar above the canvas says of a run."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from engine.graph import RemoveEdge
from engine.layers import Dense
from gui import i18n
from gui.document import Document
from gui.i18n import grouped, number
from gui.snapshot import Figures, Snapshot, State
from gui.top_bar import TopBar
from gui.training_session import TrainingSession
from tests.gui.projects import ENDLESS, moons
from tests.gui.rest import rest


@pytest.fixture
def open_bar(qtbot):
    """Opens a bar on a project and a session of its own."""
    sessions = []

    def build(**training):
        document = Document(moons(**training))
        session = TrainingSession(document)
        sessions.append(session)
        bar = TopBar(document, session)
        bar.session, bar.document = session, document
        bar.resize(1400, 52)
        qtbot.addWidget(bar)
        with qtbot.waitActive(bar):
            bar.show()
            bar.activateWindow()
        qtbot.waitUntil(lambda: session.can_run and session.network is not None)
        return bar

    yield build
    for session in sessions:
        session.close()
        session.deleteLater()


def press(bar, qtbot, button, state):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.session.state is state)


def test_the_numbers_are_those_of_the_best_epoch_once_its_weights_are_back(open_bar, qtbot):
    bar = open_bar(patience=2, min_delta=1e9, restore_best=True)
    press(bar, qtbot, bar.run, State.FINISHED)
    best = int(np.argmin(bar.session.history.column("val_loss")))
    loss = number(bar.session.history.column("loss")[best])
    qtbot.waitUntil(lambda: bar.status.text() == f"best, epoch {best + 1} · loss {loss}")
    press(bar, qtbot, bar.step_batch, State.PAUSED)
    qtbot.waitUntil(lambda: bar.status.text().startswith("epoch 3 · step "))


def test_the_numbers_of_a_run_go_while_the_drawn_network_cannot_run(open_bar, qtbot):
    bar = open_bar()
    press(bar, qtbot, bar.step_epoch, State.PAUSED)
    qtbot.waitUntil(lambda: bar.status.text().startswith("epoch 1 · step 12 · loss "))
    bar.document.push("", [RemoveEdge(bar.document.graph.incoming("dense_2")[0])])
    assert bar.status.text() == "not ready: see Problems"
    bar.document.undo_stack.undo()
    assert bar.status.text().startswith("epoch 1 · step 12 · loss ")


def test_the_numbers_are_not_those_of_another_network(open_bar, qtbot):
    bar = open_bar()
    press(bar, qtbot, bar.step_epoch, State.PAUSED)
    told = bar.status.text()
    assert told.startswith("epoch 1 · step 12 · loss ")
    graph = bar.document.graph
    bar.document.push("", [graph.changed("dense_1", Dense(units=5, activation="tanh"))])
    qtbot.waitUntil(lambda: bar.status.text() == "changed, ready for a new run")
    bar.document.undo_stack.undo()
    qtbot.waitUntil(lambda: bar.status.text() == told)
    bar.document.undo_stack.redo()
    press(bar, qtbot, bar.step_batch, State.PAUSED)
    qtbot.waitUntil(lambda: bar.status.text().startswith("epoch 0 · step 1 · batch loss "))


def test_a_run_that_was_opened_within_an_epoch_tells_its_last_loss_until_it_goes_on(open_bar):
    bar = open_bar()
    bar.session.worker.call(lambda: None)
    rest()  # what the session tells of itself has come
    bar.session.state = State.PAUSED
    for batch_loss, told in ((math.nan, "loss 0.5"), (0.25, "batch loss 0.25")):
        figures = Figures(step=40, epoch=3, loss=0.5, batch_loss=batch_loss)
        bar.session.last_snapshot = Snapshot(figures, within_epoch=True)
        bar.retranslate()
        assert bar.status.text() == f"epoch 3 · step 40 · {told}"


@pytest.mark.parametrize("language", ["en", "id"])
def test_epoch_step_loss_and_rate_have_room_in_a_small_window_and_keep_their_places(open_bar, qapp, language):
    bar = open_bar()
    i18n.install(qapp, language)
    bar.resize(1280, bar.height())
    bar.session.worker.call(lambda: None)
    rest()  # what the session tells of itself has come
    bar.session.state = State.RUNNING
    widths = set()
    for loss, rate in ((0.11458, 4980.0), (0.12, 620.0)):
        figures = Figures(step=19_000, epoch=1000, loss=loss, batch_loss=loss)
        bar.session.last_snapshot = Snapshot(figures, steps_per_second=rate, steps_left=1e5)
        bar.retranslate()
        rest()
        widths.add(bar.status.fontMetrics().horizontalAdvance(bar.status.text()))
        assert len(bar.status.shown().split(" · ")) >= 4
        assert str(loss)[:4] in bar.status.shown()
        assert f"{grouped(round(rate))}/" in bar.status.shown()
    assert len(widths) == 1
    assert bar.title.width() >= 100
    place, wide = bar.pause.x(), bar.title.width()
    bar.session.state = State.PAUSED
    bar.session.state_changed.emit(State.PAUSED)
    rest()
    assert (bar.run.x(), bar.title.width()) == (place, wide), "what is pressed stays where it is"
    bar.session.state = State.IDLE
    i18n.install(qapp, "en")


class Widths(QObject):
    """The widths that a widget was given."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Resize:
            self.seen.append(event.size().width())
        return False


def test_the_numbers_keep_their_room_while_pause_takes_the_place_of_run(open_bar, qtbot):
    bar, widths = open_bar(epochs=ENDLESS), Widths()
    bar.grab()
    bar.status.installEventFilter(widths)
    press(bar, qtbot, bar.run, State.RUNNING)
    press(bar, qtbot, bar.pause, State.PAUSED)
    bar.grab()
    assert widths.seen == []
    assert bar.pause.isHidden()
    assert bar.run.isVisible()
