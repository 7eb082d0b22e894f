"""A drawing as a file, as a picture and on a printer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QMimeData, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from engine.atomic_file import write_atomically
from engine.errors import ExportError, Message
from gui.drawing.drawing import Drawing

SCREEN_DPI, PDF_DPI, PAGE_DPI = 96, 1200, 240
"""A unit of the drawing is a pixel of such a screen; a PDF places things as finely as the second tells, and a
page is shown with the third."""
POINTS = 72 / SCREEN_DPI
MOST_POINTS = 14_400
"""The longest side of a page that every reader of PDF takes."""
MOST_PIXELS = 100_000_000
SCALES = (1, 2, 3, 4)
"""Pixels of a PNG for each unit of the drawing."""


def svg_bytes(drawing: Drawing) -> bytes:
    """The drawing as SVG, with text as text."""
    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(SCREEN_DPI)
    generator.setSize(drawing.size.toSize())
    generator.setViewBox(QRectF(0, 0, drawing.size.width(), drawing.size.height()))
    generator.setTitle(drawing.options.title)
    painter = QPainter(generator)
    drawing.paint(painter)
    painter.end()
    return _content(buffer)


def pdf_bytes(drawing: Drawing) -> bytes:
    """The drawing as one page of PDF of its own size, scaled down where no page can be so long."""
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setCreator("Rambat")
    writer.setTitle(drawing.options.title)
    points = drawing.size * min(POINTS, MOST_POINTS / max(drawing.size.toTuple()))
    size = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF())
    _paint_fitted(drawing, writer)
    return _content(buffer)


def picture(drawing: Drawing, scale: float = 1.0) -> QImage:
    """The drawing in pixels; ExportError where they would be too many."""
    size = (drawing.size * scale).toSize()
    if size.width() * size.height() > MOST_PIXELS:
        raise ExportError(
            Message("The picture would have {width}×{height} pixels, too many for one picture. "
                    "Choose a smaller scale, or SVG or PDF.", width=size.width(), height=size.height())
        )  # fmt: skip
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for set_density in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_density(round(SCREEN_DPI * scale / 0.0254))
    painter = QPainter(image)
    painter.scale(scale, scale)
    drawing.paint(painter)
    painter.end()
    return image


def png_bytes(drawing: Drawing, scale: float = 1.0) -> bytes:
    """The drawing as PNG."""
    buffer = _open_buffer()
    picture(drawing, scale).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes
    return _content(buffer)


@dataclass(frozen=True)
class Format:
    """One kind of file; `written` takes the scale that pictures of pixels need."""

    name: str
    written: Callable[[Drawing, float], bytes]


FORMATS: Mapping[str, Format] = {
    ".svg": Format("SVG", lambda drawing, _scale: svg_bytes(drawing)),
    ".pdf": Format("PDF", lambda drawing, _scale: pdf_bytes(drawing)),
    ".png": Format("PNG", png_bytes),
}
"""By suffix."""


def write(drawing: Drawing, path: Path, scale: float = 1.0) -> None:
    """Write the drawing in the format of the file's suffix; ExportError says why that failed."""
    require_format(path)
    write_atomically(path, FORMATS[path.suffix.lower()].written(drawing, scale))


def require_format(path: Path) -> None:
    """ExportError where the suffix names no format."""
    if path.suffix.lower() not in FORMATS:
        raise ExportError(
            Message("A drawing is written as {formats}. Received: {name}.", formats=", ".join(FORMATS), name=path.name)
        )


def mime_data(drawing: Drawing, scale: float = 2.0) -> QMimeData:
    """The drawing for the clipboard: as a picture, and as SVG for programs that take it."""
    data = QMimeData()
    data.setImageData(picture(drawing, scale))
    data.setData("image/svg+xml", svg_bytes(drawing))
    return data


def print_on(drawing: Drawing, printer: QPagedPaintDevice) -> None:
    """Print the drawing in the middle of one page, as large as on screen, or smaller where the page is."""
    _paint_fitted(drawing, printer)


def page_picture(drawing: Drawing, page: QPageLayout) -> QImage:
    """The page with the drawing as `print_on` puts it there."""
    image = QImage(page.fullRectPixels(PAGE_DPI).size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    area = page.paintRectPixels(PAGE_DPI).toRectF()
    painter.translate(area.topLeft())
    _paint_within(drawing, painter, area.size(), PAGE_DPI / SCREEN_DPI)
    painter.end()
    return image


def _paint_fitted(drawing: Drawing, device: QPagedPaintDevice) -> None:
    """Paint on a page, centred; ExportError where the device takes nothing."""
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError(Message("The printer cannot be used. Choose another one, or print to a file."))
    _paint_within(drawing, painter, QSizeF(device.width(), device.height()), device.logicalDpiX() / SCREEN_DPI)
    painter.end()


def _paint_within(drawing: Drawing, painter: QPainter, page: QSizeF, density: float) -> None:
    """Paint in the middle, so many pixels for each unit at most."""
    scale = min(page.width() / drawing.size.width(), page.height() / drawing.size.height(), density)
    painter.translate(
        (page.width() - drawing.size.width() * scale) / 2, (page.height() - drawing.size.height() * scale) / 2
    )
    painter.scale(scale, scale)
    drawing.paint(painter)


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _content(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
