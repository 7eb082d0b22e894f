"""The sweeps of all projects, and what they take on disk: one is shown, or those are deleted that nobody needs."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMessageBox, QVBoxLayout, QWidget

from engine.errors import RambatError
from engine.files import reading
from engine.project import load
from engine.sweep.journal import JOURNAL, PROJECT, remove
from gui.files import tell
from gui.i18n import grouped
from gui.plots.rows import Index, Role, RowsModel, SpreadTable
from gui.sweep import folders
from gui.sweep.wording import headings
from gui.widgets.answers import give_letters
from gui.widgets.controls import Button

MEGABYTE = 1_000_000
SOON_READ = 5 * MEGABYTE
"""Bytes of a project that is read for the names of its settings alone; the window waits for all that are listed."""
SIZE = (760, 420)
MARGIN = 20
VARIED, LEAST = 2, 120
"""The column that gives way to the others, and its pixels at least."""


@dataclass(frozen=True)
class KeptSweep:
    """A folder as the list tells it; `trials` are those of its plan, `done` the lines of what came of them."""

    folder: Path
    project: str
    varied: str
    done: int
    trials: int
    size: int


def read_kept(folder: Path) -> KeptSweep:
    """What the list tells of a sweep, without reading what came of each trial; of a damaged one its size alone."""
    varied, done, trials = "", 0, 0
    try:
        with reading(folder / JOURNAL), (folder / JOURNAL).open("rb") as file:
            written = json.loads(file.readline())
            varied = _named(folder, [each["name"] for each in written["space"]])
            trials = len(written["trials"])
            done = sum(line.startswith(b'{"trial"') for line in file)
    except (RambatError, ValueError, KeyError, TypeError):
        pass
    return KeptSweep(
        folder, folders.name_of(folder.parent), varied, min(done, trials), trials, folders.bytes_of(folder)
    )


def _named(folder: Path, names: Sequence[str]) -> str:
    """Settings as forms name them, or as files do where the project cannot be read, or not at once."""
    with contextlib.suppress(RambatError, OSError):
        if (folder / PROJECT).stat().st_size <= SOON_READ:
            names = headings(load(folder / PROJECT), names)
    return ", ".join(names)


class KeptModel(RowsModel):
    """A row a sweep, the newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kept: list[KeptSweep] = []

    def show(self, kept: Sequence[KeptSweep]) -> None:
        """List these."""
        self.beginResetModel()
        self.kept = list(kept)
        self.endResetModel()

    def headings(self) -> Sequence[str]:
        return (self.tr("Begun"), self.tr("Project"), self.tr("Varied"), self.tr("Trials"), self.tr("MB"))

    def count(self) -> int:
        return len(self.kept)

    def is_word(self, column: int) -> bool:
        return column < 3

    def text(self, row: int, column: int) -> str:
        kept = self.kept[row]
        trials = self.tr("{done} of {count}").format(done=grouped(kept.done), count=grouped(kept.trials))
        return (folders.time_of(kept.folder), kept.project, kept.varied, trials, megabytes(kept.size))[column]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.ToolTipRole and index.column() == VARIED:
            return self.text(index.row(), VARIED)
        return super().data(index, role)


class KeptTable(SpreadTable):
    """Where there is too little room, what varied ends in an ellipsis."""

    def fit_columns(self) -> None:
        super().fit_columns()
        if (excess := self.horizontalHeader().length() - self.viewport().width()) > 0:
            self.setColumnWidth(VARIED, max(LEAST, self.columnWidth(VARIED) - excess))


class KeptSweeps(QDialog):
    """`chosen` carries the folder of the sweep that is to be shown, `deleted` those that are gone."""

    chosen = Signal(object)
    deleted = Signal(object)

    def __init__(self, folder: Path, parent: QWidget, may_show: bool) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_kept")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All sweeps"))
        self._folder, self._may_show = folder, may_show
        self.model = KeptModel(self)
        self.table = KeptTable(self.model)
        self.table.setAccessibleName(self.windowTitle())
        self.table.activated.connect(lambda _index: self._show())
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.total.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        give_letters(self.buttons)
        self.show_button, self.delete_button = Button("sweep_kept_show", "primary"), Button("sweep_kept_delete")
        self.show_button.setText(self.tr("&Show"))
        self.delete_button.setText(self.tr("&Delete…"))
        self.show_button.clicked.connect(self._show)
        self.delete_button.clicked.connect(self._delete)
        self.buttons.addButton(self.delete_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.buttons.addButton(self.show_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        for widget in (self.table, self.total, self.buttons):
            column.addWidget(widget)
        self.resize(*SIZE)
        self._list()
        self.table.selectRow(0)
        self.table.setFocus()

    def _list(self) -> None:
        self.model.show([read_kept(each) for each in folders.all_sweeps(self._folder)])
        self.table.fit_columns()
        size = sum(each.size for each in self.model.kept)
        told = self.tr("They take {size} of at most {most} MB; beyond that no other sweep begins.")
        self.total.setText(told.format(size=megabytes(size), most=grouped(folders.MOST_BYTES // MEGABYTE)))
        self._allow()

    @property
    def picked(self) -> list[KeptSweep]:
        """The rows that are picked, from the top."""
        return [self.model.kept[row] for row in sorted({index.row() for index in self.table.selectedIndexes()})]

    def _allow(self) -> None:
        self.show_button.setEnabled(self._may_show and len(self.picked) == 1)
        self.delete_button.setEnabled(bool(self.picked))

    def _show(self) -> None:
        if self.show_button.isEnabled():
            self.chosen.emit(self.picked[0].folder)
            self.accept()

    def _delete(self) -> None:
        """Ask, and delete those that are picked; what cannot be deleted is told and stays in the list."""
        picked, gone = self.picked, []
        if not picked or not self._is_sure(picked):
            return
        for each in picked:
            try:
                remove(each.folder)
                gone.append(each.folder)
            except RambatError as error:
                tell(self, self.tr("This sweep was not deleted"), error)
        self._list()
        self.deleted.emit(gone)

    def _is_sure(self, picked: Sequence[KeptSweep]) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        one = self.tr("Delete the sweep of {time} for good?").format(time=folders.time_of(picked[0].folder))
        several = self.tr("Delete {count} sweeps for good?").format(count=grouped(len(picked)))
        box.setText(one if len(picked) == 1 else several)
        told = self.tr(
            "Their trials and weights, {size} MB, cannot be brought back. What was opened stays in its project."
        )
        box.setInformativeText(told.format(size=megabytes(sum(each.size for each in picked))))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        give_letters(box)
        return box.exec() == QMessageBox.StandardButton.Yes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)


def megabytes(size: int) -> str:
    """Bytes in megabytes, small ones with a decimal."""
    return f"{size / MEGABYTE:.1f}" if size < 100 * MEGABYTE else grouped(size // MEGABYTE)
