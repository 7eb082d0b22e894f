"""How smoothly the loss curve of a run of a million steps is panned and zoomed, by mouse events."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rich.console import Console

from engine.events import BatchEnd, EpochEnd
from engine.optimizers import SGD
from engine.training_config import TrainingConfig
from gui.app import create_application
from gui.plots.loss import LossPlot
from tests.gui.plots.fake_session import FakeSession

STEPS = 1_000_000
STEPS_PER_EPOCH = 10
"""As few as this, so that there are as many epochs as are ever kept."""
CHANGES = 200
MOVES = 150
REST = 0.012
"""Seconds between two events, as those of a mouse come; pyqtgraph drops what comes faster."""


def run(console: Console) -> None:
    """A plot of 640×360 pixels, dragged to and fro, with the whole run in sight and zoomed in."""
    app = create_application(["rambat"])
    session = FakeSession()
    record(session)
    plot = LossPlot(session)  # type: ignore[arg-type]
    plot.resize(640, 360)
    plot.show()
    app.processEvents()
    middle = plot.chart.viewport().rect().center()
    measured = {"pan the whole": drag(app, plot, middle)}
    measured["zoom"] = [frame(app, lambda: turn(plot, middle, 120)) for _ in range(12)]
    measured["pan a part"] = drag(app, plot, middle)
    for name, both in measured.items():
        times, computed = np.array(both).T
        console.print(
            f"loss curve of {STEPS:,} steps, {name}: frame median {np.median(times):.1f} ms, "
            f"p95 {np.percentile(times, 95):.1f} ms (goal <= 33), worst {times.max():.1f} ms; "
            f"of the processor median {np.median(computed):.1f} ms, p95 {np.percentile(computed, 95):.1f} ms"
        )
    plot.hide()
    plot.deleteLater()
    app.processEvents()


def record(session: FakeSession) -> None:
    """A noisy loss that falls, with hyperparameters that were changed on the way."""
    noise = np.random.default_rng(0).normal(0, 0.05, STEPS)
    losses = np.exp(-np.arange(STEPS) / 2e5) + np.abs(noise)
    for step, loss in enumerate(losses.tolist(), 1):
        epoch, within = divmod(step - 1, STEPS_PER_EPOCH)
        session.history.record(BatchEnd(step, epoch + 1, loss, None))
        if within == STEPS_PER_EPOCH - 1:
            session.history.record(EpochEnd(epoch + 1, step, loss, None, loss * 1.1, None, 0.1, 0.01))
    session.history.flush()
    for number in range(CHANGES):
        step = number * STEPS // CHANGES
        training = TrainingConfig(optimizer=SGD(learning_rate=0.1 + number))
        session.at_hand.train_with(training, step, step / STEPS_PER_EPOCH)


def frame(app: QApplication, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds from an event until what it changes is painted, by the clock and of the processor."""
    time.sleep(REST)
    started, computed = time.perf_counter(), time.process_time()
    act()
    app.processEvents()
    return (time.perf_counter() - started) * 1000, (time.process_time() - computed) * 1000


def turn(plot: LossPlot, place: QPoint, angle: int) -> None:
    """One notch of the wheel."""
    viewport = plot.chart.viewport()
    event = QWheelEvent(
        QPointF(place), QPointF(viewport.mapToGlobal(place)), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def drag(app: QApplication, plot: LossPlot, place: QPoint) -> list[tuple[float, float]]:
    """Frames of a drag with the left button, to the right and back."""
    viewport = plot.chart.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    times = []
    for number in range(MOVES):
        spot = place + QPoint(round(120 * np.sin(number / 12)), 0)
        times.append(frame(app, lambda spot=spot: QTest.mouseMove(viewport, spot)))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return times
