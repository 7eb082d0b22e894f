"""Which sweep is shown: one of the project's own, or of all that there are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.errors import DataError, Message
from gui.document import Document
from gui.settings import Settings
from gui.sweep import folders
from gui.sweep.kept import MEGABYTE, KeptSweeps
from gui.widgets.controls import Button, Entry, PickBox, name_aloud


class SweepChoice(QWidget):
    """`chosen` carries the folder of another sweep, or None where the project has none."""

    chosen = Signal(object)

    def __init__(self, document: Document, settings: Settings) -> None:
        super().__init__()
        self._document, self._settings = document, settings
        self._home: Path | None = None
        self.shown: Path | None = None
        self.box = PickBox(self._describe, None)
        self.box.setObjectName("sweep_shown")
        self.box.setMinimumContentsLength(16)
        self.box.value_changed.connect(self.show_folder)
        self.all = Button("sweep_all")
        self.all.clicked.connect(self.list_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box)
        row.addWidget(self.all)
        self.retranslate()

    def follow(self) -> None:
        """Show the newest sweep of the project where another one is open; the same where that has another name."""
        before = self._home
        self._turn_home()
        if self._home != before:
            own = self._own()
            same = (each for each in own if self.shown is not None and each.name == self.shown.name)
            self.show_folder(next(same, next(iter(own), None)))

    def begin(self) -> Path:
        """A folder for another sweep; DataError where all of them take too much already."""
        taken = sum(map(folders.bytes_of, folders.all_sweeps(self._settings.sweeps_folder)))
        if taken > folders.MOST_BYTES:
            raise DataError(
                Message("All sweeps take {size} MB, more than the {most} MB that they may. Delete some of them first.",
                        size=taken // MEGABYTE, most=folders.MOST_BYTES // MEGABYTE)
            )  # fmt: skip
        self._turn_home()
        assert self._home is not None
        folders.begin_home(self._home, self._document.name)
        return folders.new_folder(self._home)

    def show_folder(self, folder: Path | None) -> None:
        """Show this one, whosever it is."""
        self.shown = folder
        self.box.retranslate()
        self.box.set_value(folder)
        self.chosen.emit(folder)

    def list_all(self) -> None:
        """Let people see the sweeps of all projects, show one of them, and delete those that they need no more."""
        listed = KeptSweeps(self._settings.sweeps_folder, self.window(), may_show=self.box.isEnabled())
        listed.chosen.connect(self.show_folder)
        listed.deleted.connect(self._let_go)
        listed.open()

    def _let_go(self, gone: list[Path]) -> None:
        self.show_folder(next(iter(self._own()), None) if self.shown in gone else self.shown)

    def _turn_home(self) -> None:
        """Find out where the project begins its sweeps now."""
        document = self._document
        self._home = folders.home_of(document.path, document.project.title, self._settings.sweeps_folder)

    def _own(self) -> list[Path]:
        return folders.sweeps_of(self._home) if self._home is not None else []

    def _describe(self) -> list[Entry]:
        """The project's own, and the one that is shown."""
        listed: list[Path | None] = [*self._own()]
        if self.shown not in listed:
            listed.insert(0, self.shown)
        return [Entry(each, self.tr("no sweep yet") if each is None else folders.time_of(each)) for each in listed]

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        name_aloud(self.box, self.tr("Sweeps of this project"))
        self.all.setText(self.tr("All sweeps…"))
        self.all.setToolTip(self.tr("See the sweeps of all projects, and delete those that are needed no more"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "all"):
            self.retranslate()
        super().changeEvent(event)
