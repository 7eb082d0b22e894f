"""The learning-rate range test, live: rates grow from step to step, and the one at which the loss falls fastest is
suggested."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.data import Prepared
from engine.errors import Message, RambatError
from engine.range_test import Findings, RangeTest
from engine.training_config import TrainingConfig
from gui.document import Document
from gui.edit_command import SetSetting
from gui.i18n import number, sentence, sentences, words
from gui.long_job import LongJob
from gui.plots.rates import RatesPlot
from gui.training_session import TrainingSession
from gui.widgets.answers import give_letters
from gui.widgets.controls import Button
from gui.widgets.form import FieldForm
from gui.widgets.panel import text_label

SIZE = (760, 520)
MARGIN, GAP, VERDICT_HEIGHT = 20, 12, 44
FIELD_WIDTHS = (160, 160, 284)
"""Pixels of both ends of the range and of the number of steps, which has the longest name."""


class RangeTestDialog(QDialog):
    """Begins at once, on a copy of the network as it stands; the network and its run are as they were."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("range_test")
        self._document, self._session = document, session
        self._job: LongJob | None = None
        self.test = RangeTest()
        self.findings = Findings(0)
        self.over = False
        self.forms = {
            field.name: FieldForm(field, getattr(self.test, field.name)) for field in self.test.hyperparameters()
        }
        self.plot = RatesPlot(self.test.low, self.test.high)
        self.verdict = text_label("sentence", "range_verdict")
        self.verdict.setMinimumHeight(VERDICT_HEIGHT)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.plot.done.connect(self.verdict.setText)
        self.begin, self.use = Button("range_begin"), Button("range_use", "primary")
        self.begin.clicked.connect(self._begin_or_cancel)
        self.use.clicked.connect(self._use)
        for name, form in self.forms.items():
            form.value_changed.connect(lambda value, name=name: self._take(name, value))
        self._lay_out()
        self.resize(*SIZE)
        document.replaced.connect(self.reject)
        self.finished.connect(self._cancel)
        self.retranslate()
        self.start()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        for form, width in zip(self.forms.values(), FIELD_WIDTHS, strict=True):
            form.setFixedWidth(width)
            head.addWidget(form, 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch(1)
        head.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        give_letters(buttons)
        buttons.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        self.plot.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.plot, 1)
        column.addWidget(self.verdict)
        column.addWidget(buttons)

    # The test

    def start(self) -> None:
        """Begin, from the network as it stands now."""
        data = self._session.data
        self._cancel()
        self.findings, self.over = Findings(self.test.steps), False
        self.plot.show_range(self.test.low, self.test.high)
        if data is None:
            return
        job = LongJob(self._session.worker, events(self._session, data, self._document.project.training, self.test))
        job.told.connect(self._show)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        self._job = job
        self._tell()

    def _begin_or_cancel(self) -> None:
        if self._job is None:
            self.start()
        else:
            self._cancel()
            self._tell()

    def _cancel(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, findings: Findings) -> None:
        self.findings = findings
        self.plot.show_findings(findings)

    def _finish(self, findings: Findings) -> None:
        self._job = None
        self.findings, self.over = findings, True
        self.plot.show_findings(findings, over=True)
        self._tell()
        if self.use.isEnabled():
            self.use.setFocus()

    def _fail(self, error: RambatError) -> None:
        self._job = None
        self._tell()
        self.verdict.setText(sentences(error))

    def _take(self, name: str, value: object) -> None:
        """Take another end of the range, or say why not; a test of the new one is begun by hand."""
        try:
            self.test = self.test.replace(**{name: value})
        except RambatError as error:
            self.verdict.setText(sentences(error))
            self.forms[name].set_value(getattr(self.test, name))

    def _use(self) -> None:
        """Give the project the rate that is suggested, and nothing else."""
        training = self._document.project.training
        rate = self.findings.suggestion.rate
        if rate is not None:
            changed = training.replace(optimizer=training.optimizer.replace(learning_rate=rate))
            self._document.push(Message("Learning rate"), [SetSetting("training", training, changed)])
            self.accept()

    # Words

    def _tell(self) -> None:
        """What is being done, or what came of it."""
        rate = self.findings.suggestion.rate if self.over else None
        self.begin.setText(self.tr("Begin") if self._job is None else self.tr("Cancel"))
        self.use.setEnabled(rate is not None)
        self.use.setText(
            self.tr("Use the suggestion") if rate is None else self.tr("Use {rate}").format(rate=number(rate))
        )
        if self._job is not None:
            self.verdict.setText(self.tr("A copy of the network trains, with a rate that grows at every batch…"))
        elif self.over:
            self.verdict.setText(sentence(self.findings.suggestion.reason))
        else:
            self.verdict.setText(self.tr("Cancelled. The network is as it was."))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.setWindowTitle(words(RangeTest.label))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def events(session: TrainingSession, data: Prepared, training: TrainingConfig, test: RangeTest) -> Iterator[Findings]:
    """The test of the network where it stands when the worker comes to it."""
    network, run = session.standing()
    yield from test.run(network, data.dataset, training, run)
