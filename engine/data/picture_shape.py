"""Whether samples can be seen as pictures, and of which size."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.shapes import Shape

CHANNELS = (1, 3)
"""Grey, or red, green and blue."""
SMALLEST = 4
"""Pixels along each side from which on a picture is seen as one."""
PLACE = re.compile(r"\D*(\d+)\D+(\d+)", re.ASCII)
"""A feature that tells its row and column, as scikit-learn's `pixel_3_5` or Kaggle's `3x5`."""


def picture_shape(sample: Shape, features: Sequence[str] = ()) -> Shape | None:
    """Height, width and channels of one sample, or None where it is no picture.

    Flat features are a picture where their names tell the places of a whole grid, row by row.
    """
    if len(sample) == 3:
        height, width, channels = sample
        return sample if channels in CHANNELS and min(height, width) >= SMALLEST else None
    if len(sample) != 1 or len(features) != sample[0]:
        return None
    found = [PLACE.fullmatch(name) for name in features]
    places = [(int(match[1]), int(match[2])) for match in found if match]
    if len(places) != len(features) or len(places) < SMALLEST * SMALLEST:
        return None
    (top, left), (bottom, right) = places[0], places[-1]
    height, width = bottom - top + 1, right - left + 1
    grid = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return (height, width, 1) if places == grid and min(height, width) >= SMALLEST else None
