"""The choice of how fast a run is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.document import Document
from gui.speeds import SPEEDS, speed_name
from gui.widgets.controls import Entry, PickBox

LETTERS = 14


class SpeedBox(PickBox):
    """The speeds, and that of the project where it is none of them, which it follows."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        self._document = document
        super().__init__(self._speeds, document.project.steps_per_second, parent)
        self.setMinimumContentsLength(LETTERS)
        self.value_changed.connect(document.set_pace)
        document.setting_changed.connect(self._follow_setting)
        document.replaced.connect(self._follow)

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("Speed"))

    def _speeds(self) -> list[Entry]:
        now = self._document.project.steps_per_second
        paces = SPEEDS if now in SPEEDS else (now, *SPEEDS)
        return [Entry(pace, speed_name(pace)) for pace in paces]

    def _follow_setting(self, name: str) -> None:
        if name == "steps_per_second":
            self._follow()

    def _follow(self) -> None:
        self.retranslate()
        self.set_value(self._document.project.steps_per_second)
