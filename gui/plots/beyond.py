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

    def arrows(self) -> list[float]:
        """Where the arrows stand, in pixels and from left to right, each beside the others."""
        first, last = self._chart.view.viewRange()[0]
        found: list[float] = []
        for place in sorted(each.place for each in self.exits):
            room = found[-1] + 2 * HALF + GAP if found else HALF
            found.append(max((place - first) / (last - first) * self.boundingRect().width(), room))
        return found

    def words_place(self) -> QRectF:
        """Where the words stand: behind all arrows, or before them, or else below, but never cut."""
        arrows, room = self.arrows(), self.boundingRect().width()
        words = QRectF(arrows[-1] + HALF + GAP, 0, self._wide(), magnified(ROW))
        if words.right() > room:
            words.moveRight(arrows[0] - HALF - GAP)
        if words.left() < 0:
            words.moveTo(max(0.0, min(arrows[0] - words.width() / 2, room - words.width())), HEIGHT + 1)
        return words

    def _wide(self) -> float:
        return QFontMetricsF(note_font()).horizontalAdvance(self.text) + 1

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.exits or not self._chart.following:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for x, (_, _, color) in zip(self.arrows(), sorted(self.exits, key=lambda each: each.place), strict=True):
            painter.setBrush(QColor(color))
            painter.drawPolygon(
                QPolygonF([QPointF(x - HALF, HEIGHT + 1), QPointF(x + HALF, HEIGHT + 1), QPointF(x, 1)])
            )
        painter.setFont(note_font())
        painter.setPen(QColor(current().muted))
        painter.drawText(self.words_place(), Qt.AlignmentFlag.AlignTop, self.text)
