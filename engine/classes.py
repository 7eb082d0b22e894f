"""How arrays tell classes: one column that says yes or no, a column for each class, or class numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

YES = 0.5
"""A target above this is a yes; so it may be written with 0 and 1 or with -1 and 1."""


def class_count(units: int) -> int:
    """Among how many classes an output of so many units decides: one unit says no or yes."""
    return max(2, units)


def class_numbers(targets: NDArray[Any], classes: int) -> NDArray[np.intp]:
    """The class of each sample, (...), out of targets (..., columns).

    Of several columns the largest wins. A single one holds class numbers where there are more than two classes,
    and else a yes or no.
    """
    numbered = targets.shape[-1] == 1 and classes > 2
    return targets[..., 0].astype(np.intp) if numbered else decisions(targets)


def decisions(prediction: NDArray[Any], threshold: float = YES) -> NDArray[np.intp]:
    """The class that a network decides for, (...), out of predictions (..., units).

    Of several units the largest wins; a single one says yes above the threshold.
    """
    chosen: NDArray[Any] = prediction.argmax(axis=-1) if prediction.shape[-1] > 1 else prediction[..., 0] > threshold
    return chosen.astype(np.intp, copy=False)
