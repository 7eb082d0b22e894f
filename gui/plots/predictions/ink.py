"""What is drawn by hand, stroke by stroke, and where the pictures of the data have their ink."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.description import spread
from engine.shapes import Shape

Array = NDArray[np.floating]
Place = tuple[float, float]
"""Row and column, in pixels of the picture."""

FINE = 160
"""Points along the longer side on which strokes are drawn, before they are averaged over each pixel."""
BRUSH, THINNEST = 0.05, 0.75
"""Radius of a stroke as a share of the shorter side, and in the picture's pixels at least: as thick as digits are."""
PEN = 0.035
"""The same of a stroke that is placed before the network sees it, so that also small ones can be told apart."""
SPACING = 0.02
"""Share of the shorter side between two places of a stroke from which a part is erased."""
RUBBER = 2.0
"""How many times as thick the eraser is."""
HALF = 0.5
"""From this share of the ink on, a pixel counts as drawn."""
MOST_INK = 0.4
"""The share of a picture that is drawn at most; what has more is no drawing on paper, but a photo or the like."""
WIDEST = 0.95
"""So many of the pictures are not wider than the width of a placement."""
LARGEST = 6.0
"""How many times as large what is drawn becomes at most."""
FEWEST, MOST_NUMBERS = 9, 1 << 21
"""Pictures that tell where drawings lie, and numbers in all of them together."""


@dataclass(frozen=True)
class Placement:
    """How large drawings are, and where their middle lies, in pixels: of the box around them, or of their mass."""

    height: float
    width: float
    middle: Place
    by_mass: bool


@dataclass(frozen=True)
class Stroke:
    """The places that the pen has gone through."""

    places: tuple[Place, ...]
    erases: bool


@dataclass(frozen=True)
class Cell:
    """A pixel that was filled or emptied."""

    row: int
    column: int
    erases: bool


@dataclass(frozen=True, eq=False)
class Sheet:
    """Paper, or the picture (height, width, channels) that was there before, and what was drawn on it.

    `is_fine` says that it is drawn with a fine pen, and else as thick as the data are.
    """

    shape: Shape
    paper: float
    ink: float
    picture: Array | None = None
    marks: tuple[Stroke | Cell, ...] = ()
    is_fine: bool = False

    @property
    def points(self) -> int:
        """Fine points along each side of a pixel."""
        return max(1, math.ceil(FINE / max(self.shape[:2])))

    @property
    def radius(self) -> float:
        """That of a stroke, in pixels of the picture."""
        shorter = min(self.shape[:2])
        return PEN * shorter if self.is_fine else max(THINNEST, BRUSH * shorter)

    @property
    def is_plain(self) -> bool:
        """Whether there is empty paper, with nothing but strokes on it."""
        return self.picture is None and all(isinstance(mark, Stroke) for mark in self.marks)

    @property
    def is_freehand(self) -> bool:
        """Whether there are strokes whose place within the picture is of no account."""
        return self.is_plain and not all(mark.erases for mark in self.marks)

    def rendered(self) -> Array:
        """All of it on fine points (rows, columns, channels)."""
        height, width, channels = self.shape
        if self.picture is None:
            fine = np.full((height * self.points, width * self.points, channels), self.paper)
        else:
            fine = np.repeat(np.repeat(self.picture, self.points, axis=0), self.points, axis=1).astype(np.float64)
        for mark in self.marks:
            self.draw(fine, mark)
        return fine

    def draw(self, fine: Array, mark: Stroke | Cell, since: int = 0) -> None:
        """Add a mark, or of a stroke what lies behind the place of that number."""
        value = self.paper if mark.erases else self.ink
        if isinstance(mark, Cell):
            row, column = mark.row * self.points, mark.column * self.points
            fine[row : row + self.points, column : column + self.points] = value
            return
        radius = self.radius * self.points * (RUBBER if mark.erases else 1.0)
        places = np.array(mark.places[since:]) * self.points
        for start, end in zip(places, places[1:] if len(places) > 1 else places, strict=False):
            _line(fine, start, end, radius, value)

    def averaged(self, fine: Array) -> Array:
        """The picture: each pixel the mean of what is drawn on it."""
        height, width, channels = self.shape
        means: Array = fine.reshape(height, self.points, width, self.points, channels).mean(axis=(1, 3))
        return means

    def ink_share(self, values: Array) -> Array:
        """How much ink lies on each place (rows, columns), from 0 to 1."""
        share: Array = (values.mean(axis=-1) - self.paper) / ((self.ink - self.paper) or 1.0)
        return share

    def placed(self, placement: Placement) -> Sheet:
        """The same strokes as thick and as large, and at the place, as drawings of the data are."""
        thick = replace(self, is_fine=False)
        strokes = self._without_erased(self.radius * RUBBER + thick.radius - self.radius)
        if not strokes:
            return replace(thick, marks=())
        thick = replace(thick, marks=strokes)
        places = np.concatenate([stroke.places for stroke in strokes])
        low, high = places.min(axis=0), places.max(axis=0)
        room = np.maximum(np.array([placement.height, placement.width]) - 2 * thick.radius, 1.0)
        scale = float(min(np.min(room / np.maximum(high - low, 1e-9)), LARGEST))
        top, left = ((low + high) / 2).tolist()
        moved = thick._moved((top, left), scale, placement.middle)
        if placement.by_mass:
            middle = _mass_middle(self.ink_share(self.averaged(moved.rendered())))
            moved = moved._moved(middle, 1.0, placement.middle)
        return moved

    def _without_erased(self, radius: float) -> tuple[Stroke, ...]:
        """The strokes that are left, cut into pieces where an eraser of this size went through them."""
        spacing, left = SPACING * min(self.shape[:2]), list[Stroke]()
        for mark in self.marks:
            if isinstance(mark, Stroke) and not mark.erases:
                left.append(mark)
            elif isinstance(mark, Stroke):
                rubbed = np.array(_dense(mark.places, spacing))
                left = [piece for stroke in left for piece in _cut(stroke, rubbed, radius, spacing)]
        return tuple(left)

    def _moved(self, middle: Place, scale: float, to: Place) -> Sheet:
        """Scaled about a place, which comes to stand at another."""
        marks = tuple(
            replace(mark, places=tuple(
                (to[0] + (row - middle[0]) * scale, to[1] + (column - middle[1]) * scale) for row, column in mark.places
            ))
            for mark in self.marks if isinstance(mark, Stroke)
        )  # fmt: skip
        return replace(self, marks=marks)


def _line(fine: Array, start: Array, end: Array, radius: float, value: float) -> None:
    """Every point that is no farther from a line than this."""
    low = np.maximum(np.floor(np.minimum(start, end) - radius), 0).astype(int)
    high = np.minimum(np.ceil(np.maximum(start, end) + radius) + 1, fine.shape[:2]).astype(int)
    if (high <= low).any():
        return
    y, x = np.ogrid[low[0] : high[0], low[1] : high[1]]
    y, x, along = y + 0.5 - start[0], x + 0.5 - start[1], end - start
    length = float(along @ along)
    share = np.clip((y * along[0] + x * along[1]) / length, 0, 1) if length else np.zeros(1)
    near = np.hypot(y - share * along[0], x - share * along[1]) <= radius
    fine[low[0] : high[0], low[1] : high[1]][near] = value


def _dense(places: tuple[Place, ...], spacing: float) -> list[Place]:
    """The same line with places at least so close to each other."""
    dense = [places[0]]
    for (row, column), (last_row, last_column) in zip(places[1:], places, strict=False):
        count = max(1, math.ceil(math.hypot(row - last_row, column - last_column) / spacing))
        dense += [
            (last_row + (row - last_row) * step / count, last_column + (column - last_column) * step / count)
            for step in range(1, count + 1)
        ]
    return dense


def _cut(stroke: Stroke, rubbed: Array, radius: float, spacing: float) -> list[Stroke]:
    """The pieces of a stroke that are farther from these places (n, 2) than this."""
    places = _dense(stroke.places, spacing)
    apart = np.array(places)[:, np.newaxis] - rubbed
    kept = np.hypot(apart[..., 0], apart[..., 1]).min(axis=1) > radius
    if kept.all():
        return [stroke]
    pieces: list[list[Place]] = [[]]
    for place, stays in zip(places, kept.tolist(), strict=True):
        if stays:
            pieces[-1].append(place)
        elif pieces[-1]:
            pieces.append([])
    return [Stroke(tuple(piece), erases=False) for piece in pieces if piece]


def _box(drawn: NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """Where what is drawn begins and ends: top, bottom, left and right; None where there is nothing."""
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    if not rows.size:
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _mass_middle(share: Array) -> Place:
    weights = np.clip(share, 0, 1)
    total = float(weights.sum()) or 1.0
    rows, columns = (np.arange(size) + 0.5 for size in share.shape)
    return float(weights.sum(axis=1) @ rows) / total, float(weights.sum(axis=0) @ columns) / total


def placement(pictures: Array, sheet: Sheet) -> Placement | None:
    """That of pictures (n, height, width, channels); None where they are no drawings on paper.

    Of large ones a few are looked at, as people wait. Whatever they agree in more is what they were placed by: digits
    of MNIST by their mass, others by the box.
    """
    some = pictures[spread(len(pictures), max(FEWEST, MOST_NUMBERS // pictures[0].size))]
    shares = [sheet.ink_share(picture.astype(np.float64)) for picture in some]
    boxes = [(share, box) for share in shares if (box := _box(share > HALF)) is not None]
    if not boxes or np.median([(share > HALF).mean() for share, _ in boxes]) > MOST_INK:
        return None
    edges = np.array([box for _, box in boxes], np.float64)
    middles = (edges[:, [0, 2]] + edges[:, [1, 3]]) / 2
    masses = np.array([_mass_middle(share) for share, _ in boxes])
    by_mass = bool(masses.std(axis=0).sum() < middles.std(axis=0).sum())
    row, column = np.median(masses if by_mass else middles, axis=0).tolist()
    height = float(np.median(edges[:, 1] - edges[:, 0]))
    width = float(np.quantile(edges[:, 3] - edges[:, 2], WIDEST))
    return Placement(height, width, (row, column), by_mass)
