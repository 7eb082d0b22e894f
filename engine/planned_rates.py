"""The learning rate over a whole run, as it is configured."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.training_config import TrainingConfig

Array = NDArray[np.float64]

MOST = 2_000
"""Rates that are computed at most; of a longer run evenly spaced ones."""


def planned_rates(config: TrainingConfig, samples: int, epochs: int | None = None) -> tuple[Array, Array]:
    """How many epochs of the run are done, and the rate in effect from there on; the run's end comes last.

    That is after its own `epochs`, or after others where it goes on for a goal. It is counted as the trainer does, in
    epochs or in steps. Empty where the rate follows the loss, which nobody knows.
    """
    schedule = config.schedule
    if schedule.follows_loss:
        return np.empty(0), np.empty(0)
    steps = math.ceil(samples / config.batch_size) if schedule.counts_steps else 1
    end = (epochs or config.epochs) * steps
    done = np.unique(np.linspace(0, end - 1, min(end, MOST)).round().astype(np.int64))
    base, total = config.optimizer.learning_rate, config.epochs * steps
    counts = done % total if schedule.spans_run else done  # which begins anew where the run goes on
    rates = [schedule.rate(base, count, total) for count in counts.tolist()]
    return np.append(done, end) / steps, np.array([*rates, rates[-1]])
