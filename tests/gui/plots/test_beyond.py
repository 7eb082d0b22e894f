"""What is said of curves that go on above a chart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF

from gui import theme
from gui.plots.beyond import HALF, HEIGHT, Exit
from gui.plots.loss import LossPlot


def test_how_far_a_loss_goes_is_told_in_whole_words_wherever_it_leaves_a_narrow_chart(session, show):
    plot = show(LossPlot)
    plot.resize(plot.minimumSizeHint())
    session.record([0.8, 0.4, 0.3])
    beyond, (first, last) = plot.beyond, plot.chart.view.viewRange()[0]
    rows = set()
    for place in np.linspace(first, last, 9):
        beyond.show_exits([Exit(place, 4.7e13, theme.LIGHT.accent)])
        words, (arrow,) = beyond.words_place(), beyond.arrows()
        assert words.left() >= 0
        assert words.right() <= beyond.boundingRect().width()
        assert not words.intersects(QRectF(arrow - HALF, 0, 2 * HALF, HEIGHT))
        rows.add(words.top())
    assert len(rows) == 2, "beside the arrow where there is room, or else below it"
