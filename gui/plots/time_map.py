"""Histograms over time as a picture: a column a moment, stronger where more of the numbers lie."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plots.classes import rgb
from gui.theme import NOTE_PIXELS, STEPS, Theme, current, number_font

Array = NDArray[np.float64]

COLUMNS = 320
"""Columns of the picture at most."""
GAP = 2.5
"""So many times the usual distance between two moments, and nobody has looked in between: nothing is drawn."""
RAMP = 56
"""Pixels of the key's ramp."""


class TimeMap(pg.ImageItem):
    """Strengths (moments, rows) as colours of the one magnitude ramp."""

    def show_strengths(self, steps: Array, edges: Array, strengths: Array) -> None:
        """Draw other columns: the steps (n,), the ends of the rows (m + 1,) and the strengths (n, m) from 0 to 1."""
        start, end = float(steps[0]), max(float(steps[-1]), float(steps[0]) + 1)
        columns = min(COLUMNS, 4 * len(steps))
        wanted = start + (np.arange(columns) + 0.5) * (end - start) / columns
        nearest = np.searchsorted((steps[1:] + steps[:-1]) / 2, wanted)
        usual = float(np.median(np.diff(steps))) if len(steps) > 1 else 1.0
        seen = np.abs(steps[nearest] - wanted) <= GAP * usual
        theme = current()
        colors = theme.magnitude_ramp[np.round(strengths * (STEPS - 1)).astype(np.intp)]
        colors[strengths <= 0] = rgb(theme.panel)
        picture = colors[nearest]
        picture[~seen] = rgb(theme.panel)
        self.setImage(np.ascontiguousarray(picture.transpose(1, 0, 2)), autoLevels=False, levels=None)
        low, high = float(edges[0]), float(edges[-1])
        self.setRect(QRectF(start, low, end - start, high - low))


class RampKey(QWidget):
    """What the colours mean: the ramp between the least and the largest share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = ("", "")
        self._strengths: Array = np.zeros(STEPS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_ends(self, low: float, high: float, strengths: Array) -> None:
        """The shares at the ends of the ramp, and the strengths (256,) evenly between them."""
        self.texts, self._strengths = (_percent(low), _percent(high)), strengths
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(number_font(NOTE_PIXELS))
        return QSize(round(metrics.horizontalAdvance("0.001%  100%")) + RAMP + 10, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme: Theme = current()
        painter = QPainter(self)
        painter.setFont(number_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        metrics = QFontMetricsF(painter.font())
        right = self.width() - metrics.horizontalAdvance("100%") - 4
        ramp = QRectF(right - RAMP, self.height() / 2 - 4, RAMP, 8)
        colors = np.ascontiguousarray(theme.magnitude_ramp[(self._strengths * (STEPS - 1)).astype(np.intp)][None])
        painter.drawImage(ramp, QImage(colors.data, STEPS, 1, 3 * STEPS, QImage.Format.Format_RGB888))
        upright = Qt.AlignmentFlag.AlignVCenter
        zero = QRectF(0, 0, ramp.left() - 4, self.height())
        painter.drawText(zero, upright | Qt.AlignmentFlag.AlignRight, self.texts[0])
        painter.drawText(QRectF(ramp.right() + 4, 0, 60, self.height()), upright, self.texts[1])


def _percent(share: float) -> str:
    """In as few digits as tell it."""
    return f"{share:.0%}" if share >= 0.01 or not share else f"{100 * share:.1g}%"
