"""What came of a run, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.events import Finished, StopReason
from gui import names
from gui.document import Document
from gui.i18n import sentence
from gui.speeds import speed_name
from gui.training_session import TrainingSession


class RunNews(QObject):
    """`done` tells how a run or its goal ended, which weights an edit left behind, and another speed."""

    done = Signal(str)

    def __init__(self, document: Document, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        session.left_behind.connect(self._tell_left_behind)
        session.finished.connect(self._tell_finished)
        session.goal_ended.connect(lambda end: self.done.emit(sentence(end.told())))
        document.setting_changed.connect(self._tell_setting)

    def _tell_left_behind(self, weights: tuple[str, ...]) -> None:
        text = self.tr("These weights no longer fit the drawing and began anew: {names}")
        told = ", ".join(names.name_of_weight(self._document.graph, weight) for weight in weights)
        self.done.emit(text.format(names=told))

    def _tell_setting(self, setting: str) -> None:
        if setting == "steps_per_second":
            speed = speed_name(self._document.project.steps_per_second)
            self.done.emit(self.tr("Speed: {speed}").format(speed=speed))

    def _tell_finished(self, end: Finished) -> None:
        if end.reason is StopReason.LOSS_TARGET:
            text = self.tr("The loss target is reached after {epoch} epochs.")
        elif end.reason is StopReason.EARLY_STOPPING:
            text = self.tr("Training has ended early, after {epoch} epochs: the loss improved no more.")
        else:
            text = self.tr("Training has ended after {epoch} epochs. Run goes on for as many again.")
        told = text.format(epoch=end.epoch)
        if end.restored is not None:
            told += " " + self.tr("The weights are those of epoch {epoch}, the best one.").format(epoch=end.restored)
        self.done.emit(told)
