"""A plot as a file: its numbers as CSV, what it shows as PNG or SVG."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from engine.atomic_file import write_atomically

SCALE = 2
"""Pixels of a picture for each of the screen, so that it is sharp in print."""

DPI = 96
"""A pixel of the screen is a pixel of the picture."""

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
    with _drawn_anew(widget):
        # A QGraphicsView's own `render` would draw the scene alone.
        QWidget.render(widget, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call for text
    write_atomically(path, bytes(buffer.data().data()))


def save_svg(path: Path, widget: QWidget) -> None:
    """Write what the widget shows as lines and text; ExportError says why that failed."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    with _drawn_anew(widget):
        painter = QPainter(generator)
        painter.fillRect(widget.rect(), widget.palette().window())
        QWidget.render(widget, painter, QPoint())
        painter.end()
    write_atomically(path, bytes(buffer.data().data()))


@contextmanager
def _drawn_anew(widget: QWidget) -> Iterator[None]:
    """Meanwhile nothing is kept in pixels, which would be all that a drawing of lines would get of it."""
    views = [each for each in (widget, *widget.findChildren(QGraphicsView)) if isinstance(each, QGraphicsView)]
    backgrounds = [(view, view.cacheMode()) for view in views]
    items = [(item, item.cacheMode()) for view in views for item in view.scene().items()]
    points = [item for item, _mode in items if isinstance(item, pg.ScatterPlotItem)]
    for view in views:
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    for item, _mode in items:
        item.setCacheMode(item.CacheMode.NoCache)
    for item in points:
        item.setExportMode(True)  # else pieces of one picture of all symbols, which a drawing of lines tears
    try:
        yield
    finally:
        for item in points:
            item.setExportMode(False)
        for view, flags in backgrounds:
            view.setCacheMode(flags)
        for item, mode in items:
            item.setCacheMode(mode)
