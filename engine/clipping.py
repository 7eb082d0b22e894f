"""Clipping of gradients, with PyTorch's definitions (torch.nn.utils.clip_grad_value_ and clip_grad_norm_)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

NORM_EPSILON = 1e-6
"""What PyTorch adds to the norm before it divides by it."""


def clip(gradients: Array, value: float | None, norm: float | None) -> None:
    """Limit a vector of gradients in place: first every entry to ±value, then its length to the norm.

    Pascanu, Mikolov and Bengio 2013, algorithm 1, for the norm. None limits nothing.
    """
    if value is not None:
        np.maximum(gradients, -value, out=gradients)
        np.minimum(gradients, value, out=gradients)
    if norm is not None:
        scale = norm / (length(gradients) + NORM_EPSILON)
        if scale < 1:
            np.multiply(gradients, scale, gradients)


def length(vector: Array) -> float:
    """The Euclidean norm, also where the squares are too large for the vector's own numbers."""
    squares = float(np.dot(vector, vector))
    if math.isfinite(squares):
        return math.sqrt(squares)
    return float(np.linalg.norm(vector.astype(np.float64)))
