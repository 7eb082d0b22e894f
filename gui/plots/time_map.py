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
    """Shares (moments, rows) as colours of the one magnitude ramp; their roots, so that thin tails are seen too."""

    def show_shares(self, steps: Array, edges: Array, shares: Array) -> None:
        """Draw other columns: the steps (n,), the ends of the rows (m + 1,) and the shares (n, m)."""
        start, end = float(steps[0]), max(float(steps[-1]), float(steps[0]) + 1)
        wanted = start + (np.arange(min(COLUMNS, max(1, 4 * len(steps)))) + 0.5) * (end - start) / min(
            COLUMNS, max(1, 4 * len(steps))
        )
        nearest = np.searchsorted((steps[1:] + steps[:-1]) / 2, wanted)
        usual = float(np.median(np.diff(steps))) if len(steps) > 1 else 1.0
        seen = np.abs(steps[nearest] - wanted) <= GAP * usual
        levels = np.sqrt(shares / max(1e-12, float(shares.max(initial=0.0))))
        theme = current()
        colors = theme.magnitude_ramp[np.round(levels * (STEPS - 1)).astype(np.intp)]
        colors[shares <= 0] = rgb(theme.panel)
        picture = colors[nearest]
        picture[~seen] = rgb(theme.panel)
        self.setImage(np.ascontiguousarray(picture.transpose(1, 0, 2)), autoLevels=False, levels=None)
        low, high = float(edges[0]), float(edges[-1])
        self.setRect(QRectF(start, low, end - start, high - low))


class RampKey(QWidget):
    """What the colours mean: the ramp between 0 and the largest share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_top(self, share: float) -> None:
        """The share that the strongest colour stands for."""
        text = f"{share:.0%}"
        if text != self._text:
            self._text = text
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(number_font(NOTE_PIXELS))
        return QSize(round(metrics.horizontalAdvance("0  100%")) + RAMP + 10, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme: Theme = current()
        painter = QPainter(self)
        painter.setFont(number_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        metrics = QFontMetricsF(painter.font())
        right = self.width() - metrics.horizontalAdvance("100%") - 4
        ramp = QRectF(right - RAMP, self.height() / 2 - 4, RAMP, 8)
        colors = np.ascontiguousarray(theme.magnitude_ramp[None])
        painter.drawImage(ramp, QImage(colors.data, STEPS, 1, 3 * STEPS, QImage.Format.Format_RGB888))
        upright = Qt.AlignmentFlag.AlignVCenter
        zero = QRectF(0, 0, ramp.left() - 4, self.height())
        painter.drawText(zero, upright | Qt.AlignmentFlag.AlignRight, "0")
        painter.drawText(QRectF(ramp.right() + 4, 0, 60, self.height()), upright, self._text)
