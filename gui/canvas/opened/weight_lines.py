"""The weights between two columns of neurons, one line each, drawn together by colour."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPath
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from gui.canvas.layer_picture import Column
from gui.canvas.opened.value_inks import LEVELS, ValueInks, line_levels

Array = NDArray[np.floating]

MOST_LINES = 2048
"""A layer with more weights shows them as a mosaic."""
THINNEST, WIDEST = 0.6, 3.6
SHARE_OF_PITCH = 0.2
"""A line is at most this wide beside the distance of the neurons, so that lines of large layers stay apart."""
LINES_LAYER = 1.2
"""Above the cards and below what is inside them; the strongest lines lie on top."""


class Strokes(QGraphicsPathItem):
    """All lines of one colour, painted by Qt alone while training goes on: a `paint` in Python would stop it."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.extent = QRectF()
        self.setZValue(LINES_LAYER + 0.01 * abs(level))

    def boundingRect(self) -> QRectF:
        """Around all lines of the layer; Qt's own would trace every outline."""
        return self.extent

    def shape(self) -> QPainterPath:
        return QPainterPath()


class WeightLines:
    """Lines from each neuron of one column to each of another; entry (i, j) of the kernel is number i * outs + j."""

    def __init__(self, scene: QGraphicsScene, source: Column, target: Column) -> None:
        self.source, self.target = source, target
        self.widest = max(1.2, min(WIDEST, SHARE_OF_PITCH * min(source.pitch, target.pitch)))
        self._ends: tuple[QPointF, QPointF] | None = None
        self._x = self._y = np.zeros((0, 2))
        self._inks: tuple[ValueInks, bool] | None = None
        self._levels = np.zeros(len(self), np.int8)
        self._strokes = {level: Strokes(level) for level in range(-LEVELS, LEVELS + 1)}
        for strokes in self._strokes.values():
            scene.addItem(strokes)

    def __len__(self) -> int:
        return self.source.count * self.target.count

    def remove(self) -> None:
        """Take all lines off the scene."""
        for strokes in self._strokes.values():
            if (scene := strokes.scene()) is not None:
                scene.removeItem(strokes)

    def place(self, start: QPointF, end: QPointF) -> None:
        """Run between columns whose cards have their middles here."""
        if self._ends == (start, end):
            return
        self._ends = start, end
        x0 = start.x() + self.source.x + self.source.rect.width() / 2
        x1 = end.x() + self.target.x - self.target.rect.width() / 2
        y0, y1 = start.y() + self.source.heights, end.y() + self.target.heights
        self._x = np.tile([x0, x1], (len(self), 1))
        self._y = np.stack([np.repeat(y0, len(y1)), np.tile(y1, len(y0))], axis=1)
        edge = self.widest
        extent = QRectF(QPointF(x0, min(y0[0], y1[0])), QPointF(x1, max(y0[-1], y1[-1]))).normalized()
        for strokes in self._strokes.values():
            strokes.prepareGeometryChange()
            strokes.extent = extent.adjusted(-edge, -edge, edge, edge)
        self._draw()

    def show(self, shares: Array | None, inks: ValueInks, signed: bool) -> None:
        """Take over (in, out) shares of the full colour; None where nothing is known, which shows all as zero."""
        self._levels = line_levels(shares.reshape(-1)) if shares is not None else np.zeros(len(self), np.int8)
        if self._inks != (inks, signed):
            self._inks = inks, signed
            for level, strokes in self._strokes.items():
                width = THINNEST + (self.widest - THINNEST) * abs(level) / LEVELS
                strokes.setPen(QPen(inks.line_color(level, signed), width))
        self._draw()

    def _draw(self) -> None:
        """Put every line to those of its colour."""
        if self._ends is None:
            return
        order = np.argsort(self._levels, kind="stable")
        x, y = self._x[order], self._y[order]
        ends = np.searchsorted(self._levels[order], list(self._strokes), side="right").tolist()
        for (first, last), strokes in zip(itertools.pairwise([0, *ends]), self._strokes.values(), strict=True):
            strokes.setVisible(first < last)
            if first < last:
                strokes.setPath(arrayToQPath(x[first:last].ravel(), y[first:last].ravel(), connect="pairs"))

    def pen(self, number: int) -> QPen:
        """How one line is drawn."""
        return self._strokes[int(self._levels[number])].pen()

    def line(self, number: int) -> QLineF:
        """Where one line runs."""
        (x0, x1), (y0, y1) = self._x[number].tolist(), self._y[number].tolist()
        return QLineF(x0, y0, x1, y1)

    def nearest(self, point: QPointF, reach: float) -> int | None:
        """The line nearest to a point, if it is within reach."""
        if self._ends is None:
            return None
        (x0, x1), (y0, y1) = self._x.T, self._y.T
        if not min(x0[0], x1[0]) < point.x() < max(x0[0], x1[0]):
            return None
        share = (point.x() - x0) / (x1 - x0)
        slope = (y1 - y0) / (x1 - x0)
        apart = np.abs(y0 + share * (y1 - y0) - point.y()) / np.sqrt(1 + slope**2)
        best = int(apart.argmin())
        return best if apart[best] <= reach else None
