"""Where a run stands, as the window is told."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple

from engine.events import BatchEnd, EpochEnd, Event
from engine.history import History
from engine.observation import Observation

FRAME = 1 / 30
"""Seconds between two looks at most often."""


class State(Enum):
    """What the session is doing."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Stretch(Enum):
    """How far a run goes before it pauses by itself, where that is no goal of people's own."""

    END = "end"
    BATCH = "batch"
    EPOCH = "epoch"

    def is_reached_by(self, event: Event) -> bool:
        """Whether a run that has told this goes no further."""
        if self is Stretch.BATCH:
            return isinstance(event, BatchEnd)
        return self is Stretch.EPOCH and isinstance(event, EpochEnd)


class Figures(NamedTuple):
    """How far training has come: steps, finished epochs, losses, and the last step that somebody looked at.

    `loss` is the mean of the last finished epoch, `batch_loss` that of the last batch; NaN before there is one.
    `beginning` is what was seen of the run's first step, but for what it added to weights; `best` is the epoch whose
    weights were put back at the end of the run, until training goes on.
    """

    step: int = 0
    epoch: int = 0
    loss: float = math.nan
    batch_loss: float = math.nan
    observation: Observation | None = None
    beginning: Observation | None = None
    best: EpochEnd | None = None

    @classmethod
    def of(cls, history: History) -> Figures:
        """Those of a run of which no more than its record is left, within an epoch too."""
        last = history.last()
        figures = cls().after_epoch(last) if last is not None else cls()
        steps, losses = history.batches()
        if len(steps) and int(steps[-1]) >= figures.step:
            return figures._replace(step=int(steps[-1]), batch_loss=float(losses[-1]))
        return figures

    def after_batch(self, event: BatchEnd) -> Figures:
        """The figures when this batch is done; an observation stays until there is another."""
        seen, beginning = event.observation or self.observation, self.beginning
        if event.step == 1 and event.observation is not None:
            beginning = Observation(event.observation.edges, event.observation.layers)
        return self._replace(step=event.step, batch_loss=event.loss, observation=seen, beginning=beginning, best=None)

    def after_epoch(self, event: EpochEnd) -> Figures:
        """The figures when this epoch is done."""
        return self._replace(step=event.step, epoch=event.epoch, loss=event.loss)


@dataclass(frozen=True)
class Snapshot:
    """One look: where the run stands, and what the visible plots asked for, by name.

    `learning_rate` is the one in effect, None without a run; of `epochs_done` so many were done when it began as
    `run_start` says. A look at a moment that has passed is `past`.
    """

    figures: Figures = field(default_factory=Figures)
    within_epoch: bool = False
    steps_per_second: float = 0.0
    steps_left: float = 0.0
    learning_rate: float | None = None
    looks: Mapping[str, Any] = field(default_factory=dict)
    past: bool = False
    run_start: int = 0
    epochs_done: float = 0.0

    @property
    def step(self) -> int:
        """Steps done."""
        return self.figures.step

    @property
    def observation(self) -> Observation | None:
        """The last step that somebody looked at."""
        return self.figures.observation

    @property
    def seconds_left(self) -> float | None:
        """Until the last epoch ends at the present rate, or None while that is not known."""
        return self.steps_left / self.steps_per_second if self.steps_per_second else None


class Rate:
    """Steps a second, measured from look to look, and smoothed where these follow each other closely.

    The first look begins it: the step before that one has waited for nothing, however slow the pace is.
    """

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self._last = 0
        self._looked: float | None = None
        self._measured = 0.0

    def measure(self, step: int, now: float) -> float:
        if self._looked is None:
            self._last, self._looked = step, now
        elif (passed := now - self._looked) > FRAME / 2 and step > self._last:
            fresh = (step - self._last) / passed
            stays = 0.8 ** (passed / FRAME) if self._measured else 0.0
            self._measured = stays * self._measured + (1 - stays) * fresh
            self._last, self._looked = step, now
        return self._measured
