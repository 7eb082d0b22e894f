"""A layer's weights as a picture, their gradients, or how far they have come; what units see of pictures as such."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from engine.weight_tiles import Side, WeightLook, WeightProbe, layers_with_matrices
from gui.i18n import number
from gui.mailbox import Probe
from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.insides.mosaic import Mosaic
from gui.plots.insides.mosaic_layout import Spot
from gui.plots.insides.scales import SteadyScales
from gui.plots.insides.tile_table import tile_table
from gui.plots.insides.weight_sections import weight_sections, weight_words
from gui.plots.log_scale import LogScale
from gui.plots.segmented import SegmentedSwitch
from gui.theme import Theme
from gui.training_session import TrainingSession
from gui.widgets.controls import ComboBox, name_aloud

if TYPE_CHECKING:
    from gui.snapshot import Snapshot

PROBE = "weight_images"
SIDES = (Side.WEIGHT, Side.GRADIENT, Side.CHANGE)


class WeightImagesPlot(Plot):
    """Every array of the chosen layer with a scale of its own, which is symmetric and holds still."""

    interval = 130

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_weight_images", parent)
        self.mosaic = Mosaic()
        self.side = SegmentedSwitch(len(SIDES))
        self.as_seen = QPushButton()
        self.as_seen.setCheckable(True)
        self.as_seen.setChecked(True)
        self.as_seen.setProperty("role", "segment")
        self.set_body(self.mosaic, above=self._controls())
        self.layer = ComboBox()
        self.layer.setMinimumContentsLength(10)
        self.asking = (self.side, self.as_seen, self.layer)
        self.add_control(self.as_seen)
        self.add_control(self.layer)
        self._look: WeightLook | None = None
        self._scales = SteadyScales()
        self.side.chosen.connect(self._change)
        self.as_seen.toggled.connect(self._change)
        self.layer.currentIndexChanged.connect(self._change)
        self.mosaic.pointed.connect(self._tell)
        self.logarithmic = LogScale(self)
        self.logarithmic.toggled.connect(self.mosaic.set_logarithmic)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self.dress()

    def _controls(self) -> QWidget:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.side)
        row.addStretch()
        return self._row

    # What is asked for

    @property
    def _node(self) -> str:
        return str(self.layer.currentData() or "")

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: WeightProbe((self._node,), SIDES[self.side.chosen_index], self.as_seen.isChecked())}

    def _change(self) -> None:
        """Something else is to be shown."""
        self._scales.reset()
        self._look = None
        if self.attached:
            self.session.add_probe(PROBE, self.probes()[PROBE])

    def show_network(self) -> None:
        network = self.session.network
        nodes = layers_with_matrices(network) if network is not None else ()
        self._explain()
        self.show_hint(not nodes)
        self.layer.setVisible(bool(nodes))
        if not nodes:
            self.as_seen.hide()
            self._look = None
            return
        chosen = self._node
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for node in nodes:
                self.layer.addItem(self.session.name_of(node), node)
            self.layer.setCurrentIndex(max(0, self.layer.findData(chosen)))
        self._change()

    def _explain(self) -> None:
        """Why there are none, where that is so."""
        self.hint.setText(
            self.tr("The weights appear here once the network is ready to run.")
            if self.session.network is None
            else self.tr("No layer of this network has a matrix of weights.")
        )

    # Drawing

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        looks, network = snapshot.looks.get(PROBE) or {}, self.session.network
        look = looks.get(self._node)
        if look is None or network is None or look is self._look or look.side is not SIDES[self.side.chosen_index]:
            return
        self._look = look
        self.as_seen.setVisible(look.picture is not None)
        self.mosaic.show_sections(weight_sections(look, network.graph[look.node].layer, "", self._scales))
        self._tell(self.mosaic.spot)

    def _tell(self, spot: Spot | None) -> None:
        network = self.session.network
        text = ""
        if self._look is None or network is None:
            pass
        elif spot is not None:
            section = self.mosaic.sections[spot.section]
            words = weight_words(section, spot, network.graph[self._look.node].layer)
            text = f"{words}: {number(self.mosaic.value(spot))}"
        elif self._look.side is Side.GRADIENT and not any(tiles.reach for tiles in self._look.arrays.values()):
            text = self.tr("There are no gradients before the first step.")
        elif self._look.side is Side.CHANGE:
            text = self.tr("Since the initial weights of this seed")
        self.note.setText(text)
        self.mosaic.setToolTip(text if spot is not None else "")  # where the panel is narrow the note is cut

    def reset_view(self) -> None:
        self._scales.reset()
        self.mosaic.reset_view()

    def refresh(self) -> None:
        if not self.paused:
            self._look = None
        super().refresh()
        self.mosaic.show_sections(self.mosaic.sections)  # in the colours of the theme

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self._row.setStyleSheet(self.header.styleSheet())

    def retranslate(self) -> None:
        super().retranslate()
        self.side.set_texts((self.tr("Weights"), self.tr("Gradients"), self.tr("Change")))
        self.side.button(2).setToolTip(self.tr("How far the weights have come from where this seed began"))
        self.as_seen.setText(self.tr("As pictures"))
        self.as_seen.setToolTip(self.tr("Shows the weights of each unit where they meet the pixels of a picture"))
        self.mosaic.setAccessibleName(self.tr("Weights as pictures"))
        name_aloud(self.layer, self.tr("Layer"))
        self.logarithmic.retranslate()
        self._explain()
        self.refresh()

    def table(self) -> Table:
        """One row a cell."""
        return tile_table(self.mosaic.sections)
