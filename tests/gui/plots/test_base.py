"""What all plots share, in a whole window."""

from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from engine.project import load_example
from gui import theme
from gui.plots.base import Plot
from gui.plots.boundary import BoundaryPlot
from gui.plots.loss import LossPlot
from gui.plots.weights import WeightsPlot
from gui.snapshot import State
from tests.gui.plots.fake_session import FakeSession, network, plane


class Counter(dict):
    """How often something was called."""

    def counting(self, name):
        def count(*_args):
            self[name] = self.get(name, 0) + 1

        return count


class PaintCounter(QObject):
    """How often a widget was painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_another_project_empties_the_plots_at_once_however_busy_the_worker_is(window, qtbot):
    window.session.step_epoch()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED and window.session.history.epochs == 1)
    plots = [window.findChild(Plot, name) for name in ("plot_loss", "plot_gradients", "plot_weights", "plot_boundary")]
    qtbot.waitUntil(lambda: all(plot.body.isVisible() for plot in plots))
    free = threading.Event()
    window.session._worker.put(lambda: free.wait(20))
    window.document.replace(load_example("xor"))
    assert [plot.hint.isVisible() for plot in plots] == [True] * 4
    assert window.findChild(QWidget, "status").text() == "loading data…"
    free.set()
    qtbot.waitUntil(lambda: window.session.can_run and window.session.network is not None)
    assert window.session.history.epochs == 0
    qtbot.waitUntil(plots[3].body.isVisible)


def test_a_plot_that_outlives_its_session_is_hidden_without_asking_it(qtbot):
    """A window that is deleted while a plot is detached hides that plot when the session is gone already."""
    session = FakeSession()
    plot = Plot(session, "plot")
    qtbot.addWidget(plot)
    with qtbot.waitActive(plot):
        plot.show()
        plot.activateWindow()
    assert plot.attached
    shiboken6.delete(session)
    plot.hide()
    assert not plot.attached


def test_a_paused_plot_asks_for_nothing_and_goes_on_where_the_run_is(show, session, qtbot):
    plot = show(WeightsPlot)
    assert session.probes
    plot.pause_action.trigger()
    assert not session.probes
    assert plot.resume.isVisible()
    session.network, session.data = network(2), plane()
    session.look()
    assert plot._shown is None
    QTest.mouseClick(plot.resume, Qt.MouseButton.LeftButton)
    session.look()
    assert plot._shown is not None
    assert not plot.resume.isVisible()


def test_what_is_new_together_is_drawn_and_painted_once(show, session, qtbot):
    plot = show(LossPlot)
    drawn, painted = Counter(), PaintCounter(plot.chart.viewport())
    plot.show_history, plot.show_snapshot = drawn.counting("history"), drawn.counting("snapshot")
    session.history_changed.emit()
    session.run_changed.emit()
    session.snapshot_taken.emit(session.last_snapshot)
    assert drawn == {}
    session.told.emit()
    assert drawn == {"history": 1, "snapshot": 1}
    del plot.show_history, plot.show_snapshot
    session.record([0.5])
    qtbot.wait(100)
    painted.count = 0
    session.record([0.4] * 40)
    qtbot.waitUntil(lambda: painted.count > 0)
    qtbot.wait(100)
    assert painted.count == 1, "also where another range is shown"


def test_in_other_colours_a_paused_plot_stays_where_it_is(show, session):
    session.network, session.data = network(2), plane()
    plot = show(BoundaryPlot)
    session.look()
    values, picture = plot._shape.values.copy(), plot.image.image.copy()
    plot.pause_action.trigger()
    session.network.parameters[:] *= -1
    session.look()
    theme.apply(QApplication.instance(), theme.DARK)
    assert plot._shape.values.tolist() == values.tolist()
    assert (plot.image.image != picture).any()


def test_while_a_run_goes_on_a_plot_draws_when_its_turn_comes_and_no_more_once_it_is_hidden(show, session, qtbot):
    plot = show(LossPlot)
    plot.interval = 1
    drawn = Counter()
    plot.show_history = drawn.counting("history")
    session.set_state(State.RUNNING)
    session.record([0.5])
    assert drawn == {}
    qtbot.waitUntil(lambda: drawn == {"history": 1})
    session.record([0.4])
    plot.hide()
    qtbot.wait(60)
    assert drawn == {"history": 1}


def test_in_another_language_a_paused_loss_stands_where_it_did(show, session, qtbot):
    plot = show(LossPlot)
    session.record([0.5, 0.4])
    plot.pause_action.trigger()
    session.record([0.1] * 20)
    plot.retranslate()
    plot.measure.button(1).click()
    plot.measure.button(0).click()
    assert plot.training_curve.getData()[1].tolist() == [0.5, 0.4]
    assert plot.note.text() == "Epoch 2"
    QTest.mouseClick(plot.resume, Qt.MouseButton.LeftButton)
    assert len(plot.training_curve.getData()[1]) == 22


def test_another_project_ends_a_pause(show, session):
    plot = show(WeightsPlot)
    plot.pause_action.trigger()
    session.emptied.emit()
    assert plot.attached
