"""Dropout: only in training, scaled up, with the same mask forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest

from engine.layers import Dropout, Slot


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("rate", [0.0, 0.3, 0.75])
def test_the_declared_share_is_dropped_and_the_mean_stays(rate: float, dtype: str) -> None:
    ones = np.ones((200, 100), dtype)
    kernel = Dropout(rate=rate).kernel(Slot((ones,), {}, {}, np.random.default_rng(0)))
    gradient = np.full_like(ones, 2)
    kernel.bind(gradient)
    kernel.forward_training()
    kernel.propagate()
    kept = kernel.output != 0
    # Standard deviation of the share: at most 0.5 / sqrt(20,000) = 0.0035.
    assert abs(1 - kept.mean() - rate) < 0.015
    assert np.allclose(kernel.output[kept], 1 / (1 - rate))
    assert np.array_equal(kernel.input_gradients[0], 2 * kernel.output)


def test_masks_differ_from_step_to_step_and_inference_passes_all() -> None:
    ones = np.ones((4, 50), "float32")
    kernel = Dropout(rate=0.5).kernel(Slot((ones,), {}, {}, np.random.default_rng(0)))
    kernel.forward_training()
    first = kernel.output.copy()
    kernel.forward_training()
    assert not np.array_equal(kernel.output, first)
    kernel.forward()
    assert np.array_equal(kernel.output, ones)
