"""Colours that can be told apart: contrast of text, and ramps whose lightness alone orders them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtGui import QColor

from engine.annotations import TAGS
from gui.theme import CONTRASTED, THEMES, WORN, ink_on

INKS = ("text", "muted", "danger", "success", "warning", "accent")
GROUNDS = ("panel", "canvas", "node", "field", "hover")
COARSE = slice(None, None, 8)
"""Entries far enough apart that rounding to whole colours does not count."""
PAIRS = [("on_accent", "accent"), ("on_tooltip", "tooltip")]


def luminance(color):
    """WCAG 2.2's relative luminance of (..., 3) values from 0 to 255."""
    share = np.asarray(color, float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    light, dark = sorted((luminance(QColor(name).getRgb()[:3]) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", WORN.values(), ids=list(WORN))
@pytest.mark.parametrize(("ink", "ground"), [(i, g) for i in INKS for g in GROUNDS] + PAIRS)
def test_text_can_be_read(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", CONTRASTED.values(), ids=list(CONTRASTED))
def test_words_stand_out_in_a_light_room(theme):
    """WCAG 2.2, success criterion 1.4.6."""
    for ink in ("text", "muted"):
        for ground in ("canvas", "panel", "node"):
            assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 7


@pytest.mark.parametrize("theme", WORN.values(), ids=list(WORN))
def test_a_category_bar_stands_out_from_its_card(theme):
    for color in theme.categories.values():
        assert contrast(color, theme.node) >= 2.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("ramp", ["sign_ramp", "magnitude_ramp"])
def test_numbers_can_be_read_on_every_colour_of_a_ramp(theme, ramp):
    for color in getattr(theme, ramp)[COARSE].tolist():
        ground = QColor(*color)
        assert contrast(ink_on(ground).name(), ground.name()) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_lightness_alone_orders_magnitudes(theme):
    steps = np.diff(luminance(theme.magnitude_ramp[COARSE]))
    away_from_the_canvas = 1 if theme.dark else -1
    assert (steps * away_from_the_canvas > 0).all()
    assert abs(luminance(theme.magnitude_ramp[-1]) - luminance(theme.magnitude_ramp[0])) > 0.3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_sign_fades_to_neutral_in_the_middle(theme):
    levels = luminance(theme.sign_ramp)
    if theme.dark:
        levels = -levels
    middle = len(levels) // 2
    assert (np.diff(levels[:middle][COARSE]) > 0).all()
    assert (np.diff(levels[middle:][COARSE]) < 0).all()


SEEN_BY = {
    "everybody": [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What colour-blind people see of linear RGB. Source: Machado, Oliveira, Fernandes 2009, table 1, severity 1."""
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(name, seen):
    """CIE L*a*b* of a colour as it is seen."""
    share = np.array(QColor(name).getRgb()[:3]) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    x, y, z = XYZ @ np.clip(np.array(seen) @ linear, 0, 1) / [0.9505, 1.0, 1.089]
    x, y, z = (np.cbrt(t) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_tag_stands_out_from_its_card(theme):
    assert tuple(theme.tags) == TAGS
    for color in theme.tags.values():
        assert contrast(color, theme.node) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("people", SEEN_BY)
def test_everybody_tells_two_tags_apart(theme, people):
    colors = [lab(color, SEEN_BY[people]) for color in theme.tags.values()]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(colors, 2)) >= 20
