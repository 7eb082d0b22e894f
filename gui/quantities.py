"""What colours and widths inside opened layers stand for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.layer_probe import Flow, LayerLook

Array = NDArray[np.floating]

ENTERED_BY = ("kernel", "backward_kernel")
"""Weights whose last axis but one is what enters the layer, so that each weight meets one activation."""


class Quantity(Enum):
    """What is shown on weights."""

    WEIGHT = "weight"
    GRADIENT = "gradient"
    UPDATE = "update"
    CONTRIBUTION = "contribution"


AFTER_A_STEP = (Quantity.GRADIENT, Quantity.UPDATE)
"""There is nothing of these before a network has learned from one batch."""


class Fill(Enum):
    """What fills a neuron."""

    MEAN = "mean"
    FIRST = "first"
    BIAS = "bias"
    SURFACE = "surface"


class Lack(Enum):
    """Why neurons have no pictures: the data span no plane, or there are too many neurons in a layer."""

    PLANE = "plane"
    ROOM = "room"


def quantity_names() -> Mapping[str, str]:
    """The quantities by their code, in the window's language."""
    return {
        Quantity.WEIGHT.value: QCoreApplication.translate("Canvas", "Weight"),
        Quantity.GRADIENT.value: QCoreApplication.translate("Canvas", "Size of the gradient"),
        Quantity.UPDATE.value: QCoreApplication.translate("Canvas", "Last update"),
        Quantity.CONTRIBUTION.value: QCoreApplication.translate("Canvas", "Weight times activation"),
    }


def fill_names() -> Mapping[str, str]:
    """The fills by their code, in the window's language."""
    return {
        Fill.MEAN.value: QCoreApplication.translate("Canvas", "Mean activation"),
        Fill.FIRST.value: QCoreApplication.translate("Canvas", "Activation of the first sample"),
        Fill.BIAS.value: QCoreApplication.translate("Canvas", "Bias"),
        Fill.SURFACE.value: QCoreApplication.translate("Canvas", "Heat map over the plane"),
    }


def weight_values(quantity: Quantity, look: LayerLook, updates: Array, name: str, fill: Fill) -> Array | None:
    """(as the array) what is shown on the weights called `name`; None where there is nothing of the kind.

    `updates` is what the last observed step has added to all parameters, empty before there was a step.
    """
    weights = look.weights.get(name)
    match quantity:
        case Quantity.WEIGHT:
            return weights
        case Quantity.GRADIENT:
            gradient = look.gradients.get(name) if updates.size else None
            return None if gradient is None else np.abs(gradient)
        case Quantity.UPDATE:
            return look.part(updates, name) if updates.size else None
        case Quantity.CONTRIBUTION:
            entering = entering_values(look, fill)
            if weights is None or entering is None or name not in ENTERED_BY or weights.ndim < 2:
                return None
            return weights * entering[:, np.newaxis] if weights.shape[-2] == len(entering) else None


def entering_values(look: LayerLook, fill: Fill) -> Array | None:
    """(features,): the activation by which each row of a kernel is multiplied, its mean over places and steps."""
    if look.entering is None:
        return None
    values = _of(look.entering, fill)
    return values.reshape(-1, values.shape[-1]).mean(axis=0) if values.ndim else None


def neuron_values(look: LayerLook, fill: Fill) -> Array | None:
    """What fills the neurons of a layer: its output, or its biases."""
    if fill is Fill.BIAS:
        return look.weights.get("bias")
    return output_values(look, fill)


def output_values(look: LayerLook, fill: Fill) -> Array | None:
    """What leaves a layer, as the fill wants it; a bias does not leave and a picture is no number: there the mean."""
    return None if look.output is None else _of(look.output, fill)


def _of(flow: Flow, fill: Fill) -> Array:
    return flow.first if fill is Fill.FIRST else flow.mean
