"""Turns of the plots of a window, by numbers of processor time that are set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from gui.frame_pace import SHARE
from gui.plots.turns import APART, ROUND, Turns


class Session(QObject):
    """What the turns ask of one."""

    state_changed = Signal(object)
    is_flat_out = False


@pytest.fixture
def session(qapp):
    return Session()


def test_what_waits_is_called_in_its_order_one_at_a_time_and_never_twice(qtbot, session):
    called = []

    def first():
        called.append("first")
        QTimer.singleShot(0, lambda: called.append("between"))

    def second():
        called.append("second")

    turns = Turns.of(session)
    assert Turns.of(session) is turns
    for function in (first, second, first):
        turns.wait_for(function)
    assert called == []
    qtbot.waitUntil(lambda: called == ["first", "between", "second"])


def test_at_full_speed_the_window_rests_as_many_times_as_a_plot_took(session, spend):
    turns = Turns.of(session)
    session.is_flat_out = True
    for cost in (0.002, 0.01, 5.0):
        turns.wait_for(lambda cost=cost: spend(cost))
    rests = []
    while len(rests) < 3:
        turns.timeout.emit()
        rests.append(turns.interval() / 1000)
    assert rests == pytest.approx([APART, SHARE * 0.002, SHARE * 0.01], abs=5e-4)
    for _ in range(10):
        turns.wait_for(lambda: None)  # each one is another
    turns.timeout.emit()
    assert turns.interval() / 1000 == pytest.approx(ROUND / 10)


def test_nothing_rests_where_a_run_is_held_back_or_comes_to_rest(session, spend):
    turns = Turns.of(session)
    for _ in range(2):
        turns.wait_for(lambda: spend(5.0))
    turns.timeout.emit()
    assert turns.interval() / 1000 == APART
    session.is_flat_out = True
    turns.timeout.emit()
    assert turns.interval() / 1000 == pytest.approx(ROUND)
    session.state_changed.emit(None)
    assert turns.interval() / 1000 == APART
