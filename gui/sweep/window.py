"""The window in which people search for good settings: what varies at the left, what came of it at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from engine.errors import RambatError
from engine.hyperparameters import Configurable
from engine.sweep.drawing import Search
from engine.sweep.foresight import has_accuracy
from engine.sweep.journal import Journal
from engine.sweep.runner import Means
from engine.sweep.trial import result
from gui.document import Document
from gui.i18n import grouped, number, sentence, sentences
from gui.settings import Settings
from gui.sweep.choice import SweepChoice
from gui.sweep.folders import taken_back
from gui.sweep.foresight import Foresight
from gui.sweep.opening import open_trial
from gui.sweep.plan import MARGIN, SweepPlan
from gui.sweep.process import SweepProcess
from gui.sweep.results import Results
from gui.sweep.space_editor import SpaceEditor
from gui.sweep.wording import judged_by
from gui.training_session import TrainingSession
from gui.widgets.controls import Button
from gui.widgets.form import ConfigurableForm
from gui.widgets.line_text import LineText
from gui.widgets.panel import Panel, hairline, text_label

START_SIZE = QSize(1180, 760)
FRAME = QSize(0, 48)
SIDE_WIDTH = 366


class SweepWindow(QWidget):
    """Makes sweeps of the document's project and shows them; one runs at a time, also while the window is closed.

    `told` says in a sentence what has come to its end or into the project, `moved` that `progress` is another.
    """

    told = Signal(str)
    moved = Signal()

    def __init__(
        self, document: Document, session: TrainingSession, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("sweep")
        self._document, self._session, self._settings = document, session, settings
        self.journal: Journal | None = None
        self._unshown = False
        """Whether trials have ended while the window was closed."""
        self.process = SweepProcess(self)
        self.foresight = Foresight(document, session.worker, self)
        self._make_side()
        self._make_head()
        self.results = Results()
        self._lay_out()
        self._connect()
        screen = QGuiApplication.primaryScreen().availableSize()
        if not self.restoreGeometry(settings.sweep_geometry):
            self.resize(START_SIZE.boundedTo(screen - FRAME))
        self.retranslate()

    def open(self) -> None:
        """Show the window, in front where it is open already."""
        self.show()
        self.raise_()
        self.activateWindow()

    # Parts

    def _make_side(self) -> None:
        self.space = SpaceEditor()
        self.search = ConfigurableForm(Search())
        self.means = ConfigurableForm(Means())
        self.sections = [QLabel(), QLabel(), QLabel()]
        self.side = Panel("sweep_side")
        for section, widget in zip(self.sections, (self.space, self.search, self.means), strict=True):
            section.setProperty("role", "section")
            section.setContentsMargins(0, 8, 0, 0)
            self.side.column.addWidget(section)
            self.side.column.addWidget(widget)
        self.foot = SweepPlan(self._document, self.foresight, self.space.dimensions)
        self.plan, self.start_button = self.foot.label, self.foot.button

    def _make_head(self) -> None:
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.state = LineText("label")
        self.state.setObjectName("sweep_state")
        self.failure = text_label("error", "sweep_failure")
        self.failure.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = Button("sweep_cancel")
        self.resume_button = Button("sweep_resume")
        self.choice = SweepChoice(self._document, self._settings)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.side, 1)
        side.addWidget(hairline())
        side.addWidget(self.foot)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(SIDE_WIDTH)
        side.setContentsMargins(0, 8, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        for control in (self.choice, self.cancel_button, self.resume_button):
            row.addWidget(control)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 10, 12, 6)
        head.setSpacing(8)
        head.addLayout(row)
        head.addWidget(self.bar)
        head.addWidget(self.state)
        head.addWidget(self.failure)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self.results, 1)
        line = hairline()
        line.setFixedSize(1, 16_777_215)
        line.setMinimumHeight(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(line)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.space.changed.connect(self._tell_plan)
        self.search.changed.connect(lambda _value: self._tell_plan())
        self.foot.wanted.connect(self.start)
        self.cancel_button.clicked.connect(self.cancel)
        self.resume_button.clicked.connect(self.resume)
        self.choice.chosen.connect(self._show_folder)
        self.results.opened.connect(self.open_trial)
        self.results.done.connect(self.state.setText)
        self.process.looked.connect(self._look)
        self.process.ended.connect(self._end)
        self._document.applied.connect(lambda _changes: self._follow_project())
        self._document.title_changed.connect(self._follow_project)
        self._document.replaced.connect(self._follow_project)
        for keys, does in (
            (QKeySequence("Ctrl+W"), self.close),
            (QKeySequence("Ctrl+Return"), self.start),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._document.undo_stack.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self._document.undo_stack.redo),
        ):
            QShortcut(keys, self).activated.connect(does)

    # What is asked for

    def _follow_project(self) -> None:
        """Offer what the project has now, and show its own sweeps where another was opened."""
        if not self.isVisible():
            return
        self.foresight.forget()
        self.space.take(self._document.project)
        self._offer_measures()
        if not self.process.is_running:
            self.choice.follow()
        self._tell_plan()
        self._tell()

    def _offer_measures(self) -> None:
        """Let people choose what judges trials, where there is more than the loss."""
        search, both = self.search.value, has_accuracy(self._document.project)
        self.search.form_of("measure").setVisible(both)
        if not both:
            self.search.set_value(search.replace(measure="loss"))

    def _tell_plan(self) -> None:
        """Say what would be made."""
        self.foot.tell(self.search.value, self.process.is_running)

    # Running

    def start(self) -> None:
        """Begin a sweep of what is chosen, in a folder of its own."""
        for form in (self.search, self.means):
            form.commit()
        self._tell_plan()
        if not self.start_button.isEnabled():
            return
        if not self.foot.is_settled():
            self._tell_plan()
            return
        project = self._document.project
        try:
            sweep = self.foresight.sweep()
            folder = self.choice.begin()
            with taken_back(folder):
                Journal.begin(folder, project, sweep)
        except RambatError as error:
            self._fail(sentences(error))
            return
        self.choice.show_folder(folder)
        if self.journal is not None:
            self._run()

    def resume(self) -> None:
        """Make the trials that are still missing."""
        self.means.commit()
        if self.journal is not None and not self.process.is_running and self.journal.missing():
            self._run()

    def cancel(self) -> None:
        """End the sweep; what is done stays, and can be gone on with."""
        if not self.process.is_running:
            return
        self._leave(self.cancel_button)
        self.state.setText(self.tr("Ending…"))
        self.cancel_button.setEnabled(False)
        self.process.cancel()

    def shut(self) -> None:
        """End everything: the program is about to."""
        self.process.close()
        self.close()

    def _run(self) -> None:
        means: Configurable = self.means.value
        assert self.journal is not None
        assert isinstance(means, Means)
        self._fail("")
        self._leave(self.start_button, self.resume_button)
        self.process.start(self.journal.folder, means)
        self.cancel_button.setEnabled(True)
        self._tell_plan()
        self._tell()

    def _leave(self, *buttons: Button) -> None:
        """Go to the trials from a button that is about to go, before the focus goes anywhere."""
        if any(button.hasFocus() for button in buttons):
            self.results.trials.view.setFocus()

    def _look(self) -> None:
        if self.journal is None:
            return
        try:
            grown = self.journal.follow()
        except RambatError as error:
            self._fail(sentences(error))
            return
        self._unshown = grown or self._unshown
        self._show_news()
        self._tell()

    def _show_news(self) -> None:
        """Draw what has come, where people see it."""
        if self.journal is not None and self.isVisible():
            unshown, self._unshown = self._unshown, False
            self.results.follow(self.journal.signs() if self.process.is_running else {}, unshown)

    def _end(self, reason: str) -> None:
        self._look()
        if reason:
            known = self.journal.obstacle if self.journal is not None else ()
            reason = " ".join(map(sentence, known)) or reason
            told = self.tr("The sweep has ended: {reason} What is done is kept; Resume makes the rest.")
            self._fail(told.format(reason=_ended(reason)))
            if not self.isVisible():
                self.told.emit(self.failure.text())
        elif self.journal is not None and not self.journal.missing() and self.journal.ranked():
            self.told.emit(self.tr("The sweep is done: {best}").format(best=self._best()))
        self._follow_project()
        self._tell_plan()
        self._tell()

    def _fail(self, why: str) -> None:
        self.failure.setText(why)
        self.failure.setVisible(bool(why))

    # What is shown

    def _show_folder(self, folder: Path | None) -> None:
        self._fail("")
        self.journal = None
        if folder is not None:
            try:
                self.journal = Journal.open(folder)
            except RambatError as error:
                self._fail(sentences(error))
        self.results.show_journal(self.journal)
        self._tell()

    @property
    def progress(self) -> tuple[int, int]:
        """How many trials are done, and how many there are."""
        return (len(self.journal.outcomes), len(self.journal.sweep.trials)) if self.journal is not None else (0, 0)

    def _tell(self) -> None:
        """How far the sweep is, and what can be done with it."""
        self.moved.emit()
        journal, running = self.journal, self.process.is_running
        self.choice.box.setEnabled(not running)
        self.cancel_button.setVisible(running)
        self.resume_button.setVisible(not running and journal is not None and bool(journal.missing()))
        for widget in (self.bar, self.state):
            widget.setVisible(journal is not None)
        if journal is None:
            self.state.setText("")
            return
        done, count = self.progress
        self.bar.setMaximum(count)
        self.bar.setValue(done)
        told = [self.tr("{done} of {count} trials").format(done=grouped(done), count=grouped(count))]
        failed = sum(outcome.reason is not None for outcome in journal.outcomes.values())
        if failed:
            told.append(self.tr("{count} failed").format(count=grouped(failed)))
        if running:
            told.append(self.tr("running"))
            if again := journal.lost - journal.outcomes.keys():
                told.append(self.tr("{count} killed, tried once more").format(count=grouped(len(again))))
        if journal.ranked():
            told.append(self._best())
        if self.cancel_button.isEnabled() or not running:
            self.state.setText(" \N{MIDDLE DOT} ".join(told))

    def _best(self) -> str:
        assert self.journal is not None
        best = self.journal.ranked()[0]
        assert best.best is not None
        told = self.tr("best {measure} {value} in trial {number}")
        value = result(best.best, self.journal.sweep.search.measure)
        return told.format(measure=judged_by(self.journal).lower(), value=number(value), number=best.number)

    def open_trial(self, trial: int) -> None:
        """Put a trial's settings and weights into the project, as one step."""
        assert self.journal is not None
        try:
            told = sentence(open_trial(self._document, self._session, self.journal, trial))
        except RambatError as error:
            self._fail(sentences(error))
            return
        self.state.setText(told)
        self.told.emit(told)

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.setWindowTitle(self.tr("Sweep over settings"))
        self.title.setText(self.tr("Sweep"))
        texts = self.tr("What varies"), self.tr("How it is searched"), self.tr("Where it runs")
        for section, text in zip(self.sections, texts, strict=True):
            section.setText(text)
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("End the sweep; what is done stays"))
        self.resume_button.setText(self.tr("Resume"))
        self.resume_button.setToolTip(self.tr("Make the trials that are still missing"))
        self.results.retranslate()
        self._tell_plan()
        self._tell()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_news()
        self._follow_project()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.sweep_geometry = self.saveGeometry()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _ended(reason: str) -> str:
    """A reason as a sentence of its own."""
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."
