"""How evenly the window paints while it trains flat out, and how much the window slows the training."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from rich.console import Console

import main
from engine.network import Network
from engine.project import Project, load_example
from engine.trainer import Trainer
from gui.app import create_application
from gui.document import Document
from gui.main_window import MainWindow
from gui.snapshot import State

SECONDS = 6.0
FRAME = 16
EPOCHS = 10_000_000


def run(console: Console) -> None:
    """The welcome project and the digits, at full speed, with the default panels open."""
    main.limit_threads()
    app = create_application(["rambat"])
    for name in ("moons", "digits"):
        project = load_example(name)
        project.training = project.training.replace(epochs=EPOCHS, loss_target=None)
        project.steps_per_second = 0
        alone = headless_rate(project)
        intervals, rate = window_run(app, project)
        console.print(
            f"{name}: frame interval median {np.median(intervals):.1f} ms, p95 {np.percentile(intervals, 95):.1f} ms, "
            f"worst {intervals.max():.1f} ms (goal p95 <= 20); {rate:,.0f} steps/s in the window, "
            f"{alone:,.0f} headless, ratio {rate / alone:.2f}"
        )


def headless_rate(project: Project) -> float:
    """Steps a second without a window."""
    trainer = Trainer(Network(project.graph), project.prepare().dataset, project.training)
    started = time.perf_counter()
    for _ in trainer.run():
        if time.perf_counter() - started > SECONDS / 2:
            break
    return trainer.step / (time.perf_counter() - started)


def window_run(app: QApplication, project: Project) -> tuple[np.ndarray, float]:
    """Milliseconds between frames of a timer at 60 Hz that repaints the canvas, and steps a second."""
    window = MainWindow(Document(project))
    window.resize(1440, 900)
    window.show()
    session = window.session
    waiting = QEventLoop()
    session.state_changed.connect(lambda _state: session.run() if session.state is State.IDLE else None)
    session.run()
    QTimer.singleShot(1500, waiting.quit)
    waiting.exec()
    clock, intervals = QElapsedTimer(), []
    clock.start()

    def tick() -> None:
        intervals.append(clock.nsecsElapsed() / 1e6)
        clock.restart()
        window.canvas.viewport().update()

    timer = QTimer(window, interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    first, started = session.last_snapshot.step, time.perf_counter()
    timer.start()
    QTimer.singleShot(int(SECONDS * 1000), waiting.quit)
    waiting.exec()
    timer.stop()
    rate = (session.last_snapshot.step - first) / (time.perf_counter() - started)
    session.close()
    window.document.undo_stack.setClean()
    window.hide()
    window.deleteLater()
    app.processEvents()
    return np.array(intervals[5:]), rate
