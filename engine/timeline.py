"""Moments of a run, evenly spaced and within bounds, so that people can go back to each and on from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.checkpoint import Checkpoint
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

LIMIT = 200_000_000
"""Bytes that the moments of all runs may take together."""
OVERHEAD = 8_000
"""Bytes of a moment besides its arrays: counters, streams of chance and the like."""
MOST = 512
"""Moments of one run: about as many as a slider can tell apart."""


@dataclass(frozen=True, eq=False)
class Moment:
    """Where a run stood after `step` steps and `epoch` finished epochs, and all that it needs to go on from there.

    `loss` is that of the last finished epoch and `batch_loss` that of the last batch, NaN before there is one.
    `restored` is the epoch whose weights stand then, where a run that has ended put its best ones back.
    """

    step: int
    epoch: int
    loss: float
    batch_loss: float
    config: TrainingConfig
    checkpoint: Checkpoint
    restored: int | None = None

    @property
    def parameters(self) -> NDArray[np.floating]:
        """All that was learned until then, in the network's flat order; to be read."""
        return self.checkpoint.arrays["network.parameters"]

    @property
    def held(self) -> NDArray[np.floating]:
        """All that was held until then, as frozen weights and running statistics are; to be read."""
        return self.checkpoint.arrays["network.held"]

    @cached_property
    def size(self) -> int:
        """Bytes of memory that it takes, nearly."""
        return OVERHEAD + sum(array.nbytes for array in self.checkpoint.arrays.values())

    @cached_property
    def is_finite(self) -> bool:
        """Whether all weights are numbers."""
        arrays = self.checkpoint.arrays
        return all(bool(np.isfinite(arrays[f"network.{name}"]).all()) for name in ("parameters", "held"))


def moment_of(trainer: Trainer, loss: float, batch_loss: float, restored: int | None = None) -> Moment:
    """Where the trainer stands, copied; between two batches, and not between an epoch's last one and its end."""
    return Moment(
        trainer.step, trainer.epoch - 1, loss, batch_loss, trainer.config, trainer.checkpoint(), restored
    )  # fmt: skip


class Timeline:
    """The moments of one run in their order: every `stride`-th step, and where the run stands now.

    The stride doubles, and every second moment goes, when there are too many or they take more bytes than `limit`: so
    a run of n steps takes about log2(n) times MOST / 2 of them. One thread writes; others read the tuple `moments`,
    which is replaced as a whole.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.stride = 1
        self.due = 0
        """The step at which the next moment is to be kept."""
        self.moments: tuple[Moment, ...] = ()
        self.size = 0
        """Bytes of all moments."""

    def keep(self, moment: Moment) -> None:
        """Add where the run stands; the newest one of before goes where it stood between two that are kept."""
        moments = self.moments
        while moments and not (self._is_regular(moments[-1]) and moments[-1].step < moment.step):
            moments = moments[:-1]
        self._hold((*moments, moment))
        while len(self.moments) > 1 and (len(self.moments) > MOST or self.size > self.limit):
            self.halve()

    def halve(self) -> None:
        """Let every second moment go; the first and the newest stay as long as there is room for two."""
        if len(self.moments) <= 2:
            self.stride *= 2  # or else the very next step would be copied too, which takes as long as the step
            self._hold(self.moments[-1:])
            return
        *before, newest = self.moments
        while len(kept := [each for each in before if self._is_regular(each)]) == len(before):
            self.stride *= 2
        self._hold((*kept, newest))

    def clear(self) -> None:
        """Let all moments go."""
        self._hold(())

    def until(self, step: int) -> Timeline:
        """The same moments up to this step, for a run that branches off there."""
        branch = Timeline(self.limit)
        branch.stride = self.stride
        branch._hold(tuple(moment for moment in self.moments if moment.step <= step))
        return branch

    def nearest(self, step: float) -> Moment | None:
        """The moment that is closest to a step; None where there is none at all."""
        return min(self.moments, key=lambda moment: abs(moment.step - step), default=None)

    def last_finite(self) -> Moment | None:
        """The newest moment at which all weights were numbers."""
        return next((moment for moment in reversed(self.moments) if moment.is_finite), None)

    def _is_regular(self, moment: Moment) -> bool:
        """Whether it is one of the evenly spaced ones; the first is, wherever the run began."""
        return moment.step % self.stride == 0 or moment is self.moments[0]

    def _hold(self, moments: tuple[Moment, ...]) -> None:
        """Let these be the moments; as a rule one more than before."""
        before = self.moments
        grown = len(moments) == len(before) + 1 and moments[-2:-1] == before[-1:]
        self.size = self.size + moments[-1].size if grown else sum(moment.size for moment in moments)
        self.moments = moments
        newest = moments[-1].step if moments else -1
        self.due = (newest // self.stride + 1) * self.stride
