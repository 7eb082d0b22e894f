"""Something that takes long, computed on the worker; only the answer to the last question comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gui.training_session import TrainingSession


class Errand(QObject):
    """`done` carries what the work returned, or None where it failed, which the session tells."""

    done = Signal(object)
    _computed = Signal(int, object)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._number = 0
        self._computed.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], Any]) -> None:
        """Let this be computed; an earlier question that is not answered yet is forgotten."""
        self._number = number = self._number + 1

        def job() -> None:
            if number != self._number:
                return
            result = None
            try:
                result = work()
            finally:
                self._computed.emit(number, result)

        self._session.worker.put(job)

    def forget(self) -> None:
        """Want no answer any more."""
        self._number += 1

    def _take(self, number: int, result: Any) -> None:
        if number == self._number:
            self.done.emit(result)
