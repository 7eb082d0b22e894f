"""What each activation is in PyTorch: a function of the activation and its input tensor."""

from __future__ import annotations

import torch

F = torch.nn.functional

ACTIVATIONS = {
    "linear": lambda function, z: z,
    "sigmoid": lambda function, z: torch.sigmoid(z),
    # Not F.hardsigmoid, whose gradient in float64 takes 1/6 from float32 and is 2e-8 off.
    "hard_sigmoid": lambda function, z: F.relu6(z + 3) / 6,
    "tanh": lambda function, z: torch.tanh(z),
    "softsign": lambda function, z: F.softsign(z),
    "relu": lambda function, z: torch.relu(z),
    "leaky_relu": lambda function, z: F.leaky_relu(z, function.negative_slope),
    "elu": lambda function, z: F.elu(z, function.alpha),
    "selu": lambda function, z: F.selu(z),
    "silu": lambda function, z: F.silu(z),
    # Above its threshold F.softplus is the identity, which at its usual 20 is 2e-9 off.
    "softplus": lambda function, z: F.softplus(z, threshold=1000),
    "gelu": lambda function, z: F.gelu(z, approximate="tanh" if function.approximate else "none"),
    "softmax": lambda function, z: torch.softmax(z, dim=-1),
    "log_softmax": lambda function, z: torch.log_softmax(z, dim=-1),
}
