"""What stands against the drawing and against its run, in the corner of the window: two counts that lead there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.diagnosis import by_rule
from engine.problems import Severity
from gui.coach import Coach
from gui.dock import Dock
from gui.document import Document
from gui.widgets.controls import Button
from gui.widgets.dress import dress
from gui.widgets.problem_tally import tally


class Verdict(QWidget):
    """The tally of problems and, while the coach has something to tell, how much; a press opens the panel concerned.

    That there are no problems is said of the drawing alone while the coach warns of its run.
    """

    def __init__(
        self, document: Document, coach: Coach, docks: Mapping[str, Dock], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._coach = document, coach
        self.problems, self.findings = Button("verdict_problems", "link"), Button("verdict_coach", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for button, panel in ((self.findings, "coach"), (self.problems, "problems")):
            button.clicked.connect(docks[panel].come_forward)
            row.addWidget(button)
        document.inferred.connect(self._show)
        coach.changed.connect(self._show)
        self._show()

    def _show(self, _change: object = None) -> None:
        problems, found = self._document.inference.problems, len(by_rule(self._coach.findings))
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        of_run = found > 0 and not problems
        self.problems.setText(self.tr("No problems in the drawing") if of_run else tally(problems))
        dress(self.problems, tone="error" if wrong else "muted" if problems or found else "success")
        self.findings.setVisible(found > 0)
        self.findings.setText(self.tr("Coach: {count} to consider").format(count=found))
        dress(self.findings, tone="warning")
        self.problems.setToolTip(self.tr("To the list of problems"))
        self.findings.setToolTip(self.tr("To the coach, who says what goes wrong in the run and what to try"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
