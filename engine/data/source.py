"""What a data set is before it is loaded: a kind with its options, small enough to save in a project."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from engine.data.csv_file import read_features
from engine.data.dataset import Dataset
from engine.hyperparameters import Configurable
from engine.shapes import DataShape

USUAL_VALIDATION = 0.25
"""The share that is held out where nothing speaks against it."""


class DataSource(Configurable, family="dataset"):
    """Makes or loads one data set; the same options give the same bits.

    `origin` says who made the data and when, `licence` under which terms they may be used, and `suggested` names the
    examples whose networks suit them, the simplest first. `own_units` says that inputs are measures of any size, which
    a network learns badly from until they are scaled.
    """

    origin: ClassVar[str] = ""
    licence: ClassVar[str] = ""
    suggested: ClassVar[tuple[str, ...]] = ()
    own_units: ClassVar[bool] = False

    @property
    @abstractmethod
    def shape(self) -> DataShape:
        """The shapes of one sample, known without loading."""

    @property
    def sample_count(self) -> int | None:
        """How many samples there are, where that is known without loading."""
        return None

    def read_inputs(self, path: Path | str, features: Sequence[str] = ()) -> NDArray[np.floating]:
        """The inputs (n, ...) of other samples in a CSV file, in the data's own units; DataError says what is wrong."""
        table = read_features(path, math.prod(self.shape.inputs), features)
        return table.reshape(-1, *self.shape.inputs)

    @abstractmethod
    def load(self) -> Dataset:
        """The samples, as float64 or pictures as bytes, and without a validation part."""

    def without(self, feature: str) -> tuple[str, Self] | None:
        """The column of which a feature is made, and the same data where it is ignored; None where none can be."""
        return None

    @property
    def suggested_split(self) -> str:
        """The manner of splitting, one of SPLITS, that suits these data."""
        return "random"

    @property
    def suggested_validation(self) -> float:
        """The share to hold out that suits these data."""
        return USUAL_VALIDATION

    @property
    def suggested_scaling(self) -> str:
        """The scaling, one of SCALERS, that suits these data."""
        return "standard"
