"""Kernels run by themselves, on arrays written by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.layers import Kernel, Layer, Slot


def kernel_on(
    layer: Layer, x: Any, weights: dict[str, Any], dtype: str = "float64"
) -> tuple[Kernel, dict[str, np.ndarray]]:
    """The layer's kernel on a batch of inputs, and where its weights' gradients will stand."""
    arrays = {name: np.array(array, dtype) for name, array in weights.items()}
    gradients = {name: np.full_like(array, np.nan) for name, array in arrays.items()}
    return layer.kernel(Slot((np.array(x, dtype),), arrays, gradients, np.random.default_rng(0))), gradients


def drawn(layer: Layer, shape: tuple[int, ...], seed: int = 0) -> dict[str, np.ndarray]:
    """The layer's weights as a network would begin with them."""
    rng = np.random.default_rng(seed)
    return {spec.name: spec.initializer.draw(spec.shape, rng) for spec in layer.weights(shape)}


def backpropagate(kernel: Kernel, gradient: Any) -> np.ndarray:
    """Forwards and backwards; the gradient of the input."""
    kernel.bind(np.asarray(gradient, kernel.output.dtype))
    kernel.forward_training()
    kernel.backward()
    kernel.propagate()
    return kernel.input_gradients[0]
