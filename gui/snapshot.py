"""Where a run stands, as the window is told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from engine.observation import Observation

FRAME = 1 / 30
"""Seconds between two looks at most often."""


class State(Enum):
    """What the session is doing."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


class Goal(Enum):
    """How far a run goes before it pauses by itself."""

    END = "end"
    BATCH = "batch"
    EPOCH = "epoch"


@dataclass(frozen=True)
class Snapshot:
    """One look: where the run stands, the last observed step, and what the visible plots asked for, by name."""

    step: int = 0
    epoch: int = 0
    loss: float = float("nan")
    steps_per_second: float = 0.0
    progress: float = 0.0
    steps_left: float = 0.0
    observation: Observation | None = None
    looks: Mapping[str, Any] = field(default_factory=dict)

    @property
    def seconds_left(self) -> float | None:
        """Until the last epoch ends at the present rate, or None while that is not known."""
        return self.steps_left / self.steps_per_second if self.steps_per_second else None


class Rate:
    """Steps a second, measured between looks and smoothed."""

    def __init__(self) -> None:
        self.start(0)

    def start(self, step: int) -> None:
        self._last = step
        self._looked = time.perf_counter()
        self._measured = 0.0

    def measure(self, step: int, now: float) -> float:
        if now - self._looked > FRAME / 2 and step > self._last:
            fresh = (step - self._last) / (now - self._looked)
            self._measured = fresh if not self._measured else 0.8 * self._measured + 0.2 * fresh
            self._last, self._looked = step, now
        return self._measured
