"""The docks of a run: one row each, from which the window, its menu and its layout are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from gui.dock import Dock
from gui.document import Document
from gui.panels.coach import CoachPanel
from gui.plots.boundary import BoundaryPlot
from gui.plots.gradients import GradientsPlot
from gui.plots.layer_plot import LayerPlot
from gui.plots.loss import LossPlot
from gui.plots.results import ResultsPlot
from gui.plots.weights import WeightsPlot
from gui.training_session import TrainingSession
from gui.widgets.selection_link import select_layer


class Place(Enum):
    """Where a dock stands in a fresh window."""

    BESIDE = "beside"
    """Beside its neighbours below the canvas, where there is room."""
    BEHIND = "behind"
    """As a tab behind another one."""
    CLOSED = "closed"
    """So too, once it is opened; only then is its panel made."""


@dataclass(frozen=True)
class DockSpec:
    """One dock: its object name, its title, what stands in it, and where.

    `behind` names the dock whose tabs it joins; `room` is the size of its window once it is detached.
    A panel that is CLOSED at first is imported by `make` itself, so that the program starts without it.
    """

    name: str
    title: Callable[[], str]
    make: Callable[[Document, TrainingSession], QWidget]
    place: Place = Place.CLOSED
    behind: str = ""
    room: QSize | None = None


def _runs(document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.runs.panel import RunsPlot

    return RunsPlot(document, session)


def compare_runs(dock: Dock) -> None:
    """Show the runs of this dock over each other, where they have room."""
    from gui.plots.runs.panel import RunsPlot

    dock.give_room()
    if isinstance(panel := dock.widget(), RunsPlot):  # a panel that could not be made leaves a word of excuse
        panel.compare()


def _weight_images(_document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.insides.weight_images import WeightImagesPlot

    return WeightImagesPlot(session)


def _feature_maps(_document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.insides.feature_maps import FeatureMapsPlot

    return FeatureMapsPlot(session)


def _representation(_document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.insides.representation import RepresentationPlot

    return RepresentationPlot(session)


def _landscape(_document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.insides.landscape import LandscapePlot

    return LandscapePlot(session)


def _per_layer(panel: LayerPlot, document: Document) -> LayerPlot:
    """A layer that is chosen in the panel is selected on the canvas."""
    panel.layer_chosen.connect(partial(select_layer, document))
    return panel


def _schedule(document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.schedule import SchedulePlot

    return SchedulePlot(document, session)


def _distributions(_document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.distributions import DistributionsPlot

    return DistributionsPlot(session)


def _health(document: Document, session: TrainingSession) -> QWidget:
    from gui.plots.unit_health import HealthPlot

    return _per_layer(HealthPlot(session), document)


DOCKS: tuple[DockSpec, ...] = (
    DockSpec(
        "plot_loss",
        lambda: QCoreApplication.translate("Docks", "Loss"),
        lambda _document, session: LossPlot(session),
        Place.BESIDE,
        room=QSize(640, 420),
    ),
    DockSpec(
        "plot_gradients",
        lambda: QCoreApplication.translate("Docks", "Gradients"),
        lambda document, session: _per_layer(GradientsPlot(session), document),
        Place.BESIDE,
        room=QSize(480, 360),
    ),
    DockSpec(
        "plot_weights",
        lambda: QCoreApplication.translate("Docks", "Weights"),
        lambda _document, session: WeightsPlot(session),
        Place.BESIDE,
        room=QSize(480, 340),
    ),
    DockSpec(
        "plot_boundary",
        lambda: QCoreApplication.translate("Docks", "Decision boundary"),
        lambda _document, session: BoundaryPlot(session),
        Place.BESIDE,
        room=QSize(600, 520),
    ),
    DockSpec(
        "results",
        lambda: QCoreApplication.translate("Docks", "Predictions"),
        lambda _document, session: ResultsPlot(session),
        Place.BEHIND,
        "plot_boundary",
        QSize(860, 480),
    ),
    DockSpec(
        "plot_weight_images",
        lambda: QCoreApplication.translate("Docks", "Weights as pictures"),
        _weight_images,
        behind="plot_weights",
        room=QSize(560, 440),
    ),
    DockSpec(
        "plot_feature_maps",
        lambda: QCoreApplication.translate("Docks", "Feature maps"),
        _feature_maps,
        behind="plot_boundary",
        room=QSize(640, 600),
    ),
    DockSpec(
        "plot_representation",
        lambda: QCoreApplication.translate("Docks", "What a layer sees"),
        _representation,
        behind="plot_boundary",
        room=QSize(560, 480),
    ),
    DockSpec(
        "plot_landscape",
        lambda: QCoreApplication.translate("Docks", "Loss landscape"),
        _landscape,
        behind="plot_loss",
        room=QSize(600, 500),
    ),
    DockSpec(
        "plot_schedule",
        lambda: QCoreApplication.translate("Docks", "Learning rate"),
        _schedule,
        behind="plot_loss",
        room=QSize(560, 340),
    ),
    DockSpec(
        "plot_distributions",
        lambda: QCoreApplication.translate("Docks", "Distributions"),
        _distributions,
        behind="plot_weights",
        room=QSize(640, 420),
    ),
    DockSpec(
        "plot_health",
        lambda: QCoreApplication.translate("Docks", "Unit health"),
        _health,
        behind="plot_gradients",
        room=QSize(520, 380),
    ),
    DockSpec(
        "runs",
        lambda: QCoreApplication.translate("Docks", "Runs"),
        _runs,
        behind="plot_boundary",
        room=QSize(1040, 420),
    ),
    DockSpec(
        "coach",
        lambda: QCoreApplication.translate("Docks", "Coach"),
        CoachPanel,
        Place.BEHIND,
        "problems",
    ),
)


def placed(place: Place) -> tuple[DockSpec, ...]:
    """The rows of one place."""
    return tuple(spec for spec in DOCKS if spec.place is place)
