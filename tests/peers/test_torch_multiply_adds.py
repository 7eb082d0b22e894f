"""Multiply-adds against what PyTorch counts while it runs: it counts a multiplication and an addition as two."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from engine.layers import Conv1D, Conv2D, Conv2DTranspose, Dense, DepthwiseConv2D, Layer, Shape

pytestmark = pytest.mark.peer


def counted(module: nn.Module, *size: int) -> int:
    with FlopCounterMode(display=False) as counter:
        module(torch.zeros(1, *size))
    return counter.get_total_flops() // 2


@pytest.mark.parametrize(
    ("layer", "shape", "peer", "size"),
    [
        (Dense(units=7), (5,), nn.Linear(5, 7), (5,)),
        (Dense(units=7), (4, 5), nn.Linear(5, 7), (4, 5)),
        (Conv1D(filters=6, kernel_size=3), (9, 2), nn.Conv1d(2, 6, 3), (2, 9)),
        (Conv2D(filters=6, kernel_size=5, padding="same"), (28, 28, 1), nn.Conv2d(1, 6, 5, padding=2), (1, 28, 28)),
        (Conv2D(filters=4, kernel_size=3, strides=2), (9, 8, 3), nn.Conv2d(3, 4, 3, stride=2), (3, 9, 8)),
        (
            Conv2DTranspose(filters=4, kernel_size=3, strides=2),
            (5, 6, 3),
            nn.ConvTranspose2d(3, 4, 3, stride=2),
            (3, 5, 6),
        ),
        (DepthwiseConv2D(kernel_size=3), (8, 8, 5), nn.Conv2d(5, 5, 3, groups=5), (5, 8, 8)),
    ],
)
def test_layer(layer: Layer, shape: Shape, peer: nn.Module, size: tuple[int, ...]) -> None:
    assert layer.multiply_adds(shape) == counted(peer, *size)


def test_lenet() -> None:
    peer = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.Tanh(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.Tanh(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.Tanh(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10),
    )  # fmt: skip
    assert counted(peer, 1, 28, 28) == 416_520  # as tests/engine/test_summary.py has it by hand
