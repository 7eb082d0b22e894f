"""How weights begin: each kind fills an array from a random stream."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.errors import Message, ShapeError
from engine.hyperparameters import NON_NEGATIVE, Configurable, hyper
from engine.shapes import shape_text


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """Inputs and outputs of one unit: (in, out) for Dense, both times the kernel's area for convolutions."""
    if len(shape) < 2:
        return (shape[0], shape[0]) if shape else (1, 1)
    area = math.prod(shape[:-2])
    return area * shape[-2], area * shape[-1]


class Initializer(Configurable, family="initializer"):
    """The distribution from which a weight array is drawn."""

    advanced = True

    def check_shape(self, shape: tuple[int, ...]) -> None:
        """Raise ShapeError where an array of this shape cannot begin so; most begin with any."""

    @abstractmethod
    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        """A new float64 array of that shape."""


class Zeros(Initializer, name="zeros"):
    label = "Zeros"
    summary = "Every value is 0. Good for biases; as weights it leaves all units of a layer alike."
    formula = r"w = 0"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return np.zeros(shape)


class Ones(Initializer, name="ones"):
    label = "Ones"
    summary = "Every value is 1. Good for factors, which then change nothing at first."
    formula = r"w = 1"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return np.ones(shape)


class Constant(Initializer, name="constant"):
    label = "Constant"
    summary = "Every value is the same number. Good for biases; as weights it leaves all units of a layer alike."
    formula = r"w = c"

    value: float = hyper(0.0, label="Value", help="What every weight is at first.")

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return np.full(shape, self.value)


class Uniform(Initializer, name="uniform"):
    """Keras's RandomUniform."""

    label = "Uniform"
    summary = "Drawn evenly from an interval."
    formula = r"w \sim \mathcal{U}(a, b)"

    low: float = hyper(-0.05, label="Lowest", help="Where the interval begins.")
    high: float = hyper(0.05, label="Highest", help="Where the interval ends.")

    def conflicts(self) -> Iterator[Message]:
        if self.low > self.high:
            yield Message("Lowest is at most Highest. Received: {low} and {high}.", low=self.low, high=self.high)

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.uniform(self.low, self.high, shape)


class Normal(Initializer, name="normal"):
    label = "Normal"
    summary = "Drawn from a normal distribution around 0."
    formula = r"w \sim \mathcal{N}(0, \sigma^2)"

    standard_deviation: float = hyper(0.05, label="Standard deviation", bounds=NON_NEGATIVE)

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.normal(0.0, self.standard_deviation, shape)


class TruncatedNormal(Initializer, name="truncated_normal"):
    """Keras's TruncatedNormal: what lies further out is drawn again.

    The standard deviation is that before the cut and is not made up for: the values drawn have 0.88 of it.
    """

    label = "Truncated normal"
    summary = "Drawn from a normal distribution without its tails: nothing beyond two standard deviations."
    formula = r"w \sim \mathcal{N}(\mu, \sigma^2),\; |w - \mu| \leq 2 \sigma"

    mean: float = hyper(0.0, label="Mean", help="What the values lie around.")
    standard_deviation: float = hyper(
        0.05, label="Standard deviation", help="Before the tails are cut off.", bounds=NON_NEGATIVE
    )

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        drawn = np.asarray(rng.standard_normal(shape))
        while (outside := np.abs(drawn) > 2).any():
            drawn[outside] = rng.standard_normal(np.count_nonzero(outside))
        return self.mean + self.standard_deviation * drawn


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


class LecunUniform(Initializer, name="lecun_uniform"):
    """LeCun et al. 1998, Efficient BackProp, equation 16, with a uniform distribution of the same variance."""

    label = "LeCun uniform"
    summary = "Keeps the variance of the signal from layer to layer; the uniform form of LeCun's rule."
    formula = r"w \sim \mathcal{U}(-a, a),\; a = \sqrt{3 / n_{in}}"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        limit = math.sqrt(3.0 / fans(shape)[0])
        return rng.uniform(-limit, limit, shape)


class LecunNormal(Initializer, name="lecun_normal"):
    """LeCun et al. 1998, Efficient BackProp, equation 16."""

    label = "LeCun normal"
    summary = "Keeps the variance of the signal from layer to layer; made for SELU."
    formula = r"w \sim \mathcal{N}(0, 1 / n_{in})"

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        return rng.normal(0.0, math.sqrt(1.0 / fans(shape)[0]), shape)


class Orthogonal(Initializer, name="orthogonal"):
    """Saxe et al. 2014: the Q of a normal matrix's QR, with the signs that make it evenly distributed.

    All axes but the last are taken as one, so a convolution's kernel is a matrix of its area times channels by filters.
    """

    label = "Orthogonal"
    summary = "Columns (or rows, if there are fewer) at right angles: signals keep their length. Good for recurrence."
    formula = r"W^T W = g^2 I"

    gain: float = hyper(1.0, label="Gain", help="The length of each column.")

    def check_shape(self, shape: tuple[int, ...]) -> None:
        if len(shape) < 2:
            raise ShapeError(
                Message("The orthogonal initializer needs weights with at least two axes. Received: {shape}. "
                        "Choose another one.", shape=shape_text(shape))
            )  # fmt: skip

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        self.check_shape(shape)
        rows, columns = math.prod(shape[:-1]), shape[-1]
        q, r = np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))
        q *= self.gain * np.copysign(1.0, np.diag(r))
        return np.ascontiguousarray(q if rows >= columns else q.T).reshape(shape)


class Identity(Initializer, name="identity"):
    label = "Identity"
    summary = "Each unit passes one input on and ignores the rest; where sides differ, what is left over is 0."
    formula = r"w_{ij} = g [i = j]"

    gain: float = hyper(1.0, label="Gain", help="The value on the diagonal.")

    def check_shape(self, shape: tuple[int, ...]) -> None:
        if len(shape) != 2:
            raise ShapeError(
                Message("The identity initializer needs weights with two axes. Received: {shape}. Choose another one.",
                        shape=shape_text(shape))
            )  # fmt: skip

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        self.check_shape(shape)
        rows, columns = shape
        return np.eye(rows, columns) * self.gain
