"""Often enough, no oftener, and never without the last."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.widgets.pace import Pace


def test_the_first_request_is_served_at_once_and_the_last_one_after(qtbot):
    owner, calls = QObject(), []
    pace = Pace(lambda: calls.append(1), 40, owner)
    for _ in range(5):
        pace.ask()
    assert len(calls) == 1
    qtbot.waitUntil(lambda: len(calls) == 2)
    qtbot.wait(100)
    assert len(calls) == 2


def test_stopped_it_forgets(qtbot):
    owner, calls = QObject(), []
    pace = Pace(lambda: calls.append(1), 20, owner)
    pace.ask()
    pace.ask()
    pace.stop()
    qtbot.wait(60)
    assert len(calls) == 1
