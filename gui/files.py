"""What the File menu does: open, save, export and ask before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.data import DataSource, Preparation
from engine.data.stored import content_of
from engine.errors import Message, RambatError
from engine.export import Exporter, exporter_for
from engine.graph import Graph
from engine.project import SUFFIX, Project, load_example
from engine.runs.stored import MOST_BYTES, left_out
from engine.training_config import TrainingConfig
from engine.weights_file import read_weights
from gui.document import Document
from gui.i18n import sentences, words
from gui.settings import Settings
from gui.training_session import TrainingSession
from gui.widgets.answers import give_letters


def empty_project() -> Project:
    """What File > New begins with: an empty canvas, and two moons to learn."""
    return Project(
        graph=Graph(), training=TrainingConfig(), data=DataSource.resolve("moons"), preparation=Preparation()
    )


class FileActions(QObject):
    """The window's dealings with files; every failure is one message and leaves all as it was.

    `done` says in a sentence what was written or read.
    """

    done = Signal(str)

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._session = session
        self._settings = settings

    def new(self) -> None:
        """An empty project, after asking about unsaved changes."""
        if self.may_leave():
            self._document.replace(empty_project())

    def open(self) -> None:
        """Ask for a project file and open it."""
        if not self.may_leave():
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), self._settings.last_folder, self._project_filter()
        )
        if name:
            self.open_path(Path(name))

    def open_recent(self, path: Path) -> None:
        """Open a project of the recent ones or one that was dropped, after asking about unsaved changes."""
        if self.may_leave():
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open this file; the open project stays where that fails."""
        try:
            self._document.open(path)
        except RambatError as error:
            self._settings.forget_file(path)
            tell(self._window, self.tr("This project cannot be opened"), error)
            return False
        self._remember(path)
        return True

    def open_example(self, name: str) -> None:
        """Open one of the examples that come with the program; the open project stays where that fails."""
        if self.may_leave():
            self._try(self.tr("This template cannot be opened"), lambda: self._document.replace(load_example(name)))

    def save(self) -> bool:
        """Save where the project was saved last, or ask."""
        return self._write(self._document.path) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a place and save there; False if the user changed their mind or it failed."""
        proposed = self._document.path or proposed_place(self._document, self._settings, SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the project"), str(proposed), self._project_filter()
        )
        if not name:
            return False
        typed = Path(name)
        path = typed if typed.suffix.lower() == SUFFIX else with_suffix(self._window, typed, SUFFIX)
        return path is not None and self._write(path)

    def _write(self, path: Path) -> bool:
        try:
            self._session.collect()
            self._document.save(path)
        except RambatError as error:
            tell(self._window, self.tr("The project was not saved"), error)
            return False
        self._remember(path)
        self.done.emit(self.tr("The project is saved in {name}.").format(name=path.name))
        if self._document.modified:
            note = Message("The trained weights are not in the file, because they do not fit the drawing as it is.")
            self._document.refused.emit(note)
        elif count := runs_left_out(self._document.project):
            note = Message("The file holds {most} MB of runs; {count} without a star, the oldest, are not in it.",
                           most=MOST_BYTES // 1_000_000, count=count)  # fmt: skip
            self._document.refused.emit(note)
        return True

    def export_weights(self) -> None:
        """Ask for a file and write the weights in the format of its suffix."""
        proposed = proposed_place(self._document, self._settings, ".npz")
        filters = ";;".join(
            f"{words(kind.label)} ({' '.join('*' + suffix for suffix in kind.suffixes)})"
            for kind in Exporter.kinds().values()
        )
        path = ask_where(self._window, self.tr("Export weights"), proposed, filters)
        if path is not None:
            self._try(self.tr("The weights were not exported"), partial(self._export, path))

    def _export(self, path: Path) -> None:
        whole = self._session.export(exporter_for(path), path)
        self._settings.last_folder = str(path.parent)
        said = (
            self.tr("The weights and the preparation of the data are written to {name}.")
            if whole
            else self.tr("The weights are written to {name}, without the preparation of the data: they are not loaded.")
        )
        self.done.emit(said.format(name=path.name))

    def load_weights(self) -> None:
        """Ask for a file of weights and put them into the drawn network."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Load weights"),
            self._settings.last_folder,
            self.tr("Weights") + " (*.npz *.safetensors)",
        )
        if name:
            self._try(self.tr("The weights were not loaded"), partial(self._load, Path(name)))

    def _load(self, path: Path) -> None:
        self._session.load_weights(read_weights(path))
        self._settings.last_folder = str(path.parent)
        self.done.emit(self.tr("The weights of {name} are loaded.").format(name=path.name))

    def may_leave(self) -> bool:
        """Whether the open project may go: saved, not worth saving, or given up by the user."""
        if not self._document.modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to this project?"))
        box.setInformativeText(self._loss())
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        give_letters(box)
        answer = box.exec()
        return self.save() if answer == button.Save else answer == button.Discard

    def _loss(self) -> str:
        """What is lost where it is not saved, and what is not."""
        document = self._document
        if document.undo_stack.isClean():
            lost = self.tr("Otherwise what was learned last is lost.")
        elif document.has_learned:
            lost = self.tr("Otherwise the last changes and what was learned last are lost.")
        else:
            lost = self.tr("Otherwise the last changes are lost.")
        if document.path is None:
            return f"{lost} " + self.tr("The project is in no file yet.")
        return f"{lost} " + self.tr("{name} stays as it was saved.").format(name=document.path.name)

    def _try(self, failure: str, work: Callable[[], object]) -> None:
        try:
            work()
        except RambatError as error:
            tell(self._window, failure, error)

    def _remember(self, path: Path) -> None:
        self._settings.remember_file(path)
        self._settings.last_folder = str(path.parent)

    def _project_filter(self) -> str:
        return self.tr("Rambat projects") + f" (*{SUFFIX})"


def runs_left_out(project: Project) -> int:
    """How many runs a file of the project has no room for, where it is to hold them."""
    return left_out(project.runs, project.run_labels, content_of(project.data)) if project.keep_runs else 0


def tell(window: QWidget, title: str, error: RambatError) -> None:
    """A box with what did not work and why."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, title, QMessageBox.StandardButton.Ok, window)
    box.setInformativeText(sentences(error))
    box.exec()


def proposed_name(document: Document) -> str:
    """What a file that is made from the project may be called, without a suffix."""
    title = document.path.stem if document.path else document.name
    return "".join(letter if letter.isalnum() or letter in " -_" else "-" for letter in title) or "network"


def proposed_place(document: Document, settings: Settings, suffix: str) -> Path:
    """Where a file that is made from the project may go: beside the project, or where a file went last."""
    folder = document.path.parent if document.path else Path(settings.last_folder)
    return folder / f"{proposed_name(document)}{suffix}"


def ask_where(window: QWidget, title: str, proposed: Path, filters: str) -> Path | None:
    """Ask for a file to write; a name without a suffix receives that of the chosen filter. None if there is none."""
    name, chosen = QFileDialog.getSaveFileName(window, title, str(proposed), filters)
    if not name:
        return None
    typed = Path(name)
    return typed if typed.suffix else with_suffix(window, typed, "." + chosen.rpartition("*.")[2].rstrip(")"))


def with_suffix(window: QWidget, path: Path, suffix: str) -> Path | None:
    """The path with the suffix behind it; None if the user keeps a file of that name.

    The dialog has asked about the name as it was typed only.
    """
    path = path.with_name(path.name + suffix)
    if not path.exists():
        return path
    text = QCoreApplication.translate("FileActions", "{name} is there already. Replace it?").format(name=path.name)
    button = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Question, text, text, button.Yes | button.No, window)
    return path if box.exec() == button.Yes else None
