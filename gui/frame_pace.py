"""How often a run is shown: as the eye likes it, or as often as showing leaves the processor to the training."""

from __future__ import annotations

import time

from gui.snapshot import FRAME

SHARE = 25
"""While a run goes as fast as it can, the window's thread rests this many times as long as it computes."""
LONGEST = 0.25
"""Seconds between two frames at most."""


class Spending:
    """Processor time of the window's thread.

    It shares Python's interpreter with the one that trains, so what one of them takes the other one lacks.
    """

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what was spent so far."""
        self._spent = time.thread_time()

    def take(self) -> float:
        """Seconds since it was asked last."""
        spent = time.thread_time()
        cost, self._spent = spent - self._spent, spent
        return cost


class FramePace:
    """Seconds until the next frame, from what the window's thread has spent on the last ones."""

    def __init__(self) -> None:
        self._spending = Spending()
        self.begin()

    def begin(self) -> None:
        """Forget what was spent before a run."""
        self.seconds = FRAME
        self._spending.begin()

    def next(self, flat_out: bool) -> float:
        """Called by the window's thread at each frame; `flat_out` where nothing holds the training back."""
        cost = self._spending.take()
        wanted = SHARE * cost if flat_out else FRAME
        self.seconds = min(LONGEST, max(FRAME, (self.seconds + wanted) / 2))
        return self.seconds
