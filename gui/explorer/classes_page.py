"""How many samples of each class there are, part by part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data.description import balance
from engine.data.samples import Samples
from gui.explorer.page import Page
from gui.i18n import grouped
from gui.plots.export import Table
from gui.training_session import TrainingSession
from gui.widgets.class_bars import ClassBars

WIDEST = 720
"""Pixels; longer bars would be no clearer."""
UNEVEN = 3.0
"""From so many times more samples than in the rarest class on, the page says what that means."""


class ClassesPage(Page):
    """A block of bars for every part of the data."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_classes", parent)
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 4, 12, 8)
        column.setSpacing(6)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.titles = [QLabel() for _ in range(3)]
        self.bars = [ClassBars(shares=True) for _ in range(3)]
        for title, bars in zip(self.titles, self.bars, strict=True):
            title.setProperty("role", "section")
            column.addWidget(title)
            column.addWidget(bars)
            column.addSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        self.set_body(area)
        self.dress()

    def suits(self, samples: Samples) -> bool:
        return bool(samples.classes)

    def obstacle(self, samples: Samples) -> str:
        return "" if samples.classes else self.tr("The targets are measures, so there are no classes.")

    def draw(self, samples: Samples) -> None:
        counts = balance(samples)
        for part, (title, bars) in enumerate(zip(self.titles, self.bars, strict=True)):
            total = int(counts[part].sum())
            title.setText(f"{samples.part.names[part].upper()}  \N{MIDDLE DOT}  {grouped(total)}")
            bars.set_counts(samples.classes, counts[part].tolist())
            title.setVisible(total > 0)
            bars.setVisible(total > 0)
        training = counts[0]
        rarest = int(training.argmin())
        if training[rarest] * UNEVEN < training.max():
            told = self.tr("{name} is rare: class weights in the Output can make up for it.")
            self.note.setText(told.format(name=samples.classes[rarest]))
        else:
            self.note.setText("")

    def table(self) -> Table:
        samples = self.samples
        if samples is None:
            return {}
        counts = balance(samples)
        columns: dict[str, list[float | str]] = {samples.answers[0].name: list(samples.classes)}
        for part, name in enumerate(samples.part.names):
            columns[name] = [float(count) for count in counts[part]]
        return columns

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Classes"))
        super().retranslate()
