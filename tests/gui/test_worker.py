"""The one thread: jobs in order, those that wait for others and those that wait for their time."""

from __future__ import annotations

import time
from functools import partial
from threading import Event

import pytest

from engine.errors import RambatError
from gui.worker import Worker
from tests.patience import SECONDS


@pytest.fixture
def worker(qtbot):
    worker = Worker()
    yield worker
    worker.close()


def test_jobs_that_wait_for_their_time_keep_nothing_busy_and_look_around_when_asked(worker):
    turns = []

    def paced(name):
        turns.append(name)
        worker.go_on(partial(paced, name), time.perf_counter() + 10 * SECONDS)

    for name in "ab":
        worker.put(partial(paced, name))
    assert worker.call(lambda: worker.interrupted) is False, "what waits for its time interrupts nobody"
    assert turns == ["a", "b"]
    worker.wake()
    worker.call(lambda: None)
    worker.call(lambda: None)
    assert turns == ["a", "b", "a", "b"]


def test_one_whose_time_has_come_has_its_turn_beside_one_that_never_rests(worker, qtbot):
    done, stopped = [], []

    def tireless():
        while not worker.interrupted:
            pass
        if not stopped:
            worker.go_on(tireless)

    worker.put(tireless)
    worker.put(lambda: worker.go_on(lambda: done.append("later"), time.perf_counter() + 0.02))
    qtbot.waitUntil(lambda: done == ["later"])
    stopped.append(True)
    worker.wake()


def test_what_the_worker_does_not_come_to_is_refused_and_not_done_later(worker, monkeypatch):
    gate, done = Event(), []
    worker.put(gate.wait)
    with monkeypatch.context() as patched:
        patched.setattr("gui.worker.CALL_TIMEOUT", 0.01)
        with pytest.raises(RambatError, match="busy"):
            worker.call(lambda: done.append("late"))
    gate.set()
    worker.call(lambda: None)
    assert done == []
