"""How much the training slows while a page of the predictions panel is open."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDockWidget
from rich.console import Console

import main
from engine.project import load_example
from gui.app import create_application
from gui.document import Document
from gui.main_window import MainWindow
from gui.plots.results import ResultsPlot

ROUNDS, SECONDS, SETTLING = 6, 1.5, 400
EPOCHS = 10_000_000


def run(console: Console) -> None:
    """Small and large examples at full speed, the panel open and closed by turns."""
    main.limit_threads()
    create_application(["rambat"])
    for name in ("moons", "digits", "digits_cnn"):
        for page, pairs in measure(name).items():
            closed, opened = (statistics.median(rates) for rates in zip(*pairs, strict=True))
            slower = statistics.median(1 - with_them / without for without, with_them in pairs)
            console.print(
                f"{name}, {page}: {closed:,.0f} steps/s without the panel, {opened:,.0f} with it; "
                f"in {ROUNDS} pairs {slower:.1%} fewer (goal at most 10%)"
            )


def measure(name: str) -> dict[str, list[tuple[float, float]]]:
    """Steps a second with the panel closed and open by page, in pairs, since a machine is not always as fast."""
    project = load_example(name)
    project.training = project.training.replace(epochs=EPOCHS, loss_target=None)
    project.steps_per_second = 0
    window = MainWindow(Document(project))
    window.show()
    window.findChild(QDockWidget, "dock_plot_boundary").close()
    wait(1500)
    window.session.run()
    panel = window.findChild(ResultsPlot)
    pairs = {}
    for number, page in enumerate(panel.pages):
        panel.turn_to(number)
        pairs[page.objectName()] = [(rate(window, shown=False), rate(window, shown=True)) for _ in range(ROUNDS)]
    window.session.close()
    window.document.undo_stack.setClean()
    window.hide()
    window.deleteLater()
    return pairs


def rate(window: MainWindow, shown: bool) -> float:
    """Steps a second for a while, with the panel or without."""
    window.findChild(QDockWidget, "dock_results").setVisible(shown)
    wait(SETTLING)
    first, started = window.session.last_snapshot.step, time.perf_counter()
    wait(int(1000 * SECONDS))
    return (window.session.last_snapshot.step - first) / (time.perf_counter() - started)


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()
