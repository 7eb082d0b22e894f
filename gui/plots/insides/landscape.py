"""The loss around the run: on the plane in which it has moved most, or along two weights; and its way over it."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.data.description import spread
from engine.errors import RambatError
from engine.landscape import LEVELS, Landscape, around_run, parameters_now
from engine.network import Network
from engine.timeline import Moment
from gui.i18n import grouped, number, sentences
from gui.long_job import LongJob
from gui.mailbox import Probe
from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.insides.landscape_chart import Heights, LandscapeChart, RampKey, heights
from gui.plots.insides.weight_choice import WeightChoice
from gui.plots.log_scale import LogScale
from gui.plots.segmented import SegmentedSwitch
from gui.snapshot import State
from gui.theme import Theme, current
from gui.training_session import TrainingSession
from gui.widgets.icons import icon
from gui.widgets.line_text import LineText

if TYPE_CHECKING:
    from gui.snapshot import Snapshot

Array = NDArray[np.floating]

PROBE = "parameters"
FEWEST, MOST = 12, 96
"""Moments from which on the plane of a run that goes on is worth a look, and how many of them are drawn."""
COARSE = LEVELS[0] ** 2 / LEVELS[-1] ** 2
SETTLED = 250
"""Milliseconds for which the network stands at a moment before the loss around it is computed."""
RUN, WEIGHTS = 0, 1


class LandscapePlot(Plot):
    """The loss around where the network stands: computed in slices beside the training, on a copy.

    So it is by itself wherever the network comes to rest, also at a moment that has passed, and else when people ask.
    """

    interval = 120

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_landscape", parent)
        self.chart = LandscapeChart()
        self.plane, self.scale = SegmentedSwitch(2), LogScale(self, on=True)
        self.again = QToolButton()
        self.told, self.ramp = LineText("note"), RampKey()
        self.weights = WeightChoice()
        self.weights.hide()
        self.again.setObjectName("landscape_again")
        self.again.setFixedSize(24, 22)
        self.set_body(self.chart, above=self._controls())
        self.add_control(self.scale.as_button())
        self.menu.insertAction(self.png_action, self.scale)
        self.add_control(self.plane)
        self.asking = (self.plane, self.weights)
        self.found: Landscape | None = None
        self._moments: list[Moment] = []
        self._places: dict[Moment, Array] = {}
        self._now: Array | None = None
        self._computed: tuple[Moment, Array] | None = None
        """The newest moment that is known to what is shown or on its way, and the parameters around which it is."""
        self._run: tuple[object, object] | None = None
        self._fits = False
        self._network: weakref.ref[Network] | None = None
        self._shown: Heights | None = None
        self._job: LongJob | None = None
        self._titles = self._asked_titles = ("", "")
        self._hovered: QPointF | None = None
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(self._come_to_rest)
        self.chart.hovered.connect(self._hover)
        self.again.clicked.connect(self.compute)
        self.plane.chosen.connect(self._change_plane)
        self.weights.chosen.connect(self.compute)
        self.scale.toggled.connect(self._draw)
        session.state_changed.connect(self._stand_still)
        self.dress()

    def _controls(self) -> QWidget:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.told, 1)
        row.addWidget(self.ramp)
        column.addLayout(row)
        column.addWidget(self.weights)
        return above

    # The run

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: parameters_now}

    def show_network(self) -> None:
        """Another one has a run of its own; the same is still known when the panel comes to be seen again."""
        network = self.session.network
        if network is None or self._network is None or self._network() is not network:
            self._network = weakref.ref(network) if network is not None else None
            self._forget()
            self._moments, self._now, self._run = [], None, None
            self.weights.forget()
        self._explain()

    def show_history(self) -> None:
        """Take in the moments that the run keeps, evenly thinned."""
        network = self.session.network
        moments = self.session.at_hand.timeline.moments if network is not None and self._suits() else ()
        size = len(network.parameters) if network is not None else 0
        usable = [each for each in moments if each.is_finite and len(each.parameters) == size and size]
        self._moments = [usable[place] for place in spread(len(usable), MOST).tolist()]
        self._explain()
        if self.found is not None:
            self._show_path()
        elif self._job is None and len(self._moments) >= (FEWEST if self._is_running else 2):
            self.compute()

    def _suits(self) -> bool:
        """Whether the run at hand is one of this network; found out once for each run."""
        run = self.session.at_hand
        if self._run is None or self._run[0] is not run or self._run[1] is not run.settings:
            self._run = run, run.settings
            self._fits = self.session.can_look_back
        return self._fits

    def _forget(self) -> None:
        """Show nothing, and want no answer any more."""
        self._cancel()
        self.found = self._shown = self._computed = None
        self._places.clear()
        self.chart.clear_all()
        self.chart.reset_view()
        self.ramp.show_ends(None)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _detach(self) -> None:
        self._cancel()
        super()._detach()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the network, which may stand at any moment of its run."""
        now, network = snapshot.looks.get(PROBE), self.session.network
        if now is None or network is None or len(now) != len(network.parameters) or not np.isfinite(now).all():
            return
        self._now = now
        if self.found is not None:
            self._show_path()
        if not self._is_running and self._is_old:
            self._rest.start()
        self._show_state()

    @property
    def _is_running(self) -> bool:
        return self.session.state is State.RUNNING

    @property
    def _is_old(self) -> bool:
        """Whether there is something to compute: the network stands elsewhere by now, or its run has gone on."""
        unfinished = self._job is None and (self.found is None or self.found.done < 1)
        if self._computed is None or not self._moments or unfinished:
            return True
        newest, around = self._computed
        return newest is not self._moments[-1] or (self._now is not None and not np.array_equal(around, self._now))

    def _stand_still(self) -> None:
        """What was computed on the way is out of date once the run has stopped."""
        if self.attached:
            self.show_history()
            self._rest.start()
            self._show_state()

    def _come_to_rest(self) -> None:
        if self.attached and not self._is_running and self._is_old:
            self.compute()

    def _explain(self) -> None:
        self.show_hint(self.session.network is None or (self.found is None and len(self._moments) < 2))

    # Computing

    def _change_plane(self) -> None:
        self.weights.setVisible(self.plane.chosen_index == WEIGHTS)
        self._forget()
        self.compute()

    def compute(self) -> None:
        """Begin anew, with the run as it stands; what is shown stays until there is something better."""
        self._cancel()
        network, data, moments = self.session.network, self.session.data, self._moments
        if network is None or data is None or len(moments) < 2 or not self.attached:
            return
        vectors = [moment.parameters for moment in moments]
        pair = None
        if self.plane.chosen_index == WEIGHTS:
            self.weights.offer(network, vectors, self.session.name_of)
            pair = self.weights.pair
            if pair is None:
                self.told.setText(self.tr("Choose two different weights."))
                self._show_state()
                return
        self._asked_titles = self.weights.names() if pair is not None else ("", "")
        standing = self._now if self._now is not None else vectors[-1]
        self._computed = moments[-1], standing
        points = around_run(network, data.dataset, vectors, standing, pair)
        self._job = LongJob(self.session.worker, points, lambda: self._is_running)
        self._job.told.connect(self._take)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._tell()

    def _take(self, found: Landscape | None) -> None:
        if found is not None and found.done >= COARSE:
            if self.found is None or found.plane is not self.found.plane:
                self._places.clear()
                self._titles = self._asked_titles
            self.found = found
            self._draw()

    def _finish(self, found: Landscape) -> None:
        self._job = None
        self._take(found)
        self._tell()

    def _fail(self, error: RambatError) -> None:
        self._job = None
        self.told.setText(sentences(error))
        self._show_state()

    # Drawing

    def _draw(self) -> None:
        found = self.found
        if found is None:
            return
        self._shown = heights(found.losses, self.scale.isChecked())
        whole = any(abs(found.done - count**2 / LEVELS[-1] ** 2) < 1e-9 for count in LEVELS)
        self.chart.show_landscape(found, self._shown, whole)
        self.ramp.show_ends((self._shown.low, self._shown.high) if np.isfinite(self._shown.low) else None)
        self._name_axes(found)
        self._show_path()
        self._tell()

    def _name_axes(self, found: Landscape) -> None:
        first, second = found.plane.explained
        if self._titles[0]:
            self.chart.bottom.set_title(self._titles[0])
            self.chart.left.set_title(self._titles[1])
            return
        text = self.tr("{share} of the variance")
        self.chart.bottom.set_title(text.format(share=f"{first:.0%}"), f"{first:.0%}")
        self.chart.left.set_title(f"{second:.0%}")

    def _show_path(self) -> None:
        now = self._now
        if self.found is not None and now is not None and len(now) == len(self.found.plane.origin):
            self.chart.show_path(self._path(), self.found.plane.places([now])[0])

    def _path(self) -> Array:
        """(moments, 2): where on the plane the run has been; each moment is looked up once."""
        assert self.found is not None
        plane, known = self.found.plane, self._places
        self._places = {
            moment: known[moment] if moment in known else plane.places([moment.parameters])[0]
            for moment in self._moments
        }
        return np.array(list(self._places.values())).reshape(-1, 2)

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place
        self._tell()

    def _tell(self) -> None:
        """The loss under the pointer, or how far the computing has come."""
        found, text = self.found, ""
        self.told.whole = found is not None and self._hovered is None
        if found is None:
            text = self.tr("Computing…") if self._job is not None else ""
        elif self._hovered is not None:
            text = self._loss_at(found, self._hovered)
        elif found.done < 1:
            text = f"{found.done:.0%}"
        else:
            first, second = found.plane.explained
            text = self.tr("{count} training samples").format(count=grouped(found.samples))
            if self._titles[0]:
                share = self.tr("{share} of the run's variance").format(share=f"{first + second:.0%}")
                text = f"{text} \N{MIDDLE DOT} {share}"
        self.told.setText(text)
        self._show_state()

    def _show_state(self) -> None:
        """Whether pressing the button would change anything, and why not."""
        if self._job is not None:
            told = self.tr("Being computed around where the network stands")
        elif self._is_old:
            told = self.tr("Compute anew around where the network stands; the training goes on")
        else:
            told = self.tr("This is the loss around where the network stands")
        self.again.setEnabled(self._job is None and self._is_old)
        if told != self.again.toolTip():
            self.again.setToolTip(told)
            self.again.setAccessibleName(told)
            theme = current()
            self.again.setIcon(icon("reset", theme.accent if self.again.isEnabled() else theme.muted))

    def _loss_at(self, found: Landscape, place: QPointF) -> str:
        """Nothing beside what was computed."""
        if not self.chart.image.mapRectToParent(self.chart.image.boundingRect()).contains(place):
            return ""
        column = int(np.abs(found.x - place.x()).argmin())
        row = int(np.abs(found.y - place.y()).argmin())
        at = f"{number(place.x(), 3)}, {number(place.y(), 3)}"
        return self.tr("Loss {value} at {place}").format(value=number(float(found.losses[row, column])), place=at)

    def reset_view(self) -> None:
        self.chart.reset_view()

    def refresh(self) -> None:
        super().refresh()
        self._draw()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.weights.setStyleSheet(self.header.styleSheet())
        self.again.setToolTip("")  # so that its icon is drawn in the theme's colours
        self._show_state()
        self.ramp.update()

    def retranslate(self) -> None:
        super().retranslate()
        self.hint.setText(self.tr("Train some steps. The landscape of the loss appears here, with the way of the run."))
        self.plane.set_texts((self.tr("Run"), self.tr("Two weights")))
        self.plane.button(RUN).setToolTip(self.tr("The plane in which the run has moved most (Li et al. 2018)"))
        self.plane.button(WEIGHTS).setToolTip(self.tr("The loss along two weights, all others as they are now"))
        self.scale.retranslate()
        self._show_state()
        self.chart.setToolTip(self.tr("The ring is where the run began, the point where the network stands"))
        self.weights.retranslate()
        self._draw()

    def table(self) -> Table:
        """One row a place of the grid, and behind it the way of the run."""
        found = self.found
        if found is None:
            return {}
        x, y = np.meshgrid(found.x, found.y)
        places = self._path()
        return {
            "x": x.reshape(-1).tolist(),
            "y": y.reshape(-1).tolist(),
            "loss": found.losses.reshape(-1).tolist(),
            "step": [float(moment.step) for moment in self._moments],
            "run_x": places[:, 0].tolist(),
            "run_y": places[:, 1].tolist(),
        }
