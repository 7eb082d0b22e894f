"""What was seen of a run so far, by its steps: bounded, evenly spaced, and true."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Generic, TypeVar

import numpy as np

from engine.history import History

Value = TypeVar("Value")


class StepRecord(Generic[Value]):
    """Values by their steps, at most `most` of them, about equally far apart; the newest is always there.

    `follow` says of which run they are to be: what that run does not know is forgotten, as after a reset, or where it
    branched off before.
    """

    def __init__(self, most: int) -> None:
        self.steps: list[int] = []
        self.values: list[Value] = []
        self._most = most
        self._gap = 1
        self._history = History()

    def __len__(self) -> int:
        return len(self.steps)

    def clear(self) -> None:
        """Forget everything."""
        self.steps, self.values = [], []
        self._gap = 1

    def follow(self, history: History, step: int) -> None:
        """Forget what this record of a run, in which `step` steps are done at least, does not tell."""
        last = max(_end(history), step)
        if history is not self._history:
            last = min(last, _agreed(self._history, history))
            self._history = history
        if self.steps and self.steps[-1] > last:
            known = bisect_right(self.steps, last)
            del self.steps[known:], self.values[known:]
            if not self.steps:
                self._gap = 1

    def add(self, step: int, value: Value) -> None:
        """Keep what was seen at a step, unless its neighbours tell as much; at a known step the new value counts."""
        place = bisect_left(self.steps, step)
        if place < len(self.steps) and self.steps[place] == step:
            self.values[place] = value
        elif place == len(self.steps):
            self._append(step, value)
        elif self.steps[place] - step >= self._gap and (not place or step - self.steps[place - 1] >= self._gap):
            self.steps.insert(place, step)
            self.values.insert(place, value)
        if len(self.steps) > self._most:
            self._thin()

    def _append(self, step: int, value: Value) -> None:
        """The newest goes again when another one comes that is nearer to what stood before it than the gap."""
        if len(self.steps) > 1 and self.steps[-1] - self.steps[-2] < self._gap:
            del self.steps[-1], self.values[-1]
        self.steps.append(step)
        self.values.append(value)

    def _thin(self) -> None:
        while len(self.steps) > self._most * 3 // 4:
            self._gap *= 2
            kept = [0]
            for place in range(1, len(self.steps) - 1):
                if self.steps[place] - self.steps[kept[-1]] >= self._gap:
                    kept.append(place)
            kept.append(len(self.steps) - 1)
            self.steps = [self.steps[place] for place in kept]
            self.values = [self.values[place] for place in kept]

    def place_of(self, step: float) -> int | None:
        """The index of what was seen nearest to a step; None where nothing was."""
        return min(range(len(self.steps)), key=lambda place: abs(self.steps[place] - step), default=None)


def _end(history: History) -> int:
    """The last step that a record tells of."""
    steps, _ = history.batches()
    (ends,) = history.columns("step")
    return int(max(steps[-1] if len(steps) else 0, ends[-1] if len(ends) else 0))


def _agreed(one: History, other: History) -> int:
    """The step up to which two records tell the same."""
    (steps, losses), (others, their_losses) = one.batches(), other.batches()
    count = min(len(steps), len(others))
    same = (steps[:count] == others[:count]) & (losses[:count] == their_losses[:count])
    differs = np.flatnonzero(~same)
    if not len(differs):
        return min(_end(one), _end(other))
    return int(steps[differs[0] - 1]) if differs[0] else 0
