"""Where other data take the place of those that the network has learned from, beginning anew is offered once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.data import DataSource, StoredSource
from engine.errors import Message
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.fit_offer import MISFIT, find_offer
from gui.notice_bar import NoticeBar, Way
from gui.snapshot import State
from gui.training_session import TrainingSession

LEARNED = Message("Weights and curves come from other data.")
BEGIN = Message("Begin anew")


class BeginOffer(QObject):
    """Offers it in the notice bar when the network fits the other data, until it trains on them or begins anew."""

    def __init__(
        self, document: Document, session: TrainingSession, notice: NoticeBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._session = session
        self._notice = notice
        self._learned: DataSource | None = None
        self._offered = False
        document.edited.connect(self._follow)
        document.inferred.connect(lambda _inference: self._check())
        document.replaced.connect(self._forget)
        session.state_changed.connect(self._follow_state)
        session.history_changed.connect(self._follow_history)

    def _follow(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting) and change.name == "at_hand":
            self._forget()  # that run has learned from the data that come with it
        elif isinstance(change, SetSetting) and change.name == "data" and self._learned is None:
            self._learned = change.before if self._session.history.epochs else None

    def _check(self) -> None:
        if self._learned is None:
            return
        if not _are_others(self._learned, self._document.project.data):
            self._forget()
        elif not self._offered and self._notice.isHidden() and find_offer(self._document) is not MISFIT:
            self._offered = True
            self._notice.offer(LEARNED, Way(BEGIN, self._session.reset))

    def _follow_state(self, state: State) -> None:
        if state is State.RUNNING:
            self._forget()

    def _follow_history(self) -> None:
        if not self._session.history.epochs:
            self._forget()

    def _forget(self) -> None:
        self._learned, self._offered = None, False
        self._notice.withdraw(LEARNED)


def _are_others(before: DataSource, after: DataSource) -> bool:
    """Whether these are not the same data with other options."""
    if isinstance(before, StoredSource) and isinstance(after, StoredSource) and before.origin_file != after.origin_file:
        return True
    return not before.same_kind(after)
