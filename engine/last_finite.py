"""Where a run stood when all its weights were numbers for the last time: a moment before it, and the way once more."""

from __future__ import annotations

import contextlib
import math
from time import perf_counter

from engine.errors import DivergenceError
from engine.timeline import moment_of
from engine.trainer import Trainer

RARELY = 400
"""How many times as long as a moment takes to copy the run goes on until the next: what the copy pushes out of the
processor's cache costs more than itself, and both together are a hundredth of the run's time at most."""


class LastFinite:
    """Follows a run, for the end of one that diverges.

    A step may leave weights that are none, of which no loss tells before the next. To copy what stood before every step
    takes as long as many a step, so a moment is kept now and then, from which the run goes the same way again, to the
    bit: wherever that moment is, it leads to the same place.
    """

    def __init__(self, trainer: Trainer) -> None:
        self._trainer = trainer
        self._last = moment_of(trainer, math.nan, math.nan)
        self._due = 0.0

    def follow(self) -> None:
        """After every event: keep where the run stands, if that is due."""
        if perf_counter() >= self._due:
            self._keep()

    def _keep(self) -> bool:
        """Whether this is a place to go on from: between two batches, with weights that are numbers."""
        if self._trainer.has_news:
            return False
        started = perf_counter()
        moment = moment_of(self._trainer, math.nan, math.nan)
        if moment.is_finite:
            self._last = moment
        now = perf_counter()
        self._due = now + RARELY * (now - started)
        return moment.is_finite

    def stand(self) -> None:
        """Let the run that has diverged stand where all was numbers for the last time."""
        if self._keep():
            return
        trainer, end = self._trainer, self._trainer.step
        trainer.resume(self._last.checkpoint)
        with contextlib.suppress(DivergenceError):
            for _ in trainer.run():
                if trainer.step >= end or not (trainer.has_news or self._keep()):
                    break
        trainer.resume(self._last.checkpoint)
