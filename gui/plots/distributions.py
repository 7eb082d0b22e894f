"""How weights, biases, gradients and activations of a layer are distributed, over the steps of the run."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.distributions import LayerDistributions, Quantity, distributions, past_distributions
from engine.histogram_stack import HistogramStack
from engine.probes import Histogram
from gui.i18n import number
from gui.plots.base import Plot
from gui.plots.chart import Chart
from gui.plots.export import Table
from gui.plots.log_scale import DECADES, LogScale, strengths
from gui.plots.past_looks import PastLooks
from gui.plots.ridges import MOST as MOST_HILLS
from gui.plots.ridges import Ridges
from gui.plots.run_lines import RunLines
from gui.plots.segmented import SegmentedSwitch
from gui.plots.step_record import StepRecord
from gui.plots.time_map import RampKey, TimeMap
from gui.theme import STEPS, Theme
from gui.widgets.controls import ComboBox, name_aloud
from gui.widgets.line_text import LineText

if TYPE_CHECKING:
    from gui.mailbox import Probe
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

Array = NDArray[np.float64]

PROBE = "distributions"
MOST = 200
"""Moments that are kept."""
ROWS = 64
"""Rows of the picture at most, about."""
TAIL, RARE_COLUMN = 0.001, 10
"""The share of a moment's numbers that may be left out at each end, and the percent of moments of which even more."""
RIDGES = 1
EVENLY = np.linspace(0.0, 1.0, STEPS)


class DistributionsPlot(Plot):
    """One layer and one quantity at a time; all are recorded, so that people may change their mind.

    What came before it was opened is found from the moments that the run has kept.
    Gradients and activations are those of up to 256 training samples that are always the same.
    """

    rare = 0.1
    interval = 170

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session, "plot_distributions")
        self.chart = Chart()
        self.map, self.ridges = TimeMap(), Ridges()
        for item in (self.map, self.ridges):
            self.chart.addItem(item)
        self.lines = RunLines(self.chart)
        self.lines.setZValue(1)  # the picture behind them has no gaps
        self.reading, self.key = LineText("note"), RampKey()
        self.layer, self.quantity, self.view = ComboBox(), ComboBox(), SegmentedSwitch(2)
        self.above = _rows(((self.layer, 1), (self.quantity, 1)), ((self.reading, 1), (self.key, 0)))
        self.set_body(self.chart, above=self.above)
        self.note.hide()  # it says nothing here, and the controls need every pixel
        self.logarithmic = LogScale(self)
        self.scale = self.logarithmic.as_button()
        self.add_control(self.scale)
        self.add_control(self.view)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self._record: StepRecord[Mapping[str, LayerDistributions]] = StepRecord(MOST)
        self._past = PastLooks(session, past_distributions, self)
        self._last: object = None
        self._hovered: QPointF | None = None
        self._shown: tuple[Array, Array, Array] | None = None
        self._connect()
        self._turn()
        self.dress()

    def _connect(self) -> None:
        self.layer.currentIndexChanged.connect(self._choose_layer)
        self.quantity.currentIndexChanged.connect(self._change)
        self.view.chosen.connect(self._turn)
        self.logarithmic.toggled.connect(self._draw)
        self.chart.hovered.connect(self._hover)
        self.session.emptied.connect(self._record.clear)
        self._past.found.connect(self._take_past)

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: distributions}

    # Following

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a look, and draw all of them."""
        look = snapshot.looks.get(PROBE) if self.session.network is not None else {}
        self._record.follow(self.session.history, snapshot.step)
        if look == {}:
            self._record.clear()
        elif look is not None and look is not self._last:
            self._last = look
            if len(self._record) and self._record.values[-1].keys() != look.keys():
                self._record.clear()
            self._record.add(snapshot.step, look)
            self._list_layers()
        self._draw()

    def show_run(self) -> None:
        """Mark where hyperparameters were changed, and the moment that is viewed."""
        self.lines.follow(self.session, in_epochs=False)
        self._past.fill(self._record.steps)

    def show_network(self) -> None:
        """What was asked for of another one is of no use."""
        self._past.cancel()

    def _detach(self) -> None:
        self._past.cancel()
        super()._detach()

    def _take_past(self, looks: list[tuple[int, Mapping[str, LayerDistributions]]]) -> None:
        """Put what was found of earlier moments beside what was seen, as far as it is of the same layers."""
        for step, look in looks:
            if not len(self._record) or self._record.values[-1].keys() == look.keys():
                self._record.add(step, look)
        self._list_layers()
        self._draw()

    def _list_layers(self) -> None:
        """Offer the layers that there are; the choice stays where it can."""
        nodes = list(self._record.values[-1])
        if [self.layer.itemData(index) for index in range(self.layer.count())] == nodes:
            return
        chosen = self.layer.currentData()
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for node in nodes:
                self.layer.addItem(self.session.name_of(node), node)
            self.layer.setCurrentIndex(max(0, self.layer.findData(chosen)))
        self._list_quantities()

    def _choose_layer(self) -> None:
        self._list_quantities()
        self._change()

    def _list_quantities(self) -> None:
        """Offer what there is of the chosen layer."""
        words = {
            Quantity.WEIGHTS: self.tr("Weights"),
            Quantity.BIASES: self.tr("Biases"),
            Quantity.GRADIENTS: self.tr("Gradients"),
            Quantity.ACTIVATIONS: self.tr("Activations"),
        }
        there = self._record.values[-1].get(self.layer.currentData(), {}) if len(self._record) else {}
        chosen = self.quantity.currentData()
        with QSignalBlocker(self.quantity):
            self.quantity.clear()
            for quantity, word in words.items():
                if quantity in there:
                    self.quantity.addItem(word, quantity)
            self.quantity.setCurrentIndex(max(0, self.quantity.findData(chosen)))

    def _change(self) -> None:
        """Another layer or quantity."""
        self.chart.following = True
        self._draw()

    def _turn(self) -> None:
        """Picture or hills, whose axes change places."""
        hills = self.view.chosen_index == RIDGES
        self.map.setVisible(not hills)
        self.ridges.setVisible(hills)
        self.key.setVisible(not hills)
        self.chart.view.invertY(hills)
        self.lines.set_upright(not hills)
        self.chart.left.whole = hills
        self.chart.left.least = 0 if hills else -math.inf
        self.chart.bottom.whole = not hills
        self._name_axes()
        self.chart.following = True
        self._draw()

    def _name_axes(self) -> None:
        hills = self.view.chosen_index == RIDGES
        self.chart.left.set_title(self.tr("Step") if hills else "")
        self.chart.bottom.set_title("" if hills else self.tr("Step"))

    # Drawing

    def _columns(self) -> tuple[list[int], list[Histogram]]:
        """The chosen layer's chosen quantity at each moment."""
        node, quantity = self.layer.currentData(), self.quantity.currentData()
        seen = zip(self._record.steps, self._record.values, strict=True)
        there = [(step, layers[node][quantity]) for step, layers in seen if quantity in layers.get(node, {})]
        return [step for step, _ in there], [histogram for _, histogram in there]

    def _draw(self) -> None:
        steps, histograms = self._columns()
        self.show_hint(not steps)
        self._shown = None
        if steps:
            stack = HistogramStack(histograms)
            edges = _edges(stack)
            self._shown = np.array(steps, np.float64), edges, stack.shares(edges)
            (self._draw_ridges if self.view.chosen_index == RIDGES else self._draw_map)(*self._shown)
        self._tell()

    def _draw_map(self, steps: Array, edges: Array, shares: Array) -> None:
        top = float(shares.max())
        self.map.show_strengths(steps, edges, self._colored(strengths(shares, top, self.logarithmic.isChecked())))
        self.key.show_ends(top / 10**DECADES if self.logarithmic.isChecked() else 0.0, top, self._colored(EVENLY))
        ends = (float(steps[0]), max(float(steps[-1]), float(steps[0]) + 1))
        self.chart.show_range(ends, (float(edges[0]), float(edges[-1])))

    def _colored(self, parts: Array) -> Array:
        """On a linear scale the roots, so that thin tails are seen too."""
        return parts if self.logarithmic.isChecked() else np.sqrt(parts)

    def _draw_ridges(self, steps: Array, edges: Array, shares: Array) -> None:
        chosen = np.unique(np.linspace(0, len(steps) - 1, MOST_HILLS).round().astype(np.intp))
        present = self.session.last_snapshot.step
        marked = int(np.abs(steps[chosen] - present).argmin()) if present < steps[-1] else None
        heights = strengths(shares[chosen], float(shares[chosen].max()), self.logarithmic.isChecked())
        self.ridges.set_hills(steps[chosen], (edges[1:] + edges[:-1]) / 2, heights, marked)
        end = float(steps[-1]) + 0.15 * self.ridges.spacing
        self.chart.show_range((float(edges[0]), float(edges[-1])), (self.ridges.top, end))

    def reset_view(self) -> None:
        self.chart.reset_view()
        self._draw()

    # Values

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place
        self._tell()

    def _tell(self) -> None:
        """What lies under the mouse, or what is drawn."""
        if self._shown is None:
            self.reading.setText("")
            return
        steps, edges, shares = self._shown
        self.reading.whole = self._hovered is None
        if self._hovered is None:
            self.reading.setText(self.tr("Share of the numbers"))
            return
        step, value = self._hovered.x(), self._hovered.y()
        if self.view.chosen_index == RIDGES:
            step, value = value, step
        column = int(np.abs(steps - step).argmin())
        row = int(np.searchsorted(edges, value, side="right")) - 1
        if not 0 <= row < len(edges) - 1:
            self.reading.setText("")
            return
        self.reading.setText(
            self.tr("Step {step}: {share} from {low} to {high}").format(
                step=int(steps[column]),
                share=f"{shares[column, row]:.1%}",
                low=number(float(edges[row]), 3),
                high=number(float(edges[row + 1]), 3),
            )
        )

    # Theme, language, files

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.above.setStyleSheet(self.header.styleSheet())
        self.chart.retheme(theme)
        self.key.update()
        self._draw()

    def retranslate(self) -> None:
        super().retranslate()
        name_aloud(self.layer, self.tr("Layer"))
        name_aloud(self.quantity, self.tr("What is counted"))
        self.view.set_texts((self.tr("Map"), self.tr("Ridges")))
        self.logarithmic.retranslate()
        self._name_axes()
        self._list_quantities()
        self.header.setToolTip(
            self.tr("Gradients and activations are those of up to 256 training samples, always the same ones.")
        )
        self.hint.setText(self.tr("The numbers of each layer appear here when there are a network and data."))
        self._draw()

    def table(self) -> Table:
        """One row per step and bin of what is drawn."""
        steps, histograms = self._columns()
        columns: dict[str, list[float | str]] = {name: [] for name in ("step", "from", "to", "count")}
        for step, histogram in zip(steps, histograms, strict=True):
            filled = np.flatnonzero(histogram.counts)
            columns["step"] += [step] * len(filled)
            columns["from"] += histogram.edges[filled].tolist()
            columns["to"] += histogram.edges[filled + 1].tolist()
            columns["count"] += (histogram.counts[filled] * histogram.stride).tolist()
        return columns


def _edges(stack: HistogramStack) -> Array:
    """Where rows begin and end that show about all numbers of most moments, and of the newest.

    They are as wide as a power of two, as the bins of histograms are, so that none is cut.
    """
    lows, highs = stack.quantiles(TAIL), stack.quantiles(1 - TAIL)
    low = min(float(lows[-1]), float(np.percentile(lows, RARE_COLUMN, method="lower")))
    high = max(float(highs[-1]), float(np.percentile(highs, 100 - RARE_COLUMN, method="higher")))
    if not high - low > 1e-30:
        low, high = low - 1, high + 1
    width = 2.0 ** math.ceil(math.log2((high - low) / ROWS))
    first, last = math.floor(low / width), math.ceil(high / width)
    return np.arange(first, last + 1, dtype=np.float64) * width


def _rows(*rows: tuple[tuple[QWidget, int], ...]) -> QWidget:
    """Widgets beside each other in each row, with the share of the room that each of them takes."""
    above = QWidget()
    column = QVBoxLayout(above)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widgets in rows:
        row = QHBoxLayout()
        for widget, share in widgets:
            row.addWidget(widget, share)
        column.addLayout(row)
    return above
