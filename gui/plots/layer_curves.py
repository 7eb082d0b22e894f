"""A number of each layer over the steps of a run: one line a layer, on a linear or a logarithmic scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.i18n import number
from gui.plots.chart import Chart
from gui.plots.classes import rgb
from gui.plots.legend import Legend, LegendRow, row_height
from gui.plots.log_scale import NOTHING, drawn, upright
from gui.plots.magnitude_bars import band_color
from gui.plots.ranges import SteadyRange
from gui.plots.smoothing import smoothed
from gui.theme import Theme, current

Array = NDArray[np.float64]

RAMP = {False: ("#243B8F", "#11858C", "#D98E04"), True: ("#6C8CFF", "#3FC6B2", "#FFE08A")}
"""From the first layer to the last, on a light and on a dark ground: from blue to yellow and ever lighter, which people
of any colour vision see."""
NEAR = 14
"""Pixels from which on the mouse points at a line."""
DASH = 0.01
"""The share of a run that is half of the dash for its only point."""
LEGEND_SHARE = 0.34
"""The share of the height that the key may take; with more layers it names some of them."""


def layer_colors(count: int, theme: Theme) -> tuple[str, ...]:
    """One colour a layer, along the network."""
    stops = np.array([rgb(stop) for stop in RAMP[theme.dark]], np.float64)
    wanted = np.linspace(0, len(stops) - 1, count)
    channels = [np.interp(wanted, np.arange(len(stops)), stops[:, channel]).round() for channel in range(3)]
    return tuple(QColor(*map(int, color)).name() for color in zip(*channels, strict=True))


class LayerCurves(QWidget):
    """Lines, and the key above them.

    `pointed` tells that the mouse points at another place.
    """

    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart, self.legend = Chart(), Legend()
        self.chart.bottom.whole = True
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.legend)
        rows.addWidget(self.chart, 1)
        self._shade = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._shade.setZValue(-50)
        self.chart.addItem(self._shade, ignoreBounds=True)
        self.band: tuple[float, float] | None = None
        """Between which values all goes well."""
        self.unit = ""
        """What is written behind each value."""
        self.smoothing = 0.0
        self.names: Mapping[str, str] = {}
        self.steps: Array = np.empty(0)
        self.series: Mapping[str, Array] = {}
        self.near: str | None = None
        self._bounds: tuple[float, float] | None = None
        self._curves: dict[str, pg.PlotCurveItem] = {}
        self._hovered: QPointF | None = None
        self._at: int | None = None
        self.reset_ranges()
        self.chart.hovered.connect(self._hover)

    # What is shown

    @property
    def logarithmic(self) -> bool:
        """Whether equal distances mean equal factors."""
        return self.chart.left.logarithmic

    def set_scale(self, logarithmic: bool, bounds: tuple[float, float] | None = None) -> None:
        """Another scale, which shows all between these `bounds` on a linear one; ranges begin anew."""
        self.chart.left.logarithmic = logarithmic
        self._bounds = bounds
        self.begin_anew()

    def begin_anew(self) -> None:
        """Show what comes next as if nothing had been shown before."""
        self.chart.following = True
        self.reset_ranges()

    def show_series(
        self, steps: Sequence[int], series: Mapping[str, Sequence[float]], names: Mapping[str, str], at: int
    ) -> None:
        """Draw these; `at` is the step at which the run stands."""
        if series.keys() != self.series.keys():
            self._make_curves(list(series))
        self.steps, self.names = np.array(steps, np.float64), names
        self.series = {node: smoothed(np.array(values, np.float64), self.smoothing) for node, values in series.items()}
        self._at = at
        for node, values in self.series.items():
            self._set_points(self._curves[node], values)
        self._shade.setVisible(self.band is not None)
        if self.band is not None:
            self._shade.setRegion(self._drawn(np.array(self.band)).tolist())
        self._fit()
        self._show_values()

    def _make_curves(self, nodes: list[str]) -> None:
        for curve in self._curves.values():
            self.chart.removeItem(curve)
        self._curves = {node: pg.PlotCurveItem(antialias=True) for node in nodes}
        for curve in self._curves.values():
            self.chart.addItem(curve)
        self.near = None
        self._dress()

    def _set_points(self, curve: pg.PlotCurveItem, values: Array) -> None:
        """A single point becomes a dash."""
        x, y = self.steps, self._drawn(values)
        if len(x) == 1:
            half = max(0.2, DASH * float(x[0]))
            x, y = x[0] + np.array([-half, half]), np.repeat(y, 2)
        curve.setData(x, y, connect="finite")

    def _drawn(self, values: Array) -> Array:
        return drawn(values, self.logarithmic)

    def _fit(self) -> None:
        lines = [self._drawn(values) for values in self.series.values()]
        y = np.concatenate([values[np.isfinite(values)] for values in lines]) if lines else np.empty(0)
        if self.band is not None:
            y = np.append(y, self._drawn(np.array(self.band)))
        if not len(self.steps):
            return
        if self._bounds is not None and not self.logarithmic:
            vertical = self._bounds
        elif not len(y):
            vertical = NOTHING
        else:
            vertical = upright(self._y, float(y.min()), float(y.max()), self.logarithmic)
        self.chart.show_range(self._x.follow(min(0.0, self.steps[0]), max(1.0, self.steps[-1])), vertical)

    def reset_ranges(self) -> None:
        """Let the ranges begin anew with what is shown next."""
        self._x = SteadyRange(room=0.06, little=0.9, pinned=0.0)
        self._y = SteadyRange(room=0.06)

    def reset_view(self) -> None:
        """Follow the data again."""
        self.reset_ranges()
        self.chart.reset_view()
        self._fit()

    # Pointing

    @property
    def step(self) -> int | None:
        """The step whose values are told: that under the mouse, or else that at which the run stands."""
        place = self._place()
        return int(self.steps[place]) if place is not None else None

    @property
    def hovers(self) -> bool:
        """Whether the mouse is over the lines."""
        return self._hovered is not None

    def _place(self) -> int | None:
        wanted = self._hovered.x() if self._hovered is not None else self._at
        if wanted is None or not len(self.steps):
            return None
        return int(np.abs(self.steps - wanted).argmin())

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place
        index = self._place()
        self.chart.cursor_line.setVisible(place is not None and index is not None)
        if place is not None and index is not None:
            self.chart.cursor_line.setValue(self.steps[index])
        near = self._nearest(place, index) if place is not None and index is not None else None
        if near != self.near:
            self.near = near
            self._dress()
        self._show_values()
        self.pointed.emit()

    def _nearest(self, place: QPointF, index: int) -> str | None:
        """The line under the mouse."""
        pixel = abs(self.chart.view.viewPixelSize()[1])
        away = {node: abs(float(self._drawn(values)[index]) - place.y()) for node, values in self.series.items()}
        known = {node: distance for node, distance in away.items() if distance <= NEAR * pixel}
        return min(known, key=known.__getitem__, default=None)

    def _show_values(self) -> None:
        place = self._place()
        colors = dict(zip(self.series, layer_colors(len(self.series), current()), strict=True))
        told = {
            node: "" if place is None else number(float(values[place]), 3) + self.unit
            for node, values in self.series.items()
        }
        rows = (LegendRow(colors[node], self.names.get(node, node), value) for node, value in told.items())
        self.legend.set_rows(self._told(tuple(rows)))

    def _told(self, rows: tuple[LegendRow, ...]) -> tuple[LegendRow, ...]:
        """All of them, or as many as there is room for, evenly from the first to the last."""
        most = self.legend.columns(rows) * max(1, int(LEGEND_SHARE * self.height() // row_height())) if rows else 0
        if len(rows) <= most:
            return rows
        chosen = np.unique(np.linspace(0, len(rows) - 1, max(1, most)).round().astype(int))
        return tuple(rows[index] for index in chosen.tolist())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_values()

    # Looks

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.chart.retheme(theme)
        self._shade.setBrush(band_color(theme))
        for line in self._shade.lines:
            line.setPen(pg.mkPen(None))
        self._dress()
        self._show_values()

    def _dress(self) -> None:
        """Thin lines: wide and dashed ones take many times as long, so only the one under the mouse is wide."""
        sharpness = self.devicePixelRatioF()
        for (node, curve), color in zip(self._curves.items(), layer_colors(len(self._curves), current()), strict=True):
            curve.setPen(pg.mkPen(color, width=2.5 * sharpness if node == self.near else 1))
            curve.setZValue(10 if node == self.near else 0)
