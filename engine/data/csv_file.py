"""Tables of numbers in CSV files, as spreadsheets write them; a number always has a point."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.classes import YES, class_count, decisions
from engine.errors import DataError, Message
from engine.files import reading

DELIMITERS = "\t;,"
"""The first of these in the first line separates cells: a comma beside semicolons belongs to a number."""


def read_features(path: Path | str, count: int, features: Sequence[str] = ()) -> NDArray[np.float64]:
    """The rows of a CSV file as (n, count); DataError names file, row and column.

    A first row without any number is a header. A header that names all `features` chooses the columns by name, in
    any order and beside others; otherwise there must be `count` columns in the order of the features.
    """
    path = Path(path)
    rows = _rows(path)
    header: list[str] = []
    if rows and not any(_is_number(cell) for cell in rows[0][1]):
        header = [cell.strip() for cell in rows.pop(0)[1]]
    if not rows:
        raise DataError(Message("{path} holds no row of numbers.", path=path))
    chosen = [header.index(name) for name in features] if features and set(features) <= set(header) else None
    width = len(header) if chosen else count
    table = np.empty((len(rows), count))
    for index, (line, cells) in enumerate(rows):
        if len(cells) != width:
            raise DataError(
                Message("{path}, row {row}: {wanted} columns are needed. Received: {came}.",
                        path=path, row=line, wanted=width, came=len(cells))
            )  # fmt: skip
        for place, column in enumerate(chosen or range(count)):
            table[index, place] = _number(path, line, column, cells[column])
    return table


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line on which it ends."""
    try:
        with reading(path), path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            delimiter = next((each for each in DELIMITERS if each in first), ",")
            reader = csv.reader(file, delimiter=delimiter)
            return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            Message("{path} is not a CSV file in UTF-8 ({reason}). Samples come in one with a row each, in an .npz "
                    "file with an array called X, or in an IDX file.", path=path, reason=error)
        ) from error  # fmt: skip


def _is_number(cell: str) -> bool:
    """Whether a spreadsheet means a number by it; "1_0" is one to Python only."""
    try:
        float(cell)
    except ValueError:
        return False
    return "_" not in cell


def _number(path: Path, row: int, column: int, cell: str) -> float:
    value = float(cell) if _is_number(cell) else math.nan
    if not math.isfinite(value):
        raise DataError(
            Message("{path}, row {row}, column {column}: a number is needed. Received: {cell}.",
                    path=path, row=row, column=column + 1, cell=repr(cell.strip()[:40]))
        )  # fmt: skip
    return value


def prediction_rows(
    predictions: NDArray[np.floating], classes: Sequence[str], threshold: float = YES, targets: Sequence[str] = ()
) -> list[list[str]]:
    """A header and a row per sample: the class where there are classes, and every output of the network.

    `targets` say what the class, or each output that tells a measure, is called.
    The single output of a yes-or-no answer stands under the name of the class for which it is above the threshold.
    """
    outputs = predictions.reshape(len(predictions), -1)
    width = outputs.shape[1]
    written = [[format(value, ".9g") for value in row] for row in outputs.tolist()]
    if class_count(width) != len(classes):
        names = ["output"] if width == 1 else [f"output_{number}" for number in range(1, width + 1)]
        names = list(targets) if len(targets) == width else names
        return [names, *written]
    names = [classes[1]] if width == 1 else list(classes)
    chosen = decisions(outputs, threshold)
    head = targets[0] if targets else "class"
    return [[head, *names], *([classes[index], *row] for index, row in zip(chosen, written, strict=True))]
