"""What an activation function is."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import Configurable

Array = NDArray[np.floating]


class ActivationFunction(Configurable, family="activation"):
    """A function applied to every unit of a layer; shapes are (n, ...) and stay as they are.

    `forward(z, out)` and `backward(gradient, z, a, out)` fill `out`; the gradient is never `out`. Where `in_place` is
    true `out` may be z in the forward pass, and the derivative needs only the output `a`, so one array serves as both;
    where it is false, z must be kept apart.
    """

    in_place: ClassVar[bool] = True
    elementwise: ClassVar[bool] = True
    """Whether each number is bent by itself; otherwise the last axis, the units, is looked at as a whole."""
    derivative: ClassVar[str] = ""
    ends: ClassVar[tuple[float, float] | None] = None
    """Between which values all outputs lie, where the function becomes level towards both: there it saturates."""

    @property
    def dead_output(self) -> float | None:
        """What a unit gives while no gradient passes back through it, where that is always the same number."""
        return None

    @abstractmethod
    def forward(self, z: Array, out: Array) -> None:
        """Write the activation of z."""

    @abstractmethod
    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        """Write the gradient with respect to z, given that with respect to a."""


class Linear(ActivationFunction, name="linear"):
    label = "Linear"
    summary = "Passes the sum on unchanged; for regression outputs."
    formula = r"a = z"
    derivative = r"\frac{\partial a}{\partial z} = 1"

    def forward(self, z: Array, out: Array) -> None:
        if out is not z:
            np.copyto(out, z)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.copyto(out, gradient)
