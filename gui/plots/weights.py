"""How the weights of a layer, or of all layers, are distributed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtWidgets import QWidget

from engine.probes import Histogram, weight_histograms
from gui.i18n import number
from gui.plots.bars import SignBars
from gui.plots.base import Plot
from gui.plots.chart import Chart
from gui.plots.export import Table
from gui.plots.log_scale import LogScale
from gui.plots.ranges import SteadyRange
from gui.theme import Theme
from gui.widgets.controls import ComboBox, name_aloud
from gui.widgets.line_text import LineText

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.mailbox import Probe
from gui.training_session import TrainingSession

PROBE = "weight_histograms"
LAYER_WIDTH = 80
"""Pixels in which "All layers" can be read in either language."""
BINS_FOR = ((100, 16), (1000, 32))
"""Bins for fewer weights than these; 64 above."""
SHRINK = 4
"""A range stays until the weights fill less than this part of it."""


class WeightsPlot(Plot):
    """Bars over bins that keep their width while weights move, until they outgrow the range."""

    interval = 115

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_weights", parent)
        self.chart = Chart()
        self.chart.plotItem.hideAxis("left")
        self.chart.view.setMouseEnabled(y=False)
        self.bars = SignBars()
        self.chart.addItem(self.bars)
        self.reading = LineText("note")
        self.set_body(self.chart, above=self.reading)
        self.layer = ComboBox()
        self.layer.setMinimumWidth(LAYER_WIDTH)
        self.add_control(self.layer)
        self.logarithmic = LogScale(self)
        self.scale = self.logarithmic.as_button()
        self.add_control(self.scale)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self._histograms: Mapping[str, Histogram] = {}
        self._shown: Histogram | None = None
        self._hovered: float | None = None
        self._another = False
        self._reset_ranges()
        self.layer.currentIndexChanged.connect(self._change)
        self.logarithmic.toggled.connect(self._change)
        self.chart.hovered.connect(self._hover)
        self.dress()

    def _reset_ranges(self) -> None:
        self._reach = 0.0
        self._x = SteadyRange(room=0.1, little=0.6)
        self._y = SteadyRange(room=0.08, little=0.5, pinned=0.0)

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: weight_histograms}

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        histograms = snapshot.looks.get(PROBE) if self.session.network is not None else {}
        if histograms is not None and histograms is not self._histograms:
            before, known, self._histograms = self._chosen(), list(self._histograms), histograms
            if known != list(histograms):
                self._list_layers()
            if self._another and not _same(before, self._chosen()):
                self._reset_ranges()
            self._another = False
            self._draw()

    def show_network(self) -> None:
        """Let the ranges begin anew with the next look, but where the weights are the same as before."""
        self._another = True
        if self.session.network is None:
            self._histograms = {}
            self._list_layers()
            self._draw()

    def _list_layers(self) -> None:
        """Offer the layers that there are; the choice outlasts the time without a network."""
        self.layer.setVisible(len(self._histograms) > 1)
        if not self._histograms:
            return
        chosen = self.layer.currentData()
        with QSignalBlocker(self.layer):
            self.layer.clear()
            self.layer.addItem(self.tr("All layers"), "")
            for node in self._histograms:
                self.layer.addItem(self.session.name_of(node), node)
            self.layer.setCurrentIndex(max(0, self.layer.findData(chosen)))

    def _change(self) -> None:
        """Another layer or another scale."""
        self._reset_ranges()
        self._draw()

    def _chosen(self) -> list[Histogram]:
        node = self.layer.currentData()
        return [self._histograms[node]] if node in self._histograms else list(self._histograms.values())

    def _draw(self) -> None:
        chosen = self._chosen()
        self.show_hint(not chosen)
        if not chosen:
            self._explain()
            self._shown = None
            self._tell()
            return
        reach = max(histogram.reach for histogram in chosen)
        if reach > self._reach or reach * SHRINK <= self._reach:
            self._reach = reach
        total = sum(int(histogram.counts.sum()) * histogram.stride for histogram in chosen)
        bins = next((bins for most, bins in BINS_FOR if total < most), 64)
        rebinned = [histogram.rebinned(self._reach, bins) for histogram in chosen]
        counts = np.sum([histogram.counts * histogram.stride for histogram in rebinned], axis=0)
        self._shown = Histogram(self._reach, counts, max(histogram.stride for histogram in chosen))
        heights = np.log10(1.0 + counts) if self.logarithmic.isChecked() else counts.astype(float)
        self.bars.set_bars(self._shown.edges, heights)
        self._fit(self._shown, max(1.0, float(heights.max())))
        self._tell()

    def _explain(self) -> None:
        """Why there are none."""
        network = self.session.network
        self.hint.setText(
            self.tr("This network has no layer that learns, so it has no weights.")
            if network is not None and not network.parameters.size
            else self.tr("The weights appear here once the network is ready to run.")
        )

    def _fit(self, histogram: Histogram, top: float) -> None:
        filled = np.flatnonzero(histogram.counts)
        edges = histogram.edges
        widest = max(-edges[filled[0]], edges[filled[-1] + 1]) if len(filled) else histogram.reach
        x = self._x.follow(-float(widest), float(widest))
        self.chart.show_range(x, self._y.follow(0.0, top))

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place.x() if place is not None else None
        self._tell()

    def _tell(self) -> None:
        """The bin under the mouse, or whether only some weights were counted."""
        shown = self._shown
        if shown is None:
            self.reading.setText("")
        elif self._hovered is not None and -shown.reach <= self._hovered < shown.reach:
            place = int((self._hovered + shown.reach) / (2 * shown.reach) * len(shown.counts))
            low, high = shown.edges[place], shown.edges[place + 1]
            text = self.tr("{low} to {high}: {count}")
            self.reading.setText(
                text.format(low=number(low, 3), high=number(high, 3), count=number(float(shown.counts[place]), 6))
            )
        elif shown.stride > 1:
            self.reading.setText(self.tr("one weight in {stride}").format(stride=shown.stride))
        else:
            self.reading.setText("")

    def reset_view(self) -> None:
        self._reset_ranges()
        self.chart.reset_view()
        self._draw()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.bars.update()

    def retranslate(self) -> None:
        super().retranslate()
        name_aloud(self.layer, self.tr("Layer"))
        self.logarithmic.retranslate()
        self._list_layers()
        self._draw()

    def table(self) -> Table:
        """One row per layer and bin."""
        rows = [
            (node, low, high, int(count) * histogram.stride)
            for node, histogram in self._histograms.items()
            for low, high, count in zip(histogram.edges, histogram.edges[1:], histogram.counts, strict=False)
        ]
        columns: list[list[float | str]] = [list(column) for column in zip(*rows, strict=True)]
        return dict(zip(("layer", "from", "to", "count"), columns, strict=True))


def _same(before: list[Histogram], after: list[Histogram]) -> bool:
    """Whether the weights are where they were, as those of a layer that was frozen."""
    return len(before) == len(after) and all(
        one.reach == other.reach and np.array_equal(one.counts, other.counts)
        for one, other in zip(before, after, strict=True)
    )
