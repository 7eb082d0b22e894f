"""Where curves go on above a chart, whose range leaves out what has run away, or begun far above the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.i18n import number
from gui.plots.chart import Chart
from gui.theme import current, magnified, note_font

Array = NDArray[np.float64]

HALF, HEIGHT, GAP, ROW = 4.5, 7.0, 5.0, 16
"""Pixels of an arrow's half width and height, between it and the words, and of their height."""


class Exit(NamedTuple):
    """Where a curve leaves the chart upwards, up to what it goes on, and its colour."""

    place: float
    most: float
    color: str


def exits(curves: Sequence[tuple[Array, Array, str]], top: float) -> list[Exit]:
    """Where each of these curves, x and y and colour, first goes above `top`; none for those that stay below."""
    found = []
    for x, y, color in curves:
        above = np.flatnonzero(y > top)  # not where it is a gap
        if len(above):
            last = max(0, int(above[0]) - 1)
            pieces = slice(last, int(above[0]) + 1)
            place = np.interp(top, y[pieces], x[pieces]) if np.isfinite(y[last]) else x[above[0]]
            found.append(Exit(float(place), float(np.nanmax(y)), color))
    return found


class Beyond(QGraphicsItem):
    """An arrow at the upper edge for each such curve, and in words up to what the largest goes on.

    It lies on the chart's view, in pixels, and is seen as long as the chart shows the range that it was given.
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart.view)
        self._chart = chart
        self.exits: list[Exit] = []
        self.setZValue(30)
        chart.view.sigRangeChanged.connect(self._move)
        chart.view.sigResized.connect(self._move)

    def show_exits(self, exits: list[Exit]) -> None:
        """Point at these."""
        if exits != self.exits:
            self.exits = exits
            self.update()

    @property
    def text(self) -> str:
        """Up to what the largest goes on."""
        if not self.exits:
            return ""
        told = QCoreApplication.translate("Beyond", "up to {value}")
        return told.format(value=number(max(each.most for each in self.exits), 2))

    def _move(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._chart.view.rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.exits or not self._chart.following:
            return
        bounds, (first, last) = self.boundingRect(), self._chart.view.viewRange()[0]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        end = GAP
        for place, _, color in sorted(self.exits, key=lambda each: each.place):
            x = max((place - first) / (last - first) * bounds.width(), end - GAP + HALF)  # each beside the others
            painter.setBrush(QColor(color))
            painter.drawPolygon(
                QPolygonF([QPointF(x - HALF, HEIGHT + 1), QPointF(x + HALF, HEIGHT + 1), QPointF(x, 1)])
            )
            end = x + HALF + GAP
        painter.setFont(note_font())
        painter.setPen(QColor(current().muted))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self.text) + 1
        if end + width > bounds.width():  # to the left of all arrows
            end = min(each.place - first for each in self.exits) / (last - first) * bounds.width() - HALF - GAP - width
        painter.drawText(QRectF(end, 0, width, magnified(ROW)), Qt.AlignmentFlag.AlignTop, self.text)
