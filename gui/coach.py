"""The coach in the window: reads the run about once a second, and keeps what is to be told until it is settled.

The look at the network is a rare probe on the worker; the rules run in the window's thread and take about a
millisecond, whatever the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.diagnosis.curves import STRETCH
from engine.diagnosis.evidence import Evidence, Since
from engine.diagnosis.examining import examine
from engine.diagnosis.finding import Finding, Rule
from engine.diagnosis.look import Look, look
from engine.diagnosis.trail import Trail
from engine.diagnosis.watch import Watch
from engine.errors import DivergenceError, RambatError
from engine.problems import Problem
from engine.runs.run import Run
from engine.training_config import TrainingConfig
from gui.edit_command import SetSetting
from gui.snapshot import Snapshot, State

if TYPE_CHECKING:
    from gui.training_session import TrainingSession

PERIOD = 1000
"""Milliseconds from one examination to the next while a network trains."""
FIRST_LOOKS = 8
"""Looks that follow each other as fast as they come, so that the luck of one batch does not judge a short run."""
PROBE = "coach"


class Coach(QObject):
    """What goes wrong in a session's run: `findings`, the causes first; `changed` tells that there are others.

    `reveal_requested` carries the id of a layer to bring into view, `plot_requested` the name of a plot.
    """

    changed = Signal()
    reveal_requested = Signal(str)
    plot_requested = Signal(str)

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session)
        self._session, self._document = session, session.document
        self._watch, self._trail, self._since = Watch(), Trail(), Since()
        self._look: Look | None = None
        self._step = 0
        self._divergence: DivergenceError | None = None
        self._dismissed = set[type[Rule]]()
        self._settings = _that_matter(self._document.project.training)
        self._aside: _Aside | None = None
        self._run, self._of_runs = session.at_hand, WeakKeyDictionary[Run, _Aside]()
        self._leaving: _Aside | None = None
        """What was read of the run that makes way, before settings change that come with another one."""
        self._due = True
        self._mended_at: int | None = None
        self._timer = QTimer(self, interval=PERIOD)
        self._timer.timeout.connect(self._look_again)
        session.snapshot_taken.connect(self._take)
        session.state_changed.connect(self._follow_state)
        session.worker.failed.connect(self._take_failure, Qt.ConnectionType.QueuedConnection)
        session.network_changed.connect(self._follow_network)
        session.emptied.connect(self._follow_network)
        session.document.setting_changed.connect(self._follow_setting)
        session.document.undo_stack.indexChanged.connect(self._follow_undo)
        session.add_probe(PROBE, look, rare=True)

    # What there is to tell

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All but those that people have dismissed for this run."""
        return tuple(finding for finding in self._watch.told if finding.rule not in self._dismissed)

    @property
    def dismissed(self) -> int:
        """How many rules have found something that is kept back."""
        return len({finding.rule for finding in self._watch.told} & self._dismissed)

    @property
    def renews(self) -> bool:
        """Whether a fix was made, and not undone, that takes weights which have learned nothing yet."""
        return self._mended_at is not None

    @property
    def has_run(self) -> bool:
        """Whether there are epochs to read."""
        return self._session.history.epochs > 0

    @property
    def epochs_read(self) -> int:
        """How many of them were made with the settings as they are."""
        epochs = self._session.history.column("epoch")
        return max(0, int(epochs[-1]) - self._since.epoch) if len(epochs) else 0

    @property
    def is_early(self) -> bool:
        """Whether there are too few of them for a verdict."""
        return self.epochs_read < STRETCH

    @property
    def has_learned(self) -> bool:
        """Whether the weights are no longer those with which the network began."""
        return self._step > 0 or self.has_run

    def marks(self) -> Iterator[Problem]:
        """The findings at layers, without those that are problems of the drawing too and marked as such."""
        known = {(problem.node, problem.message) for problem in self._document.inference.problems}
        for finding in self.findings:
            if finding.node and (finding.node, finding.told) not in known:
                yield finding.problem

    # What people do about it

    def mend(self, finding: Finding) -> None:
        """Apply its fix, for the drawing and the settings as they are now, as one step that can be undone.

        Where the fix takes weights that have learned nothing yet, the network begins anew in that step.
        """
        self._apply(finding, anew=True)

    def change(self, finding: Finding) -> None:
        """Apply its fix alike, and leave the network as it has learned."""
        self._apply(finding, anew=False)

    def _apply(self, finding: Finding, anew: bool) -> None:
        fresh = next((each for each in self._examine() if each.key == finding.key), None)
        if fresh is None:
            self._tell(final=True)  # it is true no more
            return
        renews = fresh.anew and self.has_learned
        run = SetSetting("at_hand", self._session.at_hand, Run()) if renews and anew else None
        if fresh.fix is not None and self._document.mend(fresh.fix, run):
            self._mended_at = self._document.undo_stack.index() if renews and not anew else None
            self.changed.emit()

    def show(self, finding: Finding) -> None:
        """Lead to the layers or the curve that its rule is about."""
        nodes = [each.node for each in self.findings if each.rule is finding.rule and each.node in self._document.graph]
        if nodes:
            self._document.select(nodes)
            self.reveal_requested.emit(nodes[0])
        elif finding.curve:
            self.plot_requested.emit("plot_loss")

    def dismiss(self, finding: Finding) -> None:
        """Tell no more in this run of what its rule finds."""
        self._dismissed.add(finding.rule)
        self.changed.emit()

    def tell_all(self) -> None:
        """Tell what was dismissed again."""
        self._dismissed.clear()
        self.changed.emit()

    def begin_anew(self) -> None:
        """Back to initial weights, as a fix has asked for."""
        self._mended_at = None
        self._session.reset()
        self.changed.emit()

    # Following the run

    def _take(self, snapshot: Snapshot) -> None:
        running = self._session.state is State.RUNNING
        self._look, self._step = snapshot.looks.get(PROBE), snapshot.step
        if running and snapshot.step <= self._since.step:  # a branch from an earlier moment, or another run
            epoch = snapshot.figures.epoch
            self._since = Since(epoch, snapshot.step if epoch else 0)
        if running and (first := snapshot.figures.beginning) is not None and not (self._trail or self._since.step):
            self._trail.add(1, first)
        if running and (self._due or len(self._trail) < FIRST_LOOKS):
            self._see(snapshot)
        if not running and self._session.viewed is None:  # else it is the past that is looked at
            self._tell(final=True)

    def _see(self, snapshot: Snapshot) -> None:
        if snapshot.observation is not None and snapshot.step and not snapshot.past:
            self._due = False
            self._trail.add(snapshot.step, snapshot.observation)

    def _look_again(self) -> None:
        self._due = True
        self._tell(final=False)

    def _follow_state(self, state: State) -> None:
        """A run that begins has not gone wrong; of one that stands still all is known."""
        if state is State.RUNNING:
            self._divergence, self._due = None, True
            self._follow_undo(-1)
            self._timer.start()
        else:
            if self._timer.isActive():
                self._see(self._session.last_snapshot)  # else a short run would be judged by its first step alone
                self._timer.stop()
            self._tell(final=True)

    def _take_failure(self, error: RambatError) -> None:
        if isinstance(error, DivergenceError):
            self._divergence = error
            self._tell(final=True)

    def _follow_setting(self, setting: str) -> None:
        training = _that_matter(self._document.project.training)
        others = setting in ("preparation", "data") or (setting == "training" and training != self._settings)
        if setting == "at_hand":
            self._leaving = self._leaving or self._read_so_far()
        elif setting == "training" and others:
            self._change_settings(training)
        elif others:
            self._aside = None
            self._begin()
        if setting in ("preparation", "data", "training"):
            self._tell(final=others or self._session.state is not State.RUNNING)

    def _change_settings(self, training: TrainingConfig) -> None:
        """What was read is put aside, and is true again where the change is undone before a step is made."""
        if self._aside is None or self._aside.step != self._step:
            self._aside = self._read_so_far()
        before, self._settings = self._settings, training
        if training == self._aside.settings != before:
            self._take_up(self._aside)
        else:
            self._begin()

    def _read_so_far(self) -> _Aside:
        return _Aside(self._settings, self._step, self._since, self._trail, self._divergence)

    def _stands_at(self, known: _Aside) -> bool:
        """Whether nothing was learned since, by a network that is still the same."""
        return self._since.step <= known.step and not self._session.begins_another

    def _take_up(self, aside: _Aside) -> None:
        self._since, self._trail, self._divergence = aside.since, aside.trail, aside.divergence

    def _follow_undo(self, index: int) -> None:
        """Where the fix was undone, nothing is to begin anew for it."""
        if self._mended_at is not None and index < self._mended_at:
            self._mended_at = None
            self.changed.emit()

    def _follow_network(self) -> None:
        """Another network, or other weights: what was dismissed may be told of it.

        What was read of a run that makes way for another is true again when it comes back. The first look at the
        network may have come before.
        """
        self._dismissed.clear()
        run, left = self._session.at_hand, self._leaving
        goes = run is not self._run or left is not None  # it may be back before anybody is told of the other one
        if goes:
            self._of_runs[self._run] = left or self._read_so_far()
        self._run, self._leaving = run, None
        self._settings, self._aside = _that_matter(self._document.project.training), None
        if not (self.has_run or self._session.last_snapshot.step):
            self._mended_at = None
        self._begin()
        known = self._of_runs.get(run)
        if known is not None and known.settings == self._settings and (goes or self._stands_at(known)):
            self._take_up(known)
        self._watch.clear()
        self._take(self._session.last_snapshot)
        self.changed.emit()

    def _begin(self) -> None:
        """What has been so far was under other settings."""
        (epochs,), (steps, _) = self._session.history.columns("epoch"), self._session.history.batches()
        last_epoch, last_step = (int(column[-1]) if len(column) else 0 for column in (epochs, steps))
        self._since = Since(last_epoch, last_step)
        self._trail = Trail()
        self._divergence, self._due = None, True

    # Examining

    def _tell(self, final: bool) -> None:
        if self._watch.follow(self._examine(), final):
            self.changed.emit()

    def _examine(self) -> tuple[Finding, ...]:
        project, inference = self._document.project, self._document.inference
        if inference.obstacles:
            return ()
        return examine(
            Evidence(
                graph=project.graph,
                inference=inference,
                training=project.training,
                preparation=project.preparation,
                history=self._session.history,
                step=self._step,
                source=project.data,
                since=self._since,
                trail=self._trail,
                look=self._look,
                divergence=self._divergence,
            )
        )


class _Aside(NamedTuple):
    """What was read of a run up to a step under these settings."""

    settings: TrainingConfig
    step: int
    since: Since
    trail: Trail
    divergence: DivergenceError | None


def _that_matter(training: TrainingConfig) -> TrainingConfig:
    """The settings without those that only say when a run ends."""
    return training.replace(epochs=1, loss_target=None, patience=None, min_delta=0.0, restore_best=False)
