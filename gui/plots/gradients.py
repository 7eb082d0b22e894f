"""How large the gradient is in each layer, and its weights, outputs and updates: now as bars, and over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from engine.observation import LayerStatistics
from gui.i18n import paragraph
from gui.plots.layer_plot import LayerPlot
from gui.plots.magnitude_bars import BANDS, MagnitudeBars, Measure
from gui.theme import Theme
from gui.widgets.controls import ComboBox, name_aloud

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession


class GradientsPlot(LayerPlot):
    """Root mean squares over each layer that learns, at the steps that were observed."""

    interval = 130
    bars: MagnitudeBars

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session, "plot_gradients", MagnitudeBars(), logarithmic=True)
        self.measure = ComboBox()
        self._list_measures()
        self.set_pages(above=self.measure)  # beside the button its words would be cut where the window is small
        self.measure.currentIndexChanged.connect(self._change)
        self.dress()

    @property
    def chosen(self) -> Measure:
        """What is drawn."""
        measure: Measure = self.measure.currentData()
        return measure

    def seen(self, snapshot: Snapshot) -> Mapping[str, LayerStatistics]:
        observation = snapshot.observation
        return observation.layers if observation is not None else {}

    @property
    def number(self) -> Callable[[LayerStatistics], float]:
        return attrgetter(self.chosen.value)

    def columns(self, layers: Sequence[LayerStatistics]) -> dict[str, list[float | str]]:
        """All figures are root mean squares."""
        return {
            "gradient": [layer.gradients for layer in layers],
            "weights": [layer.weights for layer in layers],
            "activations": [layer.activations for layer in layers],
            "update_ratio": [layer.update_ratio for layer in layers],
        }

    def _change(self) -> None:
        """Another measure."""
        self.bars.measure = self.chosen
        self.curves.band = BANDS.get(self.chosen)
        self.begin_ranges()
        self.curves.begin_anew()
        self.bars.show_layers(self.bars.layers, self.bars.names)
        self._explain()
        self.draw_curves()

    def begin_ranges(self) -> None:
        self.bars.range.reset()

    def _list_measures(self) -> None:
        """The words of the measures; the choice stays."""
        words = {
            Measure.GRADIENTS: self.tr("Gradient"),
            Measure.UPDATE_RATIO: self.tr("Update / weight"),
            Measure.WEIGHTS: self.tr("Weights"),
            Measure.ACTIVATIONS: self.tr("Activations"),
        }
        for index, (measure, word) in enumerate(words.items()):
            if index == self.measure.count():
                self.measure.addItem(word, measure)
            self.measure.setItemText(index, word)

    def _explain(self) -> None:
        """What the chosen measure is, for those who rest on it."""
        texts = {
            Measure.GRADIENTS: self.tr("The root mean square of all the gradients of a layer's weights, ∂L/∂w"),
            Measure.UPDATE_RATIO: self.tr(
                "How much a step changes a layer's weights, as a share of their size. About 0.001 is a good sign (the "
                "shaded band; rule of thumb of the course CS231n, Stanford); much more is too fast, much less too slow."
            ),
            Measure.WEIGHTS: self.tr("The root mean square of a layer's weights"),
            Measure.ACTIVATIONS: self.tr("The root mean square of what leaves a layer"),
        }
        for widget in (self.measure, self.header):
            widget.setToolTip(paragraph(texts[self.chosen]))

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.measure.setStyleSheet(self.header.styleSheet())

    def retranslate(self) -> None:
        super().retranslate()
        self._list_measures()
        self._explain()
        name_aloud(self.measure, self.tr("What is drawn"))
        self.hint.setText(self.tr("Press Run, or step one batch, to see how large the gradient is in each layer."))
