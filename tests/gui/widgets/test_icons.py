"""Icons: all of one style, tinted by the theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from gui import actions, theme
from gui.widgets.icons import icon
from resources import ICONS

OTHERS = ("rambat", "check-dark", "check-light", "chevron-down-dark", "chevron-down-light", "half-dark", "half-light")
NAMES = sorted(path.stem for path in ICONS.glob("*.svg") if path.stem not in OTHERS)


@pytest.mark.parametrize("name", NAMES)
def test_one_stroke_on_one_grid(name):
    drawing = (ICONS / f"{name}.svg").read_text()
    assert 'viewBox="0 0 20 20"' in drawing
    assert re.findall(r'stroke-width="([^"]+)"', drawing) == ["1.5"]
    assert 'stroke="currentColor"' in drawing


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_in_the_colour_of_the_theme(name, qapp):
    picture = icon(name, "#FF0000").pixmap(QSize(20, 20)).toImage()
    inked = [picture.pixelColor(x, y) for x in range(20) for y in range(20) if picture.pixelColor(x, y).alpha() > 128]
    assert len(inked) >= 10
    assert all(color.red() > 200 and color.green() < 60 for color in inked)


def test_every_action_has_its_icon(qapp):
    assert {spec.icon for spec in actions.ACTIONS if spec.icon} <= set(NAMES)


def test_without_a_colour_the_text_colour_is_taken(qapp):
    inks = set()
    for worn in theme.THEMES.values():
        qapp.setProperty(theme.PROPERTY, worn.name)
        image = icon("stop").pixmap(QSize(20, 20)).toImage()
        inks.add(max((image.pixelColor(x, 5) for x in range(20)), key=QColor.alpha).name())
    qapp.setProperty(theme.PROPERTY, None)
    assert len(inks) == 2
