"""Where all wires run: arrays with one row a wire, so that thousands are searched and moved at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from engine.graph import Edge
from gui.canvas.geometry import LABEL_RISE, LABEL_WIDTH, bend, wire_path

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Ends = Callable[[Edge], tuple[float, float, float, float]]

SAMPLES = np.linspace(0.0, 1.0, 33)
SIDE, TOP = LABEL_WIDTH / 2, LABEL_RISE + 12.0
"""How far a wire's stroke and label reach beyond its curve."""


class WireGeometry:
    """The wires of a graph by row; `ends` gives x0, y0, x1, y1 of one."""

    def __init__(self, edges: Sequence[Edge], ends: Ends) -> None:
        self.edges = list(edges)
        self.row_of = {edge: row for row, edge in enumerate(self.edges)}
        self._ends = ends
        self._rows_at: defaultdict[str, list[int]] = defaultdict(list)
        for row, edge in enumerate(self.edges):
            self._rows_at[edge.source].append(row)
            self._rows_at[edge.target].append(row)
        self.points = np.array([ends(edge) for edge in self.edges], float).reshape(-1, 4)
        self.lines = [QLineF(*point) for point in self.points.tolist()]
        self._paths: list[QPainterPath | None] = [None] * len(self.edges)
        self.bounds = _bounds(self.points)

    def __len__(self) -> int:
        return len(self.edges)

    def rows_at(self, node: str) -> Sequence[int]:
        """The wires that begin or end at a node."""
        return self._rows_at.get(node, ())

    def move(self, rows: Sequence[int]) -> None:
        """Ask anew where these wires end; all others stay as they were computed."""
        for row in rows:
            point = self._ends(self.edges[row])
            self.points[row] = point
            self.lines[row].setLine(*point)
            self._paths[row] = None
        self.bounds[rows] = _bounds(self.points[rows])

    def path(self, row: int) -> QPainterPath:
        """The curve of one wire."""
        path = self._paths[row]
        if path is None:
            path = self._paths[row] = wire_path(*self.points[row].tolist())
        return path

    def within(self, rect: QRectF) -> Rows:
        """The wires whose surroundings touch a rectangle."""
        left, top, right, bottom = self.bounds.T
        meets = (right >= rect.left()) & (left <= rect.right()) & (bottom >= rect.top()) & (top <= rect.bottom())
        return np.flatnonzero(meets)

    def rect(self, row: int) -> QRectF:
        """What has to be painted anew when this wire changes."""
        left, top, right, bottom = self.bounds[row].tolist()
        return QRectF(left, top, right - left, bottom - top)

    def rect_around(self, rows: Sequence[int]) -> QRectF:
        """One rectangle around several wires."""
        left, top = self.bounds[rows, :2].min(axis=0).tolist()
        right, bottom = self.bounds[rows, 2:].max(axis=0).tolist()
        return QRectF(left, top, right - left, bottom - top)

    def nearest(self, point: QPointF, reach: float, straight: bool) -> int | None:
        """The wire nearest to a point, if it is within reach."""
        around = self.within(QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
        if not around.size:
            return None
        spots = self._straight(around) if straight else self._curves(around)
        distances = _distances(spots, np.array([point.x(), point.y()]))
        best = int(distances.argmin())
        return int(around[best]) if distances[best] <= reach else None

    def _straight(self, rows: Rows) -> Floats:
        """(rows, 2, 2): both ends."""
        return self.points[rows].reshape(-1, 2, 2)

    def _curves(self, rows: Rows) -> Floats:
        """(rows, samples, 2): places along the curves."""
        x0, y0, x1, y1 = (column[:, None] for column in self.points[rows].T)
        reach = np.array([bend(dx) for dx in (x1 - x0)[:, 0].tolist()])[:, None]
        t, s = SAMPLES[None, :], 1 - SAMPLES[None, :]
        x = s**3 * x0 + 3 * s**2 * t * (x0 + reach) + 3 * s * t**2 * (x1 - reach) + t**3 * x1
        y = (s**3 + 3 * s**2 * t) * y0 + (3 * s * t**2 + t**3) * y1
        return np.stack([x, y], axis=-1)


def _bounds(points: Floats) -> Floats:
    """Left, top, right, bottom of each wire with its stroke and label."""
    x0, y0, x1, y1 = points.T
    reach = np.where(x1 < x0, np.clip((x0 - x1) / 2, 56.0, 180.0), 28.0)
    left = np.minimum(x0, x1 - reach) - SIDE
    right = np.maximum(x1, x0 + reach) + SIDE
    return np.stack([left, np.minimum(y0, y1) - TOP, right, np.maximum(y0, y1) + TOP], axis=1)


def _distances(spots: Floats, point: Floats) -> Floats:
    """How far the point lies from each polyline of (rows, points, 2)."""
    start, along = spots[:, :-1], np.diff(spots, axis=1)
    towards = point - start
    length = np.maximum((along**2).sum(axis=-1), 1e-12)
    share = np.clip((towards * along).sum(axis=-1) / length, 0.0, 1.0)
    apart = towards - share[..., None] * along
    distances: Floats = np.sqrt((apart**2).sum(axis=-1)).min(axis=1)
    return distances
