"""How often looks are taken: looking costs a tenth of the time at most."""

from __future__ import annotations

import time

import pytest

from gui.mailbox import LOOK_SHARE, RARE_SHARE, Mailbox
from gui.snapshot import FRAME, Figures


def look(mailbox: Mailbox, step: int, step_seconds: float = 0.0) -> float:
    """Seconds until the next look is due."""
    mailbox.look(Figures(step=step), None, None, None, step_seconds)
    return mailbox.due - time.perf_counter()


def test_a_cheap_look_is_taken_at_every_frame(monkeypatch):
    monkeypatch.setattr(time, "perf_counter", Clock())
    mailbox = Mailbox()
    mailbox.restart()
    assert look(mailbox, 1) == pytest.approx(FRAME)


def test_an_observed_step_that_takes_longer_is_followed_by_a_longer_pause(monkeypatch):
    now = 100.0
    monkeypatch.setattr(time, "perf_counter", lambda: now)
    mailbox = Mailbox()
    mailbox.restart()
    look(mailbox, 0)
    now += 1.0
    look(mailbox, 10)  # ten steps a second: a step usually takes 0.1 s
    assert look(mailbox, 10, step_seconds=0.1) == pytest.approx(FRAME)
    assert look(mailbox, 10, step_seconds=0.15) == pytest.approx(LOOK_SHARE * 0.05)


@pytest.mark.parametrize("pace", [0.5, 30.0])
def test_a_slow_pace_is_told_as_it_is_from_its_second_step_on(monkeypatch, pace):
    clock = Clock()
    monkeypatch.setattr(time, "perf_counter", clock)
    mailbox = Mailbox()
    mailbox.restart()
    clock.now += 0.02  # the first step waits for nothing
    told = []
    for step in range(1, 4):
        look(mailbox, step)
        told.append(mailbox.take().steps_per_second)
        clock.now += 1 / pace
    assert told == [0.0, pytest.approx(pace), pytest.approx(pace)]


def test_a_pace_that_people_change_is_told_at_the_next_slow_step(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(time, "perf_counter", clock)
    mailbox = Mailbox()
    mailbox.restart()
    for step, passed in enumerate([0.0, 1 / 30, 1 / 30, 2.0]):
        clock.now += passed
        look(mailbox, step)
    assert mailbox.take().steps_per_second == pytest.approx(0.5, rel=0.01)


class Asked:
    """A probe that counts how often it is asked and takes its time over it."""

    def __init__(self, clock, seconds: float) -> None:
        self.times = 0
        self._clock, self._seconds = clock, seconds

    def __call__(self, network, data) -> int:
        self._clock.now += self._seconds
        self.times += 1
        return self.times


class Clock:
    """A time that passes only where a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("seconds", "rest"), [(0.001, 1.0), (0.5, RARE_SHARE * 0.5)])
def test_a_rare_probe_rests_while_the_network_trains_and_leaves_other_looks_alone(monkeypatch, seconds, rest):
    clock, mailbox = Clock(), Mailbox()
    monkeypatch.setattr(time, "perf_counter", clock)
    rare = Asked(clock, seconds)
    mailbox.add("rare", rare, rare=1.0)

    def look(step_seconds: float) -> int:
        mailbox.look(Figures(), object(), object(), None, step_seconds)
        return mailbox.take().looks["rare"]

    began = clock.now
    assert look(1e-6) == 1
    assert mailbox.due - began == pytest.approx(FRAME)
    clock.now += 0.9 * rest
    assert look(1e-6) == 1
    clock.now += 0.2 * rest
    assert look(1e-6) == 2
    assert look(0.0) == 3, "a network that stands still is judged as it is"
    mailbox.remove("rare")
    mailbox.look(Figures(), object(), object(), None)
    assert mailbox.take().looks == {}
