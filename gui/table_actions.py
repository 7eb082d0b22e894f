"""What the Data menu does with people's own tables: bring one in, and change what becomes of its columns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.data.tables import TableSource
from engine.fitting import reads_windows
from gui.document import Document
from gui.mime import TABLE_SUFFIXES
from gui.settings import Settings
from gui.table_import.draft import usual_windows
from gui.table_import.reader import Reader
from gui.training_session import TrainingSession

if TYPE_CHECKING:
    from gui.table_import.assistant import TableAssistant


class TableActions(QObject):
    """Opens the assistant; `chosen` carries a table that people want and how a network to begin with reads it, `edited`
    the project's with other columns."""

    chosen = Signal(object, str)
    edited = Signal(object)

    def __init__(self, window: QWidget, document: Document, session: TrainingSession, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._settings = settings
        self._reader = Reader(session.worker.put, self)

    def ask(self) -> None:
        """Ask for a file and open the assistant on it."""
        if (path := self._asked()) is not None:
            self.open(path)

    def ask_series(self) -> None:
        """Ask for a file whose rows follow each other in time."""
        if (path := self._asked()) is not None:
            self.open(path, in_time=True)

    def open(self, path: Path, in_time: bool = False) -> None:
        """Open the assistant on this file."""
        assistant = self._assistant()
        assistant.begin_with("" if reads_windows(self._document.graph) else "dense")
        assistant.show_file(path, usual_windows() if in_time else None)
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
        from gui.table_import.assistant import TableAssistant  # with the others it would delay the start

        assistant = TableAssistant(self._reader, self._window)
        assistant.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assistant.imported.connect(self.chosen)
        assistant.edited.connect(self._take_edited)
        assistant.other_wanted.connect(lambda: self._show_other(assistant))
        return assistant

    def _asked(self) -> Path | None:
        patterns = " ".join(f"*{suffix}" for suffix in TABLE_SUFFIXES)
        kinds = self.tr("Tables") + f" ({patterns});;" + self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a table"), self._settings.last_folder, kinds
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
        if before != source:
            self.edited.emit(source)
