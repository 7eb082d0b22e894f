"""Activation functions and their derivatives, written for preallocated arrays; importing this declares them."""

from engine.activations.base import ActivationFunction, Linear
from engine.activations.probabilities import LogSoftmax, Softmax
from engine.activations.rectifiers import ELU, GELU, SELU, LeakyReLU, ReLU, SiLU, Softplus
from engine.activations.squashing import HardSigmoid, Sigmoid, Softsign, Tanh

__all__ = [
    "ELU",
    "GELU",
    "SELU",
    "ActivationFunction",
    "HardSigmoid",
    "LeakyReLU",
    "Linear",
    "LogSoftmax",
    "ReLU",
    "SiLU",
    "Sigmoid",
    "Softmax",
    "Softplus",
    "Softsign",
    "Tanh",
]
