"""The samples as pictures, by class."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from engine.data.samples import Samples
from gui.explorer.page import Page
from gui.explorer.picture_grid import PictureGrid
from gui.i18n import grouped
from gui.training_session import TrainingSession
from gui.widgets.controls import ComboBox, name_aloud


class PicturesPage(Page):
    """All classes below each other, or one of them."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_pictures", parent)
        self.grid = PictureGrid()
        self.grid.pointed.connect(self._tell)
        self.set_body(self.grid)
        self.kind = ComboBox()
        self.kind.setMinimumContentsLength(10)
        self.kind.currentIndexChanged.connect(lambda _index: self._show())
        self.add_control(self.kind)
        self.menu.removeAction(self.csv_action)  # the table has all numbers
        self.menu.removeAction(self.reset_action)
        self.dress()

    def suits(self, samples: Samples) -> bool:
        return samples.pictures is not None

    def obstacle(self, samples: Samples) -> str:
        return "" if samples.pictures is not None else self.tr("These data are no pictures.")

    def draw(self, samples: Samples) -> None:
        entries = [self.tr("All classes"), *samples.classes]
        if [self.kind.itemText(index) for index in range(self.kind.count())] != entries:
            with QSignalBlocker(self.kind):
                chosen = self.kind.currentText()
                self.kind.clear()
                self.kind.addItems(entries)
                self.kind.setCurrentIndex(max(0, self.kind.findText(chosen)))
        self.kind.setVisible(bool(samples.classes))
        self._show()

    def forget(self) -> None:
        super().forget()
        self.grid.show_samples(None)

    def _show(self) -> None:
        if self.samples is not None:
            kind = self.kind.currentIndex() - 1
            self.grid.show_samples(self.samples, kind if kind >= 0 else None)
            self._tell(None)

    def _tell(self, row: int | None) -> None:
        samples = self.samples
        if samples is None:
            return
        if row is None:
            self.note.setText(self.tr("{count} pictures").format(count=grouped(len(samples))))
            return
        told = [self.tr("number {number}").format(number=grouped(row + 1))]
        if samples.labels is not None:
            told.append(f"{samples.answers[0].name} {samples.classes[samples.labels[row]]}")
        told.append(samples.part.names[samples.part.values[row]])
        self.note.setText(" \N{MIDDLE DOT} ".join(told))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Pictures"))
        name_aloud(self.kind, self.tr("Class"))
        self.grid.setAccessibleName(self.tr("Samples as pictures"))
        super().retranslate()
