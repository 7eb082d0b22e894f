"""Loss and accuracy by epoch, for training and validation, with the loss of single batches faintly behind."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from engine.diagnosis.finding import LOSS as LOSS_CURVE
from engine.diagnosis.finding import VALIDATION
from engine.judging import tells_classes
from gui.i18n import number, sentence, words
from gui.plots.base import Plot
from gui.plots.beyond import Beyond, exits
from gui.plots.chart import Chart
from gui.plots.envelope import Envelope
from gui.plots.export import Table
from gui.plots.legend import Legend, LegendRow
from gui.plots.log_scale import NOTHING, LogScale, drawn, seen_ends, upright_course
from gui.plots.ranges import SteadyRange
from gui.plots.run_lines import ChangesMenu, RunLines, epoch_places
from gui.plots.segmented import SegmentedSwitch
from gui.plots.smoothing import Smoothing, smoothed
from gui.snapshot import Figures, State
from gui.theme import Theme, current, note_font

if TYPE_CHECKING:
    from engine.data import Prepared
    from engine.history import History
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

Array = NDArray[np.float64]

LOSS, ACCURACY = 0, 1
MEASURES = (("loss", "val_loss"), ("accuracy", "val_accuracy"))
FEW = 300
"""Points up to which a curve is drawn with a pen of two pixels, which is slow."""
BATCH_OPACITY = 0.3
BATCH_POINTS = 300
ALL = Figures(step=sys.maxsize, epoch=sys.maxsize)
TABLE = ("epoch", "loss", "val_loss", "accuracy", "val_accuracy", "learning_rate", "seconds")


class BestLine(pg.InfiniteLine):
    """A thin vertical line with a word beside it."""

    def __init__(self) -> None:
        super().__init__(angle=90, movable=False)
        self.label = pg.InfLineLabel(self, position=0.94)
        self.hide()

    def mark(self, place: float | None) -> None:
        """Stand at this epoch, or nowhere."""
        self.setVisible(place is not None)
        if place is not None:
            self.setValue(place)

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.setPen(pg.mkPen(theme.muted, width=1))
        self.label.setColor(theme.muted)
        self.label.setFont(note_font())


class LossPlot(Plot):
    """How the loss falls, or the accuracy rises; the values of one epoch stand above it.

    It is the last one, or after the best weights were put back that of these, which is marked.
    """

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_loss", parent)
        self.chart = Chart()
        self.chart.bottom.whole = True
        self.batch_curve = _curve(self.chart)
        self.training_curve = _curve(self.chart)
        self.validation_curve = _curve(self.chart)
        self.best = BestLine()
        self.chart.addItem(self.best, ignoreBounds=True)
        self.lines = RunLines(self.chart)
        self.beyond = Beyond(self.chart)
        self.legend = Legend()
        self.note.whole = True
        self.set_body(self.chart, above=self.legend)
        self.measure = SegmentedSwitch(2)
        self.logarithmic = LogScale(self)
        self.scale = self.logarithmic.as_button()
        self.add_control(self.scale)
        self.add_control(self.measure)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self.smoothing = Smoothing(self)
        self.menu.insertMenu(self.png_action, self.smoothing.menu)
        self.changes = ChangesMenu(session, self)
        self.menu.insertMenu(self.png_action, self.changes)
        self._still: History | None = None
        self._hovered: float | None = None
        self._best: float | None = None
        self._past: Figures | None = None
        self._scaled_targets = False
        self._envelopes = (Envelope(), Envelope())
        self._reset_ranges()
        self._connect()
        self.dress()

    def _connect(self) -> None:
        self.logarithmic.toggled.connect(self._change)
        self.measure.chosen.connect(self._change)
        self.smoothing.changed.connect(self.show_history)
        self.chart.hovered.connect(self._hover)
        self.chart.moved.connect(self.show_history)
        self.session.coach.changed.connect(self._mark_findings)

    def _reset_ranges(self) -> None:
        self._x = SteadyRange(room=0.06, little=0.9, pinned=0.0)
        self._y = SteadyRange(room=0.06, little=0.6)

    @property
    def _accuracy(self) -> bool:
        return self.measure.chosen_index == ACCURACY

    @property
    def _log(self) -> bool:
        return self.logarithmic.isChecked() and not self._accuracy

    def _change(self) -> None:
        """Another measure or another scale."""
        self.scale.setVisible(not self._accuracy)
        self._envelopes = (Envelope(), Envelope())
        self._reset_ranges()
        self.chart.left.logarithmic = self._log
        self._name_axis()
        self.chart.following = True
        self.show_history()

    # Drawing

    @property
    def _history(self) -> History:
        """That of the run at hand, or as it was when the plot was paused."""
        return self.session.history if self._still is None else self._still

    def _pause(self, paused: bool) -> None:
        self._still = self.session.history.still() if paused else None
        super()._pause(paused)

    def show_history(self) -> None:
        """Draw the run so far."""
        epochs, training, validation = self._columns()
        steps, batches = self._batches(epochs)
        self._explain(bool(len(epochs)), bool(len(batches)))
        curves = [self._thin(epochs, values, kept) for values, kept in
                  zip((training, validation), self._envelopes, strict=True)]  # fmt: skip
        self._fit(curves if len(epochs) else [(steps, batches)], (steps, batches))
        magnified = current().magnified
        sharpness = self.devicePixelRatioF()  # the pens do not grow with the screen by themselves
        for curve, (x, y) in zip((self.training_curve, self.validation_curve), curves, strict=True):
            _set_points(curve, x, self.chart.within_reach(y), (2 * magnified if len(x) <= FEW else 1) * sharpness)
        alone = not len(epochs)  # nothing but the batches is there to be looked at
        self.batch_curve.opts["pen"].setColor(_seen(current().muted, 1.0 if alone else BATCH_OPACITY))
        width = (2 * magnified if alone and len(steps) <= FEW else 1) * sharpness
        _set_points(self.batch_curve, steps, self.chart.within_reach(batches), width)
        self._show_values()
        if not self.paused:
            self.show_run()

    def show_run(self) -> None:
        """Mark where hyperparameters were changed, and the moment that is viewed."""
        self.lines.follow(self.session, in_epochs=self.session.history.epochs > 0)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Mark the epoch whose weights were put back, if any were; of a moment that has passed, tell its numbers."""
        best, past = snapshot.figures.best, snapshot.figures if snapshot.past else None
        if (epoch := best and float(best.epoch)) != self._best or past != self._past:
            self._best, self._past = epoch, past
            self.best.mark(epoch)
            self._show_values()

    def show_data(self, prepared: Prepared | None) -> None:
        """Say so where the loss is not in the units of the data."""
        self._scaled_targets = prepared is not None and prepared.fitted.target_scaler is not None
        self._name_axis()
        self.show_network()

    def _name_axis(self) -> None:
        of_scaled = self._scaled_targets and not self._accuracy
        self.chart.left.set_title(self.tr("scaled") if of_scaled else "")
        self.chart.setToolTip(
            self.tr("The loss is that of scaled targets. Predictions tells errors in their own units.")
            if of_scaled
            else ""
        )

    def _columns(self) -> tuple[Array, Array, Array]:
        epochs, training, validation = self._history.columns("epoch", *MEASURES[self.measure.chosen_index])
        known = slice(int(np.searchsorted(epochs, self._last_look.epoch, "right")))
        return epochs[known], training[known], validation[known]

    @property
    def _last_look(self) -> Figures:
        """How far the run is drawn: while it is held, as far as everything else is; else all of it."""
        if self.held and self.session.state is State.RUNNING:
            return self.session.last_snapshot.figures
        return ALL

    def _thin(self, epochs: Array, values: Array, envelope: Envelope) -> tuple[Array, Array]:
        """As many points as the eye can tell apart: of the whole run, or of the part the user looks at."""
        if self.smoothing.weight:
            values, envelope = smoothed(values, self.smoothing.weight), Envelope()
        if not self.chart.following:
            left, right = self.chart.view.viewRange()[0]
            part = slice(max(0, int(np.searchsorted(epochs, left)) - 1), int(np.searchsorted(epochs, right)) + 2)
            epochs, values, envelope = epochs[part], values[part], Envelope()
        x, y = envelope.thin(epochs, values)
        return x, drawn(y, self._log)

    def _batches(self, epochs: Array) -> tuple[Array, Array]:
        """The batches' loss over epochs, or over steps before the first epoch is done."""
        steps, losses = self._history.batches()
        known = slice(int(np.searchsorted(steps, self._last_look.step, "right")))
        steps, losses = steps[known], losses[known]
        if self._accuracy or not len(steps):
            return np.empty(0), np.empty(0)
        size = math.ceil(len(steps) / BATCH_POINTS)
        end = len(steps) // size * size
        with np.errstate(over="ignore"):  # what is too large becomes a gap
            steps, losses = (column[:end].reshape(-1, size).mean(axis=1) for column in (steps, losses))
        if len(epochs):
            steps = epoch_places(self._history, steps)
        return steps, drawn(losses, self._log)

    def _explain(self, epochs: bool, batches: bool) -> None:
        """The hint, where there is nothing to draw."""
        if self._accuracy:
            empty = not any(np.isfinite(column).any() for column in self._columns()[1:])
            self.hint.setText(
                self.tr("There is no accuracy: the network predicts numbers, not classes.")
                if (epochs and empty) or self._measures
                else self.tr("Press Run to see the accuracy rise.")
            )
            self.show_hint(empty)
        else:
            self.hint.setText(self.tr("Press Run to see the loss fall."))
            self.show_hint(not (epochs or batches))

    @property
    def _measures(self) -> bool:
        """Whether the network, as far as it is known, answers in numbers."""
        network, data = self.session.network, self.session.data
        if network is None or data is None:
            return False
        return not any(tells_classes(network, node, data.dataset) for node in network.outputs)

    def show_network(self) -> None:
        """Another one may have no accuracy."""
        if self._accuracy and not self.paused:
            self.show_history()

    def _fit(self, curves: list[tuple[Array, Array]], batches: tuple[Array, Array]) -> None:
        """Let the ranges follow the curves, and the top also the batches; what was high in the beginning only is left
        out in time."""
        x, ends = np.concatenate([x for x, _ in curves]), seen_ends([y for _, y in curves], self._log)
        across = self._x.follow(float(x.min(initial=0.0)), float(x.max(initial=1.0)))
        if ends is None:
            self.beyond.show_exits([])
            self.chart.show_range(across, NOTHING)
            return
        low, high = ends
        if self._accuracy:
            bottom, top = (0.0 if low < 0.5 else 0.5 if low < 0.9 else 0.9), 1.0
            vertical = (bottom, top + 0.03 * (top - bottom))
        else:
            high = max(high, (seen_ends([batches[1]], self._log) or ends)[1])
            vertical = upright_course(self._y, [*curves, batches], low, high, self._log)
        self.chart.show_range(across, vertical)
        theme = current()
        colors = (theme.accent, theme.negative) if len(curves) > 1 else (theme.muted,)
        colored = [(*curve, color) for curve, color in zip(curves, colors, strict=True)]
        self.beyond.show_exits(exits(colored, vertical[1]))

    def _show_values(self) -> None:
        """The values of the epoch under the mouse, or else of that whose weights stand: the best or the last one.

        While a moment that has passed is viewed, that is the last epoch that was done then, if there was one.
        """
        theme = current()
        epochs, training, validation = self._columns()
        index = len(epochs) - 1
        past = self._past if self._hovered is None else None
        place = self._best if self._hovered is None else self._hovered
        if past is not None and past.best is None:
            place = float(past.epoch)
        if place is not None and len(epochs):
            index = min(int(np.searchsorted(epochs, place - 0.5)), index)
        rows, epoch = [], ""
        amiss = {finding.curve for finding in self.session.coach.findings}
        if past is not None and not past.epoch:
            epoch = self.tr("Step {step}").format(step=f"{past.step}")
            rows.append(LegendRow(theme.muted, self.tr("batch"), _value(past.batch_loss)))
        elif len(epochs):
            epoch = self.tr("Epoch {epoch}").format(epoch=f"{int(epochs[index])}")
            rows.append(LegendRow(theme.accent, self.tr("train"), _value(training[index]), LOSS_CURVE in amiss))
            if np.isfinite(validation[-1]) or np.isfinite(validation).any():
                found = VALIDATION in amiss
                rows.append(LegendRow(theme.negative, self.tr("validation"), _value(validation[index]), found))
        else:
            losses = self._history.batches()[1]
            if len(losses):
                rows.append(LegendRow(theme.muted, self.tr("batch"), _value(losses[-1]), LOSS_CURVE in amiss))
        self.note.setText(epoch)
        across = self.tr("Epoch") if len(epochs) else self.tr("Step")
        self.chart.bottom.set_title(epoch if self._hovered is not None and epoch else across)
        self.legend.set_rows(tuple(rows))
        self._point_out(float(epochs[index]) if self._hovered is not None and len(epochs) else None)

    def _mark_findings(self) -> None:
        """Let the coach's marks beside the curves' names tell why they stand there."""
        found = (each for each in self.session.coach.findings if each.curve)
        self.legend.setToolTip("\n".join(f"{words(each.rule.label)}. {sentence(each.told)}" for each in found))
        self._show_values()

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place.x() if place is not None else None
        self._show_values()

    def _point_out(self, x: float | None) -> None:
        self.chart.cursor_line.setVisible(x is not None)
        if x is not None:
            self.chart.cursor_line.setValue(x)

    # Theme, language, menu

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.best.retheme(theme)
        for curve, color in (
            (self.training_curve, QColor(theme.accent)),
            (self.validation_curve, QColor(theme.negative)),
            (self.batch_curve, _seen(theme.muted, self.batch_curve.opts["pen"].color().alphaF())),
        ):
            curve.setPen(pg.mkPen(color, width=1))

    def retranslate(self) -> None:
        super().retranslate()
        self.measure.set_texts((self.tr("Loss"), self.tr("Accuracy")))
        self.logarithmic.retranslate()
        self.smoothing.retranslate()
        self.changes.retranslate()
        self.best.label.setFormat(self.tr("best"))
        self._name_axis()
        self.show_history()
        self._mark_findings()

    def reset_view(self) -> None:
        self._reset_ranges()
        self.chart.reset_view()
        self.show_history()

    def table(self) -> Table:
        return dict(zip(TABLE, (column.tolist() for column in self._history.columns(*TABLE)), strict=True))


def _curve(chart: Chart) -> pg.PlotCurveItem:
    """An empty curve; it is handed few enough points, so that pyqtgraph need not thin them."""
    curve = pg.PlotCurveItem(antialias=True)
    chart.addItem(curve)
    return curve


def _set_points(curve: pg.PlotCurveItem, x: Array, y: Array, width: float) -> None:
    """Other points, with gaps where they are not finite, and another width; a single point becomes a dash."""
    pen = curve.opts["pen"]
    pen.setWidthF(width)
    if len(x) == 1:
        x, y = x[0] + np.array([-0.1, 0.1]), np.repeat(y, 2)
    curve.setData(x, y, pen=pen, connect="finite")


def _seen(color: str, opacity: float) -> QColor:
    """A color of this opacity."""
    seen = QColor(color)
    seen.setAlphaF(opacity)
    return seen


def _value(value: float) -> str:
    return number(float(value), 3)
