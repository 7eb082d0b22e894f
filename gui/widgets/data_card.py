"""What people are told of a data set: what it is, where it comes from, its licence, and a network to begin with."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data import DataSource
from engine.errors import RambatError
from engine.project import load_example
from gui.i18n import words
from gui.widgets.panel import text_label


class DataCard(QWidget):
    """A sentence, and below it what is known of the data set's origin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = text_label("note", "data_summary")
        self.lines = [text_label("note", name) for name in ("data_origin", "data_licence", "data_suggested")]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.summary, *self.lines):
            column.addWidget(label)

    def show_source(self, source: DataSource) -> None:
        """Tell of this data set."""
        self.summary.setText(words(source.summary))
        titles = [title for name in source.suggested if (title := _title(name))]
        told = (
            (self.tr("Source: {text}"), words(source.origin)),
            (self.tr("Licence: {text}"), words(source.licence)),
            (self.tr("Network to begin with: {text}"), ", ".join(titles)),
        )
        for label, (template, text) in zip(self.lines, told, strict=True):
            label.setText(template.format(text=text))
            label.setVisible(bool(text))


def _title(example: str) -> str:
    """What the example is called; empty where it cannot be read."""
    try:
        return words(load_example(example).title)
    except RambatError:
        return ""
