"""The template that is chosen in the gallery: its network larger, and all that is said about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.project import Project
from gui.dialogs.gallery_tile import Entry
from gui.drawing.thumbnail import thumbnail
from gui.widgets.panel import text_label

PICTURE = QSize(300, 250)
LARGEST = 0.5
"""Larger, wires would have labels, which are cut where a row ends."""


class GalleryPreview(QWidget):
    """A picture above a title, what it learns from, and what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gallery_preview")
        self.setFixedWidth(PICTURE.width())
        self.picture = QLabel()
        self.picture.setFixedSize(PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title, self.facts, self.about = text_label("title"), text_label("note"), text_label("sentence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self.picture, self.title, self.facts, self.about):
            column.addWidget(label)
        column.addStretch()

    def show_template(self, entry: Entry, project: Project | None) -> None:
        """Show this one; where it could not be read, the reason stands in place of a picture."""
        if project is None:
            self.picture.clear()
        else:
            self.picture.setPixmap(thumbnail(project, PICTURE, self.devicePixelRatioF(), LARGEST))
        self.title.setText(entry.title)
        self.facts.setText(entry.facts)
        self.about.setText(entry.description)
