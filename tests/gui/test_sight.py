"""Panels of what happens inside a run, in a whole window: made when they are opened, and true when people go back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.snapshot import State


def stepped(window, qtbot):
    """The window after one epoch more."""
    epochs = window.session.history.epochs
    window.session.step_epoch()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED and window.session.history.epochs == epochs + 1)


def test_panels_follow_a_run_back_in_time_and_into_a_branch(window, qtbot):
    docks = {name: window._docks[f"plot_{name}"] for name in ("distributions", "health", "schedule")}
    assert [dock.widget() for dock in docks.values()] == [None] * 3, "made when they are opened"
    for dock in docks.values():
        dock.setFloating(True)
        dock.show()
    distributions, health, schedule = (dock.widget() for dock in docks.values())
    for _ in range(3):
        stepped(window, qtbot)
        qtbot.waitUntil(lambda: distributions._record.steps[-1:] == [window.session.last_snapshot.step])
    session, last = window.session, window.session.last_snapshot.step
    assert distributions.lines.playhead is None
    qtbot.waitUntil(lambda: schedule.point.getData()[0].tolist() == [3])

    moment = session.at_hand.timeline.nearest(last / 3)
    session.view(moment)
    qtbot.waitUntil(lambda: session.last_snapshot.step == moment.step and distributions.lines.playhead is not None)
    assert distributions.lines.playhead == moment.step
    assert distributions._record.steps[-1] == last
    qtbot.waitUntil(lambda: 0 < schedule.point.getData()[0][0] < 3)

    session.step_batch()
    qtbot.waitUntil(lambda: session.last_snapshot.step == moment.step + 1 == distributions._record.steps[-1])
    qtbot.waitUntil(lambda: health._record.steps[-1] == moment.step + 1)
    qtbot.waitUntil(lambda: distributions.lines.playhead is None)


def test_distributions_begin_where_the_run_began_however_late_the_panel_is_opened(small_window, qtbot):
    qtbot.waitUntil(lambda: small_window.session.can_run and small_window.session.network is not None)
    for _ in range(2):
        stepped(small_window, qtbot)
    dock = small_window._docks["plot_distributions"]
    dock.setFloating(True)
    dock.show()
    kept = [moment.step for moment in small_window.session.at_hand.timeline.moments]
    assert len(kept) > 3
    qtbot.waitUntil(lambda: dock.widget()._record.steps == kept)
    small_window.session.reset()
    qtbot.waitUntil(lambda: dock.widget()._record.steps == [0])


def test_a_click_selects_the_layer_on_the_canvas(small_window, qtbot):
    dock = small_window._docks["plot_health"]
    dock.setFloating(True)
    dock.show()
    bars = dock.widget().bars
    qtbot.waitUntil(lambda: bool(bars.layers))
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert small_window.document.selection.single_node == next(iter(bars.layers))
