"""Dropout and noise: only in training; what is kept is scaled up, with one mask forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.layers import Dropout, GaussianNoise, Layer, Slot, SpatialDropout1D, SpatialDropout2D


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


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("layer", "shape"), [(SpatialDropout1D, (300, 12, 5)), (SpatialDropout2D, (300, 16, 20, 4))])
def test_whole_channels_are_dropped_and_the_mean_stays(layer: type[Layer], shape: tuple[int, ...], dtype: str) -> None:
    ones = np.ones(shape, dtype)
    kernel = layer(rate=0.3).kernel(Slot((ones,), {}, {}, np.random.default_rng(0)))
    kernel.bind(np.full_like(ones, 2))
    kernel.forward_training()
    kernel.propagate()
    channels = kernel.output.reshape(shape[0], -1, shape[-1])
    assert np.array_equal(channels, np.broadcast_to(channels[:, :1], channels.shape))
    kept = channels[:, 0] != 0
    # Standard deviation of the share: at most 0.5 / sqrt(1,200) = 0.0144.
    assert abs(kept.mean() - 0.7) < 5 * 0.0144
    assert np.allclose(channels[:, 0][kept], 1 / 0.7)
    assert np.array_equal(kernel.input_gradients[0], 2 * kernel.output)
    kernel.forward()
    kernel.propagate()
    assert np.array_equal(kernel.output, ones)
    assert np.array_equal(kernel.input_gradients[0], 2 * ones)


def test_spatial_dropout_wants_channels_behind_places() -> None:
    assert SpatialDropout1D().output_shape((4, 2)) == (4, 2)
    with pytest.raises(ShapeError, match=r"Spatial dropout 1D needs sequences of .*Received: 5"):
        SpatialDropout1D().output_shape((5,))
    with pytest.raises(ShapeError, match=r"Spatial dropout 2D needs pictures of .*Received: 4×2"):
        SpatialDropout2D().output_shape((4, 2))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_noise_has_the_declared_deviation_and_is_new_at_each_step(dtype: str) -> None:
    x = np.full((200, 100), 3, dtype)
    kernel = GaussianNoise(stddev=0.5).kernel(Slot((x,), {}, {}, np.random.default_rng(0)))
    gradient = np.random.default_rng(1).normal(size=x.shape).astype(dtype)
    kernel.bind(gradient)
    kernel.forward_training()
    noise = kernel.output - x
    # Five standard errors of 20,000 draws.
    assert abs(noise.mean()) <= 5 * 0.5 / np.sqrt(x.size)
    assert noise.std() == pytest.approx(0.5, rel=5 / np.sqrt(2 * x.size))
    assert np.array_equal(kernel.input_gradients[0], gradient)
    kernel.forward_training()
    assert not np.array_equal(kernel.output - x, noise)
    kernel.forward()
    assert np.array_equal(kernel.output, x)
