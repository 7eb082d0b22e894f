"""A drawing as a file."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gui.plots.chart import Chart
from gui.plots.export import save_png, save_svg
from gui.plots.plate import MARGIN, Plate

RED = QColor(255, 0, 0)


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
