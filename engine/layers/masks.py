"""What dropout multiplies by."""

from __future__ import annotations

import numpy as np

from engine.layers.base import Slot
from engine.shapes import Shape


class DropoutMask:
    """Zeros with the probability `rate`, and 1 / (1 - rate) elsewhere: inverted dropout, so inference needs no scaling.

    `values` have the given shape; each `draw` makes new ones.
    """

    def __init__(self, slot: Slot, shape: Shape, rate: float) -> None:
        self.values = np.empty(shape, slot.dtype)
        self.rng = slot.rng
        self.keep = slot.dtype.type(1.0 - rate)

    def draw(self) -> None:
        """Fill `values`."""
        self.rng.random(out=self.values, dtype=self.values.dtype)
        np.less(self.values, self.keep, out=self.values, casting="unsafe")
        np.divide(self.values, self.keep, self.values)
