"""Pictures of numbers as a table: one row a cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gui.plots.export import Table
from gui.plots.insides.mosaic_layout import Section


def tile_table(sections: Sequence[Section]) -> Table:
    """Which picture of which array, where in it, and the number; all are counted from 1.

    Of a cell that stands for several the first row and column are told.
    """
    columns: dict[str, list[float | str]] = {name: [] for name in ("array", "picture", "row", "column", "value")}
    for section in sections:
        tiles = section.tiles
        picture, row, column = np.indices(tiles.values.shape).reshape(3, -1)
        columns["array"] += [section.key] * tiles.values.size
        columns["picture"] += (picture + 1).tolist()
        columns["row"] += (row * tiles.block[0] + 1).tolist()
        columns["column"] += (column * tiles.block[1] + 1).tolist()
        columns["value"] += tiles.values.reshape(-1).astype(float).tolist()
    return columns
