"""The docks of a run: one row each, from which the window, its menu and its layout are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from gui.document import Document
from gui.plots.boundary import BoundaryPlot
from gui.plots.gradients import GradientsPlot
from gui.plots.loss import LossPlot
from gui.plots.results import ResultsPlot
from gui.plots.weights import WeightsPlot
from gui.training_session import TrainingSession


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


DOCKS: tuple[DockSpec, ...] = (
    DockSpec(
        "plot_loss",
        lambda: QCoreApplication.translate("Docks", "Loss"),
        lambda _document, session: LossPlot(session),
        Place.BESIDE,
    ),
    DockSpec(
        "plot_gradients",
        lambda: QCoreApplication.translate("Docks", "Gradient per layer"),
        lambda _document, session: GradientsPlot(session),
        Place.BESIDE,
    ),
    DockSpec(
        "plot_weights",
        lambda: QCoreApplication.translate("Docks", "Weights"),
        lambda _document, session: WeightsPlot(session),
        Place.BESIDE,
    ),
    DockSpec(
        "plot_boundary",
        lambda: QCoreApplication.translate("Docks", "Decision boundary"),
        lambda _document, session: BoundaryPlot(session),
        Place.BESIDE,
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
        "runs",
        lambda: QCoreApplication.translate("Docks", "Runs"),
        _runs,
        behind="plot_boundary",
        room=QSize(1080, 480),
    ),
)


def placed(place: Place) -> tuple[DockSpec, ...]:
    """The rows of one place."""
    return tuple(spec for spec in DOCKS if spec.place is place)
