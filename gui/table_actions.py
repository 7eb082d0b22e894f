"""What the Data menu does with people's own tables: bring one in, and change what becomes of its columns."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data import Preparation
from engine.data.tables import TableSource
from engine.errors import Message
from gui.document import Document, DocumentEdit, SetSetting
from gui.mime import TABLE_SUFFIXES
from gui.settings import Settings
from gui.table_import.assistant import TableAssistant
from gui.table_import.reader import Reader
from gui.training_session import TrainingSession

BY_COLUMN = "by_column"
USUAL_SPLIT = Preparation().split


class TableActions(QObject):
    """Opens the assistant; what people accept there is one undo step, and nothing else changes the project."""

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._settings = settings
        self._reader = Reader(session.compute, self)

    def ask(self) -> None:
        """Ask for a file and open the assistant on it."""
        if (path := self._asked()) is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open the assistant on this file."""
        assistant = self._assistant()
        assistant.show_file(path)
        assistant.open()

    def edit(self) -> None:
        """Open the assistant on the table that the project holds, or ask for one."""
        source = self._document.project.data
        if not isinstance(source, TableSource) or source.content is None:
            self.ask()
            return
        assistant = self._assistant()
        assistant.show_source(source)
        assistant.open()

    def _assistant(self) -> TableAssistant:
        assistant = TableAssistant(self._reader, self._window)
        assistant.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assistant.imported.connect(partial(self._take, Message("Import table")))
        assistant.edited.connect(self._take_edited)
        assistant.other_wanted.connect(lambda: self._show_other(assistant))
        return assistant

    def _asked(self) -> Path | None:
        patterns = " ".join(f"*{suffix}" for suffix in TABLE_SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a table"),
            self._settings.last_folder,
            f"{self.tr('Tables')} ({patterns});;{self.tr('All files')} (*)",
        )
        if not name:
            return None
        self._settings.last_folder = str(Path(name).parent)
        return Path(name)

    def _show_other(self, assistant: TableAssistant) -> None:
        if (path := self._asked()) is not None:
            assistant.show_file(path)

    def _take_edited(self, source: TableSource) -> None:
        before = self._document.project.data
        if not isinstance(before, TableSource) or before.columns != source.columns:
            self._take(Message("Edit columns"), source)

    def _take(self, said: Message, source: TableSource) -> None:
        """A column that says to which part a row belongs is asked for the split, and no more when it is gone."""
        project = self._document.project
        changes: list[DocumentEdit] = [SetSetting("data", project.data, source)]
        by_column = any(column.role == "part" for column in source.columns)
        if by_column is not (project.preparation.split == BY_COLUMN):
            split = BY_COLUMN if by_column else USUAL_SPLIT
            changes.append(SetSetting("preparation", project.preparation, project.preparation.replace(split=split)))
        self._document.push(said, changes)
