"""A drawing in files: what they are, how large, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from engine.errors import ExportError
from engine.layers import Dense
from gui.drawing.drawing import Drawing, DrawingOptions
from gui.drawing.formats import FORMATS, MOST_POINTS, mime_data, pdf_bytes, picture, print_on, svg_bytes, write
from tests.gui.projects import moons


@pytest.fixture
def drawing(qapp) -> Drawing:
    return Drawing(moons(), DrawingOptions("Moons"))


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def page_size(pdf: bytes) -> tuple[float, float]:
    """In points."""
    (box,) = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return float(box[0]), float(box[1])


def test_svg_is_as_large_as_on_screen(drawing):
    root = ElementTree.fromstring(svg_bytes(drawing))
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    assert (width, height) == pytest.approx(drawing.size.toTuple(), abs=0.01)
    assert float(root.attrib["width"].removesuffix("mm")) == pytest.approx(width / 96 * 25.4, rel=0.01)


def test_svg_grows_its_lines_with_the_picture(drawing):
    assert b"non-scaling-stroke" not in svg_bytes(drawing)


def test_pdf_is_one_page_of_the_size_of_the_drawing(drawing):
    written = pdf_bytes(drawing)
    assert written.startswith(b"%PDF-")
    assert pages(written) == 1
    assert page_size(written) == pytest.approx([side * 0.75 for side in drawing.size.toTuple()], abs=1)


def test_a_page_is_never_longer_than_readers_take(qapp):
    project = moons()
    project.graph.add(Dense(units=1), position=(40_000.0, 0.0))
    width, height = page_size(pdf_bytes(Drawing(project, DrawingOptions())))
    assert 0.99 * MOST_POINTS <= width <= MOST_POINTS
    assert height < 100


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_png_has_the_pixels_that_its_scale_tells(drawing, tmp_path, scale):
    write(drawing, tmp_path / "a.png", scale)
    image = QImage(str(tmp_path / "a.png"))
    assert image.size() == (drawing.size * scale).toSize()
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert image.dotsPerMeterX() == pytest.approx(scale * 96 / 0.0254, abs=1)


def test_a_background_can_be_left_out(qapp):
    image = picture(Drawing(moons(), DrawingOptions(background=False)))
    assert image.pixelColor(2, 2).alpha() == 0
    assert max(image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())) == 255
    rects = svg_bytes(Drawing(moons(), DrawingOptions(background=False))).count(b"<rect")
    assert rects == svg_bytes(Drawing(moons(), DrawingOptions())).count(b"<rect") - 1


def test_a_picture_with_too_many_pixels_is_refused(qapp):
    project = moons()
    project.graph.add(Dense(units=1), position=(30_000.0, 30_000.0))
    with pytest.raises(ExportError, match=r"would have 30\d+×30\d+ pixels"):
        picture(Drawing(project, DrawingOptions()))


@pytest.mark.parametrize("name", ["a.gif", "a", "a.svg.txt"])
def test_other_suffixes_are_refused(drawing, tmp_path, name):
    with pytest.raises(ExportError, match=r"written as \.svg, \.pdf, \.png\. Received: a"):
        write(drawing, tmp_path / name)
    assert not list(tmp_path.glob("a*"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_place_that_cannot_be_written_is_one_message(drawing, tmp_path, suffix):
    path: Path = tmp_path / "none" / f"a{suffix}"
    with pytest.raises(ExportError, match="could not be written") as refusal:
        write(drawing, path)
    assert len(refusal.value.messages) == 1


def test_the_clipboard_gets_a_picture_and_svg(drawing):
    data = mime_data(drawing)
    assert data.imageData().size() == (drawing.size * 2).toSize()
    assert bytes(data.data("image/svg+xml").data()) == svg_bytes(drawing)


def test_print_fits_one_page(qapp, tmp_path):
    project = moons()
    project.graph.add(Dense(units=1), position=(4000.0, 0.0))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_on(Drawing(project, DrawingOptions()), printer)
    written = (tmp_path / "page.pdf").read_bytes()
    assert pages(written) == 1
    assert page_size(written) == pytest.approx((842, 595), abs=1)


def test_a_printer_that_takes_nothing_is_told(drawing, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "page.pdf"))
    with pytest.raises(ExportError, match="printer cannot be used"):
        print_on(drawing, printer)
