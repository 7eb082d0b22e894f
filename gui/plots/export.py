"""A plot as a file: its numbers as CSV, what it shows as PNG or SVG."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from engine.atomic_file import write_atomically
from gui.plots.plate import Plate
from gui.plots.vectors import finished, marked

SCALE = 3
"""Pixels of a picture for each of the screen, so that it is sharp in print and on a slide."""

DPI = 96
"""A pixel of the screen is a pixel of the picture."""

Table = Mapping[str, Sequence[float | str]]
"""Columns by their names."""


def file_name(title: str) -> str:
    """What a file of a plot with this title is called, in signs that every system and every mail takes."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "plot"


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


def save_png(path: Path, plate: Plate) -> None:
    """Write the picture; ExportError says why that failed."""
    with plate.laid_out(SCALE) as size:
        image = QImage(size * SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        painter = QPainter(image)
        plate.paint(painter)
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call for text
    write_atomically(path, bytes(buffer.data().data()))


def save_svg(path: Path, plate: Plate) -> None:
    """Write the picture as lines and text; ExportError says why that failed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setTitle(plate.title)
    with plate.laid_out(1) as size, marked(plate.drawing):
        generator.setSize(size)
        generator.setViewBox(QRect(QPoint(), size))
        painter = QPainter(generator)
        plate.paint(painter)
        painter.end()
    write_atomically(path, finished(bytes(buffer.data().data())))
