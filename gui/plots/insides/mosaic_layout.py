"""Where pictures stand that are shown section by section, as large as all of them fit into the room; geometry only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from engine.tiles import Tiles

HEADING, APART = 22.0, 10.0
"""Pixels of a section's title, and between two sections."""
GAP, NAME = 5.0, 14.0
"""Pixels between two pictures, and of the line below one."""
SIDES = (112, 96, 80, 64, 56, 48, 40)
"""Pixels of the longer side of a picture: the first with which all fit, or the last."""
SAMPLE = 72
"""Pixels of the longer side of a sample at least."""
WIDEST_CELL, HIGHEST_CELL, LINE = 46.0, 22.0, 18.0
"""Pixels of a cell of a matrix at most, and of a single row."""
WIDEST_NAMED = 3 * WIDEST_CELL
"""Pixels that a cell takes at most for the name above it."""
LOWEST_CELL = 3.0
NAMES_SHARE = 0.3
"""What the names of rows may take of the width."""


class Spot(NamedTuple):
    """A cell of a picture of a section."""

    section: int
    tile: int
    row: int
    column: int


@dataclass(frozen=True, eq=False)
class Section:
    """Pictures that belong together, with one scale from -`reach` to `reach`.

    `names` stand below the pictures, `rows` beside those of a matrix, `groups` above equal shares of its columns.
    Where there is a `picture`, it is drawn in the place of the first one.
    """

    key: str
    title: str
    tiles: Tiles
    reach: float
    note: str = ""
    names: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    picture: QImage | None = None

    @property
    def is_matrix(self) -> bool:
        """Whether it is one large picture."""
        return self.tiles.total == 1 and not self.names and self.picture is None

    @property
    def form(self) -> tuple[object, ...]:
        """All that decides where it stands."""
        return (self.key, self.tiles.values.shape, self.names, self.rows, self.groups)


@dataclass(frozen=True)
class Placed:
    """One section: from `top` on, `across` pictures side by side from `left` on, each of a size."""

    top: float
    left: float
    width: float
    height: float
    across: int
    step: float
    bottom: float
    first: float

    def tile(self, number: int) -> QRectF:
        """Where a picture stands."""
        line, column = divmod(number, self.across)
        return QRectF(self.left + column * (self.width + GAP), self.first + line * self.step, self.width, self.height)


Width = Callable[[str], float]
"""How wide a text is."""


def placed(sections: Sequence[Section], width: float, height: float, zoom: float, text_width: Width) -> list[Placed]:
    """All sections one below the other."""
    for side in SIDES:
        found = _placed(sections, width, height, side, zoom, text_width)
        if not found or found[-1].bottom <= height or side == SIDES[-1]:
            break
    return found


def _placed(
    sections: Sequence[Section], width: float, height: float, side: float, zoom: float, text_width: Width
) -> list[Placed]:
    top, found = 0.0, list[Placed]()
    tall = [section.is_matrix and len(section.tiles.values[0]) > 1 for section in sections]
    taken = len(sections) * (HEADING + APART) + sum(NAME for section in sections if section.groups)
    taken += sum(LINE for section, many in zip(sections, tall, strict=True) if section.is_matrix and not many)
    budget = max(60.0, (height - taken) / max(1, sum(tall)))
    for section in sections:
        if section.is_matrix:
            one = _matrix(section, top, width, budget, zoom, text_width)
        else:
            one = _several(section, top, width, (side if section.picture is None else max(side, SAMPLE)) * zoom)
        found.append(one)
        top = one.bottom + APART
    return found


def _matrix(section: Section, top: float, width: float, budget: float, zoom: float, text_width: Width) -> Placed:
    _, rows, columns = section.tiles.values.shape
    high = LINE if rows == 1 else min(HIGHEST_CELL, max(LOWEST_CELL, budget / rows))
    left = 0.0
    if section.rows and high * zoom >= NAME - 2:
        left = min(max(map(text_width, section.rows)), NAMES_SHARE * width) + GAP
    named = max(map(text_width, section.groups), default=0.0) + GAP
    usual = max(WIDEST_CELL, min(WIDEST_NAMED, named * len(section.groups) / columns))
    wide = min(usual, (width - left) / columns)
    first = top + HEADING + (NAME if section.groups else 0.0)
    bottom = first + rows * high * zoom
    return Placed(top, left, columns * wide * zoom, rows * high * zoom, 1, bottom - first, bottom, first)


def _several(section: Section, top: float, width: float, side: float) -> Placed:
    count, rows, columns = section.tiles.values.shape
    scale = side / max(rows, columns)
    scale = float(int(scale)) if scale >= 1 else scale
    wide, high = max(3.0, columns * scale), max(3.0, rows * scale)
    across = max(1, int((width + GAP) // (wide + GAP)))
    step = high + GAP + (NAME if section.names else 0.0)
    first = top + HEADING
    return Placed(top, 0.0, wide, high, across, step, first + -(-count // across) * step - GAP, first)


def enlarged(section: Section, width: float, height: float, zoom: float) -> Placed:
    """One picture alone, as large as there is room."""
    _, rows, columns = section.tiles.values.shape
    scale = max(0.5, min(width / columns, (height - HEADING) / rows)) * zoom
    return Placed(0.0, 0.0, columns * scale, rows * scale, 1, 0.0, HEADING + rows * scale, HEADING)


def spot_at(
    sections: Sequence[Section], places: Sequence[Placed], place: QPointF, alone: tuple[int, int] | None
) -> Spot | None:
    """The cell at a place; `alone` is the section and the number of a picture that is shown by itself."""
    for number, (section, where) in enumerate(zip(sections, places, strict=True)):
        tiles, rows, columns = section.tiles.values.shape
        if not where.first <= place.y() <= where.bottom:
            continue
        column = int((place.x() - where.left) // (where.width + GAP)) if where.across > 1 else 0
        line = int((place.y() - where.first) // where.step) if where.step else 0
        tile = line * where.across + column
        if not (0 <= column < where.across and 0 <= tile < tiles):
            return None
        rect = where.tile(tile)
        inside = place - rect.topLeft()
        cell = int(inside.y() / rect.height() * rows), int(inside.x() / rect.width() * columns)
        if not (inside.x() >= 0 and inside.y() >= 0 and cell[0] < rows and cell[1] < columns):
            return None
        return Spot(*(alone or (number, tile)), *cell)
    return None
