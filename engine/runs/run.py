"""One run: what it was made with, what came of it, and the moments to which people can go back."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from numpy.typing import NDArray

from engine.history import History
from engine.runs.changes import Change, changes
from engine.runs.settings import RunSettings
from engine.timeline import Timeline
from engine.training_config import TrainingConfig


class Stage(NamedTuple):
    """The hyperparameters from a step on, so many epochs after the run's beginning, the last one in parts."""

    step: int
    epochs: float
    training: TrainingConfig


class Mark(NamedTuple):
    """Where hyperparameters were changed while the run went on."""

    step: int
    epochs: float
    changes: tuple[Change, ...]


class Origin(NamedTuple):
    """The run, and its step, with whose weights another began."""

    run: int
    step: int


LOADED = Origin(0, 0)
"""Stands where the weights were none of a run, but came from a file."""


@dataclass(eq=False)
class Run:
    """The record of a run; written by the thread that trains, read by any.

    `number` tells it from the others and counts from 1; it is 0 until training begins, when there are `settings` and
    `stages`. `weights` are those with which it stood still the last time. What grows is replaced as a whole.
    """

    number: int = 0
    settings: RunSettings | None = None
    origin: Origin | None = None
    history: History = field(default_factory=History)
    timeline: Timeline = field(default_factory=Timeline)
    stages: tuple[Stage, ...] = ()
    weights: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    diverged: bool = False

    @property
    def training(self) -> TrainingConfig | None:
        """The hyperparameters that hold at its end; None before it begins."""
        return self.stages[-1].training if self.stages else None

    @property
    def trained_with(self) -> tuple[Stage, ...]:
        """The stages of which a step was made: what people choose where it stands may be meant for another run."""
        ends = (self.history.batches()[0][-1:], self.history.column("step")[-1:])
        done = max((float(end[0]) for end in ends if len(end)), default=math.inf)
        return self.stages[:-1] if len(self.stages) > 1 and self.stages[-1].step >= done else self.stages

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where hyperparameters were changed."""
        return tuple(
            Mark(after.step, after.epochs, tuple(changes(before.training, after.training)))
            for before, after in itertools.pairwise(self.stages)
        )

    def train_with(self, training: TrainingConfig, step: int, epochs: float) -> None:
        """Go on with these hyperparameters; of those chosen at one step the last ones count."""
        earlier = tuple(stage for stage in self.stages if stage.step < step)
        if not earlier or earlier[-1].training != training:
            earlier = (*earlier, Stage(step, epochs, training))
        self.stages = earlier

    def ran_away_from(self, step: int) -> bool:
        """Whether it diverged behind this step, with what came in between on record; for the thread that records."""
        self.history.flush()
        steps, _ = self.history.batches()
        return self.diverged and len(steps) > 0 and bool(steps[-1] > step)

    def branch(self, number: int, settings: RunSettings, step: int) -> Run:
        """Another run that has the same past up to this step."""
        return Run(
            number,
            settings,
            Origin(self.number, step),
            self.history.until(step),
            self.timeline.until(step),
            tuple(stage for stage in self.stages if stage.step <= step),
        )
