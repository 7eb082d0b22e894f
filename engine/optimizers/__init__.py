"""Optimisers, with PyTorch's definitions, on the flat parameter vector; importing this package declares them."""

# The window lists the kinds in this order, so it is not the alphabet's.
# isort: off
from engine.optimizers.base import Optimizer, OptimizerKernel
from engine.optimizers.descent import SGD
from engine.optimizers.adam import AMSGrad, Adam, AdamW, Nadam
from engine.optimizers.squares import Adadelta, Adagrad, RMSprop
from engine.optimizers.rprop import Rprop

# isort: on

__all__ = [
    "SGD",
    "AMSGrad",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Nadam",
    "Optimizer",
    "OptimizerKernel",
    "RMSprop",
    "Rprop",
]
