"""What a metric declares: for which outputs it is defined, and its value."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import Configurable

Array = NDArray[np.floating]


class Metric(Configurable, family="metric"):
    """One number about predictions and targets; finite for any finite arrays, also for none at all."""

    @abstractmethod
    def suits(self, classification: bool, units: int) -> bool:
        """Whether it is defined for an output of so many units that tells classes apart, or that measures."""

    @abstractmethod
    def value(self, prediction: Array, target: Array) -> float:
        """The metric over predictions (n, ..., units) and targets of the same shape, or class numbers (n, ..., 1)."""
