"""The numbers of a chart's axes beside their titles."""

from __future__ import annotations

import pytest

from gui.plots.chart import Chart


@pytest.fixture
def chart(qtbot):
    chart = Chart()
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()
    return chart


@pytest.mark.parametrize("width", [180, 500])
def test_a_long_title_leaves_room_for_two_numbers(chart, qtbot, width: int):
    chart.bottom.set_title("79% of the variance", "79%")
    chart.resize(width, 200)
    chart.show_range((-3.6, 0.6), (0.0, 1.0))
    qtbot.waitUntil(lambda: chart.width() == width and chart.bottom.ticks()[-1] - chart.bottom.ticks()[0] >= 1)


def test_numbers_stand_below_the_title_at_the_left(chart, qtbot):
    chart.resize(300, 120)
    chart.show_range((0.0, 1.0), (-1.3, 1.35))
    chart.left.set_title("x2")
    qtbot.waitUntil(lambda: chart.height() == 120 and max(chart.left.ticks()) <= 1)
    assert len(chart.left.ticks()) >= 2
