"""How weights begin: each kind fills an array from a random stream."""

from __future__ import annotations

import math
from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import NON_NEGATIVE, Configurable, hyper


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """Inputs and outputs of one unit: (in, out) for Dense, both times the kernel's area for convolutions."""
    if len(shape) < 2:
        return (shape[0], shape[0]) if shape else (1, 1)
    area = math.prod(shape[:-2])
    return area * shape[-2], area * shape[-1]


class Initializer(Configurable, family="initializer"):
    """The distribution from which a weight array is drawn."""

    @abstractmethod
    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        """A new float64 array of that shape."""


class Zeros(Initializer, name="zeros"):
    label = "Zeros"
    summary = "Every value is 0. Good for biases; as weights it leaves all units of a layer alike."
    formula = r"w = 0"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return np.zeros(shape)


class Normal(Initializer, name="normal"):
    label = "Normal"
    summary = "Drawn from a normal distribution around 0."
    formula = r"w \sim \mathcal{N}(0, \sigma^2)"

    standard_deviation: float = hyper(0.05, label="Standard deviation", bounds=NON_NEGATIVE)

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.normal(0.0, self.standard_deviation, shape)


class GlorotUniform(Initializer, name="glorot_uniform"):
    """Glorot and Bengio 2010, equation 16."""

    label = "Glorot uniform"
    summary = "Keeps the variance of signals and gradients alike from layer to layer; made for tanh and sigmoid."
    formula = r"w \sim \mathcal{U}(-a, a),\; a = \sqrt{6 / (n_{in} + n_{out})}"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        limit = math.sqrt(6.0 / sum(fans(shape)))
        return rng.uniform(-limit, limit, shape)


class GlorotNormal(Initializer, name="glorot_normal"):
    """Glorot and Bengio 2010, equation 12."""

    label = "Glorot normal"
    summary = "The normal form of Glorot's rule; made for tanh and sigmoid."
    formula = r"w \sim \mathcal{N}(0, 2 / (n_{in} + n_{out}))"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.normal(0.0, math.sqrt(2.0 / sum(fans(shape))), shape)


class HeUniform(Initializer, name="he_uniform"):
    """He et al. 2015, equation 10, with a uniform distribution of the same variance."""

    label = "He uniform"
    summary = "Makes up for the half of the signal that ReLU cuts off."
    formula = r"w \sim \mathcal{U}(-a, a),\; a = \sqrt{6 / n_{in}}"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        limit = math.sqrt(6.0 / fans(shape)[0])
        return rng.uniform(-limit, limit, shape)


class HeNormal(Initializer, name="he_normal"):
    """He et al. 2015, equation 10."""

    label = "He normal"
    summary = "The normal form of He's rule; made for ReLU."
    formula = r"w \sim \mathcal{N}(0, 2 / n_{in})"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.normal(0.0, math.sqrt(2.0 / fans(shape)[0]), shape)
