"""Long work on the worker: in slices, told, cancelled, and failing with a message."""

from __future__ import annotations

import time

import pytest

from engine.errors import DataError, Message
from gui import long_job
from gui.long_job import SLICE, LongJob
from gui.worker import Worker


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.close()


def counting(to, pause=0.0):
    for number in range(to):
        time.sleep(pause)
        yield number
    time.sleep(pause)
    yield "result"


def test_the_last_event_is_the_result(worker, qtbot):
    job = LongJob(worker, counting(3))
    with qtbot.waitSignal(job.finished) as told:
        pass
    assert told.args == ["result"]


def test_a_result_that_takes_long_is_told_as_nothing_else(worker, qtbot):
    job, events = LongJob(worker, counting(2, 2 * SLICE)), []
    job.told.connect(events.append)
    with qtbot.waitSignal(job.finished) as told:
        pass
    assert (events, told.args) == ([0, 1], ["result"])


def test_other_jobs_have_their_turn_between_slices(worker, qtbot, monkeypatch):
    """By a clock that the work itself sets, so that a busy machine takes no longer."""
    now, done = [0], []
    monkeypatch.setattr(long_job, "perf_counter", lambda: now[0])
    monkeypatch.setattr(long_job, "SLICE", 5.5)

    def steps():
        for number in range(20):
            now[0] += 1
            done.append(number)
            if number == 8:
                worker.put(lambda: done.append("at once"))
            elif number == 12:
                worker.go_on(lambda: done.append("in turn"))
            yield number

    job, events = LongJob(worker, steps()), []
    job.told.connect(events.append)
    with qtbot.waitSignal(job.finished) as told:
        pass
    assert done == [*range(9), "at once", *range(9, 15), "in turn", *range(15, 20)]
    assert (events, told.args) == ([4, 7, 13], [19])


def test_after_cancelling_nothing_is_told(worker, qtbot):
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield time.sleep(0.001)

    job, told = LongJob(worker, endless()), []
    for signal in (job.told, job.finished, job.failed):
        signal.connect(told.append)
    qtbot.waitUntil(lambda: len(taken) > 3)
    job.cancel()
    told.clear()
    gone = []
    job.destroyed.connect(lambda: gone.append(1))
    qtbot.waitUntil(lambda: bool(gone))
    count = len(taken)
    time.sleep(0.02)
    assert len(taken) == count
    assert told == []


def test_a_failure_is_told(worker, qtbot):
    def failing():
        yield 1
        raise DataError(Message("No."))

    job = LongJob(worker, failing())
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert str(told.args[0]) == "No."


def test_a_patient_one_rests_between_its_slices(worker, qtbot, monkeypatch):
    """By a clock that the work itself sets: a slice of 6 ms is followed by a rest of 54."""
    now, rests = [0.0], []
    monkeypatch.setattr(long_job, "perf_counter", lambda: now[0])
    monkeypatch.setattr(long_job, "SLICE", 0.0055)
    monkeypatch.setattr(LongJob, "_rest", lambda job, pause: (rests.append(pause), worker.put(job._slice)))

    def steps():
        for number in range(10):
            now[0] += 0.003
            yield number

    job = LongJob(worker, steps(), patient=lambda: True)
    with qtbot.waitSignal(job.finished) as told:
        pass
    assert (rests, told.args) == ([54] * 5, [9])
