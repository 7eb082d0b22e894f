"""How the network is trained: optimiser, batches and epochs, what is held out, and how fast it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.data import Preparation
from engine.hyperparameters import Configurable
from engine.training_config import TrainingConfig
from gui.document import Document
from gui.i18n import words
from gui.training_session import TrainingSession
from gui.widgets.controls import Entry, PickBox
from gui.widgets.form import ConfigurableForm, changed_field
from gui.widgets.panel import Panel, hairline
from gui.widgets.row import Row

SPEEDS = (1, 5, 30, 300, 3000, 0)
"""Steps a second to choose from; 0 is as fast as possible."""


class TrainingPanel(Panel):
    """Forms of the project's training and preparation, and the pace of a run."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__("training", parent)
        self._document = document
        self.training = ConfigurableForm(document.project.training)
        self.training.changed.connect(self._take_training)
        self.preparation = ConfigurableForm(document.project.preparation)
        self.preparation.changed.connect(self._take_preparation)
        self.speed = PickBox(self._speeds, document.project.steps_per_second)
        self.speed.value_changed.connect(document.set_pace)
        self._speed_row = Row(self.speed)
        for widget in (self._speed_row, hairline(), self.training, hairline(), self.preparation):
            self.column.addWidget(widget)
        document.setting_changed.connect(lambda _name: self._follow())
        document.replaced.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of the panel's own in the window's language; the forms set theirs."""
        self._speed_row.set_words(
            self.tr("Speed"), self.tr("How many steps a run makes in a second; slow runs let every step be seen.")
        )
        self.speed.retranslate()

    def _speeds(self) -> list[Entry]:
        """The choices, and the pace of the project where it is none of them."""
        now = self._document.project.steps_per_second
        paces = SPEEDS if now in SPEEDS else (now, *SPEEDS)
        return [
            Entry(pace, self.tr("{count} steps/s").format(count=pace) if pace else self.tr("Full speed"))
            for pace in paces
        ]

    def _take_training(self, value: TrainingConfig) -> None:
        self._take("training", self._document.project.training, value)

    def _take_preparation(self, value: Preparation) -> None:
        self._take("preparation", self._document.project.preparation, value)

    def _take(self, name: str, before: Configurable, after: Configurable) -> None:
        field = changed_field(before, after)
        if field is not None:
            self._document.set_setting(words(field.label), name, after, field.name)

    def _follow(self) -> None:
        project = self._document.project
        self.training.set_value(project.training)
        self.preparation.set_value(project.preparation)
        self.speed.retranslate()
        self.speed.set_value(project.steps_per_second)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
