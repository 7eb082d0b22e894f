"""How often a run is shown: as the eye likes it, or as often as showing leaves the processor to the training."""

from __future__ import annotations

import time

from gui.snapshot import FRAME

SHARE = 12
"""While a run goes as fast as it can, the window's thread rests this many times as long as it computes."""
LONGEST = 0.25
"""Seconds between two frames at most."""


class FramePace:
    """Seconds until the next frame, from what the window's thread has spent on the last ones."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what was spent before a run."""
        self.seconds = FRAME
        self._spent = time.thread_time()

    def next(self, flat_out: bool) -> float:
        """Called by the window's thread at each frame; `flat_out` where nothing holds the training back.

        Both threads share Python's interpreter, so what one of them takes the other one lacks.
        """
        spent = time.thread_time()
        cost, self._spent = spent - self._spent, spent
        wanted = SHARE * cost if flat_out else FRAME
        self.seconds = min(LONGEST, max(FRAME, (self.seconds + wanted) / 2))
        return self.seconds
