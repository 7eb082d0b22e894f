"""Asks what an animation shall show, and how many frames a second."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.dialogs.drawing_dialog import labelled
from gui.recording.recorder import MOST_SECONDS, RATES
from gui.recording.stage import Stage
from gui.widgets.answers import give_letters

USUAL_RATE = 10
WIDTH, MARGIN = 340, 20


@dataclass(frozen=True)
class RecordChoice:
    """What stands in the frame, and how many there are a second at most."""

    parts: tuple[QWidget, ...]
    rate: int


class RecordDialog(QDialog):
    """Emits `chosen` with a RecordChoice when the user goes on to choose a file.

    `parts` are what can be seen now, by what they are called; `usual` are ticked at first. `keys` ends a recording.
    """

    chosen = Signal(object)

    def __init__(
        self, whole: QWidget, parts: Mapping[str, QWidget], usual: Collection[QWidget], keys: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record")
        self._whole = whole
        self.parts = {title: QCheckBox(title) for title in parts}
        self._widgets = parts
        self.all = QCheckBox(self.tr("The whole window"))
        self.rate = QComboBox()
        for rate in RATES:
            self.rate.addItem(self.tr("{count} frames a second").format(count=rate), rate)
        self.rate.setCurrentIndex(RATES.index(USUAL_RATE))
        self.size_note = labelled("", role="note")
        for title, box in self.parts.items():
            box.setChecked(parts[title] in usual)
            box.toggled.connect(self._follow)
        self.all.toggled.connect(self._follow)
        self.setWindowTitle(self.tr("Record an animation"))
        self._lay_out(keys)
        self._follow()

    def _lay_out(self, keys: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(labelled(self.tr("What it shows"), role="label"))
        for box in (*self.parts.values(), self.all):
            column.addWidget(box)
        column.addWidget(self.size_note)
        column.addSpacing(4)
        column.addWidget(labelled(self.tr("At most"), self.rate))
        column.addWidget(self.rate)
        told = self.tr(
            "At most {seconds} seconds are recorded, in real time. {keys} or a press on the red dot in the status bar "
            "ends it; then the file is written while you go on."
        )
        self.told = labelled(told.format(seconds=MOST_SECONDS, keys=keys), role="note")
        column.addWidget(self.told)
        column.addSpacing(8)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(self.buttons)
        self.go_on = self.buttons.addButton(self.tr("&Record…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setProperty("role", "primary")
        self.go_on.setDefault(True)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.told.setFixedWidth(WIDTH - 2 * MARGIN)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # else words that wrap get too few lines

    def _picked(self) -> tuple[QWidget, ...]:
        if self.all.isChecked():
            return (self._whole,)
        return tuple(self._widgets[title] for title, box in self.parts.items() if box.isChecked())

    def _follow(self) -> None:
        """Say how large a frame is, and whether there is one."""
        picked = self._picked()
        for box in self.parts.values():
            box.setEnabled(not self.all.isChecked())
        self.go_on.setEnabled(bool(picked))
        if picked:
            size = Stage(picked).size
            text = self.tr("{width} × {height} pixels")
            self.size_note.setText(text.format(width=size.width(), height=size.height()))
        else:
            self.size_note.setText(self.tr("Tick what the animation shall show."))

    def _choose(self) -> None:
        choice = RecordChoice(self._picked(), self.rate.currentData())
        self.accept()
        self.chosen.emit(choice)
