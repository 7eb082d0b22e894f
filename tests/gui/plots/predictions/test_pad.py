"""Digits drawn with the mouse are recognised wherever they stand, and what was drawn can be taken back."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.project import load_example
from engine.trainer import Trainer
from gui.plots.predictions.ink import Placement, Sheet, placement
from gui.plots.predictions.pad import Pad

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def arc(x, y, across, down, start, end):
    angles = np.radians(np.linspace(start, end, 16))
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


STROKES = {
    0: [arc(0.5, 0.5, 0.24, 0.38, -90, 270)],
    1: [[(0.36, 0.28), (0.52, 0.1), (0.52, 0.9)]],
    2: [[*arc(0.5, 0.32, 0.25, 0.2, -170, 50), (0.27, 0.88), (0.78, 0.88)]],
    3: [[*arc(0.47, 0.3, 0.22, 0.19, -150, 90), *arc(0.47, 0.69, 0.25, 0.2, -90, 150)]],
    4: [[(0.42, 0.1), (0.25, 0.58), (0.8, 0.58)], [(0.62, 0.3), (0.6, 0.92)]],
    5: [[(0.74, 0.12), (0.36, 0.12), (0.33, 0.45), *arc(0.48, 0.66, 0.24, 0.23, -120, 140)]],
    6: [[(0.62, 0.1), (0.42, 0.3), (0.31, 0.6), *arc(0.5, 0.68, 0.2, 0.2, 180, -180)]],
    7: [[(0.25, 0.15), (0.75, 0.12), (0.42, 0.9)], [(0.36, 0.5), (0.68, 0.5)]],
    8: [[*arc(0.5, 0.32, 0.2, 0.2, -30, -270), *arc(0.5, 0.7, 0.2, 0.19, -90, 250)]],
    9: [[*arc(0.5, 0.33, 0.2, 0.2, 0, -350), (0.68, 0.5), (0.62, 0.9)]],
}
"""Digits in a square of side 1, x to the right and y down."""


@pytest.fixture
def pad(qtbot):
    pad = Pad()
    qtbot.addWidget(pad)
    pad.resize(400, 240)
    pad.set_shape((8, 8, 1), 0.0, 16.0, ink_is_high=True, placement=Placement(8, 6, (4, 4), False))
    with qtbot.waitActive(pad):
        pad.show()
        pad.activateWindow()
    return pad


def draw(pad, places, scale=1.0, left=0.0, top=0.0, button=LEFT):
    area = pad.area()
    side = area.width()
    shares = [(left + x * scale, top + y * scale) for x, y in places]
    pixels = [QPoint(round(area.left() + x * side), round(area.top() + y * side)) for x, y in shares]
    QTest.mousePress(pad, button, pos=pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(pad, pixel)
    QTest.mouseRelease(pad, button, pos=pixels[-1])


def test_a_network_that_has_learned_digits_recognises_drawn_ones(pad):
    project = load_example("digits")
    prepared, network = project.prepare(), project.network()
    for _ in Trainer(network, prepared.dataset, project.training.replace(epochs=20)).run():
        pass
    pictures = np.asarray(prepared.raw.training[0]).reshape(-1, 8, 8, 1)
    pad.set_shape((8, 8, 1), 0.0, 16.0, True, placement(pictures[:300], Sheet((8, 8, 1), 0.0, 16.0)))
    for place in ({}, {"scale": 0.45, "left": 0.05, "top": 0.5}):
        right = []
        for digit, strokes in STROKES.items():
            pad.clear()
            for stroke in strokes:
                draw(pad, stroke, **place)
            said = network.predict(prepared.fitted.transform(pad.values.reshape(1, 64)))
            right.append(int(np.argmax(said)) == digit)
        assert sum(right) >= 8, place


def test_what_the_network_sees_stands_beside_and_else_in_the_corner(pad):
    assert pad.seen_area().isEmpty()
    draw(pad, STROKES[2][0], 0.4)
    assert pad.seen_area().left() > pad.area().right()
    assert pad.values[0].max() > 8  # all rows are drawn on, though only the upper left of the pad is
    assert pad.values[7].max() > 8
    pad.resize(240, 240)
    assert pad.area().contains(pad.seen_area())
    pad.centre(False)
    assert pad.seen_area().isEmpty()
    assert pad.values[4:].max() == 0


def test_strokes_pixels_and_clearing_are_taken_back_one_by_one(pad, qtbot):
    draw(pad, STROKES[1][0])
    one = pad.values.copy()
    draw(pad, [(0.1, 0.5), (0.9, 0.5)])
    draw(pad, [(0.5, 0.0), (0.5, 1.0)], button=RIGHT)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    assert pad.values[0, 0] == 16
    pad.clear()
    for _ in range(4):
        with qtbot.waitSignal(pad.edited):
            QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(pad.values, one)
    pad.undo()
    assert not pad.values.any()
    assert not pad.can_undo
