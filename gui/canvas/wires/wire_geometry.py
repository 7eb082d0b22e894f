"""Where all wires run: arrays with one row a wire, so that thousands are searched and moved at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from engine.direction import Direction
from engine.graph import Edge
from gui.canvas.geometry import LABEL_RISE, LABEL_WIDTH, bend, route_path
from gui.canvas.wires.routes import Points, detour, runs_through

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Ends = Callable[[Edge], tuple[float, float, float, float]]

SAMPLES = np.linspace(0.0, 1.0, 33)
SIDE, TOP = LABEL_WIDTH / 2, LABEL_RISE + 12.0
"""How far a wire's stroke and label reach beyond its curve."""
BESIDE = 6.0
"""How far from a wire that runs down its label begins."""
STEEPNESS = 1.5
"""Of a curve at its middle, as a multiple of the straight way's."""
FEW_CARDS = 48
"""When more cards than this have moved, all wires look for their way anew."""


@dataclass
class Route:
    """A way round cards: the places between which it runs level or turns, and samples of it, (n, 2)."""

    stations: Points
    spots: Floats


class WireGeometry:
    """The wires of a graph by row; `ends` gives x0, y0, x1, y1 of one."""

    def __init__(self, edges: Sequence[Edge], ends: Ends, direction: Direction = Direction.RIGHT) -> None:
        self.edges = list(edges)
        self.row_of = {edge: row for row, edge in enumerate(self.edges)}
        self.direction = direction
        self._ends = ends
        self._rows_at: defaultdict[str, list[int]] = defaultdict(list)
        for row, edge in enumerate(self.edges):
            self._rows_at[edge.source].append(row)
            self._rows_at[edge.target].append(row)
        self.points = np.array([ends(edge) for edge in self.edges], float).reshape(-1, 4)
        self.lines = [QLineF(*point) for point in self.points.tolist()]
        self._paths: list[QPainterPath | None] = [None] * len(self.edges)
        self._routes: dict[int, Route] = {}
        self._cards = np.zeros((0, 4))
        self._settled = np.zeros(len(self.edges), bool)
        self.bounds = self._bounds(self.points)

    def __len__(self) -> int:
        return len(self.edges)

    def rows_at(self, node: str) -> Sequence[int]:
        """The wires that begin or end at a node."""
        return self._rows_at.get(node, ())

    def move(self, rows: Sequence[int]) -> None:
        """Ask anew where these wires end; all others stay as they were computed. They run direct until `settle`."""
        points = [self._ends(self.edges[row]) for row in rows]
        for row, point in zip(rows, points, strict=True):
            self.lines[row].setLine(*point)
            self._paths[row] = None
            self._routes.pop(row, None)
        self.points[rows] = np.array(points, float).reshape(-1, 4)
        self.bounds[rows] = self._bounds(self.points[rows])
        self._settled[rows] = False

    # The way round cards

    def settle(self, rows: Rows, cards: Floats) -> Iterator[tuple[int, QRectF]]:
        """Lead these wires round the cards (n, 4: left, top, right, bottom); each that changes, and where it was."""
        self._unsettle_near(cards)
        turned = _turned(self.direction, cards)
        for row in rows[~self._settled[rows]].tolist():
            self._settled[row] = True
            before, route = self._routes.get(row), self._route(row, turned)
            if (before and before.stations) != (route and route.stations):
                was = self.rect(row)
                self._take(row, route)
                yield row, was

    def _unsettle_near(self, cards: Floats) -> None:
        """Cards came, moved or went: wires about them look for their way anew."""
        before, self._cards = self._cards, cards
        if before is cards:
            return
        if before.shape != cards.shape:
            self._settled[:] = False
            return
        moved = (before != cards).any(axis=1)
        if moved.sum() > FEW_CARDS:
            self._settled[:] = False
        else:
            for left, top, right, bottom in np.concatenate([before[moved], cards[moved]]).tolist():
                self._settled[self.within(QRectF(left, top, right - left, bottom - top))] = False

    def _route(self, row: int, cards: Floats) -> Route | None:
        direct = _turned(self.direction, self.points[row : row + 1])
        if not runs_through(_cubics(direct)[0], cards):
            return None
        start, end = self._ends_along(row)
        target = self.edges[row].target
        entering = [self._ends_along(each)[1][1] for each in self.rows_at(target) if self.edges[each].target == target]
        stations = detour(start, end, cards, side=end[1] - sum(entering) / len(entering))
        if stations is None or len(stations) < 3:
            return None
        pieces = np.array([(*start, *end) for start, end in pairwise(stations)])
        spots = _cubics(pieces, least=0.0).reshape(-1, 2)
        return Route(stations, spots if self.direction is Direction.RIGHT else spots[:, ::-1])

    def _take(self, row: int, route: Route | None) -> None:
        self._paths[row] = None
        if route is None:
            del self._routes[row]
            self.bounds[row] = self._bounds(self.points[row : row + 1])[0]
        else:
            self._routes[row] = route
            low, high, (side, top) = route.spots.min(axis=0), route.spots.max(axis=0), self._margins()
            self.bounds[row] = low[0] - side, low[1] - top, high[0] + side, high[1] + top

    # Asking

    def path(self, row: int) -> QPainterPath:
        """The curve of one wire."""
        path = self._paths[row]
        if path is None:
            path = self._paths[row] = route_path(self._stations(row), self.direction)
        return path

    def label_place(self, row: int, size: QSizeF) -> QPointF:
        """The middle of a label of that size: above a wire, beside one that runs down, and outside of a detour.

        On a wire so steep there that it would run through the label's corner.
        """
        stations = self._stations(row)
        start, end = max(pairwise(stations), key=lambda ends: (ends[0][1] == ends[1][1], ends[1][0] - ends[0][0]))
        middle = QPointF(*self.direction.turned((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        out = start[1] - stations[0][1] if row in self._routes else 0.0
        along, clear = size.width(), LABEL_RISE - size.height() / 2
        if self.direction is Direction.DOWN:
            along, clear = size.height(), BESIDE
        if 0 < clear * (end[0] - start[0]) < STEEPNESS * abs(end[1] - start[1]) * along / 2:
            return middle
        if self.direction is Direction.RIGHT:
            return middle + QPointF(0, LABEL_RISE if out > 0 else -LABEL_RISE)
        beside = BESIDE + size.width() / 2
        return middle + QPointF(-beside if out < 0 else beside, 0)

    def _stations(self, row: int) -> Points:
        if row in self._routes:
            return self._routes[row].stations
        return list(self._ends_along(row))

    def _ends_along(self, row: int) -> tuple[tuple[float, float], tuple[float, float]]:
        x0, y0, x1, y1 = self.points[row].tolist()
        return self.direction.turned(x0, y0), self.direction.turned(x1, y1)

    def within(self, *rects: QRectF) -> Rows:
        """The wires whose surroundings touch a rectangle."""
        left, top, right, bottom = self.bounds.T
        meets = np.zeros(len(self), bool)
        for rect in rects:
            meets |= (right >= rect.left()) & (left <= rect.right()) & (bottom >= rect.top()) & (top <= rect.bottom())
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
        spot = np.array([point.x(), point.y()])
        distances = _distances(self.points[around].reshape(-1, 2, 2) if straight else self._curves(around), spot)
        for place, row in enumerate(around.tolist()):
            if row in self._routes and not straight:
                distances[place] = _distances(self._routes[row].spots[None], spot)[0]
        best = int(distances.argmin())
        return int(around[best]) if distances[best] <= reach else None

    def _curves(self, rows: Rows) -> Floats:
        """(rows, samples, 2): places along the direct ways."""
        spots = _cubics(_turned(self.direction, self.points[rows]))
        return spots if self.direction is Direction.RIGHT else spots[..., ::-1]

    def _bounds(self, points: Floats) -> Floats:
        """Left, top, right, bottom of each direct wire with its stroke and label."""
        x0, y0, x1, y1 = _turned(self.direction, points).T
        reach = np.where(x1 < x0, np.clip((x0 - x1) / 2, 56.0, 180.0), 28.0)
        low, high = np.minimum(x0, x1 - reach), np.maximum(x1, x0 + reach)
        bounds = _turned(
            self.direction, np.stack([low, np.minimum(y0, y1), high, np.maximum(y0, y1)], axis=1).reshape(-1, 4)
        )
        side, top = self._margins()
        around: Floats = bounds + np.array([-side, -top, side, top])
        return around

    def _margins(self) -> tuple[float, float]:
        return (SIDE, TOP) if self.direction is Direction.RIGHT else (LABEL_WIDTH + BESIDE, TOP)


def _turned(direction: Direction, points: Floats) -> Floats:
    """Rows of x, y, x, y as `Direction.turned` gives them."""
    return points if direction is Direction.RIGHT else points[:, [1, 0, 3, 2]]


def _cubics(points: Floats, least: float = 28.0) -> Floats:
    """(rows, samples, 2): places along the curves from x0, y0 to x1, y1."""
    x0, y0, x1, y1 = (column[:, None] for column in points.T)
    reach = np.array([bend(dx, least) for dx in (x1 - x0)[:, 0].tolist()])[:, None]
    t, s = SAMPLES[None, :], 1 - SAMPLES[None, :]
    x = s**3 * x0 + 3 * s**2 * t * (x0 + reach) + 3 * s * t**2 * (x1 - reach) + t**3 * x1
    y = (s**3 + 3 * s**2 * t) * y0 + (3 * s * t**2 + t**3) * y1
    return np.stack([x, y], axis=-1)


def _distances(spots: Floats, point: Floats) -> Floats:
    """How far the point lies from each polyline of (rows, points, 2)."""
    start, along = spots[:, :-1], np.diff(spots, axis=1)
    towards = point - start
    length = np.maximum((along**2).sum(axis=-1), 1e-12)
    share = np.clip((towards * along).sum(axis=-1) / length, 0.0, 1.0)
    apart = towards - share[..., None] * along
    distances: Floats = np.sqrt((apart**2).sum(axis=-1)).min(axis=1)
    return distances
