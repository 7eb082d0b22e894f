"""How the network is trained: optimiser, batches and epochs, and how fast it is shown."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.schedules import ConstantRate
from engine.training_config import TrainingConfig
from gui import theme, undo_words
from gui.document import Document
from gui.i18n import number
from gui.training_session import TrainingSession
from gui.widgets.form import ConfigurableForm
from gui.widgets.line_text import LineText
from gui.widgets.pace import Pace
from gui.widgets.panel import Panel, hairline
from gui.widgets.row import ROW_HEIGHT, Row
from gui.widgets.speed_box import SpeedBox

RATE_INTERVAL = 100
"""Milliseconds between two changes of the learning rate that is shown."""


class TrainingPanel(Panel):
    """The form of the project's training, and the pace of a run."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__("training", parent)
        self._document = document
        self._session = session
        self.training = ConfigurableForm(document.project.training)
        self.training.changed.connect(self._take_training)
        self.speed = SpeedBox(document)
        self._speed_row = Row(self.speed)
        self.rate = LineText("numbers")
        self.rate.setFixedHeight(ROW_HEIGHT)
        self._rate_row = Row(self.rate)
        self._pace = Pace(self._show_rate, RATE_INTERVAL, self)
        session.snapshot_taken.connect(self._pace.ask)
        for widget in (self._speed_row, self._rate_row, hairline(), self.training):
            self.column.addWidget(widget)
        document.setting_changed.connect(self._follow_setting)
        document.replaced.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of the panel's own in the window's language; the forms set theirs."""
        self._speed_row.set_words(
            self.tr("Speed"),
            self.tr("How many steps a run makes in a second; slow runs let every step be seen."),
        )
        self._rate_row.set_words(
            self.tr("Learning rate now"), self.tr("What the schedule makes of the learning rate at this step.")
        )
        self.rate.setFont(theme.number_font())
        self._show_rate()

    def _show_rate(self) -> None:
        """The rate in effect, where a schedule changes it."""
        self._rate_row.setHidden(isinstance(self._document.project.training.schedule, ConstantRate))
        rate = self._session.last_snapshot.learning_rate
        self.rate.setText(number(math.nan if rate is None else rate, 3))

    def _take_training(self, value: TrainingConfig) -> None:
        if changed := undo_words.setting(self._document.project.training, value):
            said, part = changed
            self._document.set_setting(said, "training", value, part)

    def _follow_setting(self, name: str) -> None:
        if name == "training":
            self._follow()

    def _follow(self) -> None:
        self.training.set_value(self._document.project.training)
        self._show_rate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
