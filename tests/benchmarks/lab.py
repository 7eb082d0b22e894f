"""How much slower a run is in the window than headless: with the panels of a fresh window, and with all of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

from PySide6.QtWidgets import QDockWidget
from rich.console import Console

import main
from engine.trainer import Trainer
from gui.app import create_application
from gui.docks import DOCKS, Place
from gui.document import Document
from gui.main_window import MainWindow
from gui.snapshot import State
from tests.benchmarks.results_panel import endless, wait

ROUNDS, SECONDS = 25, 0.6
"""Short and many, since a machine with neighbours changes its speed from one second to the next."""
SETTLING, RUN_UP = 300, 0.4
"""Milliseconds for panels to open, and seconds of a run that are not measured, in which caches fill."""
EXAMPLES = ("moons", "digits", "digits_cnn")
ROOM = (420, 300)


def run(console: Console) -> None:
    """Headless, with default panels and with all panels in turn, so that a machine that slows down slows all three."""
    main.limit_threads()
    create_application(["rambat"])
    for name in EXAMPLES:
        headless, default, everything = measure(name)
        console.print(
            f"{name}: headless {headless:,.0f} steps/s; with the default panels {default:.1%} fewer "
            f"(goal at most 10%); with all {len(DOCKS)} panels {everything:.1%} fewer (goal at most 25%)"
        )


def measure(name: str) -> tuple[float, float, float]:
    """Medians over rounds: steps a second headless, and which share of them is lost with default panels and all."""
    window = opened(name)
    alone_run = Headless(name)
    found: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        alone = rate(alone_run.trainer, alone_run.spend)
        found.append((alone, 1 - shown(window, False) / alone, 1 - shown(window, True) / alone))
    window.session.close()
    window.document.undo_stack.setClean()
    window.hide()
    window.deleteLater()
    first, second, third = (statistics.median(column) for column in zip(*found, strict=True))
    return first, second, third


def opened(name: str) -> MainWindow:
    """A window on the example, with nothing learned yet."""
    window = MainWindow(Document(endless(name)))
    window.resize(1440, 900)
    window.show()
    while not window.session.can_run:
        wait(100)
    gc.freeze()  # as the program does once its window is open
    return window


class Headless:
    """The trainer alone; one run for all rounds, as in the window, since a step is slower where gradients vanish."""

    def __init__(self, name: str) -> None:
        project = endless(name)
        self.trainer = Trainer(project.network(), project.prepare().dataset, project.training)
        self._events = self.trainer.run()

    def spend(self, seconds: float) -> None:
        """Train for so long."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            next(self._events)


def shown(window: MainWindow, everything: bool) -> float:
    """Steps a second of the window's run, with all panels as windows of their own or only the default ones."""
    for spec in DOCKS:
        dock = window.findChild(QDockWidget, f"dock_{spec.name}")
        if spec.place is not Place.BESIDE:
            if everything:
                dock.setFloating(True)
                dock.resize(*ROOM)
            dock.setVisible(everything)
    wait(SETTLING)
    session = window.session
    session.run()
    while (trainer := session._learner._trainer) is None:
        wait(1)
    found = rate(trainer, lambda seconds: wait(int(1000 * seconds)))
    session.pause()
    while session.state is State.RUNNING:
        wait(1)
    return found


def rate(trainer: Trainer, spend: Callable[[float], None]) -> float:
    """Steps a second while time is spent, once the run has got going."""
    spend(RUN_UP)
    before, started = trainer.step, time.perf_counter()
    spend(SECONDS)
    return (trainer.step - before) / (time.perf_counter() - started)
