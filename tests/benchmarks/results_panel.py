"""How much of the training's time an open page of the predictions panel takes."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDockWidget
from rich.console import Console

import main
from engine.data import Prepared
from engine.network import Network
from engine.project import Project, load_example
from gui.app import create_application
from gui.document import Document
from gui.mailbox import Probe
from gui.main_window import MainWindow
from gui.plots.base import Plot
from gui.plots.results import ResultsPlot

ROUNDS, SECONDS, SETTLING = 8, 1.0, 300
EPOCHS = 10_000_000


class Stretch(NamedTuple):
    """What was measured for a while: training steps a second, and shares of processor time.

    `computing` is that of the panel's probes in the worker's time, `drawing` that of the window in a core's.
    """

    steps: float
    computing: float
    drawing: float


class TimedPanel:
    """Counts the processor time that a panel's probes take."""

    def __init__(self, panel: Plot) -> None:
        self.panel = panel
        self.seconds = 0.0
        self._probes = panel.probes
        panel.probes = self.probes  # type: ignore[method-assign]

    def probes(self) -> Mapping[str, Probe]:
        """The panel's own, on a clock."""
        return {name: self._timed(probe) for name, probe in self._probes().items()}

    def _timed(self, probe: Probe) -> Probe:
        def ask(network: Network, prepared: Prepared) -> Any:
            started = time.thread_time()
            try:
                return probe(network, prepared)
            finally:
                self.seconds += time.thread_time() - started

        return ask


def run(console: Console) -> None:
    """Small and large examples at full speed, the panel open and closed by turns."""
    main.limit_threads()
    create_application(["rambat"])
    for name in ("moons", "digits", "digits_cnn"):
        for page, pairs in measure(name).items():
            closed, opened = (
                Stretch(*map(statistics.median, zip(*side, strict=True))) for side in zip(*pairs, strict=True)
            )
            slower = statistics.median(1 - with_it.steps / without.steps for without, with_it in pairs)
            console.print(
                f"{name}, {page}: {opened.computing:.1%} of the worker's time, and the window {closed.drawing:.0%} of "
                f"a core without the panel, {opened.drawing:.0%} with it (goal at most 10% in all); "
                f"{closed.steps:,.0f} steps/s without and {opened.steps:,.0f} with it, in {ROUNDS} pairs {slower:.1%} "
                "fewer, which says something on an idle machine only"
            )


def measure(name: str) -> dict[str, list[tuple[Stretch, Stretch]]]:
    """With the panel closed and open by page, in pairs, since a machine is not always as fast."""
    window = running(name)
    window.findChild(QDockWidget, "dock_plot_boundary").close()
    panel = window.findChild(ResultsPlot)
    clock = TimedPanel(panel)
    pairs = {}
    for number, page in enumerate(panel.pages):
        panel.turn_to(number)
        pairs[page.objectName()] = [
            pair(window, {"results": clock}, open_first=bool(turn % 2)) for turn in range(ROUNDS)
        ]
    end(window)
    return pairs


def endless(name: str) -> Project:
    """The example at full speed and without an end."""
    project = load_example(name)
    project.training = project.training.replace(epochs=EPOCHS, loss_target=None, patience=None)
    project.steps_per_second = 0
    return project


def running(name: str) -> MainWindow:
    """A window in which an example trains at full speed, and does not come to an end."""
    window = MainWindow(Document(endless(name)))
    window.resize(1440, 900)  # in a narrow window the panel would lie behind other tabs
    window.show()
    while not window.session.can_run:
        wait(100)
    window.session.run()
    return window


def end(window: MainWindow) -> None:
    """Be rid of a window."""
    window.session.close()
    window.document.undo_stack.setClean()
    window.hide()
    window.deleteLater()


def pair(window: MainWindow, clocks: Mapping[str, TimedPanel], open_first: bool) -> tuple[Stretch, Stretch]:
    """Closed and open; by turns one or the other comes first, since a machine may become slower all the time."""
    measured = {shown: stretch(window, clocks, shown) for shown in (open_first, not open_first)}
    return measured[False], measured[True]


def stretch(window: MainWindow, clocks: Mapping[str, TimedPanel], shown: bool) -> Stretch:
    """Measure for a while, with these docks or without."""
    for name, clock in clocks.items():
        window.findChild(QDockWidget, f"dock_{name}").setVisible(shown)
        clock.seconds = 0.0
    wait(SETTLING)
    assert all(clock.panel.attached is shown for clock in clocks.values())
    before, spent = state(window), sum(clock.seconds for clock in clocks.values())
    wait(int(1000 * SECONDS))
    steps, seconds, worker, drawing = (after - first for after, first in zip(state(window), before, strict=True))
    computing = sum(clock.seconds for clock in clocks.values()) - spent
    return Stretch(steps / seconds, computing / worker, drawing / seconds)


def state(window: MainWindow) -> tuple[float, float, float, float]:
    """Steps, seconds, and those of them for which the worker and the window had a processor."""
    worker = next(thread for thread in threading.enumerate() if thread.name == "training")
    clocks = (time.pthread_getcpuclockid(thread.ident or 0) for thread in (worker, threading.main_thread()))
    return window.session.last_snapshot.step, time.perf_counter(), *map(time.clock_gettime, clocks)


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()
