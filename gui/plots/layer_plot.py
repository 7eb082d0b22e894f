"""A plot of one number of each layer: bars of how it is now, and lines of how it was over the run."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.layer_curves import LayerCurves
from gui.plots.layer_rows import LayerRows
from gui.plots.log_scale import LogScale
from gui.plots.plate import Plate
from gui.plots.run_lines import RunLines
from gui.plots.smoothing import Smoothing
from gui.plots.step_record import StepRecord
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

MOST = 300
"""Steps of a run that are kept."""
ABOVE = 24
"""Pixels of a row above the bars."""


class LayerPlot(Plot):
    """A subclass says what is seen of each layer, and which number of it is drawn.

    `layer_chosen` carries the layer that people want to see on the canvas.
    """

    layer_chosen = Signal(str)

    def __init__(self, session: TrainingSession, name: str, bars: LayerRows, logarithmic: bool) -> None:
        super().__init__(session, name)
        self.bars, self.curves = bars, LayerCurves()
        self.lines = RunLines(self.curves.chart)
        self._pages = QStackedWidget()
        self._pages.addWidget(bars.in_scroll_area())
        self._pages.addWidget(self.curves)
        self.note.whole = True
        self.over_time = QPushButton()
        self.over_time.setCheckable(True)
        self.over_time.setProperty("role", "segment")
        self.logarithmic = LogScale(self, logarithmic)
        self.smoothing = Smoothing(self)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self.menu.insertMenu(self.png_action, self.smoothing.menu)
        self._record: StepRecord[Mapping[str, Any]] = StepRecord(MOST)
        self._newest: Mapping[str, Any] | None = None
        self.over_time.toggled.connect(self._turn)
        self.logarithmic.toggled.connect(self._rescale)
        self.smoothing.changed.connect(self.draw_curves)
        bars.chosen.connect(self.layer_chosen)
        self.curves.pointed.connect(self._tell)
        session.emptied.connect(self._record.clear)

    def set_pages(self, above: QWidget | None = None) -> None:
        """The drawing, a row above it, and the button at its right: after the controls of a subclass."""
        self.set_body(self._pages, above)
        self.add_control(self.over_time)
        self._turn(False)
        self._rescale()
        self.show_hint(True)

    def show_hint(self, hint: bool) -> None:
        """The control of what is not there would only make a narrow window wider."""
        super().show_hint(hint)
        self.over_time.setVisible(not hint)

    @abstractmethod
    def seen(self, snapshot: Snapshot) -> Mapping[str, Any] | None:
        """What a look tells of each layer; None where it tells nothing new."""

    @property
    @abstractmethod
    def number(self) -> Callable[[Any], float]:
        """What tells, of what was seen of a layer, the number that lines draw."""

    @abstractmethod
    def columns(self, layers: Sequence[Any]) -> dict[str, list[float | str]]:
        """All numbers of what was seen of layers, for a file."""

    @property
    def bounds(self) -> tuple[float, float] | None:
        """What a linear scale always shows."""
        return None

    def plate(self) -> Plate:
        """Bars take no more height than they have rows for."""
        plate = super().plate()
        height = self.bars.sizeHint().height() + ABOVE
        return plate if self.over_time.isChecked() else replace(plate, room=QSize(plate.room.width(), height))

    # Drawing

    def show_run(self) -> None:
        """Mark where hyperparameters were changed, and the moment that is viewed."""
        self.lines.follow(self.session, in_epochs=False)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        layers = self.seen(snapshot) if self.session.network is not None else {}
        self._record.follow(self.session.history, snapshot.step)
        if layers is not None:
            self._show(layers, snapshot.step)
        self.draw_curves()

    def _show(self, layers: Mapping[str, Any], step: int) -> None:
        if layers and layers is not self._newest:  # what was seen once is told again with later steps
            self._newest = layers
            if len(self._record) and self._record.values[0].keys() != layers.keys():
                self._record.clear()
            self._record.add(step, layers)
        self.show_hint(not layers)
        if layers.keys() != self.bars.layers.keys():
            self.begin_ranges()
        self.bars.show_layers(layers, {node: self.session.name_of(node) for node in layers})

    def begin_ranges(self) -> None:
        """Let the range of the bars begin anew."""

    def _turn(self, over_time: bool) -> None:
        """Bars, or lines."""
        self._pages.setCurrentIndex(int(over_time))
        self.logarithmic.setVisible(over_time)
        self.smoothing.menu.menuAction().setVisible(over_time)
        self.reset_action.setVisible(over_time)
        self.note.setVisible(over_time)
        self.draw_curves()

    def _rescale(self) -> None:
        self.curves.set_scale(self.logarithmic.isChecked(), self.bounds)
        self.draw_curves()

    def draw_curves(self) -> None:
        """Draw the lines, where they are to be seen."""
        if self.over_time.isChecked():
            values, number = self._record.values, self.number
            series = {node: [number(seen[node]) for seen in values] for node in (values[0] if values else ())}
            self.curves.smoothing = self.smoothing.weight
            names = {node: self.session.name_of(node) for node in series}
            self.curves.show_series(self._record.steps, series, names, self.session.last_snapshot.step)
        self._tell()

    def _tell(self) -> None:
        """The step whose values are told."""
        step = self.curves.step if self.over_time.isChecked() else None
        self.note.setText("" if step is None else self.tr("Step {step}").format(step=step))

    def reset_view(self) -> None:
        self.curves.reset_view()

    # Theme, language, files

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.bars.update()
        self.curves.retheme(theme)

    def retranslate(self) -> None:
        super().retranslate()
        self.bars.setAccessibleName(self.tr("Layers"))
        self.over_time.setText(self.tr("Over time"))
        self.over_time.setToolTip(self.tr("One line for each layer over the steps of the run"))
        self.logarithmic.retranslate()
        self.smoothing.retranslate()
        self.curves.chart.bottom.set_title(self.tr("Step"))
        if self.attached:
            self.show_snapshot(self.session.last_snapshot)

    def table(self) -> Table:
        """One row per layer, or per step and layer."""
        if not self.over_time.isChecked():
            layers = self.bars.layers
            return {"layer": list(layers)} | self.columns(list(layers.values()))
        seen = zip(self._record.steps, self._record.values, strict=True)
        rows = [(float(step), node, layer) for step, layers in seen for node, layer in layers.items()]
        steps: dict[str, list[float | str]] = {"step": [step for step, _, _ in rows]}
        nodes: dict[str, list[float | str]] = {"layer": [node for _, node, _ in rows]}
        return steps | nodes | self.columns([layer for _, _, layer in rows])
