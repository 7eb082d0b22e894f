"""A 64-64-32-10 network opened to its neurons, offscreen at 1920x1080: how it animates, and what training pays."""

from __future__ import annotations

import gc
import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from rich.console import Console

import main
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.project import Project, load_example
from gui import theme
from gui.canvas import NetworkView
from gui.document import Document
from gui.snapshot import Snapshot
from gui.training_session import TrainingSession

SECONDS, ROUNDS = 2.0, 7
FLOOR, MOST_SLOWER = 1000 / 30, 0.1
EPOCHS = 10_000_000


def digits() -> Project:
    """The digits with a network of 6,464 weights, trained without end at full speed."""
    graph = Graph()
    last = graph.add(Input(shape=(64,)))
    for column, units in enumerate((64, 32), 1):
        last = graph.add(Dense(units=units, activation="relu"), after=last, position=(220.0 * column, 0.0))
    last = graph.add(Dense(units=10, activation="softmax"), after=last, position=(660.0, 0.0))
    graph.add(Output(loss="categorical_crossentropy"), after=last, position=(880.0, 0.0))
    project = load_example("digits")
    training = project.training.replace(epochs=EPOCHS, loss_target=None)
    return Project(graph, training, project.data, project.preparation, steps_per_second=0)


def wait(seconds: float) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class TimedView(NetworkView):
    """Notes the milliseconds that each snapshot takes: showing it, and painting what it has changed."""

    def __init__(self, document: Document, session: TrainingSession) -> None:
        self.spent: list[float] = []
        self._shown = 0.0
        super().__init__(document, session)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._shown = time.perf_counter()
        super().show_snapshot(snapshot)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The last that is painted; an override of `paintEvent` would keep training from going on meanwhile."""
        if self._shown:
            self.spent.append((time.perf_counter() - self._shown) * 1e3)
            self._shown = 0.0


def rate(session: TrainingSession, view: TimedView) -> tuple[float, float]:
    """Steps and frames a second over a while."""
    first, shown, start = session.last_snapshot.step, len(view.spent), time.perf_counter()
    wait(SECONDS)
    spent = time.perf_counter() - start
    return (session.last_snapshot.step - first) / spent, (len(view.spent) - shown) / spent


def run(console: Console) -> None:
    """Print frame times, and training with the layers opened beside training with them closed."""
    main.limit_threads()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT)
    document = Document(digits())
    session = TrainingSession(document)
    view = TimedView(document, session)
    view.resize(1920, 1080)
    view.show()
    nodes = [node.id for node in document.graph]
    view.opened.toggle(nodes)
    view.fit()
    while session.network is None or session.data is None:
        wait(0.1)
    session.run()
    wait(1.0)
    gc.freeze()  # as the program does once its window is open
    view.spent.clear()
    opened, closed, shown = [], [], []
    for _ in range(ROUNDS):
        steps, looks = rate(session, view)
        opened.append(steps)
        shown.append(looks)
        kept = list(view.spent)
        view.opened.toggle(nodes)
        wait(0.2)
        closed.append(rate(session, view)[0])
        view.opened.toggle(nodes)
        wait(0.2)
        view.spent[:] = kept
    session.close()
    middle, slow = np.percentile(view.spent, (50, 95))
    slower = 1 - statistics.median(one / other for one, other in zip(opened, closed, strict=True))
    console.print(
        f"64-64-32-10 opened, 1920x1080: a frame {middle:.1f} ms, p95 {slow:.1f} ms (floor {FLOOR:.0f}), "
        f"{statistics.median(shown):.0f} a second; {statistics.median(opened):,.0f} steps/s opened, "
        f"{statistics.median(closed):,.0f} closed, {slower:.1%} slower (at most {MOST_SLOWER:.0%})"
    )
    view.close()
    view.deleteLater()
