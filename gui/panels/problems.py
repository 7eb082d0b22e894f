"""What is wrong with the network or missing in it, one sentence each; a click leads there, a button mends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QWidget

from gui import names
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.widgets.form import order_tabs, tab_place
from gui.widgets.panel import MARGIN, Panel, text_label
from gui.widgets.problem_row import INSET, ProblemRow
from gui.widgets.problem_tally import tally

MOST_SHOWN = 40
"""More sentences than this nobody reads, and each costs a widget."""


class ProblemsPanel(Panel):
    """Lists the problems that inference finds; `reveal_requested` carries the id of the layer to bring into view."""

    reveal_requested = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("problems", parent)
        self._document = document
        self.rows: list[ProblemRow] = []
        self._place = tab_place(self.content)
        self.none = text_label("success", "no_problems")
        self.counts = text_label("note", "problem_counts")
        self.more = QLabel()
        self.more.setProperty("role", "note")
        self.column.setSpacing(2)
        self.column.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, MARGIN)
        self.none.setContentsMargins(INSET, 0, INSET, 0)
        self.counts.setContentsMargins(INSET, 0, INSET, 0)
        self.more.setContentsMargins(INSET, 0, INSET, 0)
        self.column.addWidget(self.none)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.more)
        document.inferred.connect(lambda _inference: self._fill())
        document.edited.connect(self._follow_names)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the window's language; rows set their own."""
        self.none.setText("● " + tally(()))
        self._fill()

    def _follow_names(self, edit: DocumentEdit) -> None:
        if names.renames(edit):
            self._fill()

    def _fill(self) -> None:
        problems = self._document.inference.problems
        shown = problems[:MOST_SHOWN]
        while len(self.rows) < len(shown):
            self._add_row()
        for row, problem in zip(self.rows, shown, strict=False):
            row.show_problem(problem, self._document.graph)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(shown))
        self.none.setVisible(not problems)
        self.counts.setVisible(bool(problems))
        self.counts.setText(tally(problems))
        self.more.setVisible(len(problems) > len(shown))
        self.more.setText(self.tr("and {count} more").format(count=len(problems) - len(shown)))

    def _add_row(self) -> None:
        row = ProblemRow(leads=True)
        row.fix_requested.connect(self._document.mend)
        row.activated.connect(lambda: self._lead(row))
        self.column.insertWidget(self.column.indexOf(self.more), row)
        self.rows.append(row)
        order_tabs(self._place, [control for row in self.rows for control in (row, row.fix)])

    def _lead(self, row: ProblemRow) -> None:
        node = row.problem.node if row.problem else ""
        if node in self._document.graph:
            self._document.select([node])
            self.reveal_requested.emit(node)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
