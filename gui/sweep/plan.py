"""What would be made of all that is chosen, in a sentence, and the button that begins it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import HyperparameterError
from engine.hyperparameters import Configurable
from engine.sweep import space as spaces
from engine.sweep.drawing import Search, count_of
from engine.sweep.settings import subject_of
from engine.sweep.space import Dimension
from gui.document import Document
from gui.i18n import grouped, sentence
from gui.sweep.foresight import Foresight
from gui.widgets.controls import Button
from gui.widgets.panel import text_label

MARGIN = 16


class SweepPlan(QWidget):
    """`wanted` says that people want a sweep of the `space` and the `search` that the window has."""

    wanted = Signal()

    def __init__(self, document: Document, foresight: Foresight, dimensions: Callable[[], list[Dimension]]) -> None:
        super().__init__()
        self._document, self._foresight, self._dimensions = document, foresight, dimensions
        self._search = Search()
        self._running = False
        self.label = text_label("muted", "sweep_plan")
        self.button = Button("sweep_start", "primary")
        self.button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self.button)
        foresight.foreseen.connect(self._tell)

    def tell(self, search: Configurable, running: bool) -> None:
        """Say what this search would make; nothing begins while another sweep runs."""
        assert isinstance(search, Search)
        self._search, self._running = search, running
        self._tell()

    def is_settled(self) -> bool:
        """Whether people have been told all that there is to know before a sweep begins."""
        return self._foresight.in_vain is not None or not self._foresight.settle()

    def _tell(self) -> None:
        """How many trials there would be and how many of them cannot run, or why there can be none."""
        begin, wrong, left = self.tr("Start the sweep"), False, 0
        try:
            count, told = self._planned()
            if in_vain := self._foresight.in_vain:
                wrong, told = True, f"{told}\n{self._told_in_vain(count)}"
            left = count - len(in_vain or ())
            if in_vain and left:
                begin = self.tr("Start the other {count}").format(count=grouped(left))
        except HyperparameterError as error:
            self._foresight.forget()
            told, wrong = sentence(error.messages[0]), True
        if self._document.inference.obstacles:
            told, wrong, left = self.tr("The network cannot run yet. Solve its problems first."), True, 0
        self.label.setProperty("role", "error" if wrong else "muted")
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        self.label.setText(told)
        self.button.setText(begin)
        self.button.setToolTip(self.tr("Train all trials in processes of their own (Ctrl+Enter)"))
        self.button.setEnabled(left > 0 and not self._running)

    def _planned(self) -> tuple[int, str]:
        """How many trials there would be, also in words; which of them cannot run is asked for."""
        space, search, project = self._dimensions(), self._search, self._document.project
        spaces.check(subject_of(project), space)
        count = count_of(space, search)
        if not self._document.inference.obstacles:
            self._foresight.ask(space, search)
        told = self.tr("1 trial of {epochs} epochs") if count == 1 else self.tr("{count} trials of {epochs} epochs")
        return count, told.format(count=grouped(count), epochs=grouped(search.epochs or project.training.epochs))

    def _told_in_vain(self, count: int) -> str:
        values, reason = self._foresight.first()
        in_vain = len(self._foresight.in_vain or ())
        if in_vain == count:
            return self.tr("None of them can run: {reason}").format(reason=reason)
        told = self.tr("{count} cannot run and would be left out, such as that of {values}: {reason}")
        return told.format(count=grouped(in_vain), values=values, reason=reason)
