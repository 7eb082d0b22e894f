"""What the training menu does to find good settings: a race of variants, and a range test of the learning rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.document import Document
from gui.settings import Settings
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.race.window import RaceWindow


class TuningActions(QObject):
    """Opens the window of a race, which is made when it is first wanted, and the dialog of a range test."""

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._document, self._session, self._settings = window, document, session, settings
        self.race_window: RaceWindow | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its id."""
        return {"race": self.open_race, "range_test": self.open_range_test}

    def enabled(self) -> dict[str, bool]:
        """Which of them would do something now; a race that is open can always be looked at."""
        can_run = self._session.can_run
        return {"race": can_run or self.race_window is not None, "range_test": can_run}

    def open_race(self) -> None:
        """Show the race, or let one be chosen."""
        if self.race_window is None:
            from gui.race.window import RaceWindow  # with the others it would delay the start

            self.race_window = RaceWindow(self._document, self._session, self._settings, self._window)
        self.race_window.open()

    def open_range_test(self) -> None:
        """Try learning rates from small to large."""
        from gui.dialogs.range_test import RangeTestDialog  # with the others it would delay the start

        RangeTestDialog(self._document, self._session, self._window).open()

    def close(self) -> None:
        """Let a race stand still, and its window be closed."""
        if self.race_window is not None:
            self.race_window.close()
