"""Moments that nobody looked at: each is looked at once, also where what is seen there is not kept."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from engine.errors import DataError, Message
from gui.plots.past_looks import PastLooks
from gui.snapshot import State
from gui.worker import Worker


class Kept:
    """A moment of a run."""

    parameters = held = None

    def __init__(self, step: int) -> None:
        self.step = step


@pytest.fixture
def session(qapp):
    """At hand is a run with eleven moments."""
    worker = Worker()
    run = SimpleNamespace(timeline=SimpleNamespace(moments=[Kept(step) for step in range(0, 101, 10)]))
    yield SimpleNamespace(
        worker=worker, at_hand=run, network=object(), data=object(), can_look_back=True, state=State.PAUSED
    )
    worker.close()


@pytest.mark.parametrize("fails", [False, True])
def test_a_moment_is_looked_at_once_though_nothing_of_it_is_kept(session, qtbot, fails: bool) -> None:
    asked, parent = [], QObject()

    def look(_network, _data, moments):
        asked.append([step for step, _, _ in moments])
        if fails:
            raise DataError(Message("too large"))
        yield [(step, "seen") for step in asked[-1]]

    past = PastLooks(session, look, parent)
    past.fill([0, 20, 100])
    qtbot.waitUntil(lambda: past._job is None)
    assert sorted(asked[0]) == [10, *range(30, 100, 10)]
    past.fill([0, 20, 100])
    assert past._job is None, "it has been seen, and was not worth keeping"
    past.cancel()
    past.fill([0, 20, 100])
    qtbot.waitUntil(lambda: past._job is None)
    assert asked[1] == asked[0], "of a network that has come back it is not known any more"
