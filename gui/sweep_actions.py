"""What the Training menu does about sweeps; their window is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from engine.errors import RambatError
from gui.document import Document
from gui.i18n import grouped, sentences
from gui.settings import Settings
from gui.training_session import TrainingSession
from gui.widgets.controls import Button

if TYPE_CHECKING:
    from gui.sweep.window import SweepWindow


class SweepActions(QObject):
    """`done` says in a sentence what has come of a sweep; `sign` in the window's status bar tells of one that goes on,
    and leads to it.

    Sweeps go with their project from name to name, whether or not their window was ever open.
    """

    done = Signal(str)

    def __init__(self, window: QMainWindow, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._parent = window
        self._document = document
        self._session = session
        self._settings = settings
        self.window: SweepWindow | None = None
        self.sign = Button("sweep_sign", "link")
        window.statusBar().addPermanentWidget(self.sign)
        self.sign.hide()
        self.sign.clicked.connect(self.open)
        self._went_on = self._unseen = False
        """Whether it went on the last time it was told of, and whether it did while nobody could see its window."""
        self._known = (document.project, document.path, document.project.title)
        document.title_changed.connect(self._go_along)

    def open(self) -> None:
        """Show the window in which settings are searched."""
        if self.window is None:
            from gui.sweep.window import SweepWindow

            self.window = SweepWindow(self._document, self._session, self._settings, self._parent)
            self.window.told.connect(self.done)
            self.window.moved.connect(self._show_sign)
        self.window.open()

    def _show_sign(self) -> None:
        """How far the sweep is; one that has ended behind a closed window is told of until people look at it."""
        assert self.window is not None
        running, (done, count) = self.window.process.is_running, self.window.progress
        self._unseen = not self.window.isVisible() and (running or self._went_on or self._unseen)
        self._went_on = running
        told = (
            self.tr("Sweep: {done} of {count} trials") if running else self.tr("Sweep ended: {done} of {count} trials")
        )
        self.sign.setText(told.format(done=grouped(done), count=grouped(count)))
        self.sign.setToolTip(self.tr("Show the sweep"))
        self.sign.setVisible(running or self._unseen)

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
