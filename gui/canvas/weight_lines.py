"""The weights between two columns of neurons, one line each, drawn together by colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QPen

from gui.canvas.inks import on_screen
from gui.canvas.layer_picture import Column
from gui.canvas.value_inks import LEVELS, ValueInks, line_levels

Array = NDArray[np.floating]

MOST_LINES = 2048
"""A layer with more weights shows them as a mosaic."""
THINNEST, WIDEST = 0.5, 3.6
THINNEST_SMOOTH, THINNEST_ROUGH = 0.6, 1.2
"""In pixels on screen; a rough line of one pixel and less takes ten times as long as a wider one."""
SHARE_OF_PITCH = 0.2
"""A line is at most this wide beside the distance of the neurons, so that lines of large layers stay apart."""
MOST_SMOOTH = 600
"""More lines than this have smooth edges only while nothing moves: those take ten times as long."""


class WeightLines:
    """Lines from each neuron of one column to each of another; entry (i, j) of the kernel is number i * outs + j."""

    def __init__(self, source: Column, target: Column) -> None:
        self.source, self.target = source, target
        self.widest = max(1.0, min(WIDEST, SHARE_OF_PITCH * min(source.pitch, target.pitch)))
        self._ends: tuple[QPointF, QPointF] | None = None
        self._points = np.zeros((0, 4))
        self._lines: list[QLineF] = []
        self._groups: dict[int, list[int]] = {}
        self._signed = True

    def __len__(self) -> int:
        return self.source.count * self.target.count

    def place(self, start: QPointF, end: QPointF) -> None:
        """Run between columns whose cards have their middles here."""
        if self._ends == (start, end):
            return
        self._ends = start, end
        x0 = start.x() + self.source.x + self.source.rect.width() / 2
        x1 = end.x() + self.target.x - self.target.rect.width() / 2
        y0, y1 = start.y() + self.source.heights, end.y() + self.target.heights
        points = np.empty((len(y0), len(y1), 4))
        points[..., 0], points[..., 2] = x0, x1
        points[..., 1], points[..., 3] = y0[:, np.newaxis], y1
        self._points = points.reshape(-1, 4)
        self._lines = [QLineF(*point) for point in self._points.tolist()]

    def show(self, shares: Array | None, signed: bool) -> None:
        """Take over (in, out) shares of the full colour; None where nothing is known, which shows all as zero."""
        levels = line_levels(shares.reshape(-1)) if shares is not None else np.zeros(len(self), np.int8)
        self._signed = signed
        order = np.argsort(levels, kind="stable")
        bounds = np.searchsorted(levels[order], np.arange(-LEVELS, LEVELS + 2))
        rows = order.tolist()
        self._groups = {
            level: rows[first:last]
            for level, first, last in zip(range(-LEVELS, LEVELS + 1), bounds[:-1], bounds[1:], strict=True)
            if first < last
        }

    def pen(self, number: int, inks: ValueInks) -> QPen:
        """How one line is drawn at 100 %."""
        level = next(level for level, rows in self._groups.items() if number in rows)
        return self._pen(level, inks, 1.0)

    def line(self, number: int) -> QLineF:
        """Where one line runs."""
        return self._lines[number]

    def paint(self, painter: QPainter, inks: ValueInks, scale: float, moving: bool) -> None:
        """The weakest first, so that the strongest lie on top."""
        smooth = not moving or len(self) <= MOST_SMOOTH
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        lines = self._lines
        for level in sorted(self._groups, key=abs):
            painter.setPen(self._pen(level, inks, scale, THINNEST_SMOOTH if smooth else THINNEST_ROUGH))
            painter.drawLines([lines[row] for row in self._groups[level]])

    def _pen(self, level: int, inks: ValueInks, scale: float, least: float = THINNEST_SMOOTH) -> QPen:
        width = THINNEST + (self.widest - THINNEST) * abs(level) / LEVELS
        return on_screen(inks.line_color(level, self._signed), width, scale, least)

    def nearest(self, point: QPointF, reach: float) -> int | None:
        """The line nearest to a point, if it is within reach."""
        if not len(self._points):
            return None
        x0, y0, x1, y1 = self._points.T
        if not x0[0] < point.x() < x1[0]:
            return None
        share = (point.x() - x0) / (x1 - x0)
        slope = (y1 - y0) / (x1 - x0)
        apart = np.abs(y0 + share * (y1 - y0) - point.y()) / np.sqrt(1 + slope**2)
        best = int(apart.argmin())
        return best if apart[best] <= reach else None
