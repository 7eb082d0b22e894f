"""What every layer makes of one sample, live while the network learns; and the filters with which it does so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from engine.data import Prepared
from engine.feature_maps import MapsLook, MapsProbe
from engine.weight_tiles import Side, WeightLook, WeightProbe, convolutions
from gui.i18n import number
from gui.mailbox import Probe
from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.insides.map_sections import map_sections, map_words, sample_section
from gui.plots.insides.mosaic import Mosaic
from gui.plots.insides.mosaic_layout import Spot
from gui.plots.insides.sample_picker import SamplePicker
from gui.plots.insides.scales import SteadyScales
from gui.plots.insides.tile_table import tile_table
from gui.plots.insides.weight_sections import weight_sections, weight_words
from gui.plots.log_scale import LogScale
from gui.plots.segmented import SegmentedSwitch
from gui.theme import Theme
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.snapshot import Snapshot

MAPS, FILTERS = "feature_maps", "filters"


class FeatureMapsPlot(Plot):
    """The chosen sample, and below it layer by layer what leaves it, or the kernels of all convolutions."""

    interval = 110

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_feature_maps", parent)
        self.mosaic = Mosaic()
        self.picker = SamplePicker()
        self.set_body(self.mosaic, above=self.picker)
        self.shown = SegmentedSwitch(2)
        self.asking = (self.picker, self.picker.parts, self.shown)
        self.add_control(self.picker.parts)
        self.add_control(self.shown)
        self._scales = SteadyScales()
        self._looks: Mapping[str, object] = {}
        self._prepared: Prepared | None = None
        self.picker.picked.connect(self._ask)
        self.shown.chosen.connect(self._ask)
        self.mosaic.pointed.connect(self._tell)
        self.logarithmic = LogScale(self)
        self.logarithmic.toggled.connect(self.mosaic.set_logarithmic)
        self.menu.insertAction(self.png_action, self.logarithmic)
        self.dress()

    # What is asked for

    @property
    def suits(self) -> bool:
        return self.session.data is None or not isinstance(self.session.data.raw.training[0], Mapping)

    @property
    def _filters(self) -> tuple[str, ...]:
        network = self.session.network
        return convolutions(network) if network is not None and self.shown.chosen_index else ()

    def probes(self) -> Mapping[str, Probe]:
        return {
            MAPS: MapsProbe(self.picker.part, self.picker.place),
            FILTERS: WeightProbe(self._filters, Side.WEIGHT),
        }

    def _ask(self) -> None:
        if self.attached:
            for name, probe in self.probes().items():
                self.session.add_probe(name, probe)

    def show_data(self, prepared: Prepared | None) -> None:
        if prepared is not self._prepared:
            self._prepared, self._looks = prepared, {}
            self.picker.set_data(prepared)
        self._explain()

    def show_network(self) -> None:
        network = self.session.network
        there = network is not None and bool(convolutions(network))
        self.shown.setVisible(there)
        if not there:
            self.shown.button(0).setChecked(True)
        self._scales.reset()
        self._looks = {}
        self._explain()
        self._ask()

    def _explain(self) -> None:
        self.show_hint(self.session.network is None or self._prepared is None or not self.suits)

    # Drawing

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        looks, network, prepared = snapshot.looks, self.session.network, self._prepared
        maps = looks.get(MAPS)
        if network is None or prepared is None or maps is self._looks.get(MAPS) or not isinstance(maps, MapsLook):
            return
        self._looks = looks
        if self.shown.chosen_index:
            filters: Mapping[str, WeightLook] = looks.get(FILTERS) or {}
            sections = [sample_section(maps, prepared, self._scales)]
            for node, look in filters.items():
                arrays = weight_sections(look, network.graph[node].layer, self.session.name_of(node), self._scales)
                sections += [section for section in arrays if section.tiles.axes]
        else:
            sections = map_sections(maps, prepared, self.session.name_of, self._scales)
        self.mosaic.show_sections(sections)
        self._tell(self.mosaic.spot)

    def _tell(self, spot: Spot | None) -> None:
        network, text = self.session.network, ""
        if spot is not None and network is not None and self._looks:  # else what is drawn is of a network before
            section = self.mosaic.sections[spot.section]
            if self.shown.chosen_index and spot.section:
                node = section.key.rpartition(".")[0]
                words = f"{self.session.name_of(node)}, {weight_words(section, spot, network.graph[node].layer)}"
            else:
                words = map_words(section, spot)
            text = f"{words}: {number(self.mosaic.value(spot))}"
        self.note.setText(text)
        self.mosaic.setToolTip(text)  # where the panel is narrow the note is cut

    def reset_view(self) -> None:
        self._scales.reset()
        self.mosaic.reset_view()

    def refresh(self) -> None:
        if not self.paused:
            self._looks = {}
        super().refresh()
        self.mosaic.show_sections(self.mosaic.sections)  # in the colours of the theme

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.picker.setStyleSheet(self.header.styleSheet())
        self.picker.retheme(theme)

    def retranslate(self) -> None:
        super().retranslate()
        self.hint.setText(self.tr("The maps of a sample appear here when data and network fit each other."))
        self.shown.set_texts((self.tr("Maps"), self.tr("Filters")))
        self.mosaic.setAccessibleName(self.tr("Feature maps"))
        self.picker.retranslate()
        self.logarithmic.retranslate()
        self.refresh()

    def table(self) -> Table:
        """One row a cell."""
        return tile_table(self.mosaic.sections)
