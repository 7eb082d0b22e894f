"""Whether the project's file holds the runs, and how many of them it has no room for."""

from __future__ import annotations

from operator import is_

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.data.stored import content_of
from engine.errors import Message
from engine.runs.run import Run
from engine.runs.stored import MOST_BYTES, left_out
from gui.document import Document
from gui.training_session import TrainingSession
from gui.widgets.controls import TickBox
from gui.widgets.line_text import LineText


class Keeping(QWidget):
    """A box to tick, which is an action too, and a note where runs are too many."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._session = document, session
        self._weighed: tuple[object, ...] = ()
        self.tick, self.action = TickBox(False), QAction(self, checkable=True)
        self.note = LineText("note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.tick)
        self.tick.value_changed.connect(self._keep)
        self.action.triggered.connect(self._keep)

    def _keep(self, kept: bool) -> None:
        said = Message("Store the runs in the project") if kept else Message("Store the runs no more")
        self._document.set_setting(said, "keep_runs", kept)

    def follow(self, runs: tuple[Run, ...]) -> None:
        """Show how it is; hundreds of runs are weighed only when another one has come, or other weights."""
        project = self._document.project
        self.tick.set_value(project.keep_runs)
        self.action.setChecked(project.keep_runs)
        known = (runs, project.run_labels, project.data, project.keep_runs, self._session.at_hand.weights)
        if len(known) == len(self._weighed) and all(map(is_, known, self._weighed)):
            return
        self._weighed = known
        lost = left_out(runs, project.run_labels, content_of(project.data)) if project.keep_runs else 0
        told = self.tr("{count} runs are more than a file holds.").format(count=lost)
        self.note.setText(told if lost else "")
        self.note.setVisible(bool(lost))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self._weighed = ()
        self.tick.setText(self.tr("Store in the project"))
        self.action.setText(self.tr("Store the runs in the project"))
        self.tick.setToolTip(
            self.tr(
                "The file then holds the runs: settings, epochs, last weights and the data that only they have, within "
                "{most} MB: starred and newer ones come first. The moments between are not in it."
            ).format(most=MOST_BYTES // 1_000_000)
        )
