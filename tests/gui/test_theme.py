"""Colours that can be told apart: contrast of text, and ramps whose lightness alone orders them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.theme import CONTRASTED, THEMES, WORN

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
