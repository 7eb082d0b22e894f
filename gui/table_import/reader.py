"""Reads a table and judges what would become of it, on the worker; what is not wanted any more is not told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from engine.data import TimeSeries
from engine.data.series_report import SeriesReport, series_report
from engine.data.tables import (
    Dialect,
    RawTable,
    Reading,
    Report,
    TableSource,
    beginning,
    detect,
    read,
    report,
    sheet_names,
)
from engine.errors import Message, RambatError
from gui.table_import.draft import SHOWN_ROWS, Draft, of_table
from gui.worker import Job


@dataclass(frozen=True, eq=False)
class Detected:
    """How a file is written, and the sheets that it has."""

    dialect: Dialect
    sheets: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Judged:
    """The data set that the chosen columns make, and what people should know of it and of each column."""

    source: TableSource
    report: Report | SeriesReport
    notes: tuple[Message | None, ...]


Told = Detected | Reading | Draft | Judged | RambatError


class Reader(QObject):
    """`told` carries a Detected and the Draft of the first rows at once, a Reading for each piece, then the Draft of
    the whole table, and a Judged for each `judge`; or the error that ended it.

    Reading goes on piece by piece, so that training goes on between; `compute` hands a job to the worker. It outlives
    the assistant, which may close while a piece is read.
    """

    told = Signal(object)
    _came = Signal(int, object)

    def __init__(self, compute: Callable[[Job], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compute = compute
        self._number = 0
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def read(self, path: Path, dialect: Dialect | None = None, like: Dialect | None = None) -> None:
        """Read a file as the dialect says, or as it is detected; an earlier reading ends."""
        self._begin(_reading(path, dialect, like))

    def judge(self, draft: Draft) -> None:
        """Make the data set of a whole draft and look at it."""
        self._begin(_judging(draft))

    def stop(self) -> None:
        """Go no further, and tell nothing of it."""
        self._number += 1

    def _begin(self, steps: Iterator[Told]) -> None:
        self._number += 1
        self._compute(partial(self._step, self._number, steps))

    def _step(self, number: int, steps: Iterator[Told]) -> None:
        """Run on the worker: one piece, and the next when its other jobs are done."""
        if number != self._number:
            return
        try:
            told = next(steps, None)
        except RambatError as error:
            self._came.emit(number, error)
        except MemoryError:
            self._came.emit(number, RambatError(Message("This table needs more memory than there is.")))
        except Exception:  # the crash handler tells it
            self._came.emit(number, RambatError(Message("Reading has ended unexpectedly.")))
            raise
        else:
            if told is not None:
                self._came.emit(number, told)
                self._compute(partial(self._step, number, steps))

    def _take(self, number: int, told: Told) -> None:
        if number == self._number:
            self.told.emit(told)


def _reading(path: Path, dialect: Dialect | None, like: Dialect | None) -> Iterator[Told]:
    dialect = dialect or detect(path, like)
    yield Detected(dialect, sheet_names(path) if dialect.sheet else ())
    first, rows = beginning(path, dialect)
    rows = rows[:SHOWN_ROWS]
    yield of_table(first, rows, whole=False)
    for step in read(path, dialect):
        yield of_table(step, rows, whole=True) if isinstance(step, RawTable) else step


def _judging(draft: Draft) -> Iterator[Told]:
    assert draft.make is not None
    source = draft.make(draft.columns, draft.windows)
    yield Judged(source, series_report(source) if isinstance(source, TimeSeries) else report(source), draft.notes)
