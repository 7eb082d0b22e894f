"""The small menu beside Run: what a run may go on for, without a question where it was asked before."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.i18n import sentence
from gui.settings import Settings
from gui.training_actions import run_until
from gui.training_session import TrainingSession


class RunMenu(QMenu):
    """Asks for a goal, takes the last one again, or leaves the one that a paused run is on its way to."""

    def __init__(self, session: TrainingSession, ask: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self.again, self.to_the_end = QAction(self), QAction(self)
        self.again.triggered.connect(lambda: run_until(session, Settings().goal))
        self.to_the_end.triggered.connect(partial(run_until, session, None))
        self.addActions([ask, self.again, self.to_the_end])
        self.aboutToShow.connect(self._tell)

    def _tell(self) -> None:
        ready = self._ask.isEnabled()
        self.again.setText(self.tr("Again: {goal}").format(goal=sentence(Settings().goal.told())))
        self.again.setEnabled(ready)
        self.to_the_end.setText(self.tr("To the last epoch"))
        self.to_the_end.setEnabled(ready)
        self.to_the_end.setVisible(self._session.pursuit is not None)
