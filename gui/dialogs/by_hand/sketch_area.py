"""The plane in which a function is sketched: one value over each place, wherever the hand went."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.data import SketchedCurve
from engine.data.painted import PLACES
from gui import theme
from gui.dialogs.by_hand.plane import Plane
from gui.dialogs.by_hand.steps import Steps

Array = NDArray[np.float64]

COLUMNS = 201
"""Places along x that can hold a value; between those that do the curve is straight."""
ALONG = np.linspace(-1.0, 1.0, COLUMNS)
ERASER = 0.05
MOST_DOTS = 1500
DOT = 3.0


def heights_of(source: SketchedCurve) -> Array:
    """The values (COLUMNS,) of a source's curve, NaN where it has none."""
    if source.content is None:
        return np.full(COLUMNS, np.nan)
    places = source.held()[PLACES]
    inside = (places[0, 0] - 1e-9 <= ALONG) & (places[-1, 0] + 1e-9 >= ALONG)
    return np.where(inside, np.interp(ALONG, places[:, 0], places[:, 1]), np.nan)


class SketchArea(Plane):
    """Draws over what was there; the samples that would be taken stand around the curve."""

    def __init__(self, source: SketchedCurve) -> None:
        super().__init__(("x", "y"))
        self.steps = Steps(heights_of(source))
        self.source = source
        self._now = self.steps.now
        self._removing = False
        self._last = (0.0, 0.0)

    @property
    def heights(self) -> Array:
        """The values (COLUMNS,) that are seen, NaN where nothing is drawn."""
        return self._now

    @property
    def is_curve(self) -> bool:
        """Whether two places are drawn at least."""
        return bool(np.isfinite(self._now).sum() >= 2)

    def drawn(self) -> SketchedCurve:
        """The source with what is drawn, which must be a curve."""
        there = np.isfinite(self._now)
        return self.source.with_content({PLACES: np.column_stack([ALONG[there], self._now[there]])})

    def show_step(self) -> None:
        """Show the step that stands."""
        self._now = self.steps.now
        self.update()

    # Gestures

    def begin(self, x: float, y: float, erase: bool) -> None:
        self._removing = erase
        self._last = (x, y)
        self.move_to(x, y)

    def move_to(self, x: float, y: float) -> None:
        (from_x, from_y), self._last = self._last, (x, y)
        low, high = min(from_x, x), max(from_x, x)
        heights = self._now.copy()
        if self._removing:
            heights[(low - ERASER <= ALONG) & (high + ERASER >= ALONG)] = np.nan
        else:
            nearest = round((min(max(x, -1.0), 1.0) + 1) / 2 * (COLUMNS - 1))
            crossed = (low <= ALONG) & (high >= ALONG)
            if high > low:
                ends = sorted([(from_x, from_y), (x, y)])
                line = np.interp(ALONG, [end[0] for end in ends], [end[1] for end in ends])
                heights[crossed] = np.clip(line[crossed], -1.0, 1.0)
            heights[nearest] = min(max(y, -1.0), 1.0)
        self._now = heights

    def end(self) -> None:
        if not np.array_equal(self._now, self.steps.now, equal_nan=True):
            self.steps.put(self._now)

    # Painting

    def paint(self, painter: QPainter) -> None:
        colors = theme.current()
        if not self.is_curve:
            painter.setPen(QPen(QColor(colors.accent), 4.0, c=Qt.PenCapStyle.RoundCap))
            for column in np.flatnonzero(np.isfinite(self._now)).tolist():
                painter.drawPoint(self.pixel(float(ALONG[column]), float(self._now[column])))
            return
        source = self.drawn()
        dataset = source.load()
        x, y = np.asarray(dataset.inputs)[:MOST_DOTS, 0], np.asarray(dataset.targets)[:MOST_DOTS, 0]
        dots = QColor(colors.muted)
        dots.setAlphaF(0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dots)
        for place in zip(x.tolist(), y.tolist(), strict=True):
            painter.drawEllipse(self.pixel(*place), DOT, DOT)
        along, heights = source.curve()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent), 2.0))
        line: list[QPointF] = [self.pixel(*place) for place in zip(along.tolist(), heights.tolist(), strict=True)]
        painter.drawPolyline(QPolygonF(line))
