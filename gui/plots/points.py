"""The data as points over a chart: training samples filled, held-out ones as rings, each class with its shape."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from engine.classes import class_numbers
from engine.data import Dataset, Prepared
from gui.class_looks import class_colors, class_shapes
from gui.plots.chart import Chart
from gui.theme import Theme

Array = NDArray[np.floating]

MOST = 1500
"""Points of a part that are drawn; of more, every n-th."""
CROWD, CROWDED = 100, 0.72
"""From so many points on, each is drawn so much smaller, so that the surface behind them is seen."""
LONE_SIZE = {1: 6.0, 2: 8.0}
"""Pixels of a sample without a class, on a line and in the plane."""
RING, BORDER = 2.0, 1.0
"""Pixels of the outline of a held-out sample, and of the edge around one that is trained on."""


def class_labels(dataset: Dataset, targets: Array) -> NDArray[np.intp] | None:
    """Each sample's class, or None where there are no classes."""
    if not dataset.classes:
        return None
    return class_numbers(targets.reshape(len(targets), -1), len(dataset.classes))


def faint(theme: Theme) -> QColor:
    """The colour of measured values, over which the fitted curve stands out."""
    color = QColor(theme.muted)
    color.setAlphaF(0.75)
    return color


def first_targets(targets: Array) -> Array:
    """The first target of each sample, the one that a regression shows."""
    return targets.reshape(len(targets), -1)[:, 0]


def graded(values: Array, theme: Theme) -> list[QColor]:
    """A colour of the diverging ramp for each value, the least and the largest at its ends."""
    low, high = float(values.min()), float(values.max())
    half = max((high - low) / 2, 1e-12)
    return [theme.sign_color((value - low) / half - 1) for value in values.tolist()]


class Points:
    """Two scatter plots: `training` and `validation`.

    `sharpness` is the screen's, with which outlines do not grow; where the chart is `empty` behind them, pale points
    have a visible edge.
    """

    def __init__(self, chart: Chart, empty: bool = False) -> None:
        self.sharpness = 1.0
        self._empty = empty
        self.training = pg.ScatterPlotItem(pxMode=True)
        self.validation = pg.ScatterPlotItem(pxMode=True)
        for item in (self.validation, self.training):
            item.setZValue(10)
            chart.addItem(item)

    def show(self, prepared: Prepared, theme: Theme, sharpness: float = 1.0) -> None:
        """Draw these data, in their own units."""
        self.sharpness = sharpness
        dataset = prepared.dataset
        for item, part in ((self.training, prepared.raw.training), (self.validation, prepared.raw.validation)):
            if part is None:
                item.clear()
                continue
            inputs, targets = np.asarray(part[0]), np.asarray(part[1])
            stride = math.ceil(len(inputs) / MOST)
            places, targets = inputs[::stride], targets[::stride]
            labels, values = class_labels(dataset, targets), first_targets(targets)
            self.place(item, places, labels, len(dataset.classes), values, theme, len(dataset) > CROWD)

    def place(
        self,
        item: pg.ScatterPlotItem,
        places: Array,
        labels: NDArray[np.intp] | None,
        classes: int,
        values: Array,
        theme: Theme,
        crowded: bool,
    ) -> None:
        """Draw samples at places (n, 2) by class or value, or those at places (n, 1) above a line."""
        y = places[:, 1] if places.shape[1] == 2 else values
        if labels is not None:
            palette, shapes = class_colors(classes, theme), class_shapes(classes)
            colors = [QColor(palette[label]) for label in labels.tolist()]
            symbols = [shapes[label].symbol for label in labels.tolist()]
            crowding = CROWDED if crowded else 1.0
            sizes = [shapes[label].size * crowding for label in labels.tolist()]
        else:
            colors = graded(values, theme) if places.shape[1] == 2 else [faint(theme)] * len(values)
            symbols = ["o"] * len(values)
            sizes = [LONE_SIZE[places.shape[1]]] * len(values)
        back = QColor(theme.panel)
        if item is self.training:
            brush: object = [pg.mkBrush(color) for color in colors]
            edge = QColor(theme.muted) if self._empty and labels is None else back
            border = pg.mkPen(edge, width=BORDER * self.sharpness)
            pen: object = None if labels is None and places.shape[1] == 1 else border
        else:
            width = RING * self.sharpness
            brush, pen = pg.mkBrush(back), [pg.mkPen(color, width=width) for color in colors]
        item.setData(x=places[:, 0], y=y, symbol=symbols, brush=brush, pen=pen, size=sizes)

    def move(self, item: pg.ScatterPlotItem, places: Array) -> None:
        """The same samples, drawn as before, at other places (n, 2)."""
        item.data["x"], item.data["y"] = places.T
        item.bounds = [None, None]
        item.prepareGeometryChange()
        item.invalidate()
