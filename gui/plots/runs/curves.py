"""The curves of several runs over each other."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.runs.comparison import MEASURES
from gui.i18n import grouped, number
from gui.plots.beyond import Beyond, exits
from gui.plots.chart import Chart
from gui.plots.envelope import Envelope
from gui.plots.legend import Legend, LegendRow
from gui.plots.log_scale import LogScale, drawn, seen_ends, upright_course
from gui.plots.ranges import SteadyRange
from gui.plots.runs.line import Line, told_apart
from gui.plots.segmented import SegmentedSwitch
from gui.plots.smoothing import Smoothing, smoothed
from gui.run_looks import line_pen, run_look
from gui.theme import Theme, current
from gui.widgets.controls import ComboBox, fill, name_aloud
from gui.widgets.line_text import LineText

Array = NDArray[np.float64]
LOSS, ACCURACY = 0, 1
TRAINING, VALIDATION = 0, 1
DIGITS = 3
MOST_MARKS = 100
"""Changes that are marked on one curve, the newest."""
WORDS = 310
"""Pixels from which the words of both switches have room."""
FEW, ROOMY, BESIDE = 4, 380, 150
"""Curves whose key stands above them; pixels from which it stands beside more of them, and its own there."""


class RunCurves(QWidget):
    """One measure of all ticked runs by epoch; the values of the epoch under the mouse, or the last ones, above it.

    Where there is nothing to draw, a sentence stands in its place.
    """

    def __init__(self, smoothing: Smoothing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._smoothing = smoothing
        self._lines: list[Line] = []
        self._items: dict[int, pg.PlotCurveItem] = {}
        self._envelopes: dict[int, Envelope] = {}
        self._known: dict[int, tuple[object, tuple[Array, Array]]] = {}
        """Points of curves, and of what they were found."""
        self._drawn: dict[int, object] = {}
        """What each curve was drawn of."""
        self._hovered: float | None = None
        self.chart = Chart()
        self.chart.bottom.whole = True
        self.changes = pg.ScatterPlotItem(symbol="t", size=9, pen=None)
        self.changes.setZValue(2)
        self.chart.addItem(self.changes)
        self.beyond = Beyond(self.chart)
        self.legend = Legend()
        self.measure, self.part, self.both = SegmentedSwitch(2), SegmentedSwitch(2), ComboBox()
        self.both.setMinimumContentsLength(14)
        self.logarithmic = LogScale(self)
        self.scale = self.logarithmic.as_button()
        self.note = LineText("note")
        self.note.whole = True
        self.silence = QLabel()
        self.silence.setProperty("role", "muted")
        self.silence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.silence.setWordWrap(True)
        self._lay_out()
        self._reset_ranges()
        self._part_taken = False
        for place in (TRAINING, VALIDATION):
            self.part.button(place).clicked.connect(self._take_part)
        self.both.activated.connect(self._take_part)
        self.measure.chosen.connect(self._change)
        self.part.chosen.connect(self._change)
        self.both.currentIndexChanged.connect(self._choose)
        self.scale.toggled.connect(self._change)
        self.chart.hovered.connect(self._hover)
        self.chart.moved.connect(self._draw)
        smoothing.changed.connect(self._draw)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.note, 1)
        for control in (self.scale, self.part, self.measure, self.both):
            row.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(4)
        self._key = QWidget()
        below = QVBoxLayout(self._key)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.legend)
        below.addStretch()
        self._beside.addWidget(self._key)
        self._beside.addWidget(self.chart, 1)
        self._beside.addWidget(self.silence, 1)
        column.addLayout(self._beside, 1)

    def _choose(self, place: int) -> None:
        """A measure and a part at once."""
        self.measure.button(place // 2).setChecked(True)
        self.part.button(place % 2).setChecked(True)

    def _arrange(self) -> None:
        """Switches, or one list where there is no room for their words."""
        narrow = self.width() < WORDS
        for control in (self.part, self.measure):
            control.setVisible(not narrow)
        self.both.setVisible(narrow)
        self._place_legend()

    def _place_legend(self) -> None:
        """Above few curves, beside many where there is room, and nowhere where it would take the chart's."""
        many = len(self._lines) > FEW
        beside = many and self.width() >= ROOMY
        way = QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(way)
        self._key.setMinimumWidth(BESIDE if beside else 0)
        self._key.setMaximumWidth(BESIDE if beside else self.maximumWidth())
        self._key.setVisible(beside or not many)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _reset_ranges(self) -> None:
        self._x = SteadyRange(room=0.06, little=0.9, pinned=0.0)
        self._y = SteadyRange(room=0.06, little=0.6)

    @property
    def _measure(self) -> str:
        return MEASURES[2 * self.measure.chosen_index + self.part.chosen_index]

    @property
    def _log(self) -> bool:
        return self.scale.isChecked() and self.measure.chosen_index == LOSS

    def _change(self) -> None:
        """Another measure, part or scale."""
        with QSignalBlocker(self.both):
            self.both.setCurrentIndex(2 * self.measure.chosen_index + self.part.chosen_index)
        self.scale.setVisible(self.measure.chosen_index == LOSS)
        self._envelopes.clear()
        self._reset_ranges()
        self.chart.left.logarithmic = self._log
        self.chart.following = True
        self._draw()

    def _take_part(self) -> None:
        """From now on people say of which samples curves are."""
        self._part_taken = True

    def show_lines(self, lines: list[Line]) -> None:
        """Draw these runs; of held-out samples where there are some, until people say something else."""
        self._lines = lines
        if lines and not self._part_taken:
            held_out = any(line.judged_by("loss") == "val_loss" for line in lines)
            self.part.button(VALIDATION if held_out else TRAINING).setChecked(True)
        self._place_legend()
        self._draw()

    def _draw(self) -> None:
        shown = {line.number: line for line in self._lines}
        for gone in self._items.keys() - shown.keys():
            self.chart.removeItem(self._items.pop(gone))
            self._envelopes.pop(gone, None)
            self._known.pop(gone, None)
            self._drawn.pop(gone, None)
        points = [self._points(line) for line in self._lines]
        self._fit(points)
        for line, (x, y) in zip(self._lines, points, strict=True):
            self._draw_line(line, x, y)
        self._mark_changes(points)
        self.chart.bottom.set_title(self.tr("Epoch"))
        self._show_values()

    def _points(self, line: Line) -> tuple[Array, Array]:
        """What is drawn of a run; what was found of so many epochs of it is remembered."""
        history = line.run.history
        of = (history, history.epochs, self._measure, self._smoothing.weight, self._log)
        known = self._known.get(line.number)
        if known is not None and known[0] == of:
            return known[1]
        epochs, values = history.columns("epoch", self._measure)
        envelope = self._envelopes.setdefault(line.number, Envelope())
        if self._smoothing.weight:
            values, envelope = smoothed(values, self._smoothing.weight), Envelope()
        x, y = envelope.thin(epochs, values)
        y = drawn(y, self._log)
        if len(x) == 1:
            x, y = x[0] + np.array([-0.1, 0.1]), np.repeat(y, 2)
        self._known[line.number] = of, (x, y)
        return x, y

    def _draw_line(self, line: Line, x: Array, y: Array) -> None:
        if line.number not in self._items:
            self._items[line.number] = item = pg.PlotCurveItem(antialias=True)
            self.chart.addItem(item)
        of = (self._known[line.number][0], line.at_hand, current().name, self.chart.view.viewRange()[1])
        if self._drawn.get(line.number) == of:
            return
        self._drawn[line.number] = of
        item = self._items[line.number]
        pen = line_pen(*run_look(line.number, current()), (2 if line.at_hand else 1.5) * self.devicePixelRatioF())
        pen.setCosmetic(True)  # so wide whatever the range is
        item.setData(x, self.chart.within_reach(y), pen=pen, connect="finite")
        item.setZValue(1 if line.at_hand else 0)

    def _mark_changes(self, points: list[tuple[Array, Array]]) -> None:
        """A small flag on each curve where hyperparameters were changed on the way."""
        marks = [
            (mark.epochs, float(np.interp(mark.epochs, x, y)), run_look(line.number, current()).color)
            for line, (x, y) in zip(self._lines, points, strict=True)
            if len(x)
            for mark in line.run.marks[: line.notes[0]][-MOST_MARKS:]
        ]
        places, heights, colors = zip(*marks, strict=True) if marks else ((), (), ())
        self.changes.setData(x=places, y=heights, brush=[pg.mkBrush(color) for color in colors])

    def _fit(self, points: list[tuple[Array, Array]]) -> None:
        """Let the ranges follow all curves, and point at those that go on above."""
        diverged = [line.run.diverged for line in self._lines]
        ends = seen_ends([y for _, y in points], self._log, diverged)
        if ends is None:
            self.silence.setText(self._why_empty())
        self.silence.setVisible(ends is None)
        self.chart.setVisible(ends is not None)
        if ends is None:
            return
        low, high = ends
        if self.measure.chosen_index == ACCURACY:
            bottom = 0.0 if low < 0.5 else 0.5 if low < 0.9 else 0.9
            vertical = (bottom, 1.0 + 0.03 * (1.0 - bottom))
        else:
            vertical = upright_course(self._y, points, low, high, self._log)
        last = max(float(x[-1]) for x, _ in points if len(x))
        self.chart.show_range(self._x.follow(0.0, max(1.0, last)), vertical)
        colors = [run_look(line.number, current()).color for line in self._lines]
        colored = [(*each, color) for each, color in zip(points, colors, strict=True)]
        self.beyond.show_exits(exits(colored, vertical[1]))

    def _why_empty(self) -> str:
        if not self._lines:
            return self.tr("Tick runs in the list to compare them.")
        if self.part.chosen_index == VALIDATION:
            return self.tr("These runs have no such figures of held-out samples.")
        return self.tr("These runs have no such figures yet.")

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place.x() if place is not None else None
        self._show_values()

    def _show_values(self) -> None:
        """The values of all runs at one epoch, or the last one of each."""
        rows, pointed = [], self._hovered
        for line, name in zip(self._lines, told_apart(self._lines), strict=True):
            epochs, values = line.run.history.columns("epoch", self._measure)
            value = float("nan")
            if len(epochs):
                place = len(epochs) - 1 if pointed is None else int(np.abs(epochs - pointed).argmin())
                beyond = pointed is not None and pointed > epochs[-1] + 0.5
                value = float("nan") if beyond else float(values[place])
            look = run_look(line.number, current())
            rows.append(LegendRow(look.color, name, number(value, DIGITS), dashes=look.dashes))
        self.legend.set_rows(tuple(rows))
        epoch = max(1, round(pointed)) if pointed is not None else None
        self.note.setText(self.tr("Epoch {epoch}").format(epoch=grouped(epoch)) if epoch is not None else "")
        self.chart.cursor_line.setVisible(epoch is not None)
        if epoch is not None:
            self.chart.cursor_line.setValue(epoch)

    def reset_view(self) -> None:
        """Show everything again."""
        self._reset_ranges()
        self.chart.reset_view()
        self._draw()

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.chart.retheme(theme)
        self._draw()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        measures, parts = (self.tr("Loss"), self.tr("Accuracy")), (self.tr("Training"), self.tr("Validation"))
        self.measure.set_texts(measures)
        self.part.set_texts(parts)
        fill(self.both, [f"{part}: {measure}" for measure in measures for part in parts])
        name_aloud(self.both, self.tr("What is compared"))
        self.logarithmic.retranslate()
        self._draw()
