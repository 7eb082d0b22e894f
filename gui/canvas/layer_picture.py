"""What an opened layer shows and where: a column of neurons, and its arrays as mosaics of cells. Geometry only.

A mosaic is a table of places in one array. Kernels, gates and plain matrices are drawn, and found under the mouse, by
the same few lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from engine.direction import Direction
from engine.layers import Layer, Shape, WeightSpec
from engine.layers.recurrent import Recurrent
from gui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH
from gui.spot import OUTPUT

HEAD, FOOT = 72.0, 14.0
"""Above the picture stand the layer's words, below it is air."""
MIDDLE = (HEAD - FOOT) / 2
"""Pictures are centred at this height, so that the columns of layers in a row face each other."""
ASIDE = (CARD_WIDTH - FOOT) / 2
"""In a drawing that runs down words stand at the left, and pictures are centred so far to the right of the middle."""
TALLEST = 440.0
"""No picture is higher than this: what has many neurons or rows stands closer together."""
WIDEST = CARD_WIDTH - 24.0
PITCH, RADIUS = 34.0, 12.0
"""Between two neurons, and of one, while there is room."""
ROUND = 128
"""More neurons than this are a strip of cells."""
PICTURED = 0.8
"""The share of the way to the next neuron that a square takes in which a picture stands for one."""
COLUMN_ROOM = 30.0
"""What a column takes from the width of the mosaics beside it."""
LARGEST_CELL = 16.0
LABEL, GAP = 18.0, 4.0
"""The height of a mosaic's label, and what lies between two mosaics."""
BELOW = 10.0
"""Between mosaics and a row of neurons under them."""
MOST_CELLS = 256
"""Rows or columns of a mosaic; of a larger array it shows every n-th."""
MOST_TILES, MOST_SIDE = 32, 64
"""Kernels along each side of a mosaic, and cells along each side of a kernel, likewise."""

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Column:
    """Neurons one above the other, or side by side in a drawing that runs down; around `along` and `middle`.

    `along` counts along the drawing and `middle` across it, both from the middle of the card.
    """

    count: int
    along: float = 0.0
    middle: float = MIDDLE
    direction: Direction = Direction.RIGHT

    @property
    def pitch(self) -> float:
        return min(PITCH, TALLEST / self.count)

    @property
    def radius(self) -> float:
        return min(RADIUS, 0.42 * self.pitch)

    @property
    def length(self) -> float:
        """From end to end."""
        return self.pitch * self.count

    @property
    def is_strip(self) -> bool:
        return self.count > ROUND

    @property
    def half(self) -> float:
        """How far it reaches along the drawing."""
        return RADIUS if self.is_strip else self.radius

    @property
    def places(self) -> NDArray[np.float64]:
        """(count,): where the middle of each neuron is, across the drawing."""
        first = self.middle - (self.count - 1) / 2 * self.pitch
        return np.linspace(first, first + (self.count - 1) * self.pitch, self.count)

    def centre(self, unit: int) -> QPointF:
        """The middle of one neuron."""
        return QPointF(*self.direction.turned(self.along, float(self.places[unit])))

    @property
    def rect(self) -> QRectF:
        """Around all neurons."""
        return self._stretch(self.half)

    @property
    def side(self) -> float:
        """Of the square around a picture that stands for a neuron."""
        return PICTURED * self.pitch

    @property
    def pictures_rect(self) -> QRectF:
        """Around all those squares, and as much beyond the first and the last as lies between two of them, halved."""
        return self._stretch(self.side / 2)

    def _stretch(self, half: float) -> QRectF:
        """From end to end, so far to both sides."""
        start, end = self.middle - self.length / 2, self.middle + self.length / 2
        corners = self.direction.turned(self.along - half, start), self.direction.turned(self.along + half, end)
        return QRectF(*(QPointF(*corner) for corner in corners))

    def in_line(self, values: NDArray[np.floating]) -> NDArray[np.floating]:
        """(count,) as (count, 1) where neurons stand one above the other, as (1, count) where side by side."""
        return values[:, np.newaxis] if self.direction is Direction.RIGHT else values[np.newaxis]

    def cell(self, unit: int) -> QRectF:
        """Around one neuron of a strip."""
        around = self.centre(unit)
        width, height = self.direction.turned(2 * self.half, self.pitch)
        return QRectF(around.x() - width / 2, around.y() - height / 2, width, height)

    def square(self, unit: int) -> QRectF:
        """Around the picture that stands for one neuron."""
        corner = QPointF(self.side / 2, self.side / 2)
        return QRectF(self.centre(unit) - corner, self.centre(unit) + corner)

    def unit_at(self, point: QPointF) -> int | None:
        """The neuron under a point."""
        if not self.rect.contains(point):
            return None
        _, across = self.direction.turned(*point.toTuple())
        return min(int((across - self.middle + self.length / 2) / self.pitch), self.count - 1)


@dataclass(frozen=True, eq=False)
class Mosaic:
    """Cells of the array `name`: `places` (rows, columns) are indices into the flattened array, -1 where nothing is."""

    name: str
    shape: Shape
    places: Places
    rect: QRectF = field(default_factory=QRectF)
    label: str = ""

    @cached_property
    def last(self) -> int:
        """The largest index."""
        return int(self.places.max())

    @cached_property
    def blank(self) -> NDArray[np.bool_] | None:
        """Where there is nothing, if anywhere."""
        blank = self.places < 0
        return blank if blank.any() else None

    def cell(self, index: tuple[int, ...]) -> QRectF | None:
        """Around the cell of an entry, if it is shown."""
        if len(index) != len(self.shape) or any(k >= side for k, side in zip(index, self.shape, strict=True)):
            return None
        found = np.argwhere(self.places == np.ravel_multi_index(index, self.shape))
        if not len(found):
            return None
        (row, column), (rows, columns) = found[0].tolist(), self.places.shape
        width, height = self.rect.width() / columns, self.rect.height() / rows
        return QRectF(self.rect.left() + column * width, self.rect.top() + row * height, width, height)

    def index_at(self, point: QPointF) -> tuple[int, ...] | None:
        """The entry whose cell is under a point."""
        if not self.rect.contains(point):
            return None
        rows, columns = self.places.shape
        row = min(int((point.y() - self.rect.top()) / self.rect.height() * rows), rows - 1)
        column = min(int((point.x() - self.rect.left()) / self.rect.width() * columns), columns - 1)
        place = int(self.places[row, column])
        return tuple(int(k) for k in np.unravel_index(place, self.shape)) if place >= 0 else None


@dataclass(frozen=True, eq=False)
class LayerPicture:
    """An opened layer, around the middle of its card."""

    column: Column | None
    mosaics: tuple[Mosaic, ...]
    body: float
    """How far all that is shown reaches across the drawing."""
    depth: float = WIDEST
    """How far it reaches along the drawing."""
    direction: Direction = Direction.RIGHT

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the card."""
        if self.direction is Direction.RIGHT:
            return CARD_WIDTH, HEAD + self.body + FOOT
        return CARD_WIDTH + self.body + FOOT, max(CARD_HEIGHT, self.depth + 2 * FOOT)

    @property
    def head(self) -> QRectF:
        """Where the layer's words stand: on the side of the card at which no lines arrive or leave."""
        width, height = self.size
        return QRectF(-width / 2, -height / 2, CARD_WIDTH, HEAD if self.direction is Direction.RIGHT else height)


Row = list[Mosaic]
"""Mosaics that stand side by side and have as many rows."""


def picture(
    layer: Layer,
    output: Shape,
    specs: Sequence[WeightSpec],
    lined: bool,
    direction: Direction = Direction.RIGHT,
) -> LayerPicture:
    """How a layer opens; with `lined` its kernel is drawn as lines from the column before, and left out here."""
    units = output[0] if len(output) == 1 else 0
    shown = [spec for spec in specs if len(spec.shape) > 1 and not (lined and spec.name == "kernel")]
    if not shown and not units:
        shown = list(specs)
    rows = list(_rows(layer, shown))
    if not rows and not units:
        rows = [[Mosaic(OUTPUT, output, _values(output))]]
    column = Column(units, (WIDEST - 2 * RADIUS) / 2 if rows else 0.0) if units else None
    facing = column is not None and _faces(rows, column)
    beside = column is not None and bool(rows) and (facing or direction is Direction.RIGHT)
    budget = column.length if column is not None and facing else TALLEST
    room = QRectF(-WIDEST / 2, 0, WIDEST - (COLUMN_ROOM if beside else 0.0), budget)
    mosaics, height = _laid_out(rows, room, facing, column is not None)
    if direction is Direction.RIGHT:
        return LayerPicture(column, mosaics, max(height, column.length if column is not None else 0.0))
    return _turned(column, mosaics) if column is not None and (facing or not rows) else _under(column, mosaics, height)


def _turned(column: Column, mosaics: Sequence[Mosaic]) -> LayerPicture:
    """For a drawing that runs down: neurons in a row, and above each the column of a matrix that belongs to it."""
    turned = [
        replace(each, places=each.places.T, rect=QRectF(rect.top() - MIDDLE + ASIDE, rect.left(), *_sides(rect)))
        for each, rect in ((each, each.rect) for each in mosaics)
    ]
    row = replace(column, middle=ASIDE, direction=Direction.DOWN)
    return LayerPicture(row, tuple(turned), row.length, WIDEST if turned else 2 * row.half, Direction.DOWN)


def _sides(rect: QRectF) -> tuple[float, float]:
    return rect.height(), rect.width()


def _under(column: Column | None, mosaics: Sequence[Mosaic], height: float) -> LayerPicture:
    """For a drawing that runs down: mosaics as they are, and their neurons in a row below them."""
    below = 2 * column.half + BELOW if column is not None else 0.0
    moved = [replace(each, rect=each.rect.translated(ASIDE, -MIDDLE - below / 2)) for each in mosaics]
    body, row = WIDEST, None
    if column is not None:
        row = replace(column, along=(height + BELOW) / 2, middle=ASIDE, direction=Direction.DOWN)
        body = max(body, row.length)
    return LayerPicture(row, tuple(moved), body, height + below, Direction.DOWN)


def _faces(rows: Sequence[Row], column: Column) -> bool:
    """Whether there is one row of mosaics with a line for each neuron, which then stands beside it."""
    return len(rows) == 1 and len(rows[0][0].places) == column.count


def _laid_out(rows: Sequence[Row], room: QRectF, facing: bool, free: bool) -> tuple[tuple[Mosaic, ...], float]:
    """Mosaics at their places, one row below the other around MIDDLE; and how high they are together."""
    labels = [LABEL if row[0].label else 0.0 for row in rows]
    between = GAP * max(0, len(rows) - 1)
    lines = sum(len(row[0].places) for row in rows)
    tallest = (room.height() - sum(labels) - between) / max(1, lines)
    sizes = [_cell(row, room.width(), tallest, facing, free) for row in rows]
    heights = [label + size[1] * len(row[0].places) for row, size, label in zip(rows, sizes, labels, strict=True)]
    total = sum(heights) + between
    top, placed = MIDDLE - total / 2, list[Mosaic]()
    for row, (width, height), label, high in zip(rows, sizes, labels, heights, strict=True):
        wide = width * sum(mosaic.places.shape[1] for mosaic in row) + GAP * (len(row) - 1)
        left = room.center().x() - wide / 2
        for mosaic in row:
            lines, columns = mosaic.places.shape
            rect = QRectF(left, top + label, width * columns, height * lines)
            placed.append(replace(mosaic, rect=rect))
            left = rect.right() + GAP
        top += high + GAP
    return tuple(placed), total


def _cell(row: Row, width: float, tallest: float, facing: bool, free: bool) -> tuple[float, float]:
    """Width and height of a cell: square, but where it is `free` not to be so that a matrix is not thin, and where
    there is one line for each neuron."""
    columns = sum(mosaic.places.shape[1] for mosaic in row)
    wide = min(LARGEST_CELL * 2, (width - GAP * (len(row) - 1)) / columns)
    if facing or (free and len(row) == 1):
        return wide, min(PITCH, tallest)
    return (min(wide, tallest * 4), min(tallest, LARGEST_CELL)) if free else (min(wide, tallest),) * 2


def _rows(layer: Layer, specs: Sequence[WeightSpec]) -> Iterator[Row]:
    if isinstance(layer, Recurrent):
        yield from _gates(layer, specs)
        return
    several = len(specs) > 1
    for spec in specs:
        yield [Mosaic(spec.name, spec.shape, _cells(spec.shape), label=spec.name if several else "")]


def _gates(layer: Recurrent, specs: Sequence[WeightSpec]) -> Iterator[Row]:
    """For each direction and gate the weights from the input beside those from the state, one line a unit."""
    shapes = {spec.name: spec.shape for spec in specs}
    for prefix in layer.prefixes:
        for number, gate in enumerate(layer.gate_names):
            units = range(number * layer.units, (number + 1) * layer.units)
            several = gate if len(layer.gate_names) > 1 else ""
            label = f"{several} \N{LEFTWARDS ARROW}" if prefix else several
            names = (f"{prefix}kernel", f"{prefix}recurrent_kernel")
            yield [
                Mosaic(
                    name,
                    shapes[name],
                    _places(shapes[name], range(shapes[name][0]), units).T,
                    label=label if name == names[0] or not label else " ",
                )
                for name in names
            ]


def _cells(shape: Shape) -> Places:
    """The places of an array by its dimensions: a line, a matrix with one row an output, or kernels side by side."""
    places = _places(shape, *map(range, shape))
    match len(shape):
        case 1:
            return places[np.newaxis]
        case 2:
            return places.T
        case _:
            return _tiles(places)


def _values(shape: Shape) -> Places:
    """The places of one sample: pictures by channel, or a sequence with one row a step."""
    if len(shape) == 2:
        return _places(shape, *map(range, shape))
    return _tiles(_places((*shape, 1), *map(range, (*shape, 1))))


def _tiles(places: Places) -> Places:
    """(..., ins, outs) as one small picture for each pair, a cell apart; the longer of both sides runs down."""
    height, width = math.prod(places.shape[:-3]), places.shape[-3]
    grid = places.reshape(height, width, *places.shape[-2:]).transpose(3, 2, 0, 1)
    if 1 in grid.shape[:2]:
        grid = _folded(grid)
    elif grid.shape[0] < grid.shape[1]:
        grid = grid.transpose(1, 0, 2, 3)
    down, across = grid.shape[:2]
    framed = np.full((down, across, height + 1, width + 1), -1, np.intp)
    framed[:, :, :-1, :-1] = grid
    return framed.transpose(0, 2, 1, 3).reshape(down * (height + 1), across * (width + 1))[:-1, :-1]


def _folded(grid: Places) -> Places:
    """A single line of kernels as a block of several lines, about twice as high as wide."""
    tiles = grid.reshape(-1, *grid.shape[2:])
    across = math.ceil(math.sqrt(len(tiles) / 2))
    down = math.ceil(len(tiles) / across)
    block = np.full((down * across, *tiles.shape[1:]), -1, np.intp)
    block[: len(tiles)] = tiles
    return block.reshape(down, across, *tiles.shape[1:])


def _places(shape: Shape, *chosen: range) -> Places:
    """The flat indices of these entries along each axis, of many only every n-th: a huge array costs no more."""
    if math.prod(shape) > np.iinfo(np.intp).max:
        return np.full((1,) * len(shape), -1)
    mosts = [MOST_CELLS] * len(shape) if len(shape) < 3 else [MOST_SIDE] * (len(shape) - 2) + [MOST_TILES] * 2
    axes = [axis[:: math.ceil(len(axis) / most)] for axis, most in zip(chosen, mosts, strict=True)]
    return np.ravel_multi_index(np.ix_(*map(np.array, axes)), shape)
