"""Numbers by which people judge a network; training does not see them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def accuracy(prediction: Array, target: Array) -> float:
    """The share of samples classified as the target says; arrays (n, ..., units).

    One unit is a yes-or-no answer with its threshold at 0.5; several are classes of which the largest wins.
    """
    if prediction.shape[-1] == 1:
        right = (prediction > 0.5) == (target > 0.5)
    else:
        right = prediction.argmax(axis=-1) == target.argmax(axis=-1)
    return float(np.count_nonzero(right) / max(1, right.size))
