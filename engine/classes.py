"""How arrays tell classes: one column that says yes or no, a column for each class, or class numbers.

Several columns are read in one of two ways. Either one class of several is right, and the largest column wins; or every
column is a question of its own, answered with yes or no, and several may be yes, or none. Which of the two it is, its
loss says (`Loss.yes_or_no`), and the loss's class weights follow it. Metrics do too, with one exception: where the
data name a class for every column and each sample is of exactly one, the largest wins whatever the loss, so
that sigmoids can be compared with a softmax.
"""

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


def answers(array: NDArray[Any]) -> NDArray[Any]:
    """Each number of (..., units) as the yes or no of a single output: (..., units, 1)."""
    return array[..., np.newaxis]


def one_yes_each(targets: NDArray[Any]) -> bool:
    """Whether every sample of targets (..., columns) is of exactly one class."""
    return bool((np.count_nonzero(targets > YES, axis=-1) == 1).all())


def one_hot(labels: NDArray[np.intp], classes: int) -> NDArray[np.float64]:
    """Class numbers (n,) as targets: a column for each class; a single column of 0 and 1 where there are two."""
    if classes == 2:
        return labels[:, np.newaxis].astype(np.float64)
    return np.eye(classes)[labels]
