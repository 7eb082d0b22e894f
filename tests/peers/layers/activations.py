"""What each activation is in PyTorch: a function of the activation and its input tensor."""

from __future__ import annotations

import torch

ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda z: torch.softmax(z, dim=-1),
}
