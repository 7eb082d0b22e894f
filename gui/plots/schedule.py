"""The learning rate over the whole run: as it is planned, as it was, and where the run stands."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from engine.planned_rates import planned_rates
from gui.i18n import number
from gui.plots.base import Plot
from gui.plots.chart import Chart
from gui.plots.envelope import Envelope
from gui.plots.export import Table
from gui.plots.legend import Legend, LegendRow
from gui.plots.log_scale import NOTHING, LogScale, drawn, upright
from gui.plots.ranges import SteadyRange
from gui.plots.run_lines import RunLines
from gui.run_looks import DASH
from gui.theme import Theme, current

if TYPE_CHECKING:
    from engine.data import Prepared
    from engine.training_config import TrainingConfig
    from gui.document import Document
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

Array = NDArray[np.float64]

POINT = 9
"""Pixels of the dot at which the run stands."""


class SchedulePlot(Plot):
    """The plan follows the settings as they are now; what was used before they changed stays.

    It grows with a run that goes on for a goal, as long as that takes. A rate that follows the loss has no plan, and
    the header says so.
    """

    interval = 160

    def __init__(self, document: Document, session: TrainingSession) -> None:
        super().__init__(session, "plot_schedule")
        self._document = document
        self.chart, self.legend = Chart(), Legend()
        self.chart.bottom.whole = True
        self.planned, self.used = pg.PlotCurveItem(antialias=True), pg.PlotCurveItem(antialias=True)
        self.point = pg.ScatterPlotItem(size=POINT)
        for item in (self.planned, self.used, self.point):
            self.chart.addItem(item)
        self.lines = RunLines(self.chart)
        self.set_body(self.chart, above=self.legend)
        self.logarithmic = LogScale(self)
        self.scale = self.logarithmic.as_button()
        self.add_control(self.scale)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self._plan: tuple[Array, Array] = (np.empty(0), np.empty(0))
        self._used: tuple[Array, Array] = (np.empty(0), np.empty(0))
        self._start, self._done = 0, 0.0
        self._present: QPointF | None = None
        self._hovered: float | None = None
        self._envelope = Envelope()
        self._reset_ranges()
        self._connect()
        self.dress()

    def _connect(self) -> None:
        self.logarithmic.toggled.connect(self._rescale)
        self.chart.hovered.connect(self._hover)
        self._document.setting_changed.connect(self._follow_setting)

    def _reset_ranges(self) -> None:
        self._x = SteadyRange(room=0.04, little=0.9, pinned=0.0)
        self._y = SteadyRange(room=0.08)

    @property
    def _training(self) -> TrainingConfig:
        return self._document.project.training

    @property
    def _by_step(self) -> bool:
        return self._training.schedule.counts_steps

    # Following

    def _follow_setting(self, name: str) -> None:
        if name == "training" and self.attached:
            self._make_plan()
            self._draw()

    def show_data(self, prepared: Prepared | None) -> None:
        """Plan anew: how many steps an epoch has depends on how many samples there are."""
        self._make_plan()
        self._draw()

    def show_history(self) -> None:
        """Draw the rates that were used."""
        epochs, rates = self.session.history.columns("epoch", "learning_rate")
        self._used = (epochs, rates)
        self._draw()

    def show_run(self) -> None:
        """Mark where hyperparameters were changed, and the moment that is viewed, once an epoch tells where it lies."""
        if self.session.viewed is None or self.session.history.epochs:
            self.lines.follow(self.session, in_epochs=True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Stand where the run does."""
        before = (self._start, self._planned_epochs)
        self._start, self._done = snapshot.run_start, snapshot.epochs_done - snapshot.run_start
        if (self._start, self._planned_epochs) != before:
            self._make_plan()
        self._present = None
        if self.session.data is not None:
            planned = self._planned_at(snapshot.epochs_done)
            first = planned if math.isfinite(planned) else self._training.optimizer.learning_rate
            rate = first if snapshot.learning_rate is None else snapshot.learning_rate
            self._present = QPointF(snapshot.epochs_done, rate)
        self._draw()

    @property
    def _planned_epochs(self) -> int:
        """Those of the settings; twice as many, and so on, where a run goes on for a goal beyond them."""
        planned = self._training.epochs
        while planned < self._done:
            planned *= 2
        return planned

    def _make_plan(self) -> None:
        data = self.session.data
        if data is None:
            self._plan = (np.empty(0), np.empty(0))
        else:
            done, rates = planned_rates(self._training, len(data.dataset), self._planned_epochs)
            self._plan = (done + self._start, rates)

    # Drawing

    def _draw(self) -> None:
        self.show_hint(self.session.data is None)
        plan = self._plan if self._by_step else _stairs(*self._plan)
        epochs, rates = self._envelope.thin(*self._used)
        used = (
            (epochs, rates)
            if self._by_step
            else _stairs(np.append(epochs - 1, epochs[-1:]), np.append(rates, rates[-1:]))
        )
        for curve, (x, y) in ((self.planned, plan), (self.used, used)):
            curve.setData(x, self._drawn(y), connect="finite")
        here = self._present
        self.point.setData(
            [] if here is None else [here.x()], [] if here is None else self._drawn(np.array([here.y()]))
        )
        self._fit(np.concatenate([plan[0], used[0]]), self._drawn(np.concatenate([plan[1], used[1]])))
        self._tell()

    def _drawn(self, rates: Array) -> Array:
        return drawn(rates, self.logarithmic.isChecked())

    def _fit(self, x: Array, y: Array) -> None:
        if self._present is not None:
            y = np.append(y, self._drawn(np.array([self._present.y()])))
        y = y[np.isfinite(y)]
        logarithmic = self.logarithmic.isChecked()
        vertical = upright(self._y, float(y.min()), float(y.max()), logarithmic) if len(y) else NOTHING
        end = max(float(x.max(initial=1.0)), float(self._start + self._training.epochs))
        self.chart.show_range(self._x.follow(0.0, end), vertical)

    def _rescale(self) -> None:
        self.chart.left.logarithmic = self.logarithmic.isChecked()
        self.reset_view()

    def reset_view(self) -> None:
        self._reset_ranges()
        self.chart.reset_view()
        self._draw()

    # Values

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place.x() if place is not None else None
        self.chart.cursor_line.setVisible(self._hovered is not None)
        if self._hovered is not None:
            self.chart.cursor_line.setValue(self._hovered)
        self._tell()

    def _planned_at(self, epochs: float) -> float:
        x, y = self._plan
        if not len(x) or not x[0] <= epochs <= x[-1]:
            return math.nan
        return float(y[max(0, int(np.searchsorted(x, epochs + 1e-9, side="right")) - 1)])

    def _used_at(self, epochs: float) -> float:
        """The rate of the epoch in which so many are done, at its end."""
        x, y = self._used
        place = int(np.searchsorted(x, epochs))
        return float(y[place]) if place < len(x) else math.nan

    def _tell(self) -> None:
        """The rates under the mouse, or where the run stands."""
        theme, here = current(), self._present
        place = self._hovered if self._hovered is not None else (here.x() if here is not None else 0.0)
        used = self._used_at(place if self._hovered is not None else min(place, self._used[0].max(initial=0.0)))
        rows = []
        if len(self._plan[0]):
            rows.append(LegendRow(theme.muted, self.tr("planned"), number(self._planned_at(place), 3), dashes=DASH))
        rows.append(LegendRow(theme.accent, self.tr("used"), number(used, 3)))
        if here is not None and self._hovered is None:
            rows.append(LegendRow(theme.negative, self.tr("now"), number(here.y(), 3)))
        self.legend.set_rows(tuple(rows))
        if self._training.schedule.follows_loss and self._hovered is None:
            self.note.setText(self.tr("follows the loss, so there is no plan"))
        else:
            self.note.setText(self.tr("Epoch {epoch}").format(epoch=f"{place:.1f}".removesuffix(".0")))

    # Theme, language, files

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        sharpness = self.devicePixelRatioF()
        self.planned.setPen(pg.mkPen(theme.muted, width=1.5 * sharpness, style=Qt.PenStyle.DashLine))
        self.used.setPen(pg.mkPen(theme.accent, width=2 * sharpness))
        self.point.setBrush(QColor(theme.negative))
        self.point.setPen(pg.mkPen(theme.panel, width=1.5))
        self._tell()

    def retranslate(self) -> None:
        super().retranslate()
        self.logarithmic.retranslate()
        self.chart.bottom.set_title(self.tr("Epoch"))
        self.hint.setText(self.tr("The learning rate appears here when there are data."))
        self._tell()

    def table(self) -> Table:
        """The plan, and what was used, side by side."""
        (planned_at, planned), (epochs, rates) = self._plan, self._used
        return {
            "epochs_done": planned_at.tolist(),
            "planned": planned.tolist(),
            "epoch": epochs.tolist(),
            "used": rates.tolist(),
        }


def _stairs(x: Array, y: Array) -> tuple[Array, Array]:
    """Each rate lasts until the next begins."""
    return np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]
