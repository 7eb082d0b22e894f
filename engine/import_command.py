"""`import`: a table becomes a project with its data and a small network; its rows may follow each other in time."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data import Preparation, TimeSeries
from engine.data.series import as_series
from engine.data.series_report import SeriesReport, series_report
from engine.data.tables import (
    Column,
    Dialect,
    Finding,
    Guess,
    RawTable,
    Report,
    TableSource,
    detect,
    guess,
    read,
    report,
)
from engine.errors import DataError, Message, ProjectError
from engine.first_network import LEARNING_RATE, first_network
from engine.optimizers import Adam
from engine.project import SUFFIX, Project, save
from engine.shapes import shape_text
from engine.tables import print_table
from engine.training_config import TrainingConfig

EPOCHS, SMALL_BATCH, LARGE_BATCH = 50, 16, 256
MANY_ROWS = 20_000
"""From here on batches are large, or an epoch would take too long to watch."""
SIGNS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "space", ".": "point", "'": "apostrophe"}
SHOWN_CATEGORIES, SHOWN_LINES = 4, 20
"""As many categories of a column are named, and as many features and their outliers listed."""


@dataclass(frozen=True)
class Wanted:
    """What people say of the table; `skip` is None where it is to be detected.

    `windows` are the fields of a TimeSeries where the rows follow each other in time, and None otherwise; `order` is
    the column that orders them, or None for the first dates.
    """

    targets: Sequence[str] = ()
    ignored: Sequence[str] = ()
    skip: int | None = None
    windows: Mapping[str, int] | None = None
    order: str | None = None
    reader: str = "dense"


def import_table(path: Path, out: Path, wanted: Wanted) -> None:
    """Read the table, write the project, and say what was detected and left out."""
    if out.suffix != SUFFIX:
        raise ProjectError(Message("A project's name ends in {suffix}. Received: {name}.", suffix=SUFFIX, name=out))
    dialect = detect(path, skip=wanted.skip)
    table = _read(path, dialect)
    guesses = guess(table, wanted.targets, wanted.ignored)
    if wanted.windows is not None:
        if wanted.order is not None and wanted.order not in table.names:
            raise DataError(
                Message("{path} has no column called {name}. Its columns: {names}.",
                        path=path, name=repr(wanted.order), names=", ".join(table.names))
            )  # fmt: skip
        guesses = as_series(guesses, table.cells, wanted.targets, wanted.order)
    print(f"{path}: {len(table):,} rows, {len(table.names)} columns; {_described(dialect)}")
    if dialect.skip:
        print(f"{_counted(dialect.skip)} above the table {'is' if dialect.skip == 1 else 'are'} skipped")
    print()
    features = [each for each in guesses if each.column.role == "feature"]
    more = {each.column.title for each in features[SHOWN_LINES:]}
    shown = [each for each in guesses if each.column.title not in more]
    print_table([("column", "role", "type", "missing values", "what it holds"), *map(_row, shown)])
    if more:
        print(f"and {len(more):,} more features")
    print()
    source = _source(table, [each.column for each in guesses], wanted)
    project = _project(path, source, wanted.reader)
    save(project, out)
    told = (
        _told_series(series_report(source), source)
        if isinstance(source, TimeSeries)
        else _told(report(source), guesses)
    )
    for line in told:
        print(line)
    if project.preparation.target_scaling != "none":
        print("The targets are far from size 1, so they are scaled; predictions are told in their own units.")
    shape = source.shape
    print(f"{out}: input shape {shape_text(shape.inputs)}, output shape {shape_text(shape.targets)}; next: train {out}")


def _source(table: RawTable, columns: Sequence[Column], wanted: Wanted) -> TableSource:
    if wanted.windows is not None:
        return TimeSeries.of(table, columns, **wanted.windows)
    return TableSource.of(table, columns)


def _read(path: Path, dialect: Dialect) -> RawTable:
    with _bar(path) as show:
        for step in read(path, dialect):
            if isinstance(step, RawTable):
                return step
            show(step.share)
    raise AssertionError("reading ends with the table")


@contextlib.contextmanager
def _bar(path: Path) -> Iterator[Callable[[float], None]]:
    """A progress bar where a person looks."""
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield lambda share: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(path.name, total=1.0)
        yield lambda share: progress.update(task, completed=share)


def _project(path: Path, source: TableSource, reader: str) -> Project:
    rows = len(source.lines)
    training = TrainingConfig(
        epochs=EPOCHS,
        batch_size=SMALL_BATCH if rows < MANY_ROWS else LARGE_BATCH,
        optimizer=Adam(learning_rate=LEARNING_RATE),
    )
    preparation = Preparation(split=source.suggested_split)
    if preparation.leaves_far(source.shape):
        preparation = preparation.with_targets_scaled()
    return Project(first_network(source.shape, reader), training, source, preparation, title=path.stem)


def _described(dialect: Dialect) -> str:
    header = "with a header" if dialect.header else "without a header"
    if dialect.sheet:
        return f"sheet {dialect.sheet}, {header}"
    thousands = f", thousands {_sign(dialect.thousands)}" if dialect.thousands else ""
    return f"{dialect.encoding}, {_sign(dialect.delimiter)} between cells, decimal {_sign(dialect.decimal)}" + (
        f"{thousands}, {header}"
    )


def _sign(sign: str) -> str:
    return SIGNS.get(sign, repr(sign))


def _row(guessed: Guess) -> tuple[str, str, str, str, str]:
    column = guessed.column
    told = str(guessed.note) if guessed.note is not None else ""
    if column.used and column.type == "category":
        more = ", ..." if len(column.categories) > SHOWN_CATEGORIES else ""
        told = f"{', '.join(column.categories[:SHOWN_CATEGORIES])}{more} {told}".strip()
    return column.title, column.role, column.type, column.missing if column.used else "", told


def _told(found: Report, guesses: Sequence[Guess]) -> Iterator[str]:
    """What was left out and what stands out, a line each."""
    yield f"{found.rows - found.kept:,} of {found.rows:,} rows are left out" + (
        "." if found.kept == found.rows else ":"
    )
    for each in found.left_out:
        yield f"  {_counted(each.count)} without a value in {each.column} ({_places(each)})"
    fills = {guessed.column.title: guessed.column.missing.replace("_", " ") for guessed in guesses}
    for each in found.filled:
        yield f"{each.column}: {_counted(each.count)} without a value get the {fills[each.column]} ({_places(each)})"
    for each in found.outliers[:SHOWN_LINES]:
        yield f"{each.column}: {_counted(each.count)} far from the others ({_places(each)})"
    if len(found.outliers) > SHOWN_LINES:
        yield f"and {len(found.outliers) - SHOWN_LINES:,} more columns with rows far from the others"
    if found.classes:
        yield "classes: " + ", ".join(f"{name} {count:,}" for name, count in found.classes)
    if found.duplicates.count:
        yield f"{_counted(found.duplicates.count)} repeat earlier ones ({_places(found.duplicates)})"


def _told_series(found: SeriesReport, source: TimeSeries) -> Iterator[str]:
    """How many windows there are, and what stands out, a line each."""
    apart = f", each {_counted(source.stride)} later" if source.stride > 1 else ""
    ahead = f"the next {source.horizon} are" if source.horizon > 1 else "the next one is"
    seen = "1 row is" if source.window == 1 else f"{source.window:,} rows are"
    yield f"{found.samples:,} samples of {_counted(found.rows)}{apart}: {seen} seen, {ahead} forecast"
    if found.moved:
        yield f"{_counted(found.moved)} stand elsewhere in the file than in time, and were put in order"
    for each in found.filled:
        yield f"{each.column}: {_counted(each.count)} without a value get the one before ({_places(each)})"
    if found.gaps.count:
        gaps = found.gaps
        yield f"{gaps.column}: a longer step than usual lies before {_counted(gaps.count)} ({_places(gaps)})"
    for each in found.outliers[:SHOWN_LINES]:
        yield f"{each.column}: {_counted(each.count)} far from the others ({_places(each)})"


def _counted(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _places(found: Finding) -> str:
    rows = ", ".join(map(str, found.rows))
    return f"row {rows}" if found.count == 1 else f"rows {rows}{', ...' if found.count > len(found.rows) else ''}"
