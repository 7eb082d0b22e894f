"""How a headless command is asked to end: by Ctrl-C, by the system, or because its terminal is closed."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

CTRL_C = 128 + signal.SIGINT
"""What a command ends with after Ctrl-C, as shells have it."""
HANG_UP = getattr(signal, "SIGHUP", None)
"""What tells that the terminal is closed, where there is such a thing."""
Handler = Callable[[int, FrameType | None], None]


class Interruption(threading.Event):
    """Set once somebody has asked the program to end; `code` is what it then ends with, as shells have it."""

    code = 0

    def ask(self, signum: int) -> None:
        """Take note of a signal."""
        self.code = 128 + signum
        self.set()
        if signum == HANG_UP:
            signal.signal(signum, signal.SIG_IGN)  # the system tells of it once more when the shell is gone
            _fall_silent()


@contextlib.contextmanager
def interrupts() -> Iterator[Interruption]:
    """A request to end asks to stop after the step in progress and the files that follow it.

    So weights are whole, and written; a second one stops at once, but for that of a terminal which is closed already.
    """
    stopped = Interruption()

    def ask(signum: int, frame: FrameType | None) -> None:
        stopped.ask(signum)
        if signum != HANG_UP:
            put_back()

    put_back = _handle(ask, signal.SIGINT, *_polite())
    try:
        yield stopped
    finally:
        put_back()


@contextlib.contextmanager
def endings() -> Iterator[Interruption]:
    """A polite request to end does what Ctrl-C does, so that no process is left behind: KeyboardInterrupt comes."""
    stopped = Interruption()

    def end(signum: int, frame: FrameType | None) -> None:
        stopped.ask(signum)
        raise KeyboardInterrupt

    put_back = _handle(end, *_polite())
    try:
        yield stopped
    finally:
        put_back()


def _polite() -> list[int]:
    """What asks to end other than Ctrl-C; a closed terminal does not where somebody (`nohup`) wants to outlive it."""
    if HANG_UP is None or signal.getsignal(HANG_UP) is signal.SIG_IGN:
        return [signal.SIGTERM]
    return [signal.SIGTERM, HANG_UP]


def _handle(handler: Handler, *numbers: int) -> Callable[[], None]:
    """Let it have these signals until what comes back is called; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        return lambda: None
    previous = {number: signal.signal(number, handler) for number in numbers}

    def put_back() -> None:
        for number, before in previous.items():
            signal.signal(number, before)

    return put_back


def _fall_silent() -> None:
    """Say nothing more to a terminal that is gone: each word would be an error, and what is learned is still to be
    written. What goes into files is said all the same."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            if stat.S_ISCHR(os.fstat(stream.fileno()).st_mode):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
