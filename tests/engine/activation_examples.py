"""Every activation with its default settings, and those that have settings also with others."""

from __future__ import annotations

from engine.activations import ELU, GELU, ActivationFunction, LeakyReLU

ACTIVATION_EXAMPLES = (
    *(kind() for kind in ActivationFunction.kinds().values()),
    LeakyReLU(negative_slope=0.3),
    LeakyReLU(negative_slope=0.0),
    ELU(alpha=1.7),
    ELU(alpha=0.2),
    GELU(approximate=True),
)
