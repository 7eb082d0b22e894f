"""A column of numbers that follow each other, cut into what is known and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.held_arrays import check_names, check_numbers
from engine.data.stored import ArraysByName, StoredSource
from engine.errors import DataError, Message
from engine.hyperparameters import Bounds, hyper
from engine.shapes import DataShape

VALUES = "values"
LENGTHS = Bounds(1, 10_000)
MOST_NUMBERS = 1 << 27
"""In all windows together: a gigabyte."""


class TimeSeries(StoredSource, name="time_series"):
    """`values` (n,) in their order. Neighbouring windows share values, so the last ones are best held out."""

    label = "Time series"
    summary = "A column of numbers in their order: from the past values the next ones are forecast."
    own_units = True
    suggested = ("forecast",)

    window: int = hyper(16, label="Window", help="How many past values the network sees.", bounds=LENGTHS)
    horizon: int = hyper(1, label="Horizon", help="How many values it tells ahead.", bounds=LENGTHS)
    stride: int = hyper(1, label="Stride", help="How many values lie between one window and the next.", bounds=LENGTHS)

    @property
    def shape(self) -> DataShape:
        return DataShape((self.window, 1), (self.horizon,), False, self.has_far_targets)

    @property
    def suggested_split(self) -> str:
        return "in_order"

    @property
    def sample_count(self) -> int | None:
        if self.content is None:
            return None
        return max(0, len(self.content.arrays[VALUES]) - self.window - self.horizon + self.stride) // self.stride

    def measures(self) -> Iterator[NDArray[Any]]:
        if self.content is not None:
            yield self.content.arrays[VALUES]

    def check_content(self, arrays: ArraysByName) -> None:
        check_names(arrays, (VALUES,))
        check_numbers(arrays[VALUES], VALUES, (None,))

    def load(self) -> Dataset:
        values = self.held()[VALUES].astype(np.float64)
        length = self.window + self.horizon
        if len(values) < length:
            raise DataError(
                Message("A window of {window} and a horizon of {horizon} need at least {wanted} values. Received: "
                        "{came}. Choose a shorter window.",
                        window=self.window, horizon=self.horizon, wanted=length, came=len(values))
            )  # fmt: skip
        windows = sliding_window_view(values, length)[:: self.stride]
        if windows.size > MOST_NUMBERS:
            raise DataError(
                Message("{count} windows of {length} values are {came} numbers, more than {most}. Choose a shorter "
                        "window or a longer stride.",
                        count=f"{len(windows):,}", length=length, came=f"{windows.size:,}", most=f"{MOST_NUMBERS:,}")
            )  # fmt: skip
        return Dataset(windows[:, : self.window, np.newaxis].copy(), windows[:, self.window :].copy())
