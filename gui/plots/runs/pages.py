"""The pages about runs that are compared; only the one that is seen is made, or a sentence why there is nothing."""

from __future__ import annotations

from operator import is_

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.runs.comparison import Distance
from gui.long_job import LongJob
from gui.plots.export import Table
from gui.plots.runs.curves import RunCurves
from gui.plots.runs.files import Pair, curves_file, results_file, settings_file, weights_file
from gui.plots.runs.line import Line
from gui.plots.runs.side_by_side import SheetPage, results_sheet, settings_sheet, weights_apart, weights_sheet
from gui.plots.smoothing import Smoothing
from gui.theme import Theme
from gui.training_session import TrainingSession

RUNS, CURVES, SETTINGS, RESULTS, WEIGHTS = range(5)
"""The list, and the pages beside it or in its place."""


class RunPages(QWidget):
    """Curves over each other, and tables of what differs, what came of it, and how far weights are apart."""

    def __init__(self, session: TrainingSession, smoothing: Smoothing) -> None:
        super().__init__()
        self._session = session
        self._job: LongJob | None = None
        self._measured: list[object] = []
        self._weighed: list[Line] = []
        self._distances: dict[Pair, Distance | None] = {}
        self._settled: tuple[object, ...] = ()
        self.curves = RunCurves(smoothing)
        self.sheets = (SheetPage("runs_settings", True), SheetPage("runs_results", True), SheetPage("runs_weights"))
        self._stacked = QStackedWidget()
        for page in (self.curves, *self.sheets):
            self._stacked.addWidget(page)
        self.silence = sentence_label()
        self.column = QVBoxLayout(self)
        self._either = QStackedLayout()
        self.column.addLayout(self._either)  # by itself it keeps no margins
        self._either.addWidget(self._stacked)
        self._either.addWidget(self.silence)

    def forget(self) -> None:
        """Let go of the runs of another project."""
        if self._job is not None:
            self._job.cancel()
        self._measured, self._settled, self._weighed, self._distances = [], (), [], {}

    def turn_to(self, page: int) -> None:
        """Let another page be seen."""
        self._stacked.setCurrentIndex(max(0, page - CURVES))

    def show_lines(self, page: int, lines: list[Line]) -> None:
        """Show these runs on a page."""
        if page == CURVES:
            self._tell_empty("")
            self.curves.show_lines(lines)
        elif page != RUNS:
            self._show_sheet(page, lines)

    def _show_sheet(self, page: int, lines: list[Line]) -> None:
        if len(lines) < 2:
            self._tell_empty(self.tr("Tick two runs or more in the list to compare them."))
        elif page == WEIGHTS:
            self._measure(lines)
        elif page == SETTINGS:
            self._compare(lines)
        else:
            self._tell_empty("")
            self.sheets[page - SETTINGS].show_sheet(results_sheet(lines))

    def _compare(self, lines: list[Line]) -> None:
        """Find the settings that differ, once for the same hyperparameters: of large drawings it takes a while."""
        wanted = tuple((line.run, line.run.stages, line.title) for line in lines)
        page = self.sheets[0]
        if wanted != self._settled:
            self._settled = wanted
            page.show_sheet(settings_sheet(lines))
        self._tell_empty("" if page.model.sheet.rows else self.tr("These runs have the same settings."))

    def _measure(self, lines: list[Line]) -> None:
        """Have the distances found out on the worker, once for the same weights."""
        self._tell_empty("")
        wanted: list[object] = [part for line in lines for part in (line.run, line.run.weights, line.label)]
        known, self._measured = self._measured, wanted
        if len(wanted) == len(known) and all(map(is_, wanted, known)):
            return
        if self._job is not None:
            self._job.cancel()
        self._weighed, self._distances = lines, {}
        self._job = LongJob(self._session.worker, weights_apart(lines))
        self._job.finished.connect(self._show_distances)

    def _show_distances(self, found: dict[Pair, Distance | None]) -> None:
        self._job, self._distances = None, found
        self.sheets[-1].show_sheet(weights_sheet(self._weighed, found))

    def _tell_empty(self, why: str) -> None:
        """Say why a page shows nothing, in its place."""
        self.silence.setText(why)
        self._either.setCurrentWidget(self.silence if why else self._stacked)

    def table(self, page: int, lines: list[Line]) -> Table:
        """What a file of a page holds."""
        if page == WEIGHTS:
            return weights_file(lines, self._distances)
        return {CURVES: curves_file, SETTINGS: settings_file, RESULTS: results_file}[page](lines)

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.curves.retheme(theme)

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        names = self.tr("Settings that differ"), self.tr("What came of the runs"), self.tr("How far weights are apart")
        for page, name in zip(self.sheets, names, strict=True):
            page.table_view.setAccessibleName(name)
        self.curves.retranslate()
        self._measured, self._settled = [], ()


def sentence_label() -> QLabel:
    """Words where there is nothing else to show."""
    label = QLabel()
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
