"""A drawing as a file, and the numbers of one."""

from __future__ import annotations

import csv
import re
from xml.etree import ElementTree

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from gui import theme
from gui.plots.chart import Chart
from gui.plots.export import SCALE, file_name, save_png, save_svg
from gui.plots.loss import LossPlot
from gui.plots.plate import LEAST, MARGIN, Plate
from gui.plots.vectors import SVG

RED = QColor(255, 0, 0)
LOSSES = [0.8, 0.4, 0.2, 0.1]
VALIDATION = [0.9, 0.5, None, 0.3]


def svg_picture(path, size):
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_points_are_whole_and_as_large_as_on_the_screen(qtbot, tmp_path, suffix):
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(240, 160)
    chart.show_range((0.0, 1.0), (0.0, 1.0))
    points = pg.ScatterPlotItem(x=[0.5, 0.25], y=[0.5, 0.25], size=20, pen=None, brush=RED, symbol=["s", "o"])
    chart.addItem(points)
    with qtbot.waitExposed(chart):
        chart.show()
    path, plate = tmp_path / f"points{suffix}", Plate(chart)
    with plate.laid_out(1) as size:
        place = chart.mapFromScene(chart.view.mapViewToScene(points.points()[0].pos())) + QPoint(MARGIN, MARGIN)
    (save_svg if suffix == ".svg" else save_png)(path, plate)
    image = svg_picture(path, size) if suffix == ".svg" else QImage(str(path)).scaled(size)
    inside = [image.pixelColor(place + QPoint(x, y)) for x in (-7, 0, 7) for y in (-7, 0, 7)]
    outside = [image.pixelColor(place + QPoint(*away)) for away in ((-14, 0), (14, 0), (0, -14), (0, 14))]
    assert inside == [RED] * 9
    assert RED not in outside
    if suffix == ".svg":
        assert "<image" not in path.read_text()
    assert points._exportOpts is False
    assert chart.size() == QSize(240, 160)


@pytest.fixture
def exported(show, session, monkeypatch, tmp_path):
    """A small plot, and the path of its picture of this kind."""

    def export(suffix):
        plot = show(LossPlot, 240, 180)
        plot.setWindowTitle("Loss")
        session.record(LOSSES, VALIDATION)
        path = tmp_path / f"run{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
        plot.told = []
        plot.done.connect(plot.told.append)
        getattr(plot, f"{suffix[1:]}_action").trigger()
        return plot, path

    return export


def test_a_png_is_large_and_sharp_however_small_the_panel_is(exported):
    plot, path = exported(".png")
    image = QImage(str(path))
    assert image.width() == SCALE * (LEAST.width() + 2 * MARGIN)
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {theme.LIGHT.accent.lower(), theme.LIGHT.panel.lower()} <= colors
    assert plot.told == ["The picture is written to run.png."]
    assert plot.width() == 240
    assert plot.legend.stacked


def test_an_svg_holds_title_lines_and_words_and_no_control(exported, qtbot):
    plot, path = exported(".svg")
    text = path.read_text()
    assert "<image" not in text
    assert "<polyline" in text or "<path" in text
    words = re.findall(r"<text[^>]*>([^<]*)</text", text)
    assert {"Loss", "Epoch", "Epoch 4", "train", "validation"} <= {word.strip() for word in words}
    assert not {"Log", "Accuracy", "\N{MIDDLE DOT}"} & {word.strip() for word in words}
    qtbot.mouseClick(plot.scale, Qt.MouseButton.LeftButton)
    assert (plot.plate().title, plot.plate().chosen) == ("Loss", "Log")
    assert plot.training_curve.opts["pen"].widthF() == 2, "as wide as before"


def test_a_curve_in_an_svg_ends_where_its_chart_does_and_its_pen_grows_with_the_picture(qtbot, tmp_path):
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(700, 440)
    chart.show_range((10.0, 20.0), (0.0, 0.5))
    chart.addItem(pg.PlotCurveItem([0.0, 10.0, 20.0, 30.0], [0.0, 0.25, 0.5, 2.0], pen=pg.mkPen(RED, width=2)))
    with qtbot.waitExposed(chart):
        chart.show()
    path, plate = tmp_path / "curve.svg", Plate(chart)
    save_svg(path, plate)
    within = chart.view.sceneBoundingRect().translated(MARGIN, MARGIN)
    root = ElementTree.parse(path).getroot()
    (clip,) = root.iter(f"{SVG}clipPath")
    edges = {side: float(value) for side, value in clip[0].attrib.items()}
    assert list(edges.values()) == pytest.approx(within.getRect(), abs=1)
    (inside,) = (group for group in root.iter(f"{SVG}g") if group.get("clip-path") == f"url(#{clip.get('id')})")
    (curve,) = (group for group in inside if group.get("stroke") == RED.name())
    written = " ".join(line.get("points", "") for line in curve)
    places = [tuple(map(float, pair.split(","))) for pair in written.split()]
    assert places[1] == pytest.approx((within.left(), within.center().y()), abs=1)
    assert places[3] == pytest.approx((within.right(), within.top()), abs=1)
    assert (curve.get("stroke-width"), curve.get("transform")) == ("2", None)
    text = path.read_text()
    assert "non-scaling" not in text
    assert "of chart" not in text, "no mark is left"
    assert len(chart.view.childGroup.childItems()) == 2, "nor in the chart: the curve and the line under the mouse"


def test_names_with_any_signs_are_written(qtbot, tmp_path):
    label = QLabel("<b> & c\x01d")
    label.setTextFormat(Qt.TextFormat.PlainText)
    qtbot.addWidget(label)
    save_svg(tmp_path / "label.svg", Plate(label, "x\x02 & y"))
    words = "".join(ElementTree.parse(tmp_path / "label.svg").getroot().itertext())
    assert "<b> & cd" in words
    assert "x & y" in words


@pytest.mark.parametrize(
    ("title", "name"),
    [("Fungsi kerugian", "fungsi-kerugian"), ("Rate: µ/2", "rate-2"), ("图", "plot")],
)
def test_a_file_is_proposed_by_the_title_in_plain_letters(title, name):
    assert file_name(title) == name


def test_csv_holds_the_history_with_points_for_decimals(show, session, monkeypatch, tmp_path):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION, accuracy=0.5)
    path = tmp_path / "run"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
    told = []
    plot.done.connect(told.append)
    plot.csv_action.trigger()
    assert told == ["The numbers are written to run.csv."]
    rows = list(csv.DictReader(path.with_suffix(".csv").read_text().splitlines()))
    assert [row["epoch"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["loss"] for row in rows] == ["0.8", "0.4", "0.2", "0.1"]
    assert [row["val_loss"] for row in rows] == ["0.9", "0.5", "", "0.3"]
    assert rows[0]["accuracy"] == "0.5"
    assert rows[0]["learning_rate"] == "0.1"


def test_the_proposed_name_is_that_of_the_panel(show, session, monkeypatch):
    plot, asked = show(LossPlot), []
    plot.setWindowTitle("Fungsi kerugian")
    session.record(LOSSES)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), ("", ""))[1])
    plot.svg_action.trigger()
    assert asked[0].endswith("fungsi-kerugian.svg")


def test_a_file_that_cannot_be_written_is_told(show, session, monkeypatch, tmp_path):
    plot = show(LossPlot)
    session.record(LOSSES)
    told = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(tmp_path / "no" / "loss.csv"), ""))
    monkeypatch.setattr(QMessageBox, "warning", lambda parent, title, text: told.append(text))
    plot.csv_action.trigger()
    assert len(told) == 1
    assert "loss.csv" in told[0]
