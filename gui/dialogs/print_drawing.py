"""Asks what a printed drawing shall show and how the page lies, and shows the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QComboBox, QWidget

from engine.project import Project
from gui.canvas.wires.edges_item import EdgesItem
from gui.dialogs.drawing_dialog import DrawingDialog, labelled
from gui.drawing.drawing import DrawingOptions
from gui.drawing.formats import page_picture

Orientation = QPageLayout.Orientation


@dataclass(frozen=True)
class PrintChoice:
    """What the page shall show, whether with gradients, and how it lies."""

    options: DrawingOptions
    gradients: bool
    orientation: QPageLayout.Orientation


class PrintDrawingDialog(DrawingDialog):
    """Emits `chosen` with a PrintChoice when the user goes on to choose a printer; `page` is what that prints on."""

    chosen = Signal(object)

    def __init__(
        self, project: Project, wires: EdgesItem, title: str, page: QPageLayout, parent: QWidget | None
    ) -> None:
        super().__init__(project, wires, title, parent)
        self.setObjectName("print_drawing")
        self.setWindowTitle(self.tr("Print drawing"))
        self._page = page
        self.with_title.setChecked(True)
        self.orientation = QComboBox()
        self.orientation.addItem(self.tr("Landscape"), Orientation.Landscape)
        self.orientation.addItem(self.tr("Portrait"), Orientation.Portrait)
        size = self.draw(DrawingOptions(), gradients=False).size
        self.orientation.setCurrentIndex(0 if size.width() > size.height() else 1)
        self.orientation.currentIndexChanged.connect(self.refresh)
        self.lay_out((labelled(self.tr("Page"), self.orientation), self.orientation), self.tr("&Print…"), self._choose)

    def choice(self) -> PrintChoice:
        """What the fields say."""
        options = DrawingOptions(self.title_text(), self.legend.isChecked(), background=False)
        return PrintChoice(options, self.gradients.isChecked(), self.orientation.currentData())

    def refresh(self) -> None:
        """Show the page as it will be printed."""
        choice = self.choice()
        self._page.setOrientation(choice.orientation)
        self.preview.show_picture(page_picture(self.draw(choice.options, choice.gradients), self._page))

    def _choose(self) -> None:
        choice = self.choice()
        self.accept()
        self.chosen.emit(choice)
