"""What a layer makes of the data, in two dimensions: principal components of its activations, coloured by class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtWidgets import QWidget

from engine.answers import part_named
from engine.data import Prepared
from engine.data.dataset import take
from engine.representation import Representation, RepresentationProbe
from engine.watching import hidden_layers, watched
from gui.i18n import measure, number
from gui.mailbox import Probe
from gui.plots.base import Plot
from gui.plots.chart import Chart
from gui.plots.classes import ClassKey
from gui.plots.export import Table
from gui.plots.points import Points, class_labels, first_targets
from gui.plots.predictions.part_names import part_names
from gui.plots.ranges import SteadyRange
from gui.theme import Theme, current
from gui.training_session import TrainingSession
from gui.widgets.controls import ComboBox, name_aloud

if TYPE_CHECKING:
    from gui.snapshot import Snapshot

PROBE = "representation"
NEAR = 14
"""Pixels from the pointer within which a sample is told."""
CHEAP, DEAR = 0.003, 0.008
"""Seconds of a look below which it is taken often, and above which rarely."""
CROWD = 150

Array = NDArray[np.floating]
Sample = tuple[str, int]
"""The name of a part, and a place within it."""


class RepresentationPlot(Plot):
    """The watched samples as points that glide: each look is turned so that it lies nearest to the one before."""

    interval = 90
    rare = 1.0

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_representation", parent)
        self.chart = Chart()
        self.chart.left.setGrid(False)
        self.chart.view.setAspectLocked(True)
        self.points = Points(self.chart, empty=True)
        self.set_body(self.chart)
        self.key = ClassKey()
        self.add_heading(self.key)
        self.layer = ComboBox()
        self.layer.setMinimumContentsLength(10)
        self.asking = (self.layer,)
        self.add_control(self.layer)
        self.found: Representation | None = None
        self._prepared: Prepared | None = None
        self._targets: dict[str, Array] = {}
        self._hovered: QPointF | None = None
        self._probe = RepresentationProbe("")
        self._reset_ranges()
        self.layer.currentIndexChanged.connect(self._change)
        self.chart.hovered.connect(self._hover)
        self.dress()

    def _reset_ranges(self) -> None:
        self._ranges = tuple(SteadyRange(room=0.08, little=0.55) for _ in "xy")

    # What is asked for

    @property
    def _node(self) -> str:
        return str(self.layer.currentData() or "")

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: self._probe}

    def _change(self) -> None:
        """Another layer, or another network."""
        self.found = None
        self._probe = RepresentationProbe(self._node)  # the one before holds on to the network that it has seen
        self._reset_ranges()
        self.chart.reset_view()
        self._draw_nothing()
        self._ask(rare=1.0)

    def _ask(self, rare: float) -> None:
        self.rare = rare
        if self.attached:
            self.session.remove_probe(PROBE)
            self.session.add_probe(PROBE, self.probes()[PROBE], rare)

    def show_network(self) -> None:
        network, chosen, before = self.session.network, self._node, self.layer.count()
        nodes = hidden_layers(network) if network is not None else ()
        self._explain()
        if not nodes:
            self._change()
            return
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for node in nodes:
                self.layer.addItem(self.session.name_of(node), node)
            kept = self.layer.findData(chosen)
            self.layer.setCurrentIndex(kept if kept >= 0 and before else max(0, len(nodes) - 2))
        self._change()

    def show_data(self, prepared: Prepared | None) -> None:
        if prepared is not self._prepared:
            self._prepared, self.found = prepared, None
            self._reset_ranges()
            self._draw_nothing()
            self._targets = {} if prepared is None else _targets(prepared)
        self.key.set_names(prepared.dataset.classes if prepared is not None and self._targets else ())
        self._explain()

    def _explain(self) -> None:
        nothing = self.session.network is None or not self._targets
        self.show_hint(nothing)
        self.layer.setVisible(not nothing)

    # Drawing

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look, turned like the one before."""
        look: Representation | None = snapshot.looks.get(PROBE)
        if look is None or self._prepared is None or look.node != self._node or self.session.network is None:
            return
        if len(look.places) != sum(map(len, self._targets.values())):
            return  # it is of the data before
        if look.seconds > DEAR if not self.rare else look.seconds < CHEAP:
            self._ask(rare=0.0 if self.rare else 1.0)
        known = self.found
        self.found = look if known is None else look.aligned(known.places)
        self._draw(anew=known is None)

    def _draw_nothing(self) -> None:
        self.points.training.clear()
        self.points.validation.clear()
        self._tell()

    def _draw(self, anew: bool) -> None:
        assert self.found is not None
        assert self._prepared is not None
        places, start = self.found.places, 0
        dataset, theme = self._prepared.dataset, current()
        self.points.sharpness = self.devicePixelRatioF()
        for name, item in (("training", self.points.training), ("validation", self.points.validation)):
            targets = self._targets.get(name)
            if targets is None:
                continue
            part, start = places[start : start + len(targets)], start + len(targets)
            if anew:
                labels = class_labels(dataset, targets)
                values = first_targets(targets)
                self.points.place(item, part, labels, len(dataset.classes), values, theme, len(places) > CROWD)
            else:
                self.points.move(item, part)
        self._fit(places)
        self._tell()

    def _fit(self, places: Array) -> None:
        (left, bottom), (right, top) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        x, y = (steady.follow(*ends) for steady, ends in zip(self._ranges, ((left, right), (bottom, top)), strict=True))
        self.chart.show_range(x, y)
        assert self.found is not None
        first, second = self.found.explained
        of_variance = self.tr("{share} of the variance")
        self.chart.bottom.set_title(of_variance.format(share=f"{first:.0%}"), f"{first:.0%}")
        self.chart.left.set_title(f"{second:.0%}")

    # Words

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place
        self._tell()

    def _nearest(self, place: QPointF) -> int | None:
        """The sample under the pointer."""
        assert self.found is not None
        wide, high = self.chart.view.viewPixelSize()
        away = np.hypot(*((self.found.places - (place.x(), place.y())) / (wide, high)).T)
        return int(away.argmin()) if away.min() <= NEAR else None

    def _tell(self) -> None:
        """The sample under the pointer."""
        text = ""
        if self.found is not None and self._hovered is not None and self._targets:
            found = self._nearest(self._hovered)
            text = "" if found is None else self._describe(found)
        self.note.setText(text)
        self.chart.setToolTip(text)  # where the panel is narrow the note is cut
        self.note.setVisible(bool(text))
        self.key.setVisible(not text)

    def _describe(self, row: int) -> str:
        assert self.found is not None
        part, place = self._samples()[row]
        told = self.tr("Sample {number}").format(number=place + 1)
        x, y = self.found.places[row].tolist()
        said = f"{told}, {part_names()[part].lower()}, {self._class_of(row)}: {number(x, 3)}, {number(y, 3)}"
        return said

    def _samples(self) -> list[Sample]:
        """Every watched sample, in the order of their places."""
        assert self._prepared is not None
        return [(part, place) for part, places in watched(self._prepared).items() for place in places.tolist()]

    def _class_of(self, row: int) -> str:
        assert self._prepared is not None
        dataset, targets = self._prepared.dataset, np.concatenate(list(self._targets.values()))[row : row + 1]
        labels = class_labels(dataset, targets)
        return measure(float(first_targets(targets)[0])) if labels is None else dataset.classes[int(labels[0])]

    def reset_view(self) -> None:
        self._reset_ranges()
        self.chart.reset_view()
        if self.found is not None:
            self._fit(self.found.places)

    def refresh(self) -> None:
        super().refresh()
        if self.found is not None:
            self._draw(anew=True)

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.key.update()

    def retranslate(self) -> None:
        super().retranslate()
        self.hint.setText(
            self.tr("The samples appear here as a layer sees them, when data and network fit each other.")
        )
        name_aloud(self.layer, self.tr("Layer"))
        if self.found is not None:
            self._fit(self.found.places)

    def table(self) -> Table:
        """One row a sample."""
        if self.found is None:
            return {}
        samples = self._samples()
        return {
            "part": [part for part, _ in samples],
            "sample": [place + 1 for _, place in samples],
            "target": [self._class_of(row) for row in range(len(samples))],
            "x": self.found.places[:, 0].tolist(),
            "y": self.found.places[:, 1].tolist(),
        }


def _targets(prepared: Prepared) -> dict[str, Array]:
    """What is to be learned of the watched samples, in the data's own units; nothing where there are several kinds."""
    found = {}
    for part, places in watched(prepared).items():
        targets = take(part_named(prepared, part)[0][1], places)
        if isinstance(targets, Mapping):
            return {}
        found[part] = np.asarray(targets)
    return found
