"""Turns of the plots of a window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.plots.turns import Turns


def test_what_waits_is_called_in_its_order_one_at_a_time_and_never_twice(qtbot):
    session, called = QObject(), []

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
