"""Asks what an exported drawing shall show, and shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.project import Project
from gui import theme
from gui.canvas.wires.edges_item import EdgesItem
from gui.drawing.drawing import Drawing, DrawingOptions
from gui.drawing.formats import SCALES, picture

SIZE = QSize(760, 420)
OPTIONS_WIDTH = 248
MARGIN = 20
USUAL_SCALE = 2
MOST_AREA = 4_000_000
"""Pixels of a preview before it is fitted."""


@dataclass(frozen=True)
class DrawingChoice:
    """What the picture shall show, whether with gradients, and the pixels of a PNG for each unit."""

    options: DrawingOptions
    gradients: bool
    scale: float


class Preview(QWidget):
    """The drawing as large as there is room, at most in its own size."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = QImage()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show this one from the next frame on; a huge one is painted smaller, since it is seen from afar."""
        area = drawing.size.width() * drawing.size.height()
        self._picture = picture(drawing, min(1.0, (MOST_AREA / area) ** 0.5))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QSizeF(self._picture.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        shown = shown.boundedTo(QSizeF(self._picture.size()))
        place = QRectF(QPointF(), shown)
        place.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = self._picture.scaled((shown * ratio).toSize(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(place, fitted)
        painter.setPen(QColor(theme.current().hairline))
        painter.drawRect(place.toAlignedRect().adjusted(0, 0, -1, -1))
        painter.end()


class ExportDrawingDialog(QDialog):
    """Emits `chosen` with a DrawingChoice when the user goes on to choose a file."""

    chosen = Signal(object)

    def __init__(self, project: Project, wires: EdgesItem, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export_drawing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export drawing"))
        self.resize(SIZE)
        self._project, self._wires = project, wires
        self.preview = Preview()
        self._make_options(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self.preview, 1)
        row.addLayout(self._options_column())
        self._show()

    def _make_options(self, title: str) -> None:
        self.with_title = QCheckBox(self.tr("Title"))
        self.title = QLineEdit(title)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setEnabled(False)
        self.with_title.toggled.connect(self.title.setEnabled)
        self.legend = QCheckBox(self.tr("Legend"))
        self.gradients = QCheckBox(self.tr("Colours of the gradients"))
        self.gradients.setChecked(self._wires.observing)
        self.gradients.setEnabled(self._wires.observing)
        self.transparent = QCheckBox(self.tr("Transparent background"))
        for box in (self.with_title, self.legend, self.gradients, self.transparent):
            box.toggled.connect(self._show)
        self.title.textChanged.connect(self._show)
        self.scale = QComboBox()
        self.scale.setAccessibleName(self.tr("Size of a PNG"))
        for scale in SCALES:
            self.scale.addItem("", scale)
        self.scale.setCurrentIndex(SCALES.index(USUAL_SCALE))

    def _options_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        size, note = QLabel(self.tr("Size of a PNG")), QLabel(self.tr("SVG and PDF are sharp at any size."))
        size.setProperty("role", "label")
        note.setProperty("role", "note")
        note.setWordWrap(True)
        rows = (self.with_title, self.title, self.legend, self.gradients, self.transparent, size, self.scale, note)
        for widget in rows:
            widget.setFixedWidth(OPTIONS_WIDTH)
            column.addWidget(widget)
        column.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton(self.tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setProperty("role", "primary")
        go_on.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        return column

    def choice(self) -> DrawingChoice:
        """What the fields say."""
        options = DrawingOptions(
            self.title.text().strip() if self.with_title.isChecked() else "",
            self.legend.isChecked(),
            not self.transparent.isChecked(),
        )
        return DrawingChoice(options, self.gradients.isChecked(), self.scale.currentData())

    def _show(self) -> None:
        choice = self.choice()
        drawing = Drawing(self._project, choice.options, self._wires if choice.gradients else None)
        self.preview.show_drawing(drawing)
        for index, scale in enumerate(SCALES):
            size = (drawing.size * scale).toSize()
            self.scale.setItemText(index, f"{size.width()} × {size.height()}")

    def _choose(self) -> None:
        choice = self.choice()
        self.accept()
        self.chosen.emit(choice)
