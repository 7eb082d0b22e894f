"""BatchNormalization in training against PyTorch in float64: output, gradients, and the moving statistics."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.layers import BatchNormalization, Slot

pytestmark = pytest.mark.peer

TOLERANCE = 1e-10


@pytest.mark.parametrize("shape", [(2, 3), (32, 64), (4, 5, 6, 2), (40, 9, 3), (7, 130)])
@pytest.mark.parametrize("momentum", [0.99, 0.3])
def test_in_training(shape: tuple[int, ...], momentum: float, parity: Callable[[str, float, float], None]) -> None:
    rng = np.random.default_rng(0)
    channels = shape[-1]
    x, direction = rng.normal(size=shape) * 3 + 5, rng.normal(size=shape)
    weights = {name: rng.normal(size=channels) for name in ("gamma", "beta", "moving_mean")}
    weights["moving_variance"] = rng.uniform(0.5, 2, channels)
    gradients = {name: np.empty(channels) for name in weights}
    mean, variance = (torch.tensor(weights[name]) for name in ("moving_mean", "moving_variance"))
    before = variance.clone()
    kernel = BatchNormalization(momentum=momentum).kernel(Slot((x,), weights, gradients, rng))
    kernel.bind(direction)
    kernel.forward_training()
    kernel.backward()
    kernel.propagate()

    tensor, gamma, beta = (torch.tensor(array, requires_grad=True) for array in (x, weights["gamma"], weights["beta"]))
    output = torch.nn.functional.batch_norm(
        tensor.movedim(-1, 1), mean, variance, gamma, beta, training=True, momentum=1 - momentum, eps=1e-3
    ).movedim(1, -1)
    output.backward(torch.tensor(direction))
    # PyTorch's moving variance takes that of the batch times n / (n - 1); Keras's takes it as it is.
    count = x.size // channels
    biased = momentum * before + (variance - momentum * before) * (count - 1) / count
    pairs = [
        (kernel.output, output.detach()),
        (kernel.input_gradients[0], tensor.grad),
        (gradients["gamma"], gamma.grad),
        (gradients["beta"], beta.grad),
        (weights["moving_mean"], mean),
        (weights["moving_variance"], biased),
    ]
    worst = max(float(np.abs(came - wanted.numpy()).max()) for came, wanted in pairs)
    parity("layer BatchNormalization in training", worst, TOLERANCE)
