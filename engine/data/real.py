"""Real data that scikit-learn ships with: loaded offline, and only when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import numpy as np

from engine.data.dataset import Dataset
from engine.data.points import one_hot
from engine.data.source import DataSource
from engine.hyperparameters import hyper
from engine.shapes import DataShape

BLACKEST = 16.0
"""The largest value of a digit's picture."""


class Bundled(DataSource):
    """A classification out of scikit-learn's package; two classes make one yes-or-no column."""

    @abstractmethod
    def fetch(self) -> Any:
        """scikit-learn's Bunch; the library is imported here, since that takes a second."""

    def load(self) -> Dataset:
        bunch = self.fetch()
        classes = tuple(str(name) for name in bunch.target_names)
        inputs = np.asarray(bunch.data, np.float64).reshape(-1, *self.shape.inputs)
        features = tuple(str(name) for name in bunch.feature_names) if inputs.ndim == 2 else ()
        return Dataset(inputs, one_hot(np.asarray(bunch.target), len(classes)), None, classes, features)


class Iris(Bundled, name="iris"):
    """Fisher 1936."""

    label = "Iris"
    summary = "150 flowers of three species, each with four lengths and widths."

    @property
    def shape(self) -> DataShape:
        return DataShape((4,), (3,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_iris

        return load_iris()


class Wine(Bundled, name="wine"):
    """Forina et al. 1988."""

    label = "Wine"
    summary = "178 wines from three growers, each with thirteen chemical measures."

    @property
    def shape(self) -> DataShape:
        return DataShape((13,), (3,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_wine

        return load_wine()


class BreastCancer(Bundled, name="breast_cancer"):
    """Street, Wolberg and Mangasarian 1993."""

    label = "Breast cancer"
    summary = "569 tumours, malignant or benign, each with thirty measures of its cells."

    @property
    def shape(self) -> DataShape:
        return DataShape((30,), (1,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_breast_cancer

        return load_breast_cancer()


class Digits(Bundled, name="digits"):
    """Alpaydin and Kaynak 1998."""

    label = "Digits"
    summary = "1,797 handwritten digits as pictures of 8×8 grey values."

    as_image: bool = hyper(
        False, label="As pictures", help="Keeps the shape 8×8×1, for convolutions; otherwise 64 numbers in a row."
    )

    @property
    def shape(self) -> DataShape:
        return DataShape((8, 8, 1) if self.as_image else (64,), (10,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_digits

        return load_digits()


class DigitCopies(Digits, name="digit_copies"):
    """The same pictures as inputs and as targets."""

    label = "Digits to copy"
    summary = "1,797 handwritten digits, each its own target: what an autoencoder squeezes together and draws again."

    @property
    def shape(self) -> DataShape:
        pictures = super().shape.inputs
        return DataShape(pictures, pictures, classification=False)

    def load(self) -> Dataset:
        digits = super().load()
        grey = np.asarray(digits.inputs) / BLACKEST
        return Dataset(grey, grey, features=digits.features)
