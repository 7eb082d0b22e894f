"""The dialog of the range test: live on a copy, cancelled, and its rate taken over as one step."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.range_test import Findings
from gui.dialogs.range_test import RangeTestDialog
from gui.plots.rates import RatesPlot
from gui.snapshot import State
from tests.gui.projects import moons
from tests.gui.test_training_session import open_session, wait_for

__all__ = ["open_session"]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_dialog(open_session, qtbot):
    def opened(project, trained=False):
        session = open_session(project)
        if trained:
            session.step_epoch()
            wait_for(qtbot, session, State.PAUSED)
        dialog = RangeTestDialog(session.document, session, None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return session, dialog

    return opened


def test_it_begins_at_once_and_the_rate_is_taken_over_in_one_step(open_dialog, qtbot):
    session, dialog = open_dialog(moons(units=8))
    document, before = session.document, session.document.project.training
    qtbot.waitUntil(lambda: dialog.over)
    rate = dialog.findings.suggestion.rate
    assert 0.0005 < rate < 0.2
    assert dialog.use.text() == f"Use {rate:g}"
    assert dialog.plot.mark.isVisible()
    assert dialog.plot.mark.value() == pytest.approx(np.log10(rate))
    QTest.mouseClick(dialog.use, LEFT)
    assert document.project.training == before.replace(optimizer=before.optimizer.replace(learning_rate=rate))
    assert dialog.isHidden()
    document.undo_stack.undo()
    assert document.project.training == before


def test_the_run_that_stands_is_as_it_was(open_dialog, qtbot):
    session, dialog = open_dialog(moons(epochs=3), trained=True)
    parameters, epochs = session.worker.call(session.network.parameters.copy), session.history.epochs
    qtbot.waitUntil(lambda: dialog.over)
    assert np.array_equal(session.worker.call(session.network.parameters.copy), parameters)
    assert (session.history.epochs, session.state) == (epochs, State.PAUSED)
    assert dialog.plot.table()["loss"] == dialog.findings.losses


def test_it_is_cancelled_and_begun_again_with_other_ends(open_dialog, qtbot):
    session, dialog = open_dialog(moons())
    stop = session.worker  # which has not come to the test yet, or will not tell of it any more
    QTest.mouseClick(dialog.begin, LEFT)
    assert dialog.begin.text() == "Begin"
    assert not dialog.use.isEnabled()
    assert dialog.verdict.text() == "Cancelled. The network is as it was."
    low = dialog.forms["low"].control
    low.setFocus()
    low.selectAll()
    QTest.keyClicks(low, "20")
    QTest.keyClick(low, Qt.Key.Key_Return)
    assert "from a small rate to a larger one" in dialog.verdict.text()
    assert dialog.test.low == low.value == 1e-6
    low.selectAll()
    QTest.keyClicks(low, "0.001")
    QTest.keyClick(low, Qt.Key.Key_Return)
    stop.call(lambda: None)
    QTest.mouseClick(dialog.begin, LEFT)
    qtbot.waitUntil(lambda: dialog.over)
    assert dialog.findings.rates[0] == pytest.approx(0.001)


def test_where_there_is_nothing_to_suggest_it_says_so(open_dialog, qtbot):
    _, dialog = open_dialog(moons())
    dialog._take("low", 1e-9)
    dialog._take("high", 1e-8)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.over)
    assert "does not fall at any of these rates" in dialog.verdict.text()
    assert not dialog.use.isEnabled()
    assert not dialog.plot.mark.isVisible()


def test_where_the_loss_only_grows_all_of_the_calm_beginning_is_to_be_seen(qtbot):
    """A network that has learned: the first smoothed loss is the lowest, and the batches lie far around it."""
    plot = RatesPlot(1e-6, 10.0)
    qtbot.addWidget(plot)
    losses = [0.042] + [0.02, 0.4] * 100
    plot.show_findings(Findings(len(losses), losses=losses, rates=np.geomspace(1e-6, 1.0, len(losses)).tolist()))
    _, (low, high) = plot.chart.view.viewRange()
    assert low < float(min(plot._findings.smooth)) < 0.4 < high < 1.0
