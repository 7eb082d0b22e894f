"""Asks what a picture of the drawing shall show, and shows it; exporting and printing ask the rest."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
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
from gui.widgets.answers import give_letters

SIZE = QSize(760, 420)
OPTIONS_WIDTH = 248
MARGIN = 20


class Preview(QWidget):
    """A picture as large as there is room, at most in its own size."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = QImage()

    def show_picture(self, picture: QImage) -> None:
        """Show this one from the next frame on."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = QSizeF(self._picture.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        shown = shown.boundedTo(QSizeF(self._picture.size()))
        place = QRect(QPoint(), shown.toSize())  # whole pixels, so that the line around it stands at its edge
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = self._picture.scaled(place.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(place, fitted)
        painter.setPen(QColor(theme.current().hairline))
        painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class DrawingDialog(QDialog):
    """The preview at the left; at the right what all pictures have, what a subclass adds, and the buttons."""

    def __init__(self, project: Project, wires: EdgesItem, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self._project, self._wires = project, wires
        self.preview = Preview()
        self.with_title = QCheckBox(self.tr("Title"))
        self.title = QLineEdit(title)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setEnabled(False)
        self.with_title.toggled.connect(self.title.setEnabled)
        self.legend = QCheckBox(self.tr("Legend"))
        self.gradients = QCheckBox(self.tr("Colours of the gradients"))
        self.gradients.setChecked(wires.observing)
        self.gradients.setEnabled(wires.observing)

    def lay_out(self, rows: Iterable[QWidget], go_on: str, leave: Callable[[], object]) -> None:
        """Put these below what all have, with a button that goes on by `leave`."""
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self.with_title, self.title, self.legend, self.gradients, *rows):
            widget.setFixedWidth(OPTIONS_WIDTH)
            column.addWidget(widget)
        column.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(buttons)
        button = buttons.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setProperty("role", "primary")
        button.setDefault(True)
        buttons.accepted.connect(leave)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self.preview, 1)
        row.addLayout(column)
        for box in (self.with_title, self.legend, self.gradients):
            box.toggled.connect(self.refresh)
        self.title.textChanged.connect(self.refresh)
        self.refresh()

    def title_text(self) -> str:
        """What shall stand above; "" for nothing."""
        return self.title.text().strip() if self.with_title.isChecked() else ""

    def draw(self, options: DrawingOptions, gradients: bool) -> Drawing:
        """The drawing with what is chosen."""
        return Drawing(self._project, options, self._wires if gradients else None)

    @abstractmethod
    def refresh(self) -> None:
        """Show what is chosen."""


def labelled(text: str, field: QWidget | None = None, role: str = "label") -> QLabel:
    """Words above a field, which screen readers call so, or a note below it."""
    label = QLabel(text)
    if field is not None:
        label.setBuddy(field)
        field.setAccessibleName(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
