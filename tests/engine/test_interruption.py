"""Requests to end: which signals are heard, and that they are let go of again."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator

import pytest

from engine.interruption import endings, interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")


@pytest.fixture(autouse=True)
def hang_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As a shell begins a command, whoever runs the tests; and what these print is still to be seen."""
    monkeypatch.setattr("engine.interruption._fall_silent", lambda: None)
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_what_cannot_stop_after_a_step_is_broken_off_as_by_ctrl_c(number: signal.Signals, code: int) -> None:
    before = signal.getsignal(number)
    with endings() as stopped:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
        assert stopped.code == code
    assert signal.getsignal(number) == before


def test_after_the_first_request_the_next_one_is_the_systems() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with interrupts() as stopped:
        signal.raise_signal(signal.SIGTERM)
        assert (stopped.is_set(), stopped.code) == (True, 143)
        assert signal.getsignal(signal.SIGTERM) == before


def test_a_closed_terminal_of_which_the_shell_and_then_the_system_tell_asks_once() -> None:
    for asked, broken_off in ((interrupts, contextlib.nullcontext()), (endings, pytest.raises(KeyboardInterrupt))):
        with asked() as stopped:
            with broken_off:
                signal.raise_signal(signal.SIGHUP)
            signal.raise_signal(signal.SIGHUP)
            assert stopped.code == 129
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_DFL


def test_who_was_made_deaf_to_a_closed_terminal_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    for asked in (interrupts, endings):
        with asked() as stopped:
            signal.raise_signal(signal.SIGHUP)
            assert not stopped.is_set()
