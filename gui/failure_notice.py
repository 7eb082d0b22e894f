"""Why a run has failed, in the notice bar, as long as that is so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.errors import Message
from engine.runs.run import Run
from gui import names
from gui.notice_bar import NoticeBar
from gui.snapshot import State
from gui.training_session import TrainingSession


class FailureNotice(QObject):
    """Tells what a session could not do; of numbers that ran away until it trains again or another run is to begin."""

    def __init__(self, session: TrainingSession, notice: NoticeBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._notice = session, notice
        self._told: Message | None = None
        self._run: Run | None = None
        session.failed.connect(self._tell)
        session.state_changed.connect(self._follow_state)
        session.network_changed.connect(self._follow_network)

    def _tell(self, message: Message) -> None:
        run = self._session.at_hand
        self._run, self._told = run if run.diverged else None, names.renamed(message, self._session.document.graph)
        self._notice.show_message(self._told)

    def _follow_state(self, state: State) -> None:
        if state is State.RUNNING:
            self._notice.clear()

    def _follow_network(self) -> None:
        session = self._session
        if self._run is not None and self._told and (session.at_hand is not self._run or session.begins_another):
            self._notice.withdraw(self._told)
