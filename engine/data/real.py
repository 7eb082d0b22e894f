"""Real data that scikit-learn ships with: loaded offline, and only when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

import numpy as np

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.hyperparameters import hyper
from engine.shapes import DataShape

BLACKEST = 16.0
"""The largest value of a digit's picture."""
MEASURES = {
    "bmi": "body mass index", "bp": "blood pressure", "s1": "total cholesterol", "s2": "LDL", "s3": "HDL",
    "s4": "cholesterol / HDL", "s5": "log triglycerides", "s6": "blood sugar",
}  # fmt: skip
"""What scikit-learn's short names of the diabetes data stand for."""


class Bundled(DataSource):
    """A classification out of scikit-learn's package; two classes make one yes-or-no column."""

    licence = "CC BY 4.0 (UCI Machine Learning Repository); comes with scikit-learn."
    own_units = True
    rows: ClassVar[int]

    @property
    def sample_count(self) -> int:
        return self.rows

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
    label = "Iris"
    summary = "150 flowers of three species, each with four lengths and widths."
    origin = "R. A. Fisher 1936; measured by E. Anderson."
    suggested = ("iris",)
    rows = 150

    @property
    def shape(self) -> DataShape:
        return DataShape((4,), (3,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_iris

        return load_iris()


class Wine(Bundled, name="wine"):
    label = "Wine"
    summary = "178 wines from three growers, each with thirteen chemical measures."
    origin = "M. Forina and others 1988."
    suggested = ("wine",)
    rows = 178

    @property
    def shape(self) -> DataShape:
        return DataShape((13,), (3,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_wine

        return load_wine()


class BreastCancer(Bundled, name="breast_cancer"):
    label = "Breast cancer"
    summary = "569 tumours, malignant or benign, each with thirty measures of its cells."
    origin = "W. N. Street, W. H. Wolberg and O. L. Mangasarian 1993."
    suggested = ("breast_cancer", "wide_and_deep")
    rows = 569

    @property
    def shape(self) -> DataShape:
        return DataShape((30,), (1,))

    def fetch(self) -> Any:
        from sklearn.datasets import load_breast_cancer

        return load_breast_cancer()


class Digits(Bundled, name="digits"):
    label = "Digits"
    summary = "1,797 handwritten digits as pictures of 8×8 grey values."
    origin = "E. Alpaydin and C. Kaynak 1998."
    suggested: ClassVar[tuple[str, ...]] = ("digits", "digits_cnn")
    rows = 1797

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
    suggested = ("autoencoder",)
    own_units = False

    @property
    def shape(self) -> DataShape:
        pictures = super().shape.inputs
        return DataShape(pictures, pictures, classification=False)

    def load(self) -> Dataset:
        digits = super().load()
        grey = np.asarray(digits.inputs) / BLACKEST
        return Dataset(grey, grey, features=digits.features)


class Diabetes(DataSource, name="diabetes"):
    """Each measure in its own unit: scikit-learn's scaled ones have seen the samples that are held out here."""

    label = "Diabetes"
    summary = "442 people with ten measures each, and how far their diabetes went within a year, for regression."
    origin = "B. Efron, T. Hastie, I. Johnstone and R. Tibshirani 2004."
    licence = "None is stated; published with the paper, comes with scikit-learn."
    suggested = ("diabetes",)
    own_units = True

    @property
    def shape(self) -> DataShape:
        return DataShape((10,), (1,), classification=False, far_targets=True)

    @property
    def sample_count(self) -> int:
        return 442

    def load(self) -> Dataset:
        from sklearn.datasets import load_diabetes

        bunch = load_diabetes(scaled=False)
        features = tuple(MEASURES.get(name, name) for name in bunch.feature_names)
        return Dataset(np.asarray(bunch.data, np.float64), bunch.target[:, np.newaxis], features=features)
