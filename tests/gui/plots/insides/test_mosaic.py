"""Pictures of numbers: their colours, what is told of a cell, one alone, zoom, and scales that hold still."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from engine.tiles import tiled
from gui import theme
from gui.plots.insides.contours import contours
from gui.plots.insides.mosaic import Mosaic
from gui.plots.insides.mosaic_layout import Section, Spot, placed
from gui.plots.insides.scales import SteadyScales, round_reach
from gui.plots.insides.value_colors import sign_image


def sections(scale=1.0):
    values = np.arange(-4.0, 5.0).reshape(3, 3) / 4
    many = np.stack([values * (tile - 3) / 3 for tile in range(7)]) * scale
    return [
        Section("one", "One", tiled(values[np.newaxis] * scale), 1.0, rows=("a", "b", "c")),
        Section("many", "Many", tiled(many, (("filter", 7),)), 1.0, names=tuple("1234567")),
    ]


@pytest.fixture
def mosaic(session, qtbot):
    mosaic = Mosaic()
    qtbot.addWidget(mosaic)
    mosaic.resize(300, 260)
    mosaic.show_sections(sections())
    with qtbot.waitActive(mosaic):
        mosaic.show()
        mosaic.activateWindow()
    return mosaic


def middle(mosaic, section, tile, row=1, column=1):
    rect = mosaic.rect_of(section, tile)
    return QPointF(rect.left() + (column + 0.5) / 3 * rect.width(), rect.top() + (row + 0.5) / 3 * rect.height())


def told(mosaic):
    spots = []
    mosaic.pointed.connect(spots.append)
    return spots


def test_the_ends_of_the_map_stand_for_the_ends_of_the_scale():
    image = sign_image(np.array([[-2.0, 0.0, 2.0, np.nan, 99.0]]), 2.0, theme.LIGHT)
    colors = [image.pixelColor(x, 0).name() for x in range(5)]
    ends = QColor(theme.LIGHT.negative).name(), QColor(theme.LIGHT.positive).name()
    assert (colors[0], colors[2], colors[4]) == (*ends, ends[1])
    assert colors[1] == colors[3]


def test_on_a_logarithmic_scale_small_numbers_have_colours_of_their_own():
    values = np.array([[-1.0, -0.01, 0.0, 0.01, 1.0]])
    plain, log = (sign_image(values, 1.0, theme.LIGHT, logarithmic) for logarithmic in (False, True))
    assert [plain.pixelColor(x, 0) == log.pixelColor(x, 0) for x in range(5)] == [True, False, True, False, True]
    half = sign_image(np.array([[0.5]]), 1.0, theme.LIGHT)
    assert log.pixelColor(3, 0) == half.pixelColor(0, 0), "two of four powers of ten below the largest"


@pytest.mark.parametrize(("width", "whole"), [(600.0, True), (120.0, False)])
def test_cells_grow_for_the_names_above_them_where_there_is_room(width, whole):
    row = Section("sample", "Sample", tiled(np.zeros((1, 1, 4))), 1.0, groups=("sepal length (cm)", "b", "c", "d"))
    (place,) = placed([row], width, 200.0, 1.0, lambda text: 6.0 * len(text))
    assert (place.width / 4 >= 6.0 * len("sepal length (cm)")) is whole
    assert place.width <= width


def test_the_cell_under_the_mouse_is_told_with_its_number(mosaic, qtbot):
    spots = told(mosaic)
    qtbot.mouseMove(mosaic.viewport(), middle(mosaic, 1, 6, 2, 0).toPoint())
    assert spots == [Spot(1, 6, 2, 0)]
    assert mosaic.value(spots[0]) == 0.5
    qtbot.mouseMove(mosaic.viewport(), middle(mosaic, 0, 0, 0, 2).toPoint())
    assert spots[-1] == Spot(0, 0, 0, 2)
    mosaic.show_sections(sections(0.5))
    assert mosaic.value(spots[-1]) == -0.25, "the pointer rests while numbers change"
    assert mosaic.spot == Spot(0, 0, 0, 2)
    qtbot.mouseMove(mosaic.viewport(), QPoint(299, 259))
    assert spots[-1] is None
    mosaic.grab()


def test_a_click_shows_one_picture_alone_and_another_all_again(mosaic, qtbot):
    small = mosaic.rect_of(1, 2).width()
    qtbot.mouseClick(mosaic.viewport(), Qt.MouseButton.LeftButton, pos=middle(mosaic, 1, 2).toPoint())
    assert mosaic.alone == (1, 2)
    assert mosaic.rect_of(1, 2).width() > 3 * small
    mosaic.grab()
    mosaic.show_sections(sections(0.5))
    assert mosaic.alone == (1, 2), "it stays alone while the network learns"
    qtbot.mouseClick(mosaic.viewport(), Qt.MouseButton.LeftButton, pos=middle(mosaic, 1, 2).toPoint())
    assert mosaic.alone is None
    assert mosaic.rect_of(1, 2).width() == small


def test_keys_walk_from_cell_to_cell_and_from_picture_to_picture(mosaic, qtbot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(mosaic, key)
    assert mosaic.spot == Spot(0, 0, 2, 1)
    qtbot.keyClick(mosaic, Qt.Key.Key_Down)
    assert mosaic.spot == Spot(1, 0, 0, 0)
    qtbot.keyClick(mosaic, Qt.Key.Key_Right)
    qtbot.keyClick(mosaic, Qt.Key.Key_Return)
    assert mosaic.alone == (1, 1)
    qtbot.keyClick(mosaic, Qt.Key.Key_Escape)
    assert mosaic.alone is None
    qtbot.keyClick(mosaic, Qt.Key.Key_Plus)
    assert mosaic.zoom == 1.25
    assert mosaic.verticalScrollBar().maximum() > 0
    mosaic.reset_view()
    assert mosaic.zoom == 1.0


def test_scales_are_round_and_hold_still():
    assert [round_reach(size) for size in (0.0, 0.11, 0.2, 0.21, 3.0, 70.0)] == [0, 0.2, 0.2, 0.5, 5, 100]
    scales = SteadyScales()
    sizes = (0.8, 1.0, 0.5, 0.36, 1.1, 0.9, 0.6)
    assert [scales.follow("a", size) for size in sizes] == [1, 1, 1, 1, 2, 2, 1]
    assert scales.follow("b", 0.1) == 0.1


def test_a_contour_lies_where_the_height_is():
    x, y = np.linspace(-2, 2, 21), np.linspace(-1, 1, 21)
    heights = x[np.newaxis] ** 2 + y[:, np.newaxis] ** 2
    lines_x, lines_y = contours(x, y, heights, np.array([0.81]))
    np.testing.assert_allclose(np.hypot(lines_x, lines_y), 0.9, atol=0.02)
    assert len(lines_x) % 2 == 0
    tilted, _ = contours(x, y, np.broadcast_to(x, (21, 21)).copy(), np.array([0.33]))
    np.testing.assert_allclose(tilted, 0.33)
    assert len(contours(x, y, heights, np.array([99.0]))[0]) == 0


def test_keys_reach_the_end_of_a_shorter_last_line_and_come_back_to_where_the_section_before_ends(mosaic, qtbot):
    across = mosaic._places[1].across
    assert 1 < across < 7
    mosaic._point_at(Spot(1, across - 1, 0, 0))
    for _ in range(6 // across):
        qtbot.keyClick(mosaic, Qt.Key.Key_Down)
    assert mosaic.spot == Spot(1, 6, 0, 0)
    mosaic._point_at(Spot(1, 0, 0, 0))
    qtbot.keyClick(mosaic, Qt.Key.Key_Up)
    assert mosaic.spot == Spot(0, 0, 2, 0)
