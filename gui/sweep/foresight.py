"""Which trials of a sweep cannot run, found out on the worker while people choose what varies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from engine.project import Project
from engine.sweep.drawing import Search, Trial, trials_of
from engine.sweep.foresight import InVain, looks, trials_in_vain
from engine.sweep.journal import Sweep
from engine.sweep.space import Dimension
from gui.document import Document
from gui.i18n import sentence
from gui.long_job import LongJob
from gui.sweep.wording import headings, settings_by_name, value_words
from gui.worker import Worker


class Foresight(QObject):
    """`in_vain` holds the trials that cannot run, None until that is known, of which `foreseen` tells."""

    foreseen = Signal()

    def __init__(self, document: Document, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._worker = document, worker
        self._space: tuple[Dimension, ...] = ()
        self._search = Search()
        self._job: LongJob | None = None
        self.in_vain: InVain | None = None

    def forget(self) -> None:
        """The project is another, or what is chosen can make no sweep."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._space, self.in_vain = None, (), None

    def ask(self, space: Sequence[Dimension], search: Search) -> None:
        """Find out which trials of this sweep cannot run, where that is not being done already."""
        if (tuple(space), search) == (self._space, self._search):
            return
        self.forget()
        self._space, self._search = tuple(space), search
        project = replace(self._document.project, graph=self._document.graph.copy())
        self._job = LongJob(self._worker, _looks(project, self._space, search))
        self._job.finished.connect(self._take)

    def _take(self, found: InVain) -> None:
        self._job, self.in_vain = None, found
        self.foreseen.emit()

    def settle(self) -> InVain:
        """Which trials cannot run, found out here and now where nobody knows yet."""
        if self.in_vain is None:
            space, search = self._space, self._search
            self.forget()
            self._space = space
            self.in_vain = trials_in_vain(self._document.project, space, trials_of(space, search), search.measure)
        return self.in_vain

    def sweep(self) -> Sweep:
        """What is to be made: all trials but those that cannot run."""
        return Sweep.of(self._document.project, self._space, self._search).without(self.settle())

    def first(self) -> tuple[str, str]:
        """The values of the first of those trials in words, and why it cannot run."""
        assert self.in_vain
        project = self._document.project
        number, reason = next(iter(self.in_vain.items()))
        trial = trials_of(self._space, self._search)[number - 1]
        known, names = settings_by_name(project), headings(project, list(trial))
        told = zip(names, trial.items(), strict=True)
        values = (f"{called} {value_words(value, known.get(name))}" for called, (name, value) in told)
        return ", ".join(values), sentence(reason)


def _looks(project: Project, space: Sequence[Dimension], search: Search) -> Iterator[InVain]:
    trials: list[Trial] = trials_of(space, search)
    yield from looks(project, space, trials, search.measure)
