"""Bars of a histogram around zero: orange where values are negative, blue where they are positive."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.theme import current

Array = NDArray[np.floating]

WIDE_ENOUGH = 4.0
"""Pixels of a bar from which on a gap parts it from its neighbour."""


class SignBars(pg.GraphicsObject):
    """Bars whose edges lie on whole pixels, so that all gaps look alike."""

    def __init__(self) -> None:
        super().__init__()
        self.edges: Array = np.zeros(1)
        self.heights: Array = np.zeros(0)

    def set_bars(self, edges: Array, heights: Array) -> None:
        """Other bars: one edge more than there are heights."""
        self.prepareGeometryChange()
        self.edges, self.heights = edges, heights
        self.update()

    def colors(self) -> list[str]:
        """The colour of each bar."""
        theme = current()
        return [theme.negative if edge < 0 else theme.positive for edge in self.edges[:-1].tolist()]

    def boundingRect(self) -> QRectF:
        top = float(self.heights.max(initial=0.0))
        return QRectF(float(self.edges[0]), 0.0, float(self.edges[-1] - self.edges[0]), top)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        transform = QTransform(painter.worldTransform())
        painter.resetTransform()
        painter.setPen(Qt.PenStyle.NoPen)
        xs = [transform.m11() * edge + transform.dx() for edge in self.edges.tolist()]
        base, scale = round(transform.dy()), transform.m22()
        for left, right, height, color in zip(xs[:-1], xs[1:], self.heights.tolist(), self.colors(), strict=True):
            if height > 0:
                start, end = round(left), round(right)
                width = end - start - (1 if right - left >= WIDE_ENOUGH else 0)
                top = min(base - 1, round(base + scale * height))
                painter.fillRect(start, top, max(1, width), base - top, QColor(color))
