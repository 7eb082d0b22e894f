"""Predictions over the plane as colours, softened so that points on them stand out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from engine.data import Prepared
from engine.network import Network
from engine.probes import Surface
from gui.plots.classes import blend, rgb
from gui.theme import STEPS, Theme

SOFTNESS = 0.62
"""How much of its full colour a surface takes on."""


def surface_colors(
    surface: Surface, prepared: Prepared, network: Network, theme: Theme, unit: int | None = None
) -> NDArray[np.uint8]:
    """(rows, columns, 3) colours of what a network says: its classes mixed, or one of its numbers on the ramp."""
    if unit is None and prepared.dataset.classes and surface.values.shape[2] > 1:
        return class_mixture(surface.values, theme)
    return sign_colors(surface.values[:, :, unit or 0], *ends(prepared, network, unit or 0), theme)


def ends(prepared: Prepared, network: Network, unit: int = 0) -> tuple[float, float]:
    """The values at the ends of the ramp: what no and yes are to the loss, or the least and largest target."""
    if prepared.dataset.classes:
        return network.output(network.outputs[0]).loss.answers
    targets = np.asarray(prepared.raw.training[1])
    column = targets.reshape(len(targets), -1)[:, unit]
    return float(column.min()), float(column.max())


def sign_colors(values: NDArray[np.floating], low: float, high: float, theme: Theme) -> NDArray[np.uint8]:
    """(...) predictions as (..., 3) colours of the diverging ramp, `low` and `high` at its ends."""
    middle, half = (low + high) / 2, max((high - low) / 2, 1e-12)
    signs = np.clip((np.nan_to_num(values.astype(np.float64), nan=middle) - middle) / half, -1, 1)
    return theme.sign_ramp[np.round((signs * SOFTNESS + 1) / 2 * (STEPS - 1)).astype(np.intp)]


def class_mixture(probabilities: NDArray[np.floating], theme: Theme) -> NDArray[np.uint8]:
    """(..., classes) probabilities as (..., 3) colours."""
    panel = np.array(rgb(theme.panel), np.float64)
    soft = SOFTNESS * blend(probabilities, theme) + (1 - SOFTNESS) * panel
    return soft.round().astype(np.uint8)


def blended(one: str, other: str, share: float) -> QColor:
    """A colour between two, nearer to the other the larger the share."""
    mixed = [round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True)]
    return QColor(*mixed)
