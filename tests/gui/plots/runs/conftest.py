"""A panel of runs that were."""

from __future__ import annotations

import pytest

from gui.plots.runs.panel import RunsPlot
from gui.snapshot import State
from tests.gui.projects import moons
from tests.gui.test_training_session import open_session, wait_for

__all__ = ["open_session"]


def train(qtbot, session, epochs):
    for _ in range(epochs):
        session.step_epoch()
        wait_for(qtbot, session, State.PAUSED)


@pytest.fixture
def panel(open_session, qtbot, monkeypatch):
    """Three runs: two epochs, one epoch with other batches, and one epoch more of that one as a branch."""
    monkeypatch.setattr(RunsPlot, "interval", 0)
    session = open_session(moons(epochs=5))
    document = session.document
    train(qtbot, session, 2)
    session.reset()
    document.set_setting("batch", "training", document.project.training.replace(batch_size=32))
    qtbot.waitUntil(lambda: session.can_run)
    train(qtbot, session, 1)
    session.view(session.at_hand.timeline.moments[0])
    qtbot.waitUntil(lambda: session.viewed is not None)
    train(qtbot, session, 1)
    plot = RunsPlot(document, session)
    qtbot.addWidget(plot)
    plot.resize(1080, 420)
    with qtbot.waitActive(plot):
        plot.show()
        plot.activateWindow()
    return plot
