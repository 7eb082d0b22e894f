"""Asks what an exported drawing shall show, and shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from engine.project import Project
from gui.canvas.wires.edges_item import EdgesItem
from gui.dialogs.drawing_dialog import DrawingDialog, labelled
from gui.drawing.drawing import DrawingOptions
from gui.drawing.formats import SCALES, picture

USUAL_SCALE = 2
MOST_AREA = 4_000_000
"""Pixels of a preview before it is fitted."""


@dataclass(frozen=True)
class DrawingChoice:
    """What the picture shall show, whether with gradients, and the pixels of a PNG for each unit."""

    options: DrawingOptions
    gradients: bool
    scale: float


class ExportDrawingDialog(DrawingDialog):
    """Emits `chosen` with a DrawingChoice when the user goes on to choose a file."""

    chosen = Signal(object)

    def __init__(self, project: Project, wires: EdgesItem, title: str, parent: QWidget | None) -> None:
        super().__init__(project, wires, title, parent)
        self.setObjectName("export_drawing")
        self.setWindowTitle(self.tr("Export drawing"))
        self.transparent = QCheckBox(self.tr("Transparent background"))
        self.transparent.toggled.connect(self.refresh)
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem("", scale)
        self.scale.setCurrentIndex(SCALES.index(USUAL_SCALE))
        size = labelled(self.tr("Size of a PNG"), self.scale)
        note = labelled(self.tr("SVG and PDF are sharp at any size."), role="note")
        self.lay_out((self.transparent, size, self.scale, note), self.tr("&Export…"), self._choose)

    def choice(self) -> DrawingChoice:
        """What the fields say."""
        options = DrawingOptions(self.title_text(), self.legend.isChecked(), not self.transparent.isChecked())
        return DrawingChoice(options, self.gradients.isChecked(), self.scale.currentData())

    def refresh(self) -> None:
        """Show the picture, a huge one painted smaller, since it is seen from afar."""
        choice = self.choice()
        drawing = self.draw(choice.options, choice.gradients)
        area = drawing.size.width() * drawing.size.height()
        self.preview.show_picture(picture(drawing, min(1.0, (MOST_AREA / area) ** 0.5)))
        for index, scale in enumerate(SCALES):
            size = (drawing.size * scale).toSize()
            self.scale.setItemText(index, f"{size.width()} × {size.height()}")

    def _choose(self) -> None:
        choice = self.choice()
        self.accept()
        self.chosen.emit(choice)
