"""Lines of equal height over a grid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

CORNERS = (((0, 0), (0, 1), (1, 1)), ((0, 0), (1, 0), (1, 1)))
"""Each cell is cut into two triangles, which a line crosses in one piece, so that nothing is ambiguous."""


def contours(x: Array, y: Array, heights: Array, levels: Array) -> tuple[Array, Array]:
    """Where heights (y, x) meet any of the levels: the x and the y of the ends of pieces, two by two."""
    across, along = np.meshgrid(x, y)
    pieces: list[Array] = []
    for level in levels:
        for triangle in CORNERS:
            corners = [_corner(part, *offset) for offset in triangle for part in (across, along, heights)]
            pieces.append(_crossed(corners, float(level)))
    points = np.concatenate(pieces) if pieces else np.zeros((0, 2, 2))
    return points[..., 0].reshape(-1), points[..., 1].reshape(-1)


def _corner(grid: Array, row: int, column: int) -> Array:
    rows, columns = grid.shape
    return grid[row : rows - 1 + row, column : columns - 1 + column].reshape(-1)


def _crossed(corners: list[Array], level: float) -> Array:
    """(pieces, 2 ends, 2): the ends of the line within every triangle that it crosses."""
    ends, met = [], []
    for first, second in ((0, 1), (1, 2), (2, 0)):
        (x1, y1, z1), (x2, y2, z2) = corners[3 * first : 3 * first + 3], corners[3 * second : 3 * second + 3]
        crossed = (z1 < level) != (z2 < level)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(crossed, (level - z1) / (z2 - z1), 0.0)
        ends.append(np.stack([x1 + share * (x2 - x1), y1 + share * (y2 - y1)], axis=1))
        met.append(crossed & np.isfinite(share))
    places, crossings = np.stack(ends, axis=1), np.stack(met, axis=1)
    whole = crossings.sum(axis=1) == 2
    return places[whole][crossings[whole]].reshape(-1, 2, 2)
