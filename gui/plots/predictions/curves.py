"""How well each class is found, as curves and figures; or how far measures are from what was wanted, as charts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.answer_curves import ClassFigures, Course, Residuals, answer_curves
from engine.data import Prepared
from engine.errors import DataError
from engine.network import Network
from gui.class_looks import class_colors
from gui.i18n import measure, paragraph
from gui.mailbox import Probe
from gui.plots.bars import SignBars
from gui.plots.chart import Chart
from gui.plots.export import Table
from gui.plots.legend import Legend, LegendRow
from gui.plots.points import faint
from gui.plots.predictions.page import Page
from gui.plots.predictions.readings import bar_text, course_text, nearest, point_text, roc_text
from gui.plots.rows import RowsModel, SpreadTable
from gui.theme import Theme, current
from gui.widgets.line_text import LineText

ROC, CLASSES, COURSE, FIT, HISTOGRAM, RESIDUALS = range(6)
MARGIN = 0.04
"""Share of a range that is shown beyond it."""
DOT = 5.0


class ClassModel(RowsModel):
    """One row a class."""

    figures: tuple[ClassFigures, ...] = ()

    def show(self, figures: tuple[ClassFigures, ...]) -> None:
        """Other figures; the rows stay where the classes are the same."""
        if len(figures) == len(self.figures) and figures:
            self.figures = figures
            self.dataChanged.emit(self.index(0, 0), self.index(len(figures) - 1, len(self.headings()) - 1))
            return
        self.beginResetModel()
        self.figures = figures
        self.endResetModel()

    def headings(self) -> Sequence[str]:
        return (
            self.tr("Class"),
            self.tr("Precision"),
            self.tr("Recall"),
            "F1",
            "AUC",
            self.tr("Samples"),
        )

    def count(self) -> int:
        return len(self.figures)

    def is_word(self, column: int) -> bool:
        return column == 0

    def class_at(self, row: int, column: int) -> tuple[int, int] | None:
        return (row, len(self.figures)) if column == 0 else None

    def text(self, row: int, column: int) -> str:
        figure = self.figures[row]
        if column == 0:
            return figure.name
        values = (figure.precision, figure.recall, figure.f1, figure.area)
        return str(figure.support) if column == 5 else _share(values[column - 1])


def _share(value: float) -> str:
    return "\N{EN DASH}" if math.isnan(value) else f"{value:.3f}"


class CurvesPage(Page):
    """ROC curves beside the classes' figures; or predicted against actual, and the residuals in two charts.

    A series is shown over time first, and so without its residuals by value. The charts take their time to make, so
    that is done when the page is first seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("curves_page", parent)
        self._charts: list[Chart] = []
        self._in_time = False
        self._result: tuple[ClassFigures, ...] | Residuals | None = None
        self._curves: list[pg.PlotCurveItem] = []
        self._pointed: tuple[Chart, QPointF] | None = None

    def arrange(self, side: int | None) -> None:
        self._require_charts()
        super().arrange(side)
        self.reading.setVisible(side != CLASSES)

    def _require_charts(self) -> None:
        if not self._charts:
            self._make()
            self.retheme(current())
            self.retranslate()

    def _make(self) -> None:
        self.roc, self.course, self.fit, self.histogram, self.spread = self._charts = [Chart() for _ in range(5)]
        self.classes = ClassModel(self)
        self.class_table = SpreadTable(self.classes)
        self._chance = self._line(self.roc)
        self._perfect = self._line(self.fit)
        self._none_missed = self._line(self.spread)
        self.bars = SignBars()
        self.histogram.addItem(self.bars)
        self.fit_points, self.spread_points = (pg.ScatterPlotItem(pxMode=True, pen=None) for _ in range(2))
        self.fit.addItem(self.fit_points)
        self.spread.addItem(self.spread_points)
        self.actual_line, self.forecast_line = (pg.PlotCurveItem(antialias=True, connect="finite") for _ in range(2))
        for line in (self.actual_line, self.forecast_line):
            self.course.addItem(line)
        self.reading = LineText("note")
        self.add_above(self.reading)
        for chart in self._charts:
            chart.hovered.connect(partial(self._point, chart))
        self.add_side(self.roc)
        self.add_side(self.class_table)
        self.add_side(self._over_time(), 2)
        for side in (self.fit, self.histogram, self.spread):
            self.add_side(side)

    def _point(self, chart: Chart, place: QPointF | None) -> None:
        """Read what is under the mouse; one that leaves a chart may have come to the next one already."""
        if place is not None:
            self._pointed = chart, place
        elif self._pointed is not None and self._pointed[0] is chart:
            self._pointed = None
        self._read()

    def _read(self) -> None:
        for chart in (self.roc, self.course):
            chart.cursor_line.setVisible(self._pointed is not None and self._pointed[0] is chart)
        text = self._said(*self._pointed) if self._pointed is not None else ""
        self.reading.setText(text or self._said_of_all())

    def _said(self, chart: Chart, place: QPointF) -> str:
        """What a chart says at a place."""
        found = self._result
        if not isinstance(found, Residuals):
            self.roc.cursor_line.setValue(place.x())
            return roc_text(found or (), place.x())
        if chart is self.course and found.course is not None:
            self.course.cursor_line.setValue(place.x())
            return course_text(found.course, place.x())
        if chart is self.histogram:
            return bar_text(found, place.x())
        x, y = (
            (found.actual, found.predicted) if chart is self.fit else (found.predicted, found.predicted - found.actual)
        )
        point = nearest(chart, x, y, place)
        return point_text(found, point) if point is not None else ""

    def _said_of_all(self) -> str:
        """What holds of all of them, while nothing is pointed at."""
        found = self._result
        if not isinstance(found, Residuals):
            return self.tr("The dashed line is chance.") if found else ""
        words = self.tr("Residual: predicted minus actual. Mean {mean}, standard deviation {deviation}.")
        return words.format(mean=measure(found.mean, 3), deviation=measure(found.deviation, 3))

    def _over_time(self) -> QWidget:
        """The chart of a series below the words for its two lines."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.legend = Legend()
        column.addWidget(self.legend)
        column.addWidget(self.course, 1)
        return side

    @staticmethod
    def _line(chart: Chart) -> pg.PlotCurveItem:
        line = pg.PlotCurveItem(antialias=True)
        line.setZValue(-5)
        chart.addItem(line)
        return line

    def begin(self, prepared: Prepared) -> None:
        self._in_time = bool(prepared.raw.begins)

    def probe(self) -> Probe:
        return partial(_compute, part=self.part, node=self.node)

    def show_result(self, result: object) -> None:
        self._require_charts()
        if isinstance(result, Residuals):
            self._result = result
            self._draw_residuals(result)
            if result.course is not None:
                self._draw_course(result.course)
        elif isinstance(result, tuple):
            self._result = result
            self._draw_classes(result)
        self._read()

    def titles(self) -> Sequence[str]:
        if not self.tells_classes:
            over_time = self.tr("Over time") if self._in_time else ""
            by_value = "" if self._in_time else self.tr("Residuals by value")
            return ("", "", over_time, self.tr("Predicted and actual"), self.tr("Residuals"), by_value)
        return (self.tr("ROC curves"), self.tr("Figures by class"))

    def has(self, side: int) -> bool:
        if side in (COURSE, RESIDUALS) and self._in_time is not (side == COURSE):
            return False
        return (side < COURSE) is self.tells_classes

    # Drawing

    def _draw_classes(self, figures: tuple[ClassFigures, ...]) -> None:
        colors = class_colors(len(figures), current())
        while len(self._curves) < len(figures):
            curve = pg.PlotCurveItem(antialias=True)
            self.roc.addItem(curve)
            self._curves.append(curve)
        for index, curve in enumerate(self._curves):
            roc = figures[index].roc if index < len(figures) else None
            curve.setVisible(roc is not None)
            if roc is not None:
                curve.setPen(pg.mkPen(colors[index % len(colors)], width=2 * self.devicePixelRatioF()))
                curve.setData(roc[0], roc[1])
        self._dotted(self._chance, (0.0, 1.0), (0.0, 1.0))
        self.roc.show_range((-MARGIN, 1 + MARGIN), (-MARGIN, 1 + MARGIN))
        known = self.classes.count()
        self.classes.show(figures)
        if known != len(figures):
            self.class_table.fit_columns()

    def _draw_residuals(self, found: Residuals) -> None:
        brush = pg.mkBrush(faint(current()))
        missed = found.predicted - found.actual
        for item, x, y in (
            (self.fit_points, found.actual, found.predicted),
            (self.spread_points, found.predicted, missed),
        ):
            item.setData(x=x, y=y, brush=brush, size=DOT)
        both = np.concatenate([found.actual, found.predicted])
        low, high = _spanned(both)
        self._dotted(self._perfect, (low, high), (low, high))
        self.fit.show_range((low, high), (low, high))
        left, right = _spanned(found.predicted)
        self._dotted(self._none_missed, (left, right), (0.0, 0.0))
        self.spread.show_range((left, right), _spanned(np.append(missed, 0.0)))
        self.bars.set_bars(found.edges, found.counts.astype(np.float64))
        top = float(found.counts.max(initial=1))
        self.histogram.show_range((float(found.edges[0]), float(found.edges[-1])), (0.0, top * (1 + 2 * MARGIN)))
        self.histogram.setToolTip(self._said_of_all())

    def _draw_course(self, found: Course) -> None:
        theme, apart = current(), np.flatnonzero(np.diff(found.steps) > 1) + 1
        steps = np.insert(found.steps.astype(np.float64) + 1.0, apart, np.nan)  # a line ends where steps are missing
        for line, values, ink in (
            (self.actual_line, found.actual, theme.muted),
            (self.forecast_line, found.forecast, theme.negative),
        ):
            line.setPen(pg.mkPen(ink, width=(1.5 if line is self.actual_line else 2) * self.devicePixelRatioF()))
            line.setData(steps, np.insert(values, apart, np.nan))
        self.legend.set_rows((
            LegendRow(theme.muted, self.tr("actual"), measure(float(found.actual[-1]), 5)),
            LegendRow(theme.negative, self.tr("forecast"), measure(float(found.forecast[-1]), 5)),
        ))  # fmt: skip
        both = np.concatenate([found.actual, found.forecast])
        first, last = (float(found.steps[place] + 1) for place in (0, -1))
        self.course.show_range((first, max(last, first + 1)), _spanned(both[np.isfinite(both)]))

    def _dotted(self, line: pg.PlotCurveItem, x: tuple[float, float], y: tuple[float, float]) -> None:
        pen = pg.mkPen(current().muted, width=self.devicePixelRatioF(), style=Qt.PenStyle.DashLine)
        line.setPen(pen)
        line.setData(np.array(x), np.array(y))

    def retheme(self, theme: Theme) -> None:
        if not self._charts:
            return
        for chart in self._charts:
            chart.retheme(theme)
        self.bars.update()
        self.class_table.viewport().update()
        if self._result is not None:
            self.show_result(self._result)

    def retranslate(self) -> None:
        if not self._charts:
            return
        for chart, name, bottom, left in (
            (self.roc, self.tr("ROC curves"), self.tr("false alarms"), self.tr("found")),
            (self.course, self.tr("Actual and forecast over time"), self.tr("step"), ""),
            (self.fit, self.tr("Predicted against actual"), self.tr("actual"), self.tr("predicted")),
            (self.histogram, self.tr("Histogram of residuals"), self.tr("residual"), ""),
            (self.spread, self.tr("Residuals against predicted"), self.tr("predicted"), self.tr("residual")),
        ):
            chart.setAccessibleName(name)
            chart.bottom.set_title(bottom)
            chart.left.set_title(left)
        self.histogram.left.whole = True
        told = self.tr(
            "For every threshold, the share of a class's samples that is found, over the share of the others that is "
            "taken for it. The dashed line is chance."
        )
        self.roc.setToolTip(paragraph(told))
        self.class_table.setAccessibleName(self.tr("Classes"))
        self.classes.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self.class_table.fit_columns()
        if self._result is not None:
            self.show_result(self._result)

    def reset_view(self) -> None:
        """Show everything again after people moved a chart."""
        for chart in self._charts:
            chart.reset_view()

    # Copying

    def texts(self) -> list[list[list[str]]]:
        if isinstance(self._result, Residuals):
            actual, predicted = self._result.actual, self._result.predicted
            rows = zip(actual.tolist(), predicted.tolist(), (predicted - actual).tolist(), strict=True)
            head = [self.tr("Actual"), self.tr("Predicted"), self.tr("Residual")]
            return [[head, *([measure(value, 6) for value in row] for row in rows)]]
        return [self.classes.texts(range(self.classes.count()))]

    def table(self) -> Table:
        if isinstance(self._result, Residuals):
            if (course := self._result.course) is not None:
                return {
                    "step": (course.steps + 1).tolist(),
                    "actual": course.actual.tolist(),
                    "forecast": course.forecast.tolist(),
                }
            actual, predicted = self._result.actual, self._result.predicted
            return {
                "actual": actual.tolist(),
                "predicted": predicted.tolist(),
                "residual": (predicted - actual).tolist(),
            }
        figures = self._result or ()
        columns: dict[str, list[float | str]] = {
            "class": [figure.name for figure in figures],
            "precision": [figure.precision for figure in figures],
            "recall": [figure.recall for figure in figures],
            "f1": [figure.f1 for figure in figures],
            "auc": [figure.area for figure in figures],
            "samples": [figure.support for figure in figures],
        }
        for figure in figures:
            if figure.roc is not None:
                columns[f"false alarms {figure.name}"] = figure.roc[0].tolist()
                columns[f"found {figure.name}"] = figure.roc[1].tolist()
        return columns


def _spanned(values: np.ndarray) -> tuple[float, float]:
    """From the least to the largest, with a margin."""
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    margin = MARGIN * (high - low) or 0.5
    return low - margin, high + margin


def _compute(
    network: Network, prepared: Prepared, part: str, node: str
) -> tuple[ClassFigures, ...] | Residuals | DataError:
    try:
        return answer_curves(network, prepared, part, node)
    except DataError as error:
        return error
