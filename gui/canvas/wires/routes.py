"""How a wire finds its way round the cards between its ends; reckoned along and across the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]
Points = list[Point]

TOUCH = 6.0
"""A wire that comes nearer to a card than this runs through it."""
SHOULDER = 12.0
"""How far before a card and behind it a wire runs level."""
CLEAR, WIDER, WIDEST = 20.0, 6.0, 48.0
"""How far from a card a detour keeps; the more cards it passes, so that detours lie within each other, to a limit."""
NARROW = 24.0
"""A gap between two cards through whose middle a wire still fits."""
TURN, WRONG_SIDE = 8.0, 160.0
"""What a turn costs beside the way across, and arriving from the side of another port."""
FAR = 600.0
"""Detours further than this beyond both ends are not looked for."""


def runs_through(curve: Floats, cards: Floats) -> bool:
    """Whether a curve (samples, 2) touches cards (n, 4: left, top, right, bottom), those at its ends apart."""
    start, end = curve[0, 0] + SHOULDER, curve[-1, 0] - SHOULDER
    low, high = curve[:, 1].min() - TOUCH, curve[:, 1].max() + TOUCH
    near = cards[(cards[:, 2] > start) & (cards[:, 0] < end) & (cards[:, 3] > low) & (cards[:, 1] < high)]
    x, y = curve[(curve[:, 0] > start) & (curve[:, 0] < end)].T[:, :, None]
    left, top, right, bottom = near.T
    inside = (x > left - TOUCH) & (x < right + TOUCH) & (y > top - TOUCH) & (y < bottom + TOUCH)
    return bool(inside.any())


def detour(source: Point, target: Point, cards: Floats, side: float = 0.0) -> Points | None:
    """The places between which a wire runs level or turns, or None where there is no way round.

    The cards between the ends stand in columns; through each the wire takes a lane that is free, all of them so that
    it goes little across and seldom turns. It better arrives from the `side`, below 0 for that of the first port.
    """
    (x0, y0), (x1, y1) = source, target
    start, end = x0 + SHOULDER, x1 - SHOULDER
    low, high = min(y0, y1) - FAR, max(y0, y1) + FAR
    between = cards[(cards[:, 2] > start) & (cards[:, 0] < end) & (cards[:, 3] > low) & (cards[:, 1] < high)]
    columns = list(_columns(between))
    clear = min(CLEAR + WIDER * (len(columns) - 1), WIDEST)
    blocked = [_blocked(column, clear) for column in columns]
    lanes = _lanes(y0, y1, blocked)
    leaving = _through(lanes, y0, between[between[:, 0] < start])
    arriving = _through(lanes, y1, between[between[:, 2] > end]) + np.where((lanes - y1) * side < 0, WRONG_SIDE, 0.0)
    chosen = _cheapest(lanes, y0, y1, blocked, leaving, arriving)
    if chosen is None:
        return None
    stations = [(x0, y0)]
    for column, lane in zip(columns, chosen, strict=True):
        left = max(column[:, 0].min() - SHOULDER, start)
        right = min(column[:, 2].max() + SHOULDER, end)
        if stations[-1][1] != lane:
            stations.append((float(left), lane))
        stations.append((float(right), lane))
    stations.append((x1, y1))
    return _without_needless(stations)


def _columns(cards: Floats) -> Iterator[Floats]:
    """Cards that lie above each other, column by column."""
    cards = cards[np.argsort(cards[:, 0], kind="stable")]
    reach = np.maximum.accumulate(cards[:, 2])
    breaks = np.flatnonzero(cards[1:, 0] > reach[:-1] + 2 * SHOULDER) + 1
    return iter(np.split(cards, breaks)) if len(cards) else iter(())


def _blocked(column: Floats, clear: float) -> Floats:
    """(intervals, 2): from where to where no lane may run, sorted; of two that meet, the gap's middle stays free."""
    edges: list[list[float]] = []
    for top, bottom in sorted(zip(column[:, 1].tolist(), column[:, 3].tolist(), strict=True)):
        if edges and top - edges[-1][1] < NARROW:
            edges[-1][1] = max(edges[-1][1], bottom)
        else:
            edges.append([top, bottom])
    intervals = np.array(edges)
    room = np.minimum((intervals[1:, 0] - intervals[:-1, 1]) / 2, clear)
    intervals[0, 0] -= clear
    intervals[-1, 1] += clear
    intervals[1:, 0] -= room
    intervals[:-1, 1] += room
    return intervals


def _lanes(y0: float, y1: float, blocked: list[Floats]) -> Floats:
    """Where a lane may run: level with an end, or along the side of what is blocked."""
    return np.unique(np.concatenate([[y0, y1], *(intervals.ravel() for intervals in blocked)]))


def _through(lanes: Floats, y: float, beside: Floats) -> Floats:
    """What it costs to turn between an end and a lane through the cards that stand above or below that end."""
    low, high = np.minimum(lanes, y)[:, None], np.maximum(lanes, y)[:, None]
    return np.where(((low < beside[:, 3]) & (high > beside[:, 1])).any(axis=1), FAR, 0.0)


def _cheapest(
    lanes: Floats, y0: float, y1: float, blocked: list[Floats], leaving: Floats, arriving: Floats
) -> list[float] | None:
    """A lane for each column, by dynamic programming; what it costs beside to go to one at first, from one at last."""
    steps = np.abs(lanes[:, None] - lanes)
    steps += TURN * (steps > 0)
    cost = steps[np.searchsorted(lanes, y0)] + leaving
    came_from = []
    for number, intervals in enumerate(blocked):
        if number:
            through = cost[:, None] + steps
            came_from.append(through.argmin(axis=0))
            cost = through.min(axis=0)
        taken = ((lanes[:, None] > intervals[:, 0]) & (lanes[:, None] < intervals[:, 1])).any(axis=1)
        cost = np.where(taken, np.inf, cost)
    cost = cost + steps[np.searchsorted(lanes, y1)] + arriving
    lane = int(cost.argmin())
    if not np.isfinite(cost[lane]):
        return None
    chosen = [float(lanes[lane])]
    for origins in reversed(came_from):
        lane = int(origins[lane])
        chosen.append(float(lanes[lane]))
    return chosen[::-1]


def _without_needless(stations: Points) -> Points:
    """The same way without places in the middle of a level stretch."""
    kept = stations[:1]
    for here, after in pairwise(stations[1:]):
        if not kept[-1][1] == here[1] == after[1]:
            kept.append(here)
    return [*kept, stations[-1]]
