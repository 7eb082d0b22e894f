"""The size that has the full colour of the one diverging map, around zero and held steady."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

SETTLE = 0.05
"""The share of the way that one look brings the scale down when values become smaller; up it goes at once."""


class Reach:
    """The size that has the full colour: the largest that was seen, coming down slowly."""

    def __init__(self) -> None:
        self.value = 0.0

    def follow(self, values: Array) -> float:
        """Take in what one look brought."""
        largest = float(np.max(np.abs(values), initial=0.0, where=np.isfinite(values)))
        self.value = largest if largest > self.value else self.value + SETTLE * (largest - self.value)
        return self.value

    def shares(self, values: Array) -> Array:
        """-1 to 1; 0 for what is not finite."""
        if not self.value:
            return np.zeros(np.shape(values), np.float32)
        with np.errstate(invalid="ignore", over="ignore"):
            shares = np.clip(values / self.value, -1.0, 1.0)
        return np.where(np.isnan(shares), 0.0, shares)
