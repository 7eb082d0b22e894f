"""What the Training menu does about sweeps; their window is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.document import Document
from gui.settings import Settings
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.sweep.window import SweepWindow


class SweepActions(QObject):
    """`done` says in a sentence what has come of a sweep."""

    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._parent = window
        self._document = document
        self._session = session
        self._settings = settings
        self.window: SweepWindow | None = None

    def open(self) -> None:
        """Show the window in which settings are searched."""
        if self.window is None:
            from gui.sweep.window import SweepWindow

            self.window = SweepWindow(self._document, self._session, self._settings, self._parent)
            self.window.told.connect(self.done)
        self.window.open()

    def close(self) -> None:
        """End the sweep that runs, and close its window: the program is about to end."""
        if self.window is not None:
            self.window.shut()
