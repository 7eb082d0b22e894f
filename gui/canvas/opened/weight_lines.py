"""The weights between two columns of neurons, one line each, drawn together by colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPath
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItemGroup, QGraphicsPathItem

from engine.direction import Direction
from gui.canvas.layer_picture import Column
from gui.canvas.opened.value_inks import LEVELS, ValueInks, line_levels

Array = NDArray[np.floating]

MOST_LINES = 2048
"""A layer with more weights shows them as a mosaic."""
THINNEST, WIDEST = 0.6, 3.6
SHARE_OF_PITCH = 0.2
"""A line is at most this wide beside the distance of the neurons, so that lines of large layers stay apart."""


class WeightLines(QGraphicsItemGroup):
    """Lines from each neuron of one column to each of another; entry (i, j) of the kernel is number i * outs + j.

    Qt paints them by itself, an item for each step of colour with the strongest on top: an override in Python of any
    method that painting calls would make training wait.
    """

    def __init__(self, source: Column, target: Column) -> None:
        super().__init__()
        self.source, self.target = source, target
        self.widest = max(1.2, min(WIDEST, SHARE_OF_PITCH * min(source.pitch, target.pitch)))
        self._ends: tuple[QPointF, QPointF] | None = None
        self._along = self._across = np.zeros((0, 2))
        self._inks: tuple[ValueInks, bool] | None = None
        self._levels = np.zeros(len(self), np.int8)
        self._strokes = {level: QGraphicsPathItem(self) for level in range(-LEVELS, LEVELS + 1)}
        for level, strokes in self._strokes.items():
            strokes.setZValue(abs(level))
        self.setFlag(QGraphicsItemGroup.GraphicsItemFlag.ItemHasNoContents)

    def __len__(self) -> int:
        return self.source.count * self.target.count

    def join(self, start: QPointF, end: QPointF) -> None:
        """Run between columns whose cards have their middles here."""
        if self._ends == (start, end):
            return
        self._ends = start, end
        turned, source, target = self.source.direction.turned, self.source, self.target
        along0, across0 = turned(*start.toTuple())
        along1, across1 = turned(*end.toTuple())
        leaving, arriving = across0 + source.places, across1 + target.places
        sides = along0 + source.along + source.half, along1 + target.along - target.half
        self._along = np.tile(sides, (len(self), 1))
        self._across = np.stack([np.repeat(leaving, len(arriving)), np.tile(arriving, len(leaving))], axis=1)
        self._draw(np.unique(self._levels))

    def take(self, shares: Array | None, inks: ValueInks, signed: bool) -> None:
        """Take over (in, out) shares of the full colour; None where nothing is known, which shows all as zero."""
        before = self._levels
        self._levels = line_levels(shares.reshape(-1)) if shares is not None else np.zeros(len(self), np.int8)
        if self._inks != (inks, signed):
            self._inks = inks, signed
            for level, strokes in self._strokes.items():
                width = THINNEST + (self.widest - THINNEST) * abs(level) / LEVELS
                strokes.setPen(QPen(inks.line_color(level, signed), width))
        changed = before != self._levels
        if changed.any():
            self._draw(np.union1d(before[changed], self._levels[changed]))

    def _draw(self, levels: NDArray[np.int8]) -> None:
        """Put the lines of these steps anew into the items that draw them."""
        for level in levels.tolist() if self._ends is not None else []:
            same = np.flatnonzero(self._levels == level)
            places = self._along[same].ravel(), self._across[same].ravel()
            x, y = places if self.source.direction is Direction.RIGHT else places[::-1]
            self._strokes[level].setPath(arrayToQPath(x, y, connect="pairs") if same.size else QPainterPath())

    def pen(self, number: int) -> QPen:
        """How one line is drawn."""
        return self._strokes[int(self._levels[number])].pen()

    def at(self, index: tuple[int, ...]) -> QLineF | None:
        """Where the line of an entry of the kernel runs, if there is one."""
        inside = len(index) == 2 and index[0] < self.source.count and index[1] < self.target.count
        return self.line(index[0] * self.target.count + index[1]) if inside else None

    def line(self, number: int) -> QLineF:
        """Where one line runs."""
        turned = self.source.direction.turned
        (along0, along1), (across0, across1) = self._along[number].tolist(), self._across[number].tolist()
        return QLineF(*turned(along0, across0), *turned(along1, across1))

    def nearest(self, point: QPointF, reach: float) -> int | None:
        """The line nearest to a point, if it is within reach."""
        if self._ends is None:
            return None
        along, across = self.source.direction.turned(*point.toTuple())
        (along0, along1), (across0, across1) = self._along[0].tolist(), self._across.T
        if not min(along0, along1) < along < max(along0, along1):
            return None
        slopes = (across1 - across0) / (along1 - along0)
        apart = np.abs(across0 + (along - along0) * slopes - across) / np.sqrt(1 + slopes**2)
        best = int(apart.argmin())
        return best if apart[best] <= reach else None
