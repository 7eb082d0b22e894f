"""What becomes of each column of a table: guessed from what it holds, and corrected by people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import PART_WORDS
from engine.data.tables.cells import MOST_NAMED, MOST_TEXTS, Cells
from engine.data.tables.marks import DATE_FORMATS, as_number, number_text
from engine.data.tables.reading import RawTable
from engine.errors import DataError, Message
from engine.hyperparameters import Configurable, hyper

DROP, PREVIOUS = "drop", "previous"
DATE_PARTS: Mapping[str, tuple[str, ...]] = {
    "month": tuple(str(number) for number in range(1, 13)),
    "weekday": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
"""What dates may stand for, and its values in order."""
MOST_CATEGORIES = 1000
"""As many columns may come of one."""
MOST_INPUTS = 10_000

FEW_TEXTS, FEW_CLASSES, WHOLE_CLASSES = 50, 200, 10
"""Up to so many different texts are guessed to be categories, those of a target classes; and whole numbers classes."""
TARGET_NAMES = ("target", "class", "label", "y", "kelas", "label target", "output")
PART_NAMES = ("part", "split", "set", "subset", "bagian", "partition")
ROW_NAME = re.compile(r"(.*[_ ])?(id|uuid)|no\.?|nr\.?|nomor|nim|nisn?|nik|index|indeks|row|unnamed.*", re.IGNORECASE)
"""What columns are called that count or name the rows."""


class Column(Configurable, family="column", name="column"):
    """One column of a table and what becomes of it."""

    label = "Column"
    summary = "A column of a table, and what becomes of it."
    title: str = hyper("", label="Name", help="How the file calls the column.", hidden=True)
    role: str = hyper(
        "feature", label="Role", choices=("feature", "target", "ignore", "part", "order"),
        help="What the network is given, what it should answer, nothing, the part to which a row belongs, or when it "
        "was.",
    )  # fmt: skip
    type: str = hyper(
        "number", label="Type", help="What the cells hold.", choices=("number", "category", "date", "text")
    )
    missing: str = hyper(
        DROP, label="Missing values", choices=("drop", "mean", "median", "most_frequent", PREVIOUS),
        help="Leaves out rows without a value, or puts one in that is learnt from the training samples, or the one "
        "before.",
    )  # fmt: skip
    encoding: str = hyper(
        "one_hot", label="Encoding", help="A column for each category, or one with their numbers in order; of dates "
        "one for each month or weekday.", choices=("one_hot", "ordinal", *DATE_PARTS),
    )  # fmt: skip
    categories: tuple[str, ...] = hyper((), label="Categories", help="The values in their order.", hidden=True)
    format: str = hyper("", label="Date format", help="How dates are written.", hidden=True)

    def conflicts(self) -> Iterator[Message]:
        if self.format not in ("", *DATE_FORMATS):
            yield Message("Dates in the format {format} cannot be read. Known ones: {known}.",
                          format=repr(self.format), known=", ".join(DATE_FORMATS))  # fmt: skip

    @property
    def parted(self) -> bool:
        """Whether dates that the network is given stand for their month or weekday."""
        return self.role == "feature" and self.type == "date" and self.encoding in DATE_PARTS

    @property
    def one_hot(self) -> bool:
        """Whether each category, month or weekday gets a column of its own."""
        return self.parted or (self.type == "category" and self.encoding == "one_hot")

    @property
    def labels(self) -> tuple[str, ...]:
        """The categories, months or weekdays."""
        return DATE_PARTS[self.encoding] if self.parted else self.categories

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the inputs that a feature becomes."""
        return tuple(f"{self.title}={label}" for label in self.labels) if self.one_hot else (self.title,)

    @property
    def used(self) -> bool:
        return self.role != "ignore"


Columns = Sequence[Column]


def with_role(columns: Columns, role: str) -> list[int]:
    """The places of the columns of that role."""
    return [place for place, column in enumerate(columns) if column.role == role]


def names_twice(columns: Columns) -> Iterator[Message]:
    """The names that several columns have."""
    for name, count in Counter(column.title for column in columns).items():
        if count > 1:
            yield Message("Two columns are called {name}. Give each a name of its own.", name=repr(name))


def problems(columns: Columns) -> Iterator[Message]:
    """What keeps these columns from being learned from."""
    yield from names_twice(columns)
    features, targets = ([column for column in columns if column.role == role] for role in ("feature", "target"))
    if not targets:
        yield Message("There is no target. Choose the column that the network should answer.")
    if not features:
        yield Message("There is no feature. Choose at least one column that the network is given.")
    if len(targets) > 1 and any(column.type == "category" for column in targets):
        yield Message("Several targets must all be numbers. Choose one column of classes, or numbers only.")
    parts = [column for column in columns if column.role == "part"]
    if len(parts) > 1:
        yield Message("Only one column can say to which part a row belongs.")
    for column in columns:
        if column.used:
            yield from problems_of(column)
        if column.role == "order" or (column.used and column.missing == PREVIOUS):
            yield Message("Only in a time series has column {name} values before and after. Choose something else.",
                          name=column.title)  # fmt: skip
    if sum(len(column.inputs) for column in features) > MOST_INPUTS:
        yield Message("The features make more than {most} inputs. Ignore some of them.", most=f"{MOST_INPUTS:,}")


def problems_of(column: Column) -> Iterator[Message]:
    """What keeps one column from being learned from in its role."""
    name = column.title
    if column.type == "text":
        yield Message("Column {name} holds texts, which cannot be learned from. Make it categories, or ignore it.",
                      name=name)  # fmt: skip
    if column.role == "part":
        known = [category for category in column.categories if category.casefold() in PART_WORDS]
        if column.type != "category" or len(known) < len(column.categories):
            yield Message(
                "Column {name} should say of each row: training, validation or test. Choose another role for it.",
                name=name,
            )
    if column.type != "category":
        return
    if len(set(column.categories)) < len(column.categories):
        yield Message("Column {name} holds a category twice.", name=name)
    if column.role == "target" and len(column.categories) < 2:
        yield Message("Column {name} holds a single class, so there is nothing to learn. Choose another target.",
                      name=name)  # fmt: skip
    elif not column.categories:
        yield Message("Column {name} holds no value. Ignore it.", name=name)
    if column.role == "feature" and column.missing in ("mean", "median"):
        yield Message("Column {name} holds categories, which have no mean and no median. Leave out rows without a "
                      "value, or put in the most frequent one.", name=name)  # fmt: skip
    if len(column.categories) > MOST_CATEGORIES and (column.role == "target" or column.one_hot):
        yield Message("Column {name} holds {count} categories; at most {most} can have an input or output each. Encode "
                      "them as ordinal, or ignore the column.",
                      name=name, count=f"{len(column.categories):,}", most=f"{MOST_CATEGORIES:,}")  # fmt: skip


# Guessing


@dataclass(frozen=True)
class Guess:
    """A column as its cells suggest it, and what people should know about it."""

    column: Column
    note: Message | None = None


def guess(table: RawTable, targets: Sequence[str] = (), ignored: Sequence[str] = ()) -> tuple[Guess, ...]:
    """What each column of a table probably is, but for those that are named; DataError where a name is unknown."""
    for name in (*targets, *ignored):
        if name not in table.names:
            raise DataError(
                Message("{path} has no column called {name}. Its columns: {names}.",
                        path=table.path, name=repr(name), names=", ".join(table.names[:MOST_NAMED]))
            )  # fmt: skip
    guesses = [_guess(name, cells) for name, cells in zip(table.names, table.cells, strict=True)]
    for place, name in enumerate(table.names):
        if name in ignored:
            guesses[place] = Guess(guesses[place].column.replace(role="ignore"))
    chosen = [table.names.index(name) for name in targets] or _likely_target(table, guesses)
    for place in chosen:
        guesses[place] = _as_target(guesses[place], table.cells[place], len(chosen) == 1)
    if not with_role([each.column for each in guesses], "feature"):
        for place, cells in enumerate(table.cells):  # what only counts rows is better than nothing, as in y over x
            if place not in chosen and table.names[place] not in ignored and _tells_something(cells):
                guesses[place] = Guess(guesses[place].column.replace(role="feature"))
    return tuple(guesses)


def _likely_target(table: RawTable, guesses: Sequence[Guess]) -> list[int]:
    """The column that is called one, or else the last that is neither ignored nor a date."""
    named = [place for place in _named(table.names) if table.cells[place].values is not None]
    usable = [
        place for place, each in enumerate(guesses)
        if each.column.role == "feature" and each.column.type != "date"
    ]  # fmt: skip
    return (named or usable[-1:])[:1]


def _tells_something(cells: Cells) -> bool:
    """Whether a column holds numbers that are not all the same."""
    if cells.values is None or cells.coded:
        return False
    known = cells.values[~cells.missing]
    return bool(known.size) and bool((known != known[0]).any())


def _named(names: Sequence[str]) -> list[int]:
    """The columns called a target, in the order of the words for it."""
    folded = [name.casefold() for name in names]
    return [folded.index(word) for word in TARGET_NAMES if word in folded]


def _guess(name: str, cells: Cells) -> Guess:
    if cells.coded and name.casefold() in PART_NAMES and all(text.casefold() in PART_WORDS for text in cells.texts):
        return Guess(as_type(Column(name, "part"), cells, "category"))
    column = as_type(Column(name), cells, suggested_type(cells))
    if cells.values is None or column.type == "text":
        count = f"{len(cells.texts):,}" if cells.values is not None else f"> {MOST_TEXTS:,}"
        told = Message("It holds too many different texts to be categories: {count}.", count=count)
        return Guess(column.replace(role="ignore"), _bad_note(cells) or told)
    known = ~cells.missing
    if not known.any():
        return Guess(column.replace(role="ignore"), Message("It holds no value."))
    values = cells.values[known]
    if (values == values[0]).all():
        return Guess(column.replace(role="ignore"), Message("It holds the same value in every row."))
    if column.type == "number" and ROW_NAME.fullmatch(name) and _tells_rows(values):
        return Guess(column.replace(role="ignore"), Message("It counts or names the rows."))
    return Guess(column, _bad_note(cells))


def _bad_note(cells: Cells) -> Message | None:
    """Why a column is not one of numbers, or dates, though it begins like one."""
    if cells.bad is None:
        return None
    return Message("It would hold numbers or dates but for row {row}: {cell}. If that means a missing value, say so.",
                   row=cells.bad.line, cell=repr(cells.bad.text[:40]))  # fmt: skip


def _tells_rows(values: NDArray[np.floating]) -> bool:
    """Whether all are whole numbers and different."""
    with np.errstate(invalid="ignore"):
        return bool((values % 1 == 0).all()) and len(np.unique(values)) == len(values)


def suggested_type(cells: Cells) -> str:
    """Number, date, category or text, as the cells are."""
    if cells.values is None:
        return "text"
    if not cells.coded:
        return "date" if cells.format else "number"
    count, known = len(cells.texts), int((cells.values >= 0).sum())
    return "category" if count <= FEW_TEXTS and 2 * count <= max(known, 2) else "text"


def as_type(column: Column, cells: Cells, type: str) -> Column:
    """The column with another type, and the categories, the fill and the format that belong to it."""
    if type == "category":
        encoding = "one_hot" if column.encoding in DATE_PARTS else column.encoding
        missing = _allowed(column, "most_frequent")
        return column.replace(type=type, categories=categories_of(cells), missing=missing, encoding=encoding)
    encoding = "ordinal" if type == "date" and column.encoding not in DATE_PARTS else column.encoding
    changed = column.replace(type=type, categories=(), encoding=encoding, format=cells.format)
    middle = "most_frequent" if changed.parted else "median"
    return changed.replace(missing=_allowed(column, middle) if type in ("number", "date") else DROP)


def as_role(column: Column, cells: Cells, role: str, alone: bool = True) -> Guess:
    """The column in another role, with the type and the fill that suit it there; `alone` says that it would be the
    only target."""
    if role == "ignore" or cells.values is None:
        return Guess(column.replace(role=role), _bad_note(cells))
    if role == "part":
        return Guess(as_type(column.replace(role=role), cells, "category"))
    guessed = Guess(as_type(column.replace(role=role), cells, suggested_type(cells)), _bad_note(cells))
    return _as_target(guessed, cells, alone) if role == "target" else guessed


def _allowed(column: Column, fill: str) -> str:
    """Gaps of features are filled; a target that nobody knows cannot be learned."""
    return fill if column.role == "feature" else DROP


def categories_of(cells: Cells) -> tuple[str, ...]:
    """The different values of a column in order: numbers by size, texts by letter; none where there are too many."""
    if cells.values is None:
        return ()
    if cells.coded:
        numbers = [as_number(text) for text in cells.texts]
        if all(number is not None for number in numbers):
            return tuple(sorted(cells.texts, key=lambda text: (as_number(text) or 0.0, text)))
        return tuple(sorted(cells.texts))
    values = np.unique(cells.values[~cells.missing])
    return tuple(map(number_text, values.tolist())) if len(values) <= MOST_TEXTS else ()


def _as_target(guessed: Guess, cells: Cells, alone: bool) -> Guess:
    """Classes, where they can be and no other target stands beside them, or else as it was."""
    column = guessed.column.replace(role="target", missing=DROP)
    if not alone:
        return Guess(column, guessed.note)
    if cells.coded and len(cells.texts) <= FEW_CLASSES:
        return Guess(as_type(column, cells, "category"), _bad_note(cells))
    if column.type == "number" and _are_classes(cells):
        return Guess(as_type(column, cells, "category"), Message("Its few whole numbers are taken for classes."))
    return Guess(column, guessed.note if column.type == "text" else _bad_note(cells))


def _are_classes(cells: Cells) -> bool:
    """Whether numbers are so few and so often the same that they name classes."""
    assert cells.values is not None
    values = cells.values[~cells.missing]
    beginning = np.unique(values[:10_000])
    if len(beginning) > WHOLE_CLASSES or not np.isfinite(beginning).all() or (beginning % 1 != 0).any():
        return False
    found = np.unique(values)
    each = 2 if len(found) == 2 else 5
    return 2 <= len(found) <= WHOLE_CLASSES and bool((found % 1 == 0).all()) and len(values) >= each * len(found)
