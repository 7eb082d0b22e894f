"""A run of the open project: one worker thread trains, a mailbox holds the latest look, a timer reads it.

Everything that touches the network happens on the worker, between two batches. The window never waits for a batch
and no signal is sent per batch: the timer takes the newest Snapshot about 30 times a second.
"""

from __future__ import annotations

import math
import secrets
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.data import Prepared
from engine.errors import DivergenceError, Message, RambatError
from engine.events import BatchEnd, EpochEnd, Event, Finished
from engine.export import Exporter
from engine.graph import Graph, SetNode
from engine.history import History
from engine.network import Network
from engine.observation import Observation
from engine.trainer import Trainer
from gui.document import Document, DocumentEdit, SetSetting
from gui.snapshot import FRAME, Goal, Rate, Snapshot, State
from gui.worker import Worker

LOOK_SHARE = 10
"""A look that takes t is followed by none for this many t, so that looking costs a tenth at most."""
SWITCH_INTERVAL = 0.001
"""Seconds for which the training holds the interpreter while the window waits."""
NEW_SEEDS = 10_000

Probe = Callable[[Network, Prepared], Any]


class TrainingSession(QObject):
    """Trains the document's project.

    `snapshot_taken` and `history_changed` come at most 30 times a second; `data_ready` when the chosen data are
    loaded; `network_changed` when another network stands; `failed` carries a Message; `carried_over` the names of
    weights that did not fit after an edit of the graph.
    """

    state_changed = Signal(object)
    snapshot_taken = Signal(object)
    history_changed = Signal()
    data_ready = Signal(object)
    network_changed = Signal()
    finished = Signal(object)
    failed = Signal(object)
    left_behind = Signal(object)

    _looked = Signal()
    _loaded = Signal(object, object)
    _built = Signal(object, object, object)
    _paused = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.state = State.IDLE
        self.network: Network | None = None
        self.data: Prepared | None = None
        self.history = History()
        self.last_snapshot = Snapshot()
        self._probes: dict[str, Probe] = {}
        self._mailbox: deque[Snapshot] = deque(maxlen=1)
        self._trainer: Trainer | None = None
        self._events: Iterator[Event] | None = None
        self._goal: Goal | None = None
        self._run_number = 0
        self._build_number = 0
        self._next_look = 0.0
        self._due = 0.0
        self._pace = document.project.steps_per_second
        self._loss = math.nan
        self._observation: Observation | None = None
        self._rate = Rate()
        self._shown_history: tuple[float, ...] = ()
        self._worker = Worker(self)
        self._connect()
        self._load_data()
        self._restore()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._worker.failed.connect(self._fail, queued)
        self._worker.crashed.connect(lambda info: sys.excepthook(*info), queued)
        self._looked.connect(self._show, queued)
        self._loaded.connect(self._take_data, queued)
        self._built.connect(self._take_network, queued)
        self._paused.connect(self._take_pause, queued)
        self.document.edited.connect(self._follow)
        self.document.replaced.connect(self._reopen)
        self._frames = QTimer(self, interval=round(FRAME * 1000))
        self._frames.timeout.connect(self._show)
        self._rebuild = QTimer(self, singleShot=True, interval=0)
        self._rebuild.timeout.connect(self._build)

    # Control

    @property
    def can_run(self) -> bool:
        """Whether the graph has no errors and the data are there."""
        return not self.document.inference.errors and self.data is not None

    def run(self) -> None:
        """Train until the epochs are done, or go on after a pause; after the end, as many epochs again."""
        self._start(Goal.END)

    def step_batch(self) -> None:
        """Train on one batch and pause."""
        self._start(Goal.BATCH)

    def step_epoch(self) -> None:
        """Train to the end of the epoch and pause."""
        self._start(Goal.EPOCH)

    def pause(self) -> None:
        """Stand still after the batch at hand; `run` goes on from there."""
        self._goal = None
        self._worker.put(_wake)

    def stop(self) -> None:
        """End the run; the weights stay, the optimiser and the counters begin anew with the next one."""
        self.pause()
        self._end()

    def reset(self, new_seed: bool = False) -> None:
        """Back to the initial weights, those of this seed or of a new one (an undoable change of the seed)."""
        training = self.document.project.training
        if new_seed:
            seed = (training.seed + 1 + secrets.randbelow(NEW_SEEDS - 1)) % NEW_SEEDS
            self.document.set_setting(self.tr("New seed"), "training", training.replace(seed=seed))
        else:
            self._fresh_weights()

    def close(self) -> None:
        """Stop cleanly and end the thread; the session is of no use afterwards."""
        self._goal = None
        self._frames.stop()
        self._rebuild.stop()
        self._worker.close()

    def _start(self, goal: Goal) -> None:
        if not self.can_run or self.state is State.RUNNING:
            return
        sys.setswitchinterval(SWITCH_INTERVAL)
        if self._rebuild.isActive():
            self._rebuild.stop()
            self._build()
        self._goal = goal
        self._set_state(State.RUNNING)
        self._run_number += 1
        number = self._run_number
        self._worker.put(lambda: self._begin(number))

    def _end(self) -> None:
        """Forget the run that stands; the next one begins anew."""
        self._run_number += 1
        number = self._run_number
        self._worker.put(lambda: self._end_run(number))

    def _set_state(self, state: State) -> None:
        if state is State.RUNNING:
            self._frames.start()
        else:
            self._frames.stop()
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    # Looks

    def add_probe(self, name: str, probe: Probe) -> None:
        """Compute this at every look from now on, on the worker thread, and show it once at least."""
        self._probes = {**self._probes, name: probe}
        self._worker.put(self._look_idle)

    def remove_probe(self, name: str) -> None:
        """Do not compute it any more."""
        self._probes = {key: probe for key, probe in self._probes.items() if key != name}

    def _look_idle(self) -> None:
        if self._goal is None:
            self._look()
            self._looked.emit()

    def _look(self) -> None:
        """Worker: put the newest snapshot into the mailbox."""
        started = time.perf_counter()
        self.history.flush()
        network, data, trainer = self.network, self.data, self._trainer
        looks = {}
        if network is not None and data is not None:
            looks = {name: probe(network, data) for name, probe in self._probes.items()}
        snapshot = Snapshot(
            step=trainer.step if trainer else 0,
            epoch=min(trainer.epoch, trainer.last_epoch) if trainer else 0,
            loss=self._loss if trainer else math.nan,
            steps_per_second=self._rate.measure(trainer.step if trainer else 0, started),
            progress=trainer.progress if trainer else 0.0,
            steps_left=trainer.steps_left if trainer else 0.0,
            observation=self._observation if trainer else None,
            looks=looks,
        )
        self._mailbox.append(snapshot)
        spent = time.perf_counter() - started
        self._next_look = started + max(FRAME, LOOK_SHARE * spent)

    def _show(self) -> None:
        """Window: hand the newest snapshot on, and tell of a history that has grown."""
        if self._mailbox:
            self.last_snapshot = self._mailbox.pop()
            self.snapshot_taken.emit(self.last_snapshot)
        steps, _ = self.history.batches()
        grown = (self.history.epochs, len(steps), steps[-1] if len(steps) else 0)
        if grown != self._shown_history:
            self._shown_history = grown
            self.history_changed.emit()

    # The run, on the worker

    def _begin(self, number: int) -> None:
        if self.network is None or self.data is None:
            self._paused.emit(number, State.IDLE)
            return
        if self._trainer is None:
            self.history.clear()
            self._observation = None
            self._trainer = Trainer(self.network, self.data.dataset, self.document.project.training)
            self._events = None
        if self._events is None:
            self._trainer.extend()
            self._events = self._trainer.run()
        self._rate.start(self._trainer.step)
        self._next_look = 0.0
        self._train(number)

    def _train(self, number: int) -> None:
        """Batches until the goal is reached, a pause is wished, or another job waits."""
        trainer, events, worker = self._trainer, self._events, self._worker
        if trainer is None or events is None or number != self._run_number:
            return
        clock, record = time.perf_counter, self.history.record
        event: Event | None = None
        while (goal := self._goal) is not None:
            if clock() >= self._next_look or goal is Goal.BATCH:
                trainer.observe_next = True
            event = next(events)
            record(event)
            if isinstance(event, BatchEnd):
                self._loss = event.loss
                if event.observation is not None:
                    self._observation = event.observation
                    self._look()
                if self._pace:
                    self._keep_pace()
            if goal is not Goal.END or isinstance(event, Finished):
                self._goal = None if _reaches(event, goal) else self._goal
            if worker.interrupted:
                break
        if self._goal is not None:
            worker.go_on(lambda: self._train(number))
            return
        if isinstance(event, Finished):
            self._events = None
        self._look()
        self._paused.emit(number, event if isinstance(event, Finished) else State.PAUSED)

    def _keep_pace(self) -> None:
        """Hold the run back to the wished number of steps a second."""
        if self._goal is not Goal.END:
            return
        now = time.perf_counter()
        self._due = max(self._due + 1 / self._pace, now - FRAME)
        if self._due > now:
            self._worker.sleep(self._due - now)

    def _end_run(self, number: int) -> None:
        self._trainer = self._events = None
        self._paused.emit(number, State.IDLE)

    def _take_pause(self, number: int, outcome: State | Finished) -> None:
        self._show()
        if number != self._run_number:
            return
        if isinstance(outcome, Finished):
            self._set_state(State.FINISHED)
            self.finished.emit(outcome)
        else:
            self._set_state(outcome)
        if self._trainer is not None and self._trainer.step:
            self.document.mark_trained()

    def _fail(self, error: RambatError) -> None:
        self._goal = None
        if isinstance(error, DivergenceError):
            self._events = None
            self.document.select([error.node] if error.node in self.document.graph else [])
        self._show()
        self._set_state(State.PAUSED if self._trainer else State.IDLE)
        for message in error.messages:
            self.failed.emit(message)

    # Following the document

    def _follow(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            self._follow_setting(change)
        elif not (isinstance(change, SetNode) and change.before.layer == change.after.layer):
            self._interrupt()
            self._rebuild.start()

    def _follow_setting(self, change: SetSetting) -> None:
        if change.name == "training":
            if change.before.seed != change.after.seed:
                self._load_data()
                self._fresh_weights()
            elif self._trainer is not None:
                self._trainer.configure(change.after)
        elif change.name == "steps_per_second":
            self._pace = change.after
            self._worker.put(_wake)
        elif change.name in ("data", "preparation"):
            self._interrupt()
            self._load_data()

    def _interrupt(self) -> None:
        """Stand still, because what trains is no longer what is drawn."""
        if self.state is not State.IDLE:
            self.stop()

    def _reopen(self) -> None:
        self.stop()
        self._pace = self.document.project.steps_per_second
        self._load_data()
        self._restore()

    def _restore(self) -> None:
        """Begin with the weights and the history that the project file brought, if any."""
        project = self.document.project
        events = project.history

        def restore() -> None:
            self.history.clear()
            for event in events:
                self.history.record(event)

        self._worker.put(restore)
        self._build(project.weights, fresh=True)

    def _fresh_weights(self) -> None:
        self.stop()
        self._worker.put(self.history.clear)
        self._build(fresh=True)

    def _build(self, weights: Mapping[str, Any] | None = None, fresh: bool = False) -> None:
        """Compile the drawn graph on the worker; unless fresh, weights of the last network that fit are kept."""
        self._build_number += 1
        number, seed = self._build_number, self.document.project.training.seed
        if self.document.inference.errors:
            self._built.emit(number, None, ())
            return
        graph = self.document.graph.copy()
        self._worker.put(lambda: self._compile(number, graph, seed, weights, fresh))

    def _compile(self, number: int, graph: Graph, seed: int, weights: Mapping[str, Any] | None, fresh: bool) -> None:
        network = Network(graph, seed=seed)
        left: tuple[str, ...] = ()
        if weights is not None:
            left = network.carry_over(weights)
        elif not fresh and self.network is not None:
            left = network.carry_over(self.network.state_dict())
        self.network = network
        self._trainer = self._events = None
        self._look()
        self._built.emit(number, network, left)

    def _take_network(self, number: int, network: Network | None, left: tuple[str, ...]) -> None:
        if number != self._build_number:
            return
        self.network_changed.emit()
        self._show()
        if left:
            self.left_behind.emit(left)
        self.state_changed.emit(self.state)

    def _load_data(self) -> None:
        project = self.document.project
        source, preparation, seed = project.data, project.preparation, project.training.seed
        key = (source, preparation, seed)
        self.data = None

        def load() -> None:
            prepared = preparation.apply(source.load(), seed)
            self._loaded.emit(key, prepared)

        self._worker.put(load)

    def _take_data(self, key: tuple[Any, ...], prepared: Prepared) -> None:
        project = self.document.project
        if key != (project.data, project.preparation, project.training.seed):
            return
        self.data = prepared
        self.data_ready.emit(prepared)
        self.state_changed.emit(self.state)
        self._worker.put(self._look_idle)

    # Files

    def collect(self) -> None:
        """Put the weights and the history into the document, so that saving keeps them."""
        network = self.network
        if network is not None and (self.document.has_results or self.document.project.weights is not None):
            self.document.project.weights = self._worker.call(network.state_dict)
            self.document.project.history = self.history.as_events()

    def export(self, exporter: Exporter, path: Path) -> None:
        """Write the network as it stands between two batches; ExportError says why it failed."""
        network = self._require_network()
        self._worker.call(lambda: exporter.write(network, path))

    def load_weights(self, weights: Mapping[str, Any]) -> None:
        """Take weights over from elsewhere; GraphError names all that do not fit, and nothing changes."""
        network = self._require_network()
        self._worker.call(lambda: network.load_state_dict(weights))
        self.document.mark_trained()
        self._worker.put(self._look_idle)

    def _require_network(self) -> Network:
        if self.network is None or self.document.inference.errors or self._rebuild.isActive():
            raise RambatError(Message("There is no network yet that could run. Solve the problems first."))
        return self.network


def _wake() -> None:
    """A job that only interrupts another."""


def _reaches(event: Event, goal: Goal) -> bool:
    if isinstance(event, Finished):
        return True
    return goal is Goal.BATCH or (goal is Goal.EPOCH and isinstance(event, EpochEnd))
