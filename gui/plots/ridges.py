"""Histograms one behind the other: the newest in front, each a hill over the step at which it was taken."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.plots.surface import blended
from gui.theme import current

Array = NDArray[np.float64]

MOST = 20
"""Hills that are drawn at most."""
HEIGHT = 2.6
"""How high the highest hill is, in distances between two."""


class Ridges(pg.GraphicsObject):
    """Hills in a view whose vertical axis, the steps, runs downwards; `marked` is the index of one that stands out."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: Array = np.zeros(0)
        self.values: Array = np.zeros(0)
        self.shares: Array = np.zeros((0, 0))
        self.marked: int | None = None

    def set_hills(self, steps: Array, values: Array, shares: Array, marked: int | None) -> None:
        """Other hills (n, m): the steps (n,), the numbers (m,) over which they stand, and which one is marked."""
        self.prepareGeometryChange()
        self.steps, self.values, self.shares, self.marked = steps, values, shares, marked
        self.update()

    @property
    def spacing(self) -> float:
        """Steps between two hills."""
        return float(np.diff(self.steps).mean()) if len(self.steps) > 1 else 1.0

    @property
    def top(self) -> float:
        """Where the highest hill may end."""
        return float(self.steps[0]) - HEIGHT * self.spacing if len(self.steps) else 0.0

    def boundingRect(self) -> QRectF:
        if not len(self.steps):
            return QRectF()
        left, right = float(self.values[0]), float(self.values[-1])
        return QRectF(left, self.top, right - left, float(self.steps[-1]) - self.top)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current()
        scale = HEIGHT * self.spacing / max(1e-12, float(self.shares.max(initial=0.0)))
        count = len(self.steps)
        for index in range(count):
            marked = index == self.marked
            share = index / max(1, count - 1)
            pen = QPen(QColor(theme.accent) if marked else blended(theme.muted, theme.magnitude[2], share))
            pen.setCosmetic(True)
            pen.setWidthF(2 if marked else 1)  # any other width than 1 takes much longer
            painter.setPen(pen)
            painter.setBrush(blended(theme.panel, theme.accent if marked else theme.magnitude[1], 0.12 + 0.3 * share))
            painter.drawPolygon(self._hill(index, scale))

    def _hill(self, index: int, scale: float) -> QPolygonF:
        base = float(self.steps[index])
        crest = zip(self.values.tolist(), (base - scale * self.shares[index]).tolist(), strict=True)
        left, right = float(self.values[0]), float(self.values[-1])
        return QPolygonF([QPointF(left, base), *(QPointF(x, y) for x, y in crest), QPointF(right, base)])
