"""Sequences for networks that read step by step: a wave to go on with, and numbers to remember and add."""

from __future__ import annotations

import numpy as np

from engine.data.dataset import Dataset
from engine.data.made import Made
from engine.data.windows import windows
from engine.hyperparameters import NON_NEGATIVE, Bounds, hyper
from engine.shapes import DataShape

LENGTHS = Bounds(2, 1_000)
SEQUENCES = Bounds(4, 100_000)


class SineForecast(Made, name="sine_forecast"):
    """Neighbouring windows share most of their values, so they are best split in their order."""

    label = "Sine wave to forecast"
    summary = "The past values of a noisy wave, and the values that come next."
    suggested = ("forecast",)

    samples: int = hyper(400, label="Samples", help="Number of windows, each one step later.", bounds=SEQUENCES)
    noise: float = hyper(
        0.05, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE
    )
    window: int = hyper(16, label="Window", help="How many past values the network sees.", bounds=LENGTHS)
    horizon: int = hyper(1, label="Horizon", help="How many values it tells ahead.", bounds=Bounds(1, 1_000))
    period: float = hyper(25.0, label="Period", help="Steps from crest to crest.", bounds=Bounds(2, low_open=True))

    @property
    def shape(self) -> DataShape:
        return DataShape((self.window, 1), (self.horizon,), classification=False, in_time=True)

    @property
    def suggested_split(self) -> str:
        return "in_order"

    def load(self) -> Dataset:
        rng = self.dice()
        steps = np.arange(self.samples + self.window + self.horizon - 1)
        wave = np.sin(2.0 * np.pi * (steps / self.period + rng.uniform()))
        wave += rng.normal(0.0, self.noise, len(wave))
        return windows(wave[:, np.newaxis], wave, self.window, self.horizon)


class AddingProblem(Made, name="adding_problem"):
    """Two of the steps are marked with 1, one in each half; the target is the sum of their values."""

    label = "Adding problem"
    summary = "Numbers of which two are marked: their sum is wanted, so both must be remembered to the end."
    origin = "Made on the spot by a rule, after Hochreiter and Schmidhuber 1997."
    suggested = ("adding",)

    samples: int = hyper(1000, label="Samples", help="Number of sequences.", bounds=SEQUENCES)
    noise: float = hyper(0.0, label="Noise", help="Standard deviation of the shift of each sum.", bounds=NON_NEGATIVE)
    length: int = hyper(10, label="Sequence length", help="Steps of each sequence.", bounds=LENGTHS)

    @property
    def shape(self) -> DataShape:
        return DataShape((self.length, 2), (1,), classification=False)

    def load(self) -> Dataset:
        rng = self.dice()
        inputs = np.zeros((self.samples, self.length, 2))
        inputs[..., 0] = rng.uniform(size=(self.samples, self.length))
        half, everyone = self.length // 2, np.arange(self.samples)
        inputs[everyone, rng.integers(0, half, self.samples), 1] = 1.0
        inputs[everyone, rng.integers(half, self.length, self.samples), 1] = 1.0
        sums = inputs.prod(axis=2).sum(axis=1, keepdims=True)
        return Dataset(inputs, sums + rng.normal(0.0, self.noise, sums.shape))
