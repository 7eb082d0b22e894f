"""What came of a sweep: the table of its trials, their lines and their map, of which one picks for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from engine.sweep.journal import Journal
from engine.sweep.space import Dimension
from engine.sweep.trial import result
from gui.i18n import number
from gui.plots.export import Table
from gui.sweep.axes import cell_of, cells_of, result_axis, setting_axis, shares, spread_out
from gui.sweep.files import map_file
from gui.sweep.map_view import Cell, Cells, Key, MapView
from gui.sweep.parallel_view import ParallelView
from gui.sweep.trial_table import TrialTable
from gui.sweep.wording import judged_by, value_words
from gui.widgets.pace import Pace

ABOVE = 6
"""Pixels between the line below the table and the headers of the drawings."""
DRAWING = 1000
"""Milliseconds between two drawings at least, which take a while where there are thousands of trials."""


class Results(QSplitter):
    """`opened` carries the trial that is to be put into the project, `done` says in a sentence what was written."""

    opened = Signal(int)
    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.journal: Journal | None = None
        self.trials = TrialTable()
        self.lines = ParallelView(self.trials.table)
        self.map = MapView(self._map_file)
        for drawing in (self.lines, self.map):
            drawing.setContentsMargins(0, ABOVE, 0, 0)
        drawings = QSplitter(Qt.Orientation.Horizontal)
        drawings.addWidget(self.lines)
        drawings.addWidget(self.map)
        drawings.setSizes([560, 400])
        self.addWidget(self.trials)
        self.addWidget(drawings)
        self.setSizes([320, 340])
        for splitter in (self, drawings):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._pace = Pace(self._draw, DRAWING, self)
        self.trials.opened.connect(self.opened)
        for view in (self.trials, self.lines, self.map):
            view.done.connect(self.done)
        self.trials.picked.connect(self._show_one)
        for area in (self.lines.area, self.map.area):
            area.picked.connect(self.trials.pick)
            area.pointed.connect(self._point)
        self.map.asked.connect(self._draw_map)
        self.lines.area.brushed.connect(self._sift)

    def show_journal(self, journal: Journal | None) -> None:
        """Another sweep, or none."""
        if journal is not self.journal:
            self.lines.area.brushes.clear()
        self.journal = journal
        self.trials.show_journal(journal)
        self.map.show_names(self.trials.model.names)
        self._draw()

    def follow(self, signs: Mapping[int, Mapping[str, Any]], grown: bool) -> None:
        """Show what has come."""
        self.trials.follow(signs, grown)
        if grown:
            self._pace.ask()

    def retranslate(self) -> None:
        """Draw what holds words anew; the parts set their own."""
        self.show_journal(self.journal)

    # Drawing

    def _draw(self) -> None:
        self._draw_lines()
        self._sift()
        self._show_one(self.trials.current)

    def _sift(self) -> None:
        """Keep in the table and the map what is kept along the axes."""
        self.trials.show_only(self.lines.area.kept)
        self._draw_map()

    def _draw_lines(self) -> None:
        journal, model = self.journal, self.trials.model
        if journal is None:
            self.lines.show_trials((), ())
            return
        ranking = model.ranking
        axes = [
            setting_axis(name, varied, model.setting(varied.name), [journal.values(n)[varied.name] for n in ranking])
            for name, varied in zip(model.names, journal.sweep.space, strict=True)
        ]
        axes.append(result_axis(judged_by(journal), [self._result(trial) for trial in ranking]))
        self.lines.show_trials(spread_out(axes), ranking, len(journal.outcomes) - len(ranking))

    def _draw_map(self) -> None:
        journal, model = self.journal, self.trials.model
        if journal is None or not journal.sweep.space:
            self.map.show_cells((), (), {}, None)
            return
        up, across = self._mapped(journal)
        cells: Cells = {}
        known = shares(model.ranking)
        single, kept = across.name == up.name, self.lines.area.kept
        for trial in model.ranking if kept is None else kept:  # the best first, so that it takes the cell
            values = journal.values(trial)
            at = (0 if single else cell_of(up, values[up.name]), cell_of(across, values[across.name]))
            cells.setdefault(at, Cell(trial, known[trial], self._result(trial)))
        words = [[value_words(value, model.setting(each.name)) for value in cells_of(each)] for each in (up, across)]
        ends = [self._result(trial) for trial in (*model.ranking[-1:], *model.ranking[:1])]
        key = Key(judged_by(journal), *ends) if ends else None
        self.map.show_cells([judged_by(journal)] if single else words[0], words[1], cells, key)

    def _mapped(self, journal: Journal) -> tuple[Dimension, Dimension]:
        """The settings of the map, upwards and across."""
        space = journal.sweep.space
        up, across = (space[min(box.value, len(space) - 1)] for box in (self.map.up, self.map.across))
        return up, across

    def _map_file(self) -> Table:
        journal = self.journal
        return {} if journal is None else map_file(*self._mapped(journal), self.map.area.cells)

    def _result(self, trial: int) -> float:
        assert self.journal is not None
        best = self.journal.outcomes[trial].best
        assert best is not None
        return result(best, self.journal.sweep.search.measure)

    # One for all

    def _show_one(self, trial: int | None) -> None:
        for area in (self.lines.area, self.map.area):
            area.show_one(trial)

    def _point(self, trial: int | None) -> None:
        """Tell of the trial under the mouse, and let its row stand out."""
        self.trials.point_at(trial)
        if trial is None or self.journal is None:
            self.lines.explain()
            self.lines.area.setToolTip("")
            self.map.area.setToolTip("")
            return
        values = self.journal.values(trial)
        told = [
            f"{name} {value_words(values[each.name], self.trials.model.setting(each.name))}"
            for name, each in zip(self.trials.model.names, self.journal.sweep.space, strict=True)
        ]
        told.insert(0, f"{judged_by(self.journal)} {number(self._result(trial))}")
        head = self.tr("Trial {number}: {values}")
        self.lines.note.setText(head.format(number=trial, values=", ".join(told)))
        for area in (self.lines.area, self.map.area):
            area.setToolTip(head.format(number=trial, values="\n".join(["", *told])))
