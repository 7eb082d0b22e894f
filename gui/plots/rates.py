"""The loss over the learning rate, as a range test finds it, with a mark at the rate that it suggests."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.range_test import Findings
from gui.i18n import number
from gui.plots.chart import Chart
from gui.plots.export import Table
from gui.plots.frame import Frame
from gui.plots.legend import Legend, LegendRow
from gui.theme import NOTE_PIXELS, Theme, body_font, current

OPACITY = 0.45
HEADROOM = 0.25
"""How much of the fall stands free above the loss in the beginning; further up a loss that has grown is cut off."""
CALM = 0.25
"""The share of the steps in the beginning whose losses are shown at least, as where the loss never falls."""


class RatesPlot(Frame):
    """The batches' losses faintly, the smoothed one over them; the values under the mouse, or at the suggestion."""

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__("rates", parent)
        self.chart = Chart()
        self.chart.bottom.logarithmic = True
        self.batches, self.smooth = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self.mark = pg.InfiniteLine(angle=90, movable=False)
        self.label = pg.InfLineLabel(self.mark, position=0.94)
        self.mark.hide()
        for item in (self.batches, self.smooth):
            self.chart.addItem(item)
        self.chart.addItem(self.mark, ignoreBounds=True)
        self.legend = Legend()
        self.note.whole = True
        self.set_body(self.chart, above=self.legend)
        self._findings = Findings(0)
        self._hovered: float | None = None
        self.chart.hovered.connect(self._hover)
        self.show_range(low, high)
        self.show_hint(False)
        self.dress()

    def show_range(self, low: float, high: float) -> None:
        """Stand ready for rates from one to another."""
        self._ends = (float(np.log10(low)), float(np.log10(high)))
        self.show_findings(Findings(0))

    def show_findings(self, findings: Findings, over: bool = False) -> None:
        """Draw what is known so far; the suggestion only when the test is over."""
        self._findings = findings
        rates, losses = np.log10(np.array(findings.rates)), np.array(findings.losses)
        sharpness = self.devicePixelRatioF()
        for curve, values, width in ((self.batches, losses, 1), (self.smooth, findings.smooth, 2)):
            pen = curve.opts["pen"]
            pen.setWidthF(width * sharpness)
            curve.setData(rates, values, pen=pen, connect="finite")
        suggested = findings.suggestion.rate if over else None
        self.mark.setVisible(suggested is not None)
        if suggested is not None:
            self.mark.setValue(np.log10(suggested))
            self.label.setFormat(number(suggested))
        self.chart.show_range(self._ends, self._heights(findings))
        self._tell()

    def _heights(self, findings: Findings) -> tuple[float, float]:
        """From the lowest smoothed loss to above those before; what lies further up tells no more than that it does."""
        smooth, losses = findings.smooth, np.array(findings.losses)
        if not len(smooth):
            return 0.0, 1.0
        lowest = int(smooth.argmin())
        before = max(1, lowest, round(CALM * len(smooth)))
        low, began = float(smooth[lowest]), float(smooth[:before].max())
        high = max(began, float(np.percentile(losses[: before + 1], 95)))
        room = HEADROOM * max(high - low, 1e-3 * abs(high), 1e-9)
        return low - room, high + room

    # Values

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place.x() if place is not None else None
        self._tell()

    def _tell(self) -> None:
        """The values at the rate under the mouse, or else at the last one."""
        theme, findings = current(), self._findings
        step = self._step()
        rows = []
        if step is not None:
            self.note.setText(self.tr("rate {rate}").format(rate=number(findings.rates[step], 3)))
            rows = [
                LegendRow(theme.accent, self.tr("smoothed"), number(float(findings.smooth[step]), 3)),
                LegendRow(theme.muted, self.tr("batch"), number(findings.losses[step], 3)),
            ]
        else:
            self.note.setText("")
        self.legend.set_rows(tuple(rows))
        pointed = self._hovered is not None and step is not None
        self.chart.cursor_line.setVisible(pointed)
        if pointed and step is not None:
            self.chart.cursor_line.setValue(float(np.log10(findings.rates[step])))

    def _step(self) -> int | None:
        rates = np.log10(np.array(self._findings.rates))
        if not len(rates):
            return None
        suggested = self._findings.suggestion.step if self.mark.isVisible() else None
        if self._hovered is None:
            return len(rates) - 1 if suggested is None else suggested
        return int(np.abs(rates - self._hovered).argmin())

    # Frame

    def reset_view(self) -> None:
        self.chart.reset_view()

    def table(self) -> Table:
        findings = self._findings
        return {"rate": findings.rates, "loss": findings.losses, "smoothed": findings.smooth.tolist()}

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        faint = QColor(theme.muted)
        faint.setAlphaF(OPACITY)
        self.batches.setPen(pg.mkPen(faint, width=1))
        self.smooth.setPen(pg.mkPen(QColor(theme.accent), width=2))
        self.mark.setPen(pg.mkPen(QColor(theme.success), width=1))
        self.label.setColor(QColor(theme.success))
        self.label.setFont(body_font(NOTE_PIXELS, bold=True))

    def retranslate(self) -> None:
        super().retranslate()
        self.chart.bottom.set_title(self.tr("Learning rate"))
        self._tell()
