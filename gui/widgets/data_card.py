"""What people are told of a data set: what it is, where it comes from, its licence, and a network to begin with."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data import DataSource
from engine.errors import RambatError
from engine.project import load_example
from gui.i18n import words
from gui.widgets.panel import text_label


class DataCard(QWidget):
    """A sentence, and below it what is known of the data set's origin; `example_chosen` carries the name of a network
    to begin with that is wanted."""

    example_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = text_label("note", "data_summary")
        self.lines = [text_label("note", name) for name in ("data_origin", "data_licence", "data_suggested")]
        self.suggested = self.lines[-1]
        self.suggested.setTextFormat(Qt.TextFormat.RichText)
        self.suggested.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.suggested.linkActivated.connect(self.example_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.summary, *self.lines):
            column.addWidget(label)

    def show_source(self, source: DataSource) -> None:
        """Tell of this data set."""
        self.summary.setText(words(source.summary))
        titles = [f'<a href="{name}">{escape(title)}</a>' for name in source.suggested if (title := _title(name))]
        told = (
            (self.tr("Source: {text}"), words(source.origin)),
            (self.tr("Licence: {text}"), words(source.licence)),
            (self.tr("Network to begin with: {text}"), ", ".join(titles)),
        )
        self.suggested.setToolTip(self.tr("Opens the template in place of this project, which can be saved before."))
        for label, (template, text) in zip(self.lines, told, strict=True):
            label.setText(template.format(text=text))
            label.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "suggested"):
            links = self.suggested.text()
            self.suggested.clear()  # a text that is there already would keep the colour of its links
            self.suggested.setText(links)
        super().changeEvent(event)


def _title(example: str) -> str:
    """What the example is called; empty where it cannot be read."""
    try:
        return words(load_example(example).title)
    except RambatError:
        return ""
