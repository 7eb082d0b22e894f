"""A run of the open project: one worker thread trains, a mailbox holds the latest look, a timer reads it.

Everything that touches the network happens on the worker, between two batches. The window never waits for a batch
and no signal is sent per batch: the timer takes the newest Snapshot about 30 times a second.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.checkpoint import Checkpoint
from engine.data import Prepared
from engine.errors import DivergenceError, Message, RambatError
from engine.events import Finished
from engine.export import Exporter
from engine.goals import Goal, GoalEnd, Pursuit
from engine.graph import SetId, concerns_network
from engine.history import History
from engine.network import Network
from engine.runs.run import Run
from engine.runs.settings import RunSettings
from engine.timeline import Moment
from gui import names
from gui.coach import Coach
from gui.data_loader import DataLoader
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.frame_pace import FramePace
from gui.learner import Learner
from gui.mailbox import Probe
from gui.run_jobs import RunJobs
from gui.run_watch import RunWatch
from gui.run_wishes import RunWishes, Wish
from gui.snapshot import FRAME, Snapshot, State, Stretch
from gui.worker import Worker

SWITCH_INTERVAL = 0.001
"""Seconds for which the training holds the interpreter while the window waits."""
NEW_SEEDS = 10_000


class TrainingSession(QObject):
    """Trains the document's project.

    `snapshot_taken`, `history_changed` and `run_changed` (another run, other moments or hyperparameters of it, another
    one viewed) come at most 30 times a second, and after all that is new `told`; `data_ready` when the chosen data are
    loaded; `network_changed` when another network stands; `emptied` when another project is open, of which there is
    nothing to see until the worker comes to it; `failed` carries a Message; `left_behind` the names of weights that did
    not fit after an edit of the graph.
    """

    state_changed = Signal(object)
    snapshot_taken = Signal(object)
    history_changed = Signal()
    run_changed = Signal()
    told = Signal()
    data_ready = Signal(object)
    network_changed = Signal()
    emptied = Signal()
    finished = Signal(object)
    failed = Signal(object)
    left_behind = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.state = State.IDLE
        self.last_snapshot = Snapshot()
        self.pursuit: Pursuit | None = None
        """The goal to which the run at hand is on its way, also while it is paused; None to the end of its epochs."""
        self.goal_end: GoalEnd | None = None
        """How it went with the last goal, until training goes on."""
        self._awaited = True
        self._watch = RunWatch()
        self._pace = FramePace()
        self._worker = Worker(self)
        self._loader = DataLoader(self._worker, self)
        self._learner = Learner(self._worker, self._loader)
        self._learner.pace.rate = document.project.steps_per_second
        self._jobs = RunJobs(self._worker, self._learner, document, self)
        self.wishes = RunWishes(self, lambda: self._learner.goal, self._begin)
        self.coach = Coach(self)  # before the session itself, so that it knows why a run has stopped
        self._connect()
        self._loader.load(self.document.project)
        self._restore()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._worker.failed.connect(self._fail, queued)
        self._worker.crashed.connect(self._crash, queued)
        self._loader.changed.connect(self._take_data)
        self._jobs.built.connect(self._take_network)
        self._jobs.looked.connect(self._show, queued)
        self._jobs.stood_still.connect(self._take_pause)
        self.document.edited.connect(self._follow)
        self.document.setting_changed.connect(self._follow_pace)
        self.document.replaced.connect(self._reopen)
        self._frames = QTimer(self, interval=round(FRAME * 1000))
        self._frames.timeout.connect(self._show_frame)

    # Control

    @property
    def worker(self) -> Worker:
        """The one thread, for other long work: in slices, between which the training goes on."""
        return self._worker

    @property
    def network(self) -> Network | None:
        """The network of the drawn graph, or None while that has errors; only the worker may let it compute."""
        return None if self._awaited else self._learner.network

    @property
    def history(self) -> History:
        """The record of the run so far; an empty one until the worker comes to a project that was just opened."""
        return History() if self._awaited else self._learner.history

    @property
    def at_hand(self) -> Run:
        """The run that stands, or that the next step begins."""
        return Run() if self._awaited else self._learner.run

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs of the open project that have begun, the oldest first."""
        return () if self._awaited else self._learner.book.runs

    @property
    def viewed(self) -> Moment | None:
        """The moment of the run at hand at which the network stands, or None where it stands at its newest one."""
        return None if self._awaited else self._learner.viewed

    @property
    def can_look_back(self) -> bool:
        """Whether the network and the data are still those of the run at hand."""
        return self.at_hand.settings is not None and self.can_run and not self.begins_another

    @property
    def begins_another(self) -> bool:
        """Whether network or data were changed since the run at hand, so that the next step begins another one."""
        settings = self.at_hand.settings
        return settings is not None and not settings.suits(self._settings())

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
    def is_flat_out(self) -> bool:
        """Whether a run goes as fast as it can."""
        return self.state is State.RUNNING and not self._learner.pace.rate

    @property
    def can_run(self) -> bool:
        """Whether the graph has no errors and the data are there."""
        return not self.document.inference.obstacles and self.data is not None

    def run(self) -> None:
        """Train to the goal, or else until the epochs are done; where they are, as many epochs again."""
        self.wishes.ask(self.pursuit or Stretch.END)

    def run_until(self, goal: Goal | None) -> None:
        """Train until this is reached, however many epochs it takes; None for the last epoch, as usual.

        A run that goes on already goes on for that.
        """
        if self.wishes.can_ask:
            self.pursuit = Pursuit([goal]) if goal is not None else None
            self._learner.goal = None
            self.wishes.give_up()
            self.run()

    def step_batch(self) -> None:
        """Train on one batch and pause."""
        self.wishes.ask(Stretch.BATCH)

    def step_epoch(self) -> None:
        """Train to the end of the epoch and pause."""
        self.wishes.ask(Stretch.EPOCH)

    def pause(self) -> None:
        """Stand still after the batch at hand, with nothing more to come; `run` goes on from there."""
        self._learner.goal = None
        self.wishes.give_up()
        self._worker.wake()

    def stop(self) -> None:
        """End the run; the weights stay, the optimiser and the counters begin anew with the next one."""
        self.pause()
        self.pursuit = self.goal_end = None
        self._jobs.end()

    def reset(self, new_seed: bool = False) -> None:
        """Back to the initial weights, those of this seed or of a new one (an undoable change of the seed)."""
        training = self.document.project.training
        if new_seed:
            seed = (training.seed + 1 + secrets.randbelow(NEW_SEEDS - 1)) % NEW_SEEDS
            self.document.set_setting(Message("New seed"), "training", training.replace(seed=seed))
        else:
            self._begin_anew()

    def keep_weights(self) -> None:
        """Begin a new run with the weights as they stand; the present one is kept as it is."""
        self.pause()
        self.pursuit = self.goal_end = None
        self._jobs.keep_weights()
        self._jobs.build()

    def view(self, moment: Moment) -> None:
        """Let everything show this moment of the run at hand, which pauses; `run` goes on from there as a branch."""
        self.pause()
        self.goal_end = None
        self._jobs.look_back(self.at_hand, moment)

    def close(self) -> None:
        """Stop cleanly and end the thread; the session is of no use afterwards."""
        self._learner.goal = None
        self.wishes.give_up()
        self._frames.stop()
        self._jobs.close()
        self._worker.close()

    def _begin(self, goal: Wish) -> None:
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._jobs.settle()
        if self.pursuit is not None and self.viewed is not None:
            self.pursuit.begin_anew()  # what it has counted lies behind the moment from which a branch goes on
        self.goal_end = None
        self._learner.goal = goal
        self._set_state(State.RUNNING)
        self._jobs.begin(open_ended=self.pursuit is not None)

    def _set_state(self, state: State) -> None:
        if state is State.RUNNING:
            self._pace.begin()
            self._frames.start(round(FRAME * 1000))
            self._learner.mailbox.frame = FRAME
        else:
            self._frames.stop()
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    # Looks

    def add_probe(self, name: str, probe: Probe, rare: float = 0.0) -> None:
        """Compute this at every look from now on, on the worker thread, and show it once at least.

        A `rare` one is slow: while the network trains it is computed once in so many seconds at most.
        """
        self._learner.mailbox.add(name, probe, rare)
        self._jobs.look()

    def remove_probe(self, name: str) -> None:
        """Do not compute it any more."""
        self._learner.mailbox.remove(name)

    def _show_frame(self) -> None:
        """Show what is there, and let the next frame come when it may."""
        self._show()
        self._learner.mailbox.frame = seconds = self._pace.next(self.is_flat_out)
        self._frames.setInterval(round(seconds * 1000))

    def _show(self) -> None:
        """Window: hand the newest snapshot on, and tell of a history that has grown."""
        if self._awaited:
            return  # what has come is of the project before
        if self._learner.unsaved:
            self._learner.unsaved = False
            self.document.mark_trained()
        if (snapshot := self._learner.mailbox.take()) is not None:
            self.last_snapshot = snapshot
            self.snapshot_taken.emit(snapshot)
        if (lost := self._learner.lost) is not None and self.data is not None:  # or else these may be what failed
            self._learner.lost = None
            self.failed.emit(lost)
        if self._watch.has_grown(self.history):
            self.history_changed.emit()
        if self._watch.has_changed(self.at_hand, self.viewed):
            self.run_changed.emit()
        self.told.emit()

    # Where a run stands still

    def _take_pause(self, outcome: State | Finished) -> None:
        self._learner.goal = None  # also where nothing could begin
        self._show()
        if self.pursuit is not None and (end := self.pursuit.ended) is not None:
            self.pursuit, self.goal_end = None, end
        if isinstance(outcome, Finished):
            self._set_state(State.FINISHED)
            self.finished.emit(outcome)
        else:
            self._set_state(outcome)
        self.wishes.begin_next()

    def _crash(self, info: tuple[Any, ...]) -> None:
        """Stand still after an error that nobody expected, and let the crash handler tell it."""
        self._learner.goal = None
        self.wishes.give_up()
        self._set_state(State.PAUSED if self._learner.has_run else State.IDLE)
        sys.excepthook(*info)

    def _fail(self, error: RambatError) -> None:
        self._learner.goal = self.pursuit = None
        self.wishes.give_up()
        if isinstance(error, DivergenceError):
            self.document.select([error.node] if error.node in self.document.graph else [])
        self._show()
        self._set_state(State.PAUSED if self._learner.has_run else State.IDLE)
        for message in error.messages:
            self.failed.emit(message)

    # Following the document

    def _follow(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            self._follow_setting(change)
        elif concerns_network(change):
            self._interrupt()
            if isinstance(change, SetId):
                self._worker.put(lambda: self._learner.follow_id(change.before, change.after))
            self._jobs.build_soon()

    def _follow_pace(self, setting: str) -> None:
        if setting == "steps_per_second":
            self._learner.pace.rate = self.document.project.steps_per_second
            self._worker.wake()

    def _follow_setting(self, change: SetSetting) -> None:
        if change.name == "training":
            if change.before.seed != change.after.seed:
                self._loader.load(self.document.project)
                self._begin_anew()
            else:
                self._worker.put(lambda: self._learner.configure(change.after))
        elif change.name == "at_hand":
            self.stop()
            self._worker.put(lambda: self._learner.turn_to(change.after))
            self._jobs.build_soon()
        elif change.name in ("data", "preparation"):
            self._interrupt()
            self._loader.load(self.document.project)
            self._jobs.build_soon()

    def _interrupt(self) -> None:
        """Stand still, because what has trained is no longer what stands."""
        if self.state is not State.IDLE or self.wishes.count:
            self.stop()

    def _reopen(self) -> None:
        self.stop()
        self._jobs.forget()
        self._set_state(State.IDLE)
        self._learner.pace.rate = self.document.project.steps_per_second
        self._awaited, self.last_snapshot = True, Snapshot()
        self._loader.load(self.document.project)
        self.emptied.emit()
        self._restore()

    def _restore(self) -> None:
        """Begin with the weights and the history that the project file brought, if any."""
        project = self.document.project
        self._learner.unsaved = False
        self._worker.put(lambda: self._learner.open(project))
        self._jobs.build()

    def _begin_anew(self) -> None:
        """Put the run at hand aside for one with the weights with which the seed begins."""
        self.stop()
        self._learner.unsaved = False
        self._worker.put(lambda: self._learner.begin_anew())
        self._jobs.build()

    def _settings(self) -> RunSettings:
        """What a run would be made with that began now."""
        project = self.document.project
        return RunSettings(project.graph, project.data, project.preparation, project.training.seed)

    def _take_network(self, left: tuple[str, ...]) -> None:
        self._awaited = False
        self.network_changed.emit()
        self._show()
        if left:
            self.left_behind.emit(left)
        self.state_changed.emit(self.state)

    def _take_data(self) -> None:
        if self.data is not None:
            self.data_ready.emit(self.data)
            self._jobs.look()
        self.wishes.begin_next()
        self.state_changed.emit(self.state)

    # Files

    def collect(self) -> None:
        """Put into the document what was learned, by which runs, and where the last one stands, for a file."""
        self._jobs.settle()
        project, learner = self.document.project, self._learner
        (project.weights, project.history), project.runs, project.at_hand, project.moment = self._worker.call(
            lambda: (learner.results(project.graph), learner.records(), learner.run, learner.newest())  # of one step
        )

    def export(self, exporter: Exporter, path: Path) -> bool:
        """Write the network as it stands between two batches; ExportError says why it failed.

        Whether the preparation of the data is with it: it is known only while these are loaded.
        """
        self._jobs.settle()
        fitted = self.data.fitted if self.data is not None else None
        self._worker.call(lambda: exporter.write(self._learner.require_network(), path, fitted))
        return fitted is not None

    def standing(self) -> tuple[Network, Checkpoint | None]:
        """The network and what its run needs to go on, if one stands; for a job of the worker, to be copied."""
        return self._learner.standing()

    def load_weights(self, weights: Mapping[str, Any]) -> None:
        """Take weights over from elsewhere, which ends a run; GraphError names all that do not fit."""
        self._jobs.settle()
        self._interrupt()
        self._worker.call(lambda: self._learner.take_weights(weights))
        self.network_changed.emit()
        self.document.mark_trained()
        self._jobs.look()
