"""A table of people's own as a data set: its cells as they were read, and what becomes of each column."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.stored import ArraysByName, StoredSource
from engine.data.tables import treatment
from engine.data.tables.cells import CategoryGatherer, Cells, DateGatherer, Gatherer, NumberGatherer
from engine.data.tables.columns import DROP, Column, Columns, problems, with_role
from engine.data.tables.dialect import Dialect, detect, sample
from engine.data.tables.marks import ISO, as_days, as_number
from engine.data.tables.reading import Choice, RawTable, read_whole
from engine.errors import DataError, Message
from engine.hyperparameters import hyper
from engine.memory import fits, gigabytes
from engine.shapes import DataShape

LINES = "lines"
COPIES = 3
"""As loaded, shared out in parts, and scaled."""


class TableSource(StoredSource, name="table"):
    """Rows of a CSV, TSV or Excel file; the columns can be given other roles without it."""

    label = "Table"
    summary = "A table of your own: CSV, TSV or Excel."
    origin = "A file of your own."
    own_units = True

    columns: tuple[Column, ...] = hyper((), label="Columns", help="What becomes of each column.", hidden=True)
    dialect: Dialect = hyper(Dialect(), label="Format", help="How the file is written.", hidden=True)

    def conflicts(self) -> Iterator[Message]:
        return self.problems(self.columns) if self.columns else iter(())

    @staticmethod
    def problems(columns: Columns) -> Iterator[Message]:
        """What keeps these columns from being learned from."""
        return problems(columns)

    @property
    def shape(self) -> DataShape:
        inputs = max(1, len(treatment.input_names(self.columns)))
        columns = [self.columns[place] for place in with_role(self.columns, "target")]
        if columns and columns[0].type == "category":
            count = len(columns[0].categories)
            return DataShape((inputs,), (1 if count == 2 else count,))
        return DataShape((inputs,), (max(1, len(columns)),), False, self.has_far_targets)

    @property
    def target_names(self) -> tuple[str, ...]:
        """What the numbers of a target, or its class, are called."""
        return tuple(self.columns[place].title for place in with_role(self.columns, "target"))

    def measures(self) -> Iterator[NDArray[Any]]:
        cells = self.cells() if self.content is not None else {}
        for place in with_role(self.columns, "target"):
            if place in cells and self.columns[place].type != "category":
                yield treatment.column_values(self.columns[place], cells[place])

    @property
    def sample_count(self) -> int | None:
        if self.content is None:
            return None
        return int(treatment.kept_rows(self.columns, self.cells()).sum())

    @property
    def suggested_split(self) -> str:
        return "by_column" if with_role(self.columns, "part") else "random"

    # Making

    @classmethod
    def of(cls, table: RawTable, columns: Columns, **options: Any) -> Self:
        """The table with these columns, one for each of its own; DataError says all that is wrong with them."""
        cls.check_table(table)
        if wrong := tuple(cls.problems(columns)):
            raise DataError(*(Message("{path}: {reason}", path=table.path, reason=each) for each in wrong))
        arrays: dict[str, NDArray[Any]] = {LINES: table.lines}
        for place, (column, cells) in enumerate(zip(columns, table.cells, strict=True)):
            if cells.values is not None and (column.used or column.type == "category" or not cells.coded):
                arrays[_array_name(place)] = _stored(table, place, column, cells)
            elif column.used:
                raise DataError(
                    Message("{path}, column {column} ({name}) holds too many different texts. Ignore it.",
                            path=table.path, column=place + 1, name=column.title)
                )  # fmt: skip
        options |= {"origin_file": table.path.name, "columns": tuple(columns), "dialect": table.dialect}
        source = cls(**options).with_content(arrays)
        source.kept()
        return source

    @classmethod
    def check_table(cls, table: RawTable) -> None:
        """DataError where there is too little in a file."""
        if len(table.names) == 1:
            raise DataError(
                Message("{path}, sheet {sheet}, has one column; at least a feature and a target are needed. Choose "
                        "another sheet.", path=table.path, sheet=repr(table.dialect.sheet))
                if table.dialect.sheet else
                Message("{path} has one column; at least a feature and a target are needed. If there are more, choose "
                        "another delimiter than {delimiter}.",
                        path=table.path, delimiter=repr(table.dialect.delimiter))
            )  # fmt: skip
        if len(table) == 1:
            raise DataError(
                Message("{path} has a single row below its header. Several are needed, to learn from and to judge by.",
                        path=table.path) if table.dialect.header else
                Message("{path} has a single row. Several are needed, to learn from and to judge by.", path=table.path)
            )  # fmt: skip
        if all(each.values is not None and each.missing.all() for each in table.cells):
            raise DataError(
                Message("{path}: all cells below the header are missing. Values are needed, at least in some rows.",
                        path=table.path)
            )  # fmt: skip

    def with_columns(self, columns: Columns) -> Self:
        """The same cells with other roles, types, fills or orders of categories; DataError where that cannot be."""
        if wrong := tuple(self.problems(columns)):
            raise DataError(*wrong)
        arrays = dict(self.held())
        changed = list(columns)
        for place, (before, after) in enumerate(zip(self.columns, columns, strict=True)):
            name = _array_name(place)
            if name in arrays and arrays[name].dtype.kind == "i":
                if not after.used:
                    changed[place] = after.replace(type=before.type, categories=before.categories)
                elif after.type == "category":
                    arrays[name] = _recoded(arrays[name], before.categories, after.categories)
                else:
                    arrays[name] = _as_numbers(before, arrays[name])
            elif name not in arrays and after.used:
                raise DataError(
                    Message("Column {name} was not kept, as it holds too many different texts. Ignore it.",
                            name=after.title)
                )  # fmt: skip
        source = self.replace(columns=tuple(changed), content=None).with_content(arrays)
        source.kept()
        return source

    def without(self, feature: str) -> tuple[str, Self] | None:
        if feature not in self._without:
            features = [column for column in self.columns if column.role == "feature"]
            made_of = next((column for column in features if feature in column.inputs), None)
            self._without[feature] = None
            if made_of is not None and len(features) > 1:
                left = [each.replace(role="ignore") if each is made_of else each for each in self.columns]
                self._without[feature] = made_of.title, self.with_columns(left)
        return self._without[feature]

    @cached_property
    def _without(self) -> dict[str, tuple[str, Self] | None]:
        """What was asked for, since making it goes through all cells."""
        return {}

    def cells_of(self, place: int) -> Cells:
        """The held cells of one column, as `as_type` takes them."""
        values = self.cells().get(place)
        coded = values is not None and values.dtype.kind == "i"
        column = self.columns[place]
        return Cells(values, column.categories if coded else (), column.format)

    # Loading

    def check_content(self, arrays: ArraysByName) -> None:
        lines = arrays.get(LINES)
        if lines is None or lines.ndim != 1 or lines.dtype.kind != "i" or not lines.size:
            raise _damaged(LINES)
        if not self.columns:
            raise _damaged("columns")
        known = {_array_name(place): column for place, column in enumerate(self.columns)}
        for name, array in arrays.items():
            if name == LINES:
                continue
            if name not in known or array.shape != lines.shape or array.dtype not in (np.float64, np.int16):
                raise _damaged(name)
            if array.dtype == np.int16 and (array.min() < -1 or array.max() >= len(known[name].categories)):
                raise _damaged(name)
        for name, column in known.items():
            if column.used and name not in arrays:
                raise _damaged(name)

    def cells(self) -> Mapping[int, NDArray[Any]]:
        """The held cells by place of their column."""
        arrays = self.held()
        places = range(len(self.columns))
        return {place: arrays[_array_name(place)] for place in places if _array_name(place) in arrays}

    @property
    def lines(self) -> NDArray[Any]:
        """The line of the file on which each row began."""
        return self.held()[LINES]

    def kept(self) -> treatment.Kept:
        """Which rows are learned from; DataError where they do not do."""
        cells = self.cells()
        kept = treatment.kept_rows(self.columns, cells)
        if not kept.any():
            raise DataError(
                Message("{file}: no row has all values that it needs. Fill missing values instead of leaving out rows, "
                        "or ignore columns.", file=self.origin_file)
            )  # fmt: skip
        for place, column in enumerate(self.columns):
            if column.role in ("feature", "target"):
                self._check_values(place, column, treatment.column_values(column, cells[place]), kept)
        return kept

    def load(self) -> Dataset:
        kept, cells = self.kept(), self.cells()
        self._require_memory(int(kept.sum()))
        first = self.columns[with_role(self.columns, "target")[0]]
        return Dataset(
            treatment.inputs(self.columns, cells, kept),
            treatment.targets(self.columns, cells, kept),
            None,
            first.categories if first.type == "category" else (),
            treatment.input_names(self.columns),
            fills=treatment.input_fills(self.columns),
            assigned=treatment.assigned(self.columns, cells, kept),
            target_names=self.target_names,
            groups=treatment.input_groups(self.columns),
        )

    def _require_memory(self, rows: int) -> None:
        needed = COPIES * rows * 8 * (self.shape.inputs[0] + self.shape.targets[0])
        if not fits(needed):
            raise DataError(
                Message("{file}: {rows} rows with {inputs} inputs need about {needed} of memory, more than there is. "
                        "Ignore columns of many categories, or encode them as ordinal.",
                        file=self.origin_file, rows=f"{rows:,}", inputs=self.shape.inputs[0], needed=gigabytes(needed))
            )  # fmt: skip

    def _check_values(self, place: int, column: Column, values: treatment.Array, kept: treatment.Kept) -> None:
        where = {"file": self.origin_file, "column": place + 1, "name": column.title}
        if (endless := np.flatnonzero(np.isinf(values) & kept)).size:
            raise DataError(
                Message("{file}, row {row}, column {column} ({name}): a finite number is needed. Received: {value}. "
                        "Mend the cell, count it as missing, or ignore the column.",
                        row=int(self.lines[endless[0]]), value=values[endless[0]], **where)
            )  # fmt: skip
        if np.isnan(values[kept]).all():
            raise DataError(
                Message("{file}, column {column} ({name}): no row that is learned from has a value. Ignore the column.",
                        **where)
            )  # fmt: skip
        if column.role == "target" and column.type == "category":
            self._check_classes(column, values, kept, where)

    def _check_classes(
        self, column: Column, values: treatment.Array, kept: treatment.Kept, where: Mapping[str, Any]
    ) -> None:
        counts = np.bincount(values[kept].astype(np.intp), minlength=len(column.categories))
        if (counts > 0).sum() < 2:
            raise DataError(
                Message("{file}, column {column} ({name}): all rows that are learned from are of one class, {label}. "
                        "Rows of another class are needed.",
                        label=column.categories[int(counts.argmax())], **where)
            )  # fmt: skip
        if (counts == 1).any():
            alone = int(np.flatnonzero(counts == 1)[0])
            row = int(self.lines[np.flatnonzero(kept & (values == alone))[0]])
            raise DataError(
                Message("{file}, row {row}, column {column} ({name}): class {label} has this one sample only, which "
                        "cannot be both learned from and judged by. Add rows of that class, or count {label} as "
                        "missing, so that the row is left out.", row=row, label=column.categories[alone], **where)
            )  # fmt: skip

    # Other rows

    def read_inputs(self, path: Path | str, features: Sequence[str] = ()) -> NDArray[np.floating]:
        """The inputs of a new file, its columns found by name in any order, or by place where it has no header."""
        places = with_role(self.columns, "feature")
        table, known = self.read_cells(Path(path), places)
        self._check_new(table, places, known)
        return treatment.inputs(self.columns, known, np.ones(len(table), bool))

    def read_cells(self, path: Path, places: Sequence[int]) -> tuple[RawTable, dict[int, NDArray[Any]]]:
        """The cells that a new file has of these columns, in their order."""
        titles = [self.columns[place].title for place in places]
        dialect, named = self._detected(path, set(titles))
        if set(titles) <= set(named):
            dialect = dialect.replace(header=True)
        elif not dialect.header and len(named) == len(titles):
            titles = [f"column_{number}" for number in range(1, len(titles) + 1)]
        else:
            raise DataError(
                Message("{path}, row {row}: columns called {wanted} are needed. Missing: {missing}.", path=path,
                        row=dialect.skip + 1, wanted=", ".join(titles),
                        missing=", ".join(name for name in titles if name not in named))
            )  # fmt: skip
        wanted = {title: _choice(self.columns[place]) for title, place in zip(titles, places, strict=True)}
        table = read_whole(path, dialect, wanted)
        cells = {
            place: table.cells[table.names.index(title)].values for title, place in zip(titles, places, strict=True)
        }
        return table, {place: array for place, array in cells.items() if array is not None}

    def _detected(self, path: Path, titles: Set[str]) -> tuple[Dialect, list[str]]:
        """How a new file is written, and its first row; that rows are to be skipped is not always seen from a file."""
        dialect = detect(path, self.dialect)
        named = _first_row(path, dialect)
        if self.dialect.skip and not titles <= set(named):
            with contextlib.suppress(DataError):  # the one that follows says which columns are missing
                like = detect(path, self.dialect, self.dialect.skip)
                if titles <= set(again := _first_row(path, like)):
                    return like, again
        return dialect, named

    def _check_new(self, table: RawTable, places: Sequence[int], cells: Mapping[int, NDArray[Any]]) -> None:
        """What is missing, where nothing is to take its place, or has no end."""
        for place in places:
            column = self.columns[place]
            values = treatment.column_values(column, cells[place])
            wrong = np.isinf(values) | (np.isnan(values) & (column.missing == DROP))
            if wrong.any():
                row = int(np.flatnonzero(wrong)[0])
                where = {"path": table.path, "row": int(table.lines[row]),
                         "column": place_in(table, column, place), "name": column.title}  # fmt: skip
                raise DataError(
                    Message("{path}, row {row}, column {column} ({name}): a value is needed, as none takes its place "
                            "where it is missing. Received: {came}.", came=Message("nothing"), **where)
                    if np.isnan(values[row]) else
                    Message("{path}, row {row}, column {column} ({name}): a finite number is needed. Received: {came}.",
                            came=values[row], **where)
                )  # fmt: skip


def _first_row(path: Path, dialect: Dialect) -> list[str]:
    return [cell.strip() for cell in sample(path, dialect.replace(header=False)).rows[0]]


def _choice(column: Column) -> Choice:
    """How cells of a feature are read in another file."""

    def choose(dialect: Dialect) -> Gatherer:
        match column.type:
            case "category":
                return CategoryGatherer(dialect, column.categories)
            case "date" if column.format:
                return DateGatherer(dialect, column.format)
            case _:
                return NumberGatherer(dialect)

    return choose


def _array_name(place: int) -> str:
    return f"column_{place + 1}"


def place_in(table: RawTable, column: Column, place: int) -> int:
    """Which column of a file it is, from 1 on."""
    return (table.names.index(column.title) if column.title in table.names else place) + 1


def _stored(table: RawTable, place: int, column: Column, cells: Cells) -> NDArray[Any]:
    """Cells as they are kept: codes of the column's categories, or numbers."""
    assert cells.values is not None
    if not cells.coded:
        return cells.values
    if column.type == "category":
        return _recoded(cells.values, cells.texts, column.categories)
    if column.type == "date":
        days = as_days(cells.texts, column.format or ISO)
    else:
        days = np.array([np.nan if (number := table.dialect.number(text)) is None else number for text in cells.texts])
    for code, text in enumerate(cells.texts):
        if np.isnan(days[code]):
            row = int(table.lines[np.flatnonzero(cells.values == code)[0]])
            raise DataError(
                Message("{path}, row {row}, column {column} ({name}): {wanted} is needed. Received: {cell}. Mend the "
                        "cell, count it as missing, or make the column categories.",
                        path=table.path, row=row, column=place + 1, name=column.title,
                        wanted=Message("a date") if column.type == "date" else Message("a number"),
                        cell=repr(text[:40]))
            )  # fmt: skip
    stored: NDArray[Any] = np.append(days, np.nan)[cells.values]
    return stored


def _recoded(codes: NDArray[Any], before: Sequence[str], after: Sequence[str]) -> NDArray[np.int16]:
    """The same texts under their places in another order; one that is not there any more counts as missing."""
    places = {text: place for place, text in enumerate(after)}
    recoded: NDArray[np.int16] = np.array([*(places.get(text, -1) for text in before), -1], np.int16)[codes]
    return recoded


def _as_numbers(column: Column, codes: NDArray[Any]) -> NDArray[np.float64]:
    """Categories that are numbers, as numbers."""
    wrong = [category for category in column.categories if as_number(category) is None]
    if wrong:
        raise DataError(
            Message("Column {name} holds texts that are no numbers, such as {text}. Keep its categories, or mend the "
                    "file and import it again.", name=column.title, text=repr(wrong[0][:40]))
        )  # fmt: skip
    return treatment.column_values(column.replace(type="number"), codes)


def _damaged(name: str) -> DataError:
    return DataError(Message("The table's {name} is damaged. Import its file again.", name=name))
