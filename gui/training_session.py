"""A run of the open project: one worker thread trains, a mailbox holds the latest look, a timer reads it.

Everything that touches the network happens on the worker, between two batches. The window never waits for a batch
and no signal is sent per batch: the timer takes the newest Snapshot about 30 times a second.
"""

from __future__ import annotations

import secrets
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
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
from engine.trainer import Trainer
from gui.data_loader import DataLoader
from gui.document import Document, DocumentEdit, SetSetting
from gui.snapshot import FRAME, Figures, Goal, Rate, Snapshot, State
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
    loaded; `network_changed` when another network stands; `failed` carries a Message; `left_behind` the names of
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
    _built = Signal(object, object)
    _paused = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.state = State.IDLE
        self.network: Network | None = None
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
        self._figures = Figures()
        self._kept: Mapping[str, Any] | None = None
        self._unsaved = False
        self._rate = Rate()
        self._shown_history: tuple[float, ...] = ()
        self._worker = Worker(self)
        self._loader = DataLoader(self._worker, self)
        self._connect()
        self._loader.load(self.document.project)
        self._restore()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._worker.failed.connect(self._fail, queued)
        self._worker.crashed.connect(lambda info: sys.excepthook(*info), queued)
        self._looked.connect(self._show, queued)
        self._loader.ready.connect(self._take_data)
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
    def data(self) -> Prepared | None:
        """The data of the open project, or None while they are being loaded."""
        return self._loader.data

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
        self._worker.wake()

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
        self._run_number = number = self._run_number + 1
        self._worker.put(lambda: self._begin(number))

    def _end(self) -> None:
        """Forget the run that stands; the next one begins anew."""
        self._run_number = number = self._run_number + 1
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
            figures=self._figures,
            within_epoch=trainer.within_epoch if trainer else False,
            steps_per_second=self._rate.measure(self._figures.step, started),
            steps_left=trainer.steps_left if trainer else 0.0,
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
            done, training = self._figures, self.document.project.training
            self._trainer = Trainer(self.network, self.data.dataset, training, done.epoch, done.step)
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
        self._unsaved = True
        clock, record = time.perf_counter, self.history.record
        event: Event | None = None
        while (goal := self._goal) is not None:
            if clock() >= self._next_look or goal is Goal.BATCH:
                trainer.observe_next = True
            event = next(events)
            record(event)
            if isinstance(event, BatchEnd):
                if event.observation is not None:
                    self._figures = self._figures.after_batch(event)
                    self._look()
                if self._pace:
                    self._keep_pace()
            elif isinstance(event, EpochEnd):
                self._figures = self._figures.after_epoch(event)
            if goal is not Goal.END or isinstance(event, Finished):
                self._goal = None if goal.is_reached_by(event) else self._goal
            if worker.interrupted:
                break
        if isinstance(event, BatchEnd):
            self._figures = self._figures.after_batch(event)
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
        if self._unsaved:
            self._unsaved = False
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
                self._loader.load(self.document.project)
                self._fresh_weights()
            elif self._trainer is not None:
                self._trainer.configure(change.after)
        elif change.name == "steps_per_second":
            self._pace = change.after
            self._worker.wake()
        elif change.name in ("data", "preparation"):
            self._interrupt()
            self._loader.load(self.document.project)

    def _interrupt(self) -> None:
        """Stand still, because what trains is no longer what is drawn."""
        if self.state is not State.IDLE:
            self.stop()

    def _reopen(self) -> None:
        self.stop()
        self._run_number += 1  # what the old project's run still tells concerns nobody
        self._set_state(State.IDLE)
        self._pace = self.document.project.steps_per_second
        self._loader.load(self.document.project)
        self._restore()

    def _restore(self) -> None:
        """Begin with the weights and the history that the project file brought, if any."""
        project = self.document.project
        self._begin_anew(project.history)
        self._build(project.weights)

    def _fresh_weights(self) -> None:
        self.stop()
        self._begin_anew(())
        self._build()

    def _begin_anew(self, events: Sequence[EpochEnd]) -> None:
        """Forget the network and its run; the history holds these epochs from then on."""

        def begin() -> None:
            self.network = self._trainer = self._events = self._kept = None
            self._unsaved = False
            self.history.clear()
            for event in events:
                self.history.record(event)
            self._figures = Figures().after_epoch(events[-1]) if events else Figures()

        self._worker.put(begin)

    def _build(self, weights: Mapping[str, Any] | None = None) -> None:
        """Compile the drawn graph on the worker, with these weights or those of the last network, where they fit."""
        self._build_number += 1
        number, seed = self._build_number, self.document.project.training.seed
        if self.document.inference.errors:
            self._worker.put(lambda: self._put_aside(number))
        else:
            graph = self.document.graph.copy()
            self._worker.put(lambda: self._compile(number, graph, seed, weights))

    def _put_aside(self, number: int) -> None:
        """Worker: no network while the graph has errors; what was learned waits for the next one."""
        self._kept = self._learned()
        self.network = self._trainer = self._events = None
        self._look()
        self._built.emit(number, ())

    def _compile(self, number: int, graph: Graph, seed: int, weights: Mapping[str, Any] | None) -> None:
        network = Network(graph, seed=seed)
        learned = weights if weights is not None else self._learned()
        left = network.carry_over(learned) if learned is not None else ()
        self._kept = learned
        self._figures = replace(self._figures, observation=None)
        self.network = network
        self._trainer = self._events = None
        self._look()
        self._built.emit(number, left)

    def _learned(self) -> Mapping[str, Any] | None:
        """Worker: the weights to carry over, or None where nothing was learned yet and a seed says it all."""
        if self.network is not None and (self._figures.step or self._kept is not None):
            return self.network.state_dict()
        return self._kept

    def _take_network(self, number: int, left: tuple[str, ...]) -> None:
        if number != self._build_number:
            return
        self.network_changed.emit()
        self._show()
        if left:
            self.left_behind.emit(left)
        self.state_changed.emit(self.state)

    def _take_data(self, prepared: Prepared) -> None:
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
        self._worker.call(partial(exporter.write, self._require_network(), path))

    def load_weights(self, weights: Mapping[str, Any]) -> None:
        """Take weights over from elsewhere; GraphError names all that do not fit, and nothing changes."""
        network = self._require_network()
        self._worker.call(lambda: network.load_state_dict(weights))
        self._kept = weights
        self.network_changed.emit()
        self.document.mark_trained()
        self._worker.put(self._look_idle)

    def _require_network(self) -> Network:
        if self.network is None or self.document.inference.errors or self._rebuild.isActive():
            raise RambatError(Message("There is no network yet that could run. Solve the problems first."))
        return self.network
