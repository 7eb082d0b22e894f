"""A session without a thread: tests set what it holds and tell when it looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.data import Dataset, Prepared, Scaler
from engine.diagnosis import Finding
from engine.events import BatchEnd, EpochEnd
from engine.graph import Graph
from engine.history import History
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.observation import Observation
from engine.runs.run import Run
from engine.timeline import Moment
from gui.snapshot import Figures, Snapshot, State
from gui.training_session import Probe
from tests.engine.preparing import as_prepared


class FakeCoach(QObject):
    """Finds what a test lets it find."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()

    def find(self, *findings: Finding) -> None:
        self.findings = findings
        self.changed.emit()


class FakeSession(QObject):
    """Follows TrainingSession's contract as far as plots use it."""

    state_changed = Signal(object)
    snapshot_taken = Signal(object)
    history_changed = Signal()
    run_changed = Signal()
    told = Signal()
    data_ready = Signal(object)
    network_changed = Signal()
    emptied = Signal()
    is_flat_out = False

    def __init__(self) -> None:
        super().__init__()
        self.state = State.IDLE
        self.at_hand = Run()
        self.viewed: Moment | None = None
        self.can_look_back = False
        self.data: Prepared | None = None
        self.network: Network | None = None
        self.last_snapshot = Snapshot()
        self.probes: dict[str, Probe] = {}
        self.titles: dict[str, str] = {}
        self.coach = FakeCoach(self)

    @property
    def history(self) -> History:
        return self.at_hand.history

    def add_probe(self, name: str, probe: Probe, rare: float = 0.0) -> None:
        self.probes[name] = probe

    def remove_probe(self, name: str) -> None:
        self.probes.pop(name, None)

    def look(self, observation: Observation | None = None) -> None:
        """Compute the probes and send the snapshot."""
        looks: Mapping[str, Any] = {}
        if self.network is not None and self.data is not None:
            looks = {name: probe(self.network, self.data) for name, probe in self.probes.items()}
        self.tell(Figures(observation=observation), looks)

    def tell(self, figures: Figures, looks: Mapping[str, Any] | None = None) -> None:
        """Send a snapshot."""
        self.last_snapshot = Snapshot(figures=figures, looks=looks or {})
        self.snapshot_taken.emit(self.last_snapshot)
        self.told.emit()

    def record(self, losses: list[float], validation: list[float | None] | None = None, **others: Any) -> None:
        """One epoch of two steps for each loss."""
        for loss, held_out in zip(losses, validation or [None] * len(losses), strict=True):
            epoch = self.history.epochs + 1
            for step in (2 * epoch - 1, 2 * epoch):
                self.history.record(BatchEnd(step, epoch, loss, None))
            self.history.record(
                EpochEnd(epoch, 2 * epoch, loss, others.get("accuracy"), held_out, others.get("val_accuracy"), 0.1, 0.5)
            )
            self.history.flush()
        self.change()

    def change(self) -> None:
        """Tell of a history that is another one."""
        self.history_changed.emit()
        self.told.emit()

    def name_of(self, node: str) -> str:
        return self.titles.get(node, node)

    def set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)


def network(features: int, units: int = 1, activation: str = "sigmoid", loss: str = "mse") -> Network:
    graph = Graph()
    source = graph.add(Input(shape=(features,)))
    dense = graph.add(Dense(units=units, activation=activation), after=source)
    graph.add(Output(loss=loss), after=dense)
    return Network(graph, seed=1)


def plane(classes: int = 2, scaler: Scaler | None = None) -> Prepared:
    """Samples in the square from -1 to 1, two of them held out; the class grows with the first feature."""
    corners = np.array([(-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (0.0, 0.0)])
    labels = np.array([0, classes - 1, 0, classes - 1, classes // 2])
    targets = labels[:, np.newaxis].astype(float) if classes == 2 else np.eye(classes)[labels]
    names = tuple(f"class {index}" for index in range(classes))
    held_out = (np.array([(0.5, 0.5), (-0.5, -0.5)]), targets[[1, 0]])
    dataset = Dataset(corners, targets, held_out, names, ("x1", "x2"))
    return as_prepared(dataset, scaler)
