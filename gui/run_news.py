"""What came of a run, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.events import Finished, StopReason
from engine.runs.run import LOADED, Run
from gui import names
from gui.document import Document
from gui.i18n import grouped, sentence
from gui.snapshot import State
from gui.speeds import speed_name
from gui.training_session import TrainingSession


class RunNews(QObject):
    """`done` tells how a run or its goal ended, or a run began with weights of another; which weights an edit left
    behind, and another speed. `over` names what was told of a run or a network, once it stands there no more."""

    done = Signal(str)
    over = Signal(str)

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        session.network_changed.connect(self._forget_left_behind)
        session.left_behind.connect(self._tell_left_behind)
        session.finished.connect(self._tell_finished)
        document.setting_changed.connect(self._tell_setting)
        session.failed.connect(self._tell_diverged)
        session.run_changed.connect(self._tell_branch)
        session.state_changed.connect(self._follow)
        self._session = session
        self._known = len(session.runs)
        self._run: Run | None = None
        self._standing, self._state, self._left = "", session.state, ""

    def _tell_standing(self, text: str) -> None:
        self._standing = text
        self.done.emit(text)

    def _follow(self, state: State) -> None:
        """What was said of a run's end is true as long as it stands there."""
        if state is not self._state and self._standing:
            self.over.emit(self._standing)
            self._standing = ""
        self._state = state

    def _tell_left_behind(self, weights: tuple[str, ...]) -> None:
        text = self.tr("These weights no longer fit the drawing and began anew: {names}")
        told = ", ".join(names.name_of_weight(self._document.graph, weight) for weight in weights)
        self._left = text.format(names=told)
        self.done.emit(self._left)

    def _forget_left_behind(self) -> None:
        """What was said of a network's weights is true as long as it stands."""
        if self._left:
            self.over.emit(self._left)
            self._left = ""

    def _tell_setting(self, setting: str) -> None:
        if setting == "steps_per_second":
            speed = speed_name(self._document.project.steps_per_second)
            self.done.emit(self.tr("Speed: {speed}").format(speed=speed))

    def _tell_branch(self) -> None:
        before, known, run = self._run, self._known, self._session.at_hand
        self._run, self._known = run, len(self._session.runs)
        origin = run.origin if run is not before and run.origin != LOADED else None
        if origin is not None and not run.number:
            self.done.emit(self.tr("The next run begins with these weights; the one so far is kept."))
        elif origin is not None and self._known > known:
            text = self.tr("Run {number} goes on from step {step} of run {origin}, which is kept.")
            self.done.emit(text.format(number=run.number, step=grouped(origin.step), origin=origin.run))

    def _tell_diverged(self) -> None:
        if self._session.at_hand.diverged:
            text = self.tr("The weights of step {step} stand, the last that were numbers.")
            self._tell_standing(text.format(step=grouped(self._session.last_snapshot.step)))

    def _tell_finished(self, end: Finished) -> None:
        if (goal := self._session.goal_end) is not None:
            text = sentence(goal.told())
        elif end.reason is StopReason.LOSS_TARGET:
            text = self.tr("The loss target is reached after {epoch} epochs.")
        elif end.reason is StopReason.EARLY_STOPPING:
            text = self.tr("Training has ended early, after {epoch} epochs: the loss improved no more.")
        else:
            text = self.tr("Training has ended after {epoch} epochs. Run goes on for as many again.")
        told = text.format(epoch=grouped(end.epoch))
        if end.restored is not None:
            told += " " + self.tr("The weights are those of epoch {epoch}, the best one.").format(epoch=end.restored)
        self._tell_standing(told)
