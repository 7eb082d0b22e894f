"""A plot as a file: its numbers as CSV, what it shows as PNG."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from engine.atomic_file import write_atomically

SCALE = 2
"""Pixels of a picture for each of the screen, so that it is sharp in print."""

Table = Mapping[str, Sequence[float | str]]
"""Columns by their names."""


def rows_of(table: Table) -> Iterator[list[str]]:
    """The names of the columns, and what stands in them row by row, with all digits."""
    yield list(table)
    for row in zip_longest(*table.values(), fillvalue=""):
        yield [_cell(value) for value in row]


def csv_bytes(table: Table) -> bytes:
    """The columns side by side, with '.' for decimals whatever the language; what is missing is left empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(rows_of(table))
    return text.getvalue().encode()


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return value
    if math.isnan(value):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def save_csv(path: Path, table: Table) -> None:
    """Write the numbers; ExportError says why that failed."""
    write_atomically(path, csv_bytes(table))


def save_png(path: Path, widget: QWidget) -> None:
    """Write what the widget shows; ExportError says why that failed."""
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(widget.palette().window().color())
    # A QGraphicsView's own `render` would draw the scene alone.
    QWidget.render(widget, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call for text
    write_atomically(path, bytes(buffer.data().data()))
