"""The loss over a plane as colours and contours, and the way that a run has taken over it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.landscape import Landscape
from gui.plots.chart import Chart
from gui.plots.classes import rgb
from gui.plots.insides.contours import contours
from gui.plots.insides.value_colors import legend_width, paint_legend
from gui.theme import STEPS, Theme, current

Array = NDArray[np.floating]

LINES = 11
HIGHEST = 0.97
"""The share of the grid that is told apart by colour: what lies above is as the highest of it."""
FAINT = 0.45


class Heights(NamedTuple):
    """From 0 to 1 what is drawn at each place, and the losses at both ends."""

    shares: Array
    low: float
    high: float


def heights(losses: Array, logarithmic: bool) -> Heights:
    """Losses as shares of what is shown; NaN stays."""
    finite = losses[np.isfinite(losses)]
    if not finite.size:
        return Heights(np.full(losses.shape, np.nan), np.nan, np.nan)
    low, high = float(finite.min()), float(np.quantile(finite, HIGHEST))
    high = max(high, low + 1e-12)
    if logarithmic and low > 0:
        return Heights(np.log(losses / low) / max(np.log(high / low), 1e-12), low, high)
    return Heights((losses - low) / (high - low), low, high)


class LandscapeChart(Chart):
    """Shows a landscape, and a path on it whose last place is the present one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.left.setGrid(False)
        self.image = pg.ImageItem()
        self.image.setZValue(-10)
        self.lines = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.path = pg.PlotCurveItem(antialias=True)
        self.shadow = pg.PlotCurveItem(antialias=True)
        self.stops = pg.ScatterPlotItem(pxMode=True)
        for height, item in enumerate((self.image, self.lines, self.shadow, self.path, self.stops)):
            item.setZValue(height - 10)
            self.addItem(item)
        self._show_axes(False)

    def _show_axes(self, shown: bool) -> None:
        """Numbers only where they are those of a landscape."""
        for axis in (self.left, self.bottom):
            axis.setOpacity(1.0 if shown else 0.0)

    def show_landscape(self, found: Landscape, shown: Heights, whole: bool) -> None:
        """Another one, or the same on a finer grid; contours only where all of it is known."""
        theme = current()
        self._show_axes(True)
        known = np.isfinite(shown.shares)
        places = np.clip(np.nan_to_num(shown.shares), 0, 1)
        colors = theme.magnitude_ramp[np.round(places * (STEPS - 1)).astype(np.intp)]
        colors[~known] = rgb(theme.panel)
        self.image.setImage(colors, autoLevels=False, levels=None)
        (left, right), (bottom, top) = found.x[[0, -1]].tolist(), found.y[[0, -1]].tolist()
        wide, high = (right - left) / (len(found.x) - 1), (top - bottom) / (len(found.y) - 1)
        self.image.setRect(QRectF(left - wide / 2, bottom - high / 2, right - left + wide, top - bottom + high))
        if whole:
            levels = np.linspace(0, 1, LINES + 1)[1:]
            self.lines.setData(*contours(found.x, found.y, np.where(known, shown.shares, 2.0), levels))
        self.show_range((left, right), (bottom, top))

    def show_path(self, places: Array, now: Array) -> None:
        """The way of the run, from the ring on, and the point (2,) where the network stands."""
        self.shadow.setData(*places.T)
        self.path.setData(*places.T)
        ends = np.vstack([places[:1], now])
        if len(ends) < 2:
            self.stops.clear()
            return
        theme = current()
        brushes = [pg.mkBrush(theme.panel), pg.mkBrush(theme.accent)]
        pens = [pg.mkPen(theme.text, width=2), pg.mkPen(theme.panel, width=2)]
        self.stops.setData(x=ends[:, 0], y=ends[:, 1], size=[8, 12], brush=brushes, pen=pens)

    def clear_all(self) -> None:
        """Show nothing."""
        self.image.clear()
        self._show_axes(False)
        self.lines.setData([], [])
        self.show_path(np.zeros((0, 2)), np.zeros((0, 2)))

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        if hasattr(self, "lines"):
            faint = QColor(theme.text)
            faint.setAlphaF(FAINT)
            self.lines.setPen(pg.mkPen(faint, width=1))
            self.shadow.setPen(pg.mkPen(theme.panel, width=4))
            self.path.setPen(pg.mkPen(theme.text, width=2))


class RampKey(QWidget):
    """The ramp of sizes with the numbers at its ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ends: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_ends(self, ends: tuple[float, float] | None) -> None:
        """What the ends of the ramp stand for, or nothing."""
        if ends != self.ends:
            self.ends = ends
            if ends is not None:
                self.setFixedWidth(round(legend_width(*ends)) + 2)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ends is not None:
            painter, theme = QPainter(self), current()
            painter.setPen(Qt.PenStyle.NoPen)
            paint_legend(painter, QRectF(self.rect()), *self.ends, theme, theme.magnitude_ramp)
