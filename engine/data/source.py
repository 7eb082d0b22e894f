"""What a data set is before it is loaded: a kind with its options, small enough to save in a project."""

from __future__ import annotations

from abc import abstractmethod

from engine.data.dataset import Dataset
from engine.hyperparameters import Configurable
from engine.shapes import DataShape


class DataSource(Configurable, family="dataset"):
    """Makes or loads one data set; the same options give the same bits."""

    @property
    @abstractmethod
    def shape(self) -> DataShape:
        """The shapes of one sample, known without loading."""

    @abstractmethod
    def load(self) -> Dataset:
        """The samples, as float64 and without a validation part."""
