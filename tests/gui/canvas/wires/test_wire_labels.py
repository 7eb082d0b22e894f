"""The labels of wires keep off the outlines of groups."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from engine.direction import Direction
from gui.canvas.wires.wire_labels import _off_border

OUTLINE = QRectF(100, 0, 300, 200)


@pytest.mark.parametrize(
    ("left", "moved"), [(60, 60), (80, 66), (95, 104), (110, 110), (200, 200), (368, 366), (385, 404)]
)
def test_a_label_through_which_an_outline_would_run_goes_to_its_nearer_side(left, moved):
    assert _off_border(QRectF(left, 50, 30, 17), OUTLINE, Direction.RIGHT).left() == moved
    below = QRectF(left, 250, 30, 17)
    assert _off_border(below, OUTLINE, Direction.RIGHT) == below


@pytest.mark.parametrize(("top", "moved"), [(100, 100), (186, 179), (195, 204)])
def test_downwards_it_goes_up_or_down(top, moved):
    assert _off_border(QRectF(200, top, 30, 17), OUTLINE, Direction.DOWN).top() == moved
