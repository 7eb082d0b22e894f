"""The panel of runs: all that were, kept with their settings, and those that are ticked side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from engine.errors import Message
from engine.runs.run import Run
from gui import run_labelling
from gui.document import Document
from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.runs.files import runs_file
from gui.plots.runs.keeping import Keeping
from gui.plots.runs.line import Line, Lines
from gui.plots.runs.list_model import Column, RunsModel
from gui.plots.runs.list_table import RunsTable
from gui.plots.runs.pages import CURVES, RUNS, RunPages, sentence_label
from gui.plots.segmented import SegmentedSwitch
from gui.plots.smoothing import Smoothing
from gui.run_opening import open_run
from gui.theme import Theme
from gui.training_session import TrainingSession
from gui.widgets.controls import Button, ComboBox, fill, name_aloud

ALL, STARRED, DELETED = range(3)
WIDE = 640
"""From so many pixels on, the list and one page stand beside each other."""
ROOMY, HIGH = 330, 300
"""Pixels across from which the header has room to say which runs are listed, and upright for a line below the list."""
SIDE = 8
LEAST = QSize(220, 120)
TICKED_AT_FIRST = 8
"""So many runs are compared until people choose, the newest of those that there are: as many as there are colours."""


class RunsPlot(Plot):
    """The list of runs, and pages about those that are ticked; of the pages only the one that is seen is made."""

    interval = 300

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "runs", parent)
        self._document = document
        self._lines = Lines()
        self._known: set[int] = set()
        self.model = RunsModel(self)
        self.list = RunsTable(self.model)
        self.smoothing = Smoothing(self)
        self.compared_pages = RunPages(session, self.smoothing)
        self.curves, self.sheets = self.compared_pages.curves, self.compared_pages.sheets
        self.pages, self.sides = SegmentedSwitch(len(self.sheets) + 1), ComboBox()
        self.filter, self.open_button = ComboBox(), Button("runs_open", "segment")
        self.keeping = Keeping(document, session, self)
        self._build()
        self._listings = QMenu(self)
        self._offer_listings()
        self.menu.insertMenu(self.png_action, self._listings)
        self.menu.insertAction(self.png_action, self.keeping.action)
        self.menu.insertMenu(self.png_action, self.smoothing.menu)
        self._connect()
        self._page = RUNS
        self.dress()

    def _build(self) -> None:
        """The list with what concerns it below, and the pages, in whose place a sentence may stand."""
        self.filter.setMinimumContentsLength(7)
        self.sides.setMinimumContentsLength(6)
        self._left, self._right = QWidget(), self.compared_pages
        self._listed = QVBoxLayout(self._left)
        self._listed.setSpacing(4)
        self._listed.addWidget(self.list, 1)
        self._listed.addWidget(self.keeping)
        self.absence = sentence_label()
        QVBoxLayout(self.list.viewport()).addWidget(self.absence)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.addWidget(self._left)
        self.split.addWidget(self._right)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([560, 440])
        self.set_body(self.split)
        self.add_control(self.pages)
        self.add_lead(self.sides, self.filter, self.open_button)

    def _offer_listings(self) -> None:
        """Which runs are listed, in the menu too."""
        choice = QActionGroup(self)
        for which in (ALL, STARRED, DELETED):
            action = self._listings.addAction("", partial(self.filter.setCurrentIndex, which))
            action.setCheckable(True)
            choice.addAction(action)
        self._listings.aboutToShow.connect(lambda: choice.actions()[self.filter.currentIndex()].setChecked(True))

    def _connect(self) -> None:
        self.pages.chosen.connect(lambda page: self.turn_to(page + CURVES))
        self.sides.currentIndexChanged.connect(self.turn_to)
        self.filter.currentIndexChanged.connect(self._list)
        self.model.ticks_changed.connect(self._show_page)
        self.model.named.connect(lambda run, name: run_labelling.name_run(self._document, run, name))
        self.list.opened.connect(self.open)
        self.list.starred.connect(lambda runs: run_labelling.star_runs(self._document, runs))
        self.list.deleted.connect(self._delete)
        self.list.selectionModel().selectionChanged.connect(self._allow)
        self.open_button.clicked.connect(lambda: self.open(self.list.picked[0].run))
        self._document.setting_changed.connect(self._follow_setting)

    def minimumSizeHint(self) -> QSize:
        """What a page asks for makes no dock wider."""
        return LEAST

    # Following

    def _take_run(self) -> None:
        self._take_history()  # the list tells of both

    def _follow_setting(self, name: str) -> None:
        if name in ("run_labels", "keep_runs") and self.attached:
            self._fill()

    def _empty(self) -> None:
        self._lines.forget()
        self.compared_pages.forget()
        self._known = set()
        self.model.ticked = set()
        super()._empty()

    def show_history(self) -> None:
        """List the runs as they are now."""
        self._fill()

    def _list(self) -> None:
        """List other runs."""
        self._fill()
        self._arrange()

    def _fill(self) -> None:
        runs, labels = self.session.runs, self._document.project.run_labels
        lines = self._lines.of(runs, labels, self.session.at_hand)
        self._tick_new(lines)
        which = self.filter.currentIndex()
        shown = [line for line in lines if _is_listed(line, which)]
        picked, current = [line.number for line in self.list.picked], self._current()
        before, told = self.model.lines, self._told()
        self.model.show(shown)
        if [line.number for line in self.list.picked] != picked:
            self.list.pick(picked, current)
        if told != self._told() or not _have_same_words(before, self.model.lines):
            self.list.fit_columns()
        self.show_hint(not runs)
        self.hint.setText(self.tr("Every run is kept here with its settings. Press Run to begin the first one."))
        self.absence.setText("" if shown else self._why_none(which))
        self.keeping.follow(runs)
        self._allow()
        self._show_page()

    def _why_none(self, which: int) -> str:
        """What a list without runs says."""
        if which == DELETED:
            return self.tr("No run is deleted.")
        if which == STARRED:
            return self.tr("No run has a star. In the list of all runs, S gives one.")
        return self.tr("All runs are deleted. The list of deleted ones restores them.")

    def _told(self) -> list[int]:
        """The columns of which the list says something."""
        return [column for column in Column if self.model.has_told(column)]

    def _current(self) -> int:
        row = self.list.currentIndex().row()
        return self.model.lines[row].number if 0 <= row < len(self.model.lines) else 0

    def _tick_new(self, lines: Sequence[Line]) -> None:
        """Runs that begin are compared, until so many are that have not been deleted."""
        living = [line.number for line in lines if not line.label.deleted]
        fresh = [number for number in living if number not in self._known]
        room = max(0, TICKED_AT_FIRST - len(self.model.ticked.intersection(living)))
        self.model.ticked |= set(fresh[-room:] if room else ())
        self._known |= set(fresh)

    def _allow(self) -> None:
        self.open_button.setEnabled(len(self.list.picked) == 1)

    # What people do

    def open(self, run: Run) -> None:
        """Go on where this run was."""
        if not open_run(self._document, self.session, run):
            self._document.refused.emit(Message("Run {number} is at hand already.", number=run.number))

    def _delete(self, runs: list[Run]) -> None:
        """Delete those that are there, or restore those that are not."""
        run_labelling.delete_runs(self._document, runs, deleted=self.filter.currentIndex() != DELETED)

    # Pages

    def turn_to(self, page: int) -> None:
        """Show another page, RUNS for the list where it has no place of its own."""
        self._page = page
        self._arrange()
        self._show_page()

    def compare(self) -> None:
        """Show curves over each other: of starred runs and the newest ones where fewer than two are ticked."""
        if len(self.compared) < 2:
            self.filter.setCurrentIndex(ALL)
            first = sorted(self.model.lines, key=lambda line: (line.label.starred, line.number), reverse=True)
            self.model.tick([line.number for line in first[:TICKED_AT_FIRST]], True)
        self.turn_to(CURVES)
        (self.list if self.list.isVisible() else self.sides).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def page(self) -> int:
        """What is seen; the list is always where there is room for both."""
        return max(CURVES, self._page) if self.width() >= WIDE else self._page

    def _arrange(self) -> None:
        """Beside each other where there is room, or else the one that is chosen."""
        wide, page = self.width() >= WIDE, self.page
        self.pages.setVisible(wide)
        self.sides.setVisible(not wide)
        with QSignalBlocker(self.pages), QSignalBlocker(self.sides):
            self.sides.setCurrentIndex(page)
            if page != RUNS:
                self.pages.button(page - CURVES).setChecked(True)
        self.compared_pages.column.setContentsMargins(SIDE if wide else 0, 0, 0, 0)
        self._listed.setContentsMargins(0, 0, SIDE if wide else 0, 0)
        self._left.setVisible(wide or page == RUNS)
        self._right.setVisible(page != RUNS)
        self.compared_pages.turn_to(page)
        listed = wide or page == RUNS
        roomy, some = self.width() >= ROOMY, self.filter.currentIndex() != ALL
        self.filter.setVisible(listed and (roomy or some))  # the menu has it, too
        self.open_button.setVisible(listed and (roomy or not some))  # and so have a double click and Enter
        self.keeping.tick.setVisible(self.height() >= HIGH)  # and this

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.attached:
            self._show_page()

    @property
    def compared(self) -> list[Line]:
        """The ticked runs of those that are listed, in the order of their numbers."""
        ticked = [line for line in self.model.lines if line.number in self.model.ticked]
        return sorted(ticked, key=lambda line: line.number)

    def _show_page(self) -> None:
        self.compared_pages.show_lines(self.page, self.compared)

    # Theme, language, menu

    def reset_view(self) -> None:
        self.curves.reset_view()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.split.setStyleSheet(self.header.styleSheet())
        self.compared_pages.retheme(theme)

    def retranslate(self) -> None:
        super().retranslate()
        names = (self.tr("List"), self.tr("Curves"), self.tr("Settings"), self.tr("Results"), self.tr("Weights"))
        self.pages.set_texts(names[CURVES:])
        fill(self.sides, names)
        listings = (self.tr("All runs"), self.tr("Starred"), self.tr("Deleted"))
        fill(self.filter, listings)
        self._listings.setTitle(self.tr("Which runs are listed"))
        for action, text in zip(self._listings.actions(), listings, strict=True):
            action.setText(text)
        name_aloud(self.filter, self.tr("Which runs are listed"))
        self.filter.setToolTip(
            self.tr("Deleted runs can be restored as long as the project is open. Its file does not hold them.")
        )
        name_aloud(self.sides, self.tr("View"))
        self.list.setAccessibleName(self.tr("Runs of this project"))
        self.open_button.setText(self.tr("Open"))
        self.open_button.setToolTip(
            self.tr("Brings network, data, hyperparameters, weights and history of this run back, and goes on there.")
        )
        self.keeping.retranslate()
        self.smoothing.retranslate()
        self.compared_pages.retranslate()
        self._fill()
        self.list.fit_columns()

    def table(self) -> Table:
        if self.page == RUNS:
            return runs_file(self.model.lines)
        return self.compared_pages.table(self.page, self.compared)


def _have_same_words(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the names of runs and how they began are as long as they were."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(
        old is new or (old.title, old.began) == (new.title, new.began) for old, new in pairs
    )


def _is_listed(line: Line, which: int) -> bool:
    if which == DELETED:
        return line.label.deleted
    return not line.label.deleted and (which != STARRED or line.label.starred)
