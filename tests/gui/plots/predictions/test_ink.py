"""Strokes reach the network as large, and at the place, as the drawings of the data are."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Digits
from gui.plots.predictions.ink import Cell, Placement, Sheet, Stroke, placement

SHEET = Sheet((28, 28, 1), 0.0, 255.0)


def bars(tops, lefts, height=20, width=6):
    """Upright bars, the lower halves of which are thicker by two pixels to the right."""
    pictures = np.zeros((len(tops), 28, 28, 1), np.uint8)
    for picture, top, left in zip(pictures, tops, lefts, strict=True):
        picture[top : top + height, left : left + width] = 255
        picture[top + height // 2 : top + height, left + width : left + width + 2] = 255
    return pictures


def test_drawings_agree_in_their_box_or_in_their_mass():
    same = placement(bars([4] * 5, [10] * 5), SHEET)
    assert (same.height, same.width, same.middle, same.by_mass) == (20, 8, (14, 14), False)
    hammer = np.zeros((28, 28, 1), np.uint8)
    hammer[4:8, 10:18] = hammer[8:24, 13:15] = 255
    pictures = []
    for picture in (hammer, hammer[::-1]):  # head up or down, its mass in the middle to a pixel
        down = 14 - (np.nonzero(picture)[0].mean() + 0.5)
        pictures.append(np.roll(picture, round(down), 0))
    by_mass = placement(np.stack(pictures * 3), SHEET)
    assert (by_mass.height, by_mass.width, by_mass.by_mass) == (20, 8, True)
    assert by_mass.middle == pytest.approx((14, 14), abs=0.5)
    digits = Digits().load().inputs.reshape(-1, 8, 8, 1)[:300]
    found = placement(digits, Sheet((8, 8, 1), 0.0, 16.0))
    assert (found.height, found.width, found.by_mass) == (8, 6, False)


def test_what_is_no_drawing_on_paper_has_no_place():
    rng = np.random.default_rng(0)
    assert placement(rng.integers(0, 256, (9, 28, 28, 1)).astype(np.uint8), SHEET) is None
    assert placement(np.zeros((9, 28, 28, 1), np.uint8), SHEET) is None


def test_of_large_pictures_a_few_are_looked_at(monkeypatch):
    """All of them would hold the window up for seconds."""
    looked, shares = [], Sheet.ink_share
    monkeypatch.setattr(
        Sheet, "ink_share", lambda sheet, values: (looked.append(values.size), shares(sheet, values))[1]
    )
    pictures = np.zeros((60, 512, 512, 3), np.uint8)
    pictures[:, 100:300, 200:260] = 255
    found = placement(pictures, Sheet((512, 512, 3), 0.0, 255.0))
    assert (found.height, found.width, found.middle) == (200, 60, (200, 230))
    assert 5 <= len(looked) <= 20
    looked.clear()
    placement(bars([4] * 500, [10] * 500), SHEET)
    assert len(looked) == 500


@pytest.mark.parametrize(("scale", "row", "column"), [(1.0, 4, 6), (0.2, 1, 22), (0.4, 15, 2)])
def test_strokes_of_any_size_and_place_look_alike(scale, row, column):
    seven = ((0, 0), (0, 12), (18, 5))
    marks = (Stroke(tuple((row + y * scale, column + x * scale) for y, x in seven), erases=False),)
    drawn = Sheet((28, 28, 1), 0.0, 255.0, None, marks, is_fine=True).placed(Placement(20, 16, (14, 14), False))
    seen = drawn.averaged(drawn.rendered())[..., 0] > 127
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    assert (rows[0], rows[-1]) == (4, 23)
    assert abs((columns[0] + columns[-1]) / 2 - 13.5) <= 0.5
    assert 12 <= columns[-1] - columns[0] + 1 <= 16
    assert seen[4:7, 14].sum() in (2, 3)  # as thick as at every other size


def test_by_mass_the_heavier_side_draws_the_picture_over():
    angle = (Stroke(((2, 2), (12, 2), (12, 6)), erases=False),)
    sheet = Sheet((28, 28, 1), 0.0, 255.0, None, angle, is_fine=True)
    seen = sheet.placed(Placement(20, 20, (14, 14), True))
    share = sheet.ink_share(seen.averaged(seen.rendered()))
    rows, columns = np.indices(share.shape) + 0.5
    assert (share * rows).sum() / share.sum() == pytest.approx(14, abs=0.2)
    assert (share * columns).sum() / share.sum() == pytest.approx(14, abs=0.2)


def test_what_is_erased_is_cut_out_of_the_strokes():
    line, rub = Stroke(((14, 2), (14, 26)), erases=False), Stroke(((10, 14), (18, 14)), erases=True)
    sheet = Sheet((28, 28, 1), 0.0, 255.0, None, (line, rub), is_fine=True)
    seen = sheet.placed(Placement(20, 24, (14, 14), False))
    assert len(seen.marks) == 2
    drawn = seen.averaged(seen.rendered())[14, :, 0]
    assert drawn[[4, 8, 20, 23]].min() > 200
    assert drawn[14] < 50
    gone = Sheet((28, 28, 1), 0.0, 255.0, None, (line, Stroke(line.places, erases=True)), is_fine=True)
    assert gone.placed(Placement(20, 24, (14, 14), False)).marks == ()


def test_pixels_and_pictures_stay_where_they_are():
    assert not Sheet((8, 8, 1), 0.0, 1.0, None, (Cell(1, 2, False),)).is_freehand
    assert not Sheet((8, 8, 1), 0.0, 1.0, np.zeros((8, 8, 1)), (Stroke(((1, 1),), erases=False),)).is_freehand
    assert not Sheet((8, 8, 1), 0.0, 1.0, None, (Stroke(((1, 1),), erases=True),)).is_freehand
