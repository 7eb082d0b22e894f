"""From loaded data to training: samples are held out, then inputs are scaled by what the rest looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Arrays, Dataset
from engine.errors import DataError, Message
from engine.hyperparameters import FRACTION, Configurable, hyper

Array = NDArray[np.floating]

SCALINGS = ("none", "standard", "minmax")


@dataclass(frozen=True, eq=False)
class Scaler:
    """Takes `offset` away from every feature and divides by `scale`; both have one sample's shape."""

    offset: Array
    scale: Array

    def transform(self, X: Array) -> Array:
        """Raw inputs (n, ...) as the network sees them."""
        return (X - self.offset) / self.scale

    def inverse(self, X: Array) -> Array:
        """Scaled inputs (n, ...) back in their own units."""
        return X * self.scale + self.offset


def standard_scaler(X: Array) -> Scaler:
    """Mean 0 and standard deviation 1, as scikit-learn's StandardScaler; a constant feature is only shifted."""
    mean, variance = X.mean(axis=0), X.var(axis=0)
    precision = np.finfo(np.float64).eps
    rounding = len(X) * precision * variance + (len(X) * mean * precision) ** 2
    constant = variance <= rounding
    return Scaler(mean, np.where(constant, 1.0, np.sqrt(variance)))


def minmax_scaler(X: Array) -> Scaler:
    """From 0 to 1, as scikit-learn's MinMaxScaler; a constant feature is only shifted."""
    low = X.min(axis=0)
    span = X.max(axis=0) - low
    return Scaler(low, np.where(span < 10 * np.finfo(np.float64).eps, 1.0, span))


def no_scaler(X: Array) -> Scaler:
    """Leaves inputs as they are."""
    return Scaler(np.zeros(X.shape[1:]), np.ones(X.shape[1:]))


SCALERS = dict(zip(SCALINGS, (no_scaler, standard_scaler, minmax_scaler), strict=True))


@dataclass(frozen=True, eq=False)
class Prepared:
    """Data ready for a Trainer, and the scaler that new inputs must pass."""

    dataset: Dataset
    scaler: Scaler


class Preparation(Configurable):
    """What happens to data before training."""

    label = "Preparation"

    validation: float = hyper(
        0.25, label="Validation share", help="The part of the samples that is held out to judge the network.",
        bounds=FRACTION,
    )  # fmt: skip
    scaling: str = hyper(
        "standard", label="Scaling", help="Brings inputs of different units to one size; learnt from training samples.",
        choices=SCALINGS,
    )  # fmt: skip

    def apply(self, dataset: Dataset, seed: int) -> Prepared:
        """Split by the seed, keeping a held-out part that is there already; fit the scaler on the training part."""
        if not isinstance(dataset.validation, tuple):
            dataset = replace(dataset, validation=self.validation)
        (X, Y), held_out = dataset.split(seed)
        inputs = _one_array(X)
        if not len(inputs):
            raise DataError(
                Message("A validation share of {share} leaves no sample to train on. Choose a smaller one.",
                        share=f"{self.validation:g}")
            )  # fmt: skip
        scaler = SCALERS[self.scaling](inputs)
        scaled = scaler.transform(inputs)
        validation = (scaler.transform(_one_array(held_out[0])), held_out[1]) if held_out else None
        return Prepared(replace(dataset, inputs=scaled, targets=Y, validation=validation), scaler)


def _one_array(arrays: Arrays) -> Array:
    if isinstance(arrays, Mapping):
        raise DataError(Message("Only data with one input can be prepared."))
    return arrays
