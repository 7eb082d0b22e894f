"""How often looks are taken: looking costs a tenth of the time at most."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from gui.mailbox import LOOK_SHARE, Mailbox
from gui.snapshot import FRAME, Figures


def look(mailbox: Mailbox, step: int, step_seconds: float = 0.0) -> float:
    """Seconds until the next look is due."""
    mailbox.look(replace(Figures(), step=step), None, None, None, step_seconds)
    return mailbox.due - time.perf_counter()


def test_a_cheap_look_is_taken_at_every_frame():
    mailbox = Mailbox()
    mailbox.restart(0)
    assert look(mailbox, 1) <= FRAME


def test_an_observed_step_that_takes_longer_is_followed_by_a_longer_pause(monkeypatch):
    now = 100.0
    monkeypatch.setattr(time, "perf_counter", lambda: now)
    mailbox = Mailbox()
    mailbox.restart(0)
    now += 1.0
    look(mailbox, 10)  # ten steps a second: a step usually takes 0.1 s
    assert look(mailbox, 10, step_seconds=0.1) == pytest.approx(FRAME)
    assert look(mailbox, 10, step_seconds=0.15) == pytest.approx(LOOK_SHARE * 0.05)
