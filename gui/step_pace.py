"""How fast a run goes where it is held back, so that people can follow it by eye."""

from __future__ import annotations

import time

from gui.snapshot import FRAME

SEEN_PACE = 10
"""Steps a second up to which every single one is looked at, whatever that costs."""


class StepPace:
    """Holds a run back to `rate` steps a second, which the window sets; 0 is for as fast as possible."""

    def __init__(self) -> None:
        self.rate = 0.0
        self.due = 0.0
        """When a run that is held back makes its next step, by `time.perf_counter`; 0 where none is."""
        self._stepped = 0.0

    def lets_step(self, rate: float) -> bool:
        """Whether it is time for the next step at this rate; where it is not, `due` says when."""
        now = time.perf_counter()
        self.due = min(self._stepped + 1 / rate, now + 1 / rate)
        if self.due > now:
            return False
        self._stepped = max(self.due, now - FRAME)
        return True
