"""A run of the open project: one worker thread trains, a mailbox holds the latest look, a timer reads it.

Everything that touches the network happens on the worker, between two batches. The window never waits for a batch
and no signal is sent per batch: the timer takes the newest Snapshot about 30 times a second.
"""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.data import Prepared
from engine.errors import DivergenceError, Message, RambatError
from engine.events import BatchEnd, EpochEnd, Event, Finished
from engine.export import Exporter
from engine.graph import Graph, concerns_network
from engine.history import History
from engine.network import Network
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from gui import names
from gui.data_loader import DataLoader
from gui.document import Document, DocumentEdit, SetSetting
from gui.learned_weights import LearnedWeights
from gui.mailbox import Mailbox, Probe
from gui.snapshot import FRAME, Figures, Goal, Snapshot, State
from gui.worker import Worker

SWITCH_INTERVAL = 0.001
"""Seconds for which the training holds the interpreter while the window waits."""
NEW_SEEDS = 10_000


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
        self._mailbox = Mailbox()
        self._trainer: Trainer | None = None
        self._events: Iterator[Event] | None = None
        self._goal: Goal | None = None
        self._run_number = 0
        self._build_number = 0
        self._due = 0.0
        self._pace = document.project.steps_per_second
        self._figures = Figures()
        self._learned = LearnedWeights()
        self._learning = False
        self._unsaved = False
        self._shown_history: tuple[float, ...] = ()
        self._worker = Worker(self)
        self._loader = DataLoader(self._worker, self)
        self._connect()
        self._loader.load(self.document.project)
        self._restore()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._worker.failed.connect(self._fail, queued)
        self._worker.crashed.connect(self._crash, queued)
        self._looked.connect(self._show, queued)
        self._loader.changed.connect(self._take_data)
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

    def name_of(self, node: str) -> str:
        """What people call a layer of the network."""
        return names.name_of(self.document.graph, node)

    @property
    def is_loading(self) -> bool:
        """Whether the data are on their way."""
        return self._loader.waiting

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
        if not self.can_run or self._goal is not None:
            return
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._settle()
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
        self._mailbox.probes = {**self._mailbox.probes, name: probe}
        self._worker.put(self._look_idle)

    def remove_probe(self, name: str) -> None:
        """Do not compute it any more."""
        self._mailbox.probes = {key: probe for key, probe in self._mailbox.probes.items() if key != name}

    def _look_idle(self) -> None:
        if self._goal is None:
            self._look()
            self._looked.emit()

    def _look(self, step_seconds: float = 0.0) -> None:
        self.history.flush()
        self._mailbox.look(self._figures, self.network, self.data, self._trainer, step_seconds)

    def _show(self) -> None:
        """Window: hand the newest snapshot on, and tell of a history that has grown."""
        if self._unsaved:
            self._unsaved = False
            self.document.mark_trained()
        if (snapshot := self._mailbox.take()) is not None:
            self.last_snapshot = snapshot
            self.snapshot_taken.emit(snapshot)
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
        self._mailbox.restart(self._trainer.step)
        self._train(number)

    def _train(self, number: int) -> None:
        """Batches until the goal is reached, a pause is wished, or another job waits."""
        trainer, events = self._trainer, self._events
        if trainer is None or events is None or number != self._run_number:
            return
        try:
            event = self._train_slice(trainer, events)
        except DivergenceError:
            self._events = None
            self._look()
            raise
        if self._goal is not None and not isinstance(event, Finished):
            self._worker.go_on(lambda: self._train(number))
            return
        if isinstance(event, Finished):
            self._events = self._goal = None
        self._look()
        self._paused.emit(number, event if isinstance(event, Finished) else State.PAUSED)

    def _train_slice(self, trainer: Trainer, events: Iterator[Event]) -> Event | None:
        """One uninterrupted stretch; an epoch that is complete is always told before the run stands still."""
        clock, record, worker = time.perf_counter, self.history.record, self._worker
        self._learning = True
        event: Event | None = None
        batch: BatchEnd | None = None
        try:
            while (goal := self._goal) is not None or trainer.has_news:
                started = clock()
                if started >= self._mailbox.due or goal is Goal.BATCH:
                    trainer.observe_next = True
                event = next(events)
                record(event)
                if isinstance(event, BatchEnd):
                    batch = event
                    if event.observation is not None:
                        self._figures = self._figures.after_batch(event)
                        self._unsaved = True
                        self._look(clock() - started)
                    if pace := self._pace:
                        self._keep_pace(pace)
                elif isinstance(event, EpochEnd):
                    self._figures = self._figures.after_epoch(event)
                else:
                    break
                if goal is not None and goal.is_reached_by(event):
                    self._goal = None
                elif worker.interrupted:
                    break
        finally:
            if batch is not None:
                self._figures = self._figures.after_batch(batch)
                self._unsaved = True
        return event

    def _keep_pace(self, pace: int) -> None:
        """Hold the run back to the wished number of steps a second."""
        if self._goal is not Goal.END:
            return
        now = time.perf_counter()
        self._due = max(self._due + 1 / pace, now - FRAME)
        if self._due > now:
            self._worker.sleep(self._due - now)

    def _end_run(self, number: int) -> None:
        self._trainer = self._events = None
        self._paused.emit(number, State.IDLE)

    def _take_pause(self, number: int, outcome: State | Finished) -> None:
        if number != self._run_number:
            return
        self._show()
        if isinstance(outcome, Finished):
            self._set_state(State.FINISHED)
            self.finished.emit(outcome)
        else:
            self._set_state(outcome)

    def _crash(self, info: tuple[Any, ...]) -> None:
        """Stand still after an error that nobody expected, and let the crash handler tell it."""
        self._goal = None
        self._set_state(State.PAUSED if self._trainer else State.IDLE)
        sys.excepthook(*info)

    def _fail(self, error: RambatError) -> None:
        self._goal = None
        if isinstance(error, DivergenceError):
            self.document.select([error.node] if error.node in self.document.graph else [])
        self._show()
        self._set_state(State.PAUSED if self._trainer else State.IDLE)
        for message in error.messages:
            self.failed.emit(message)

    # Following the document

    def _follow(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            self._follow_setting(change)
        elif concerns_network(change):
            self._interrupt()
            self._rebuild.start()

    def _follow_setting(self, change: SetSetting) -> None:
        if change.name == "training":
            if change.before.seed != change.after.seed:
                self._loader.load(self.document.project)
                self._fresh_weights()
            else:
                self._worker.put(lambda: self._configure(change.after))
        elif change.name == "steps_per_second":
            self._pace = change.after
            self._worker.wake()
        elif change.name in ("data", "preparation"):
            self._interrupt()
            self._loader.load(self.document.project)
            self._rebuild.start()

    def _configure(self, training: TrainingConfig) -> None:
        if self._trainer is not None:
            self._trainer.configure(training)

    def _interrupt(self) -> None:
        """Stand still, because what has trained is no longer what stands."""
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
        self._begin_anew(project.weights, project.history)
        self._build()

    def _fresh_weights(self) -> None:
        self.stop()
        self._begin_anew(None, ())
        self._build()

    def _begin_anew(self, weights: Mapping[str, Any] | None, events: Sequence[EpochEnd]) -> None:
        """Forget the network and its run; these weights and epochs stand in their place."""
        self._unsaved = False

        def begin() -> None:
            self._drop_network()
            self._learned, self._learning, self._unsaved = LearnedWeights(weights), False, False
            self.history.clear()
            for event in events:
                self.history.record(event)
            self._figures = Figures().after_epoch(events[-1]) if events else Figures()

        self._worker.put(begin)

    def _settle(self) -> None:
        """Let the worker compile what is drawn now, if that is still to come."""
        if self._rebuild.isActive():
            self._rebuild.stop()
            self._build()

    def _build(self) -> None:
        """Compile the drawn graph on the worker, with the learned weights that fit; no network while it has errors."""
        self._build_number += 1
        number, seed = self._build_number, self.document.project.training.seed
        graph = None if self.document.inference.errors else self.document.graph.copy()
        self._worker.put(lambda: self._compile(number, graph, seed))

    def _compile(self, number: int, graph: Graph | None, seed: int) -> None:
        self._keep_learned()
        self._drop_network()
        left: tuple[str, ...] = ()
        try:
            if graph is not None:
                network = Network(graph, seed=seed)
                left = self._learned.give(network)
                self.network = network
        finally:
            self._look()
            self._built.emit(number, left)

    def _drop_network(self) -> None:
        self.network = self._trainer = self._events = None
        self._figures = replace(self._figures, observation=None)

    def _keep_learned(self) -> None:
        """Worker: put aside what training has made of the present network."""
        if self.network is not None and self._learning:
            self._learned.keep(self.network.weights_in_use())
            self._learning = False

    def _take_network(self, number: int, left: tuple[str, ...]) -> None:
        if number != self._build_number:
            return
        self.network_changed.emit()
        self._show()
        if left:
            self.left_behind.emit(left)
        self.state_changed.emit(self.state)

    def _take_data(self) -> None:
        if self.data is not None:
            self.data_ready.emit(self.data)
            self._worker.put(self._look_idle)
        self.state_changed.emit(self.state)

    # Files

    def collect(self) -> None:
        """Put the learned weights and the history into the document, so that saving keeps them."""
        self._settle()
        project = self.document.project
        project.weights, project.history = self._worker.call(self._results)

    def _results(self) -> tuple[dict[str, Any] | None, tuple[EpochEnd, ...]]:
        self._keep_learned()
        self._learning = self._goal is not None
        if not self._learned:
            return None, ()
        weights = self.network.state_dict() if self.network is not None else self._learned.latest(self.document.graph)
        return weights, self.history.as_events()

    def export(self, exporter: Exporter, path: Path) -> None:
        """Write the network as it stands between two batches; ExportError says why it failed."""
        self._settle()
        self._worker.call(lambda: exporter.write(self._require_network(), path))

    def load_weights(self, weights: Mapping[str, Any]) -> None:
        """Take weights over from elsewhere, which ends a run; GraphError names all that do not fit."""
        self._settle()
        self._interrupt()
        self._worker.call(lambda: self._take_weights(weights))
        self.network_changed.emit()
        self.document.mark_trained()
        self._worker.put(self._look_idle)

    def _take_weights(self, weights: Mapping[str, Any]) -> None:
        self._require_network().load_state_dict(weights)
        self._learning = True

    def _require_network(self) -> Network:
        if self.network is None:
            raise RambatError(Message("There is no network yet that could run. Solve the problems first."))
        return self.network
