"""What the Training menu does about sweeps; their window is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.errors import RambatError
from gui.document import Document
from gui.i18n import sentences
from gui.settings import Settings
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.sweep.window import SweepWindow


class SweepActions(QObject):
    """`done` says in a sentence what has come of a sweep.

    Sweeps go with their project from name to name, whether or not their window was ever open.
    """

    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._parent = window
        self._document = document
        self._session = session
        self._settings = settings
        self.window: SweepWindow | None = None
        self._known = (document.project, document.path, document.project.title)
        document.title_changed.connect(self._go_along)

    def open(self) -> None:
        """Show the window in which settings are searched."""
        if self.window is None:
            from gui.sweep.window import SweepWindow

            self.window = SweepWindow(self._document, self._session, self._settings, self._parent)
            self.window.told.connect(self.done)
        self.window.open()

    def _go_along(self) -> None:
        """Let a project that has another name by now find its sweeps."""
        document = self._document
        (project, path, title), self._known = self._known, (document.project, document.path, document.project.title)
        if project is not document.project or (path, title) == self._known[1:]:
            return
        from gui.sweep.folders import go_along, home_of  # with the others it would delay the start

        folder = self._settings.sweeps_folder
        before, home = home_of(path, title, folder), home_of(*self._known[1:], folder)
        try:
            go_along(before, home, document.name, saved_again=path is not None)
        except RambatError as error:
            self.done.emit(sentences(error))

    def close(self) -> None:
        """End the sweep that runs, and close its window: the program is about to end."""
        if self.window is not None:
            self.window.shut()
