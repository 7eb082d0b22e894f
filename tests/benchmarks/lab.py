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
from gui.training_session import TrainingSession
from tests.benchmarks.results_panel import endless, wait

ROUNDS, SECONDS, SETTLING = 9, 2.5, 300
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
    found: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        alone = headless(name)
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


def headless(name: str) -> float:
    """Steps a second of the trainer alone."""
    project = endless(name)
    trainer = Trainer(project.network(), project.prepare().dataset, project.training)
    events = trainer.run()
    until = time.perf_counter() + 0.3
    while time.perf_counter() < until:
        next(events)
    return rate(lambda: trainer.step, lambda: spend(events.__next__))


def spend(advance: Callable[[], object]) -> None:
    """Train for as long as is measured."""
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        advance()


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
    return rate(lambda: window.session.last_snapshot.step, lambda: train(window.session))


def train(session: TrainingSession) -> None:
    """A run for as long as is measured; it stands still afterwards, so that its last look is of its last step."""
    session.run()
    wait(int(1000 * SECONDS))
    session.pause()
    while session.state is State.RUNNING:
        wait(1)


def rate(step: Callable[[], int], pass_time: Callable[[], None]) -> float:
    """Steps a second while time passes."""
    before, started = step(), time.perf_counter()
    pass_time()
    return (step() - before) / (time.perf_counter() - started)
