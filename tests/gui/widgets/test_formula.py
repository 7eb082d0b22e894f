"""Formulas as they are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from engine.activations import ActivationFunction
from engine.layers import Layer
from engine.losses import Loss
from gui.widgets.formula import formula_svg
from gui.widgets.layer_details import formula_lines

PANEL = 270
"""Pixels in which a formula stands in the inspector as the window opens."""
KINDS = [kind for family in (Layer, ActivationFunction, Loss) for kind in family.kinds().values()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.family}-{kind.name}")
def test_no_formula_is_taller_than_a_fraction_of_sums_or_much_wider_than_the_panel(qapp, kind):
    for latex in (kind.formula, getattr(kind, "derivative", "")):
        for line in formula_lines(latex):
            size = QSvgRenderer(QByteArray(formula_svg(line, "#000000"))).defaultSize()
            assert size.height() <= 60
            assert size.width() <= 1.1 * PANEL


def test_equations_stand_one_below_the_other():
    assert formula_lines(r"a = x + n,\; n \sim f(x,y), \quad y = \min(0, 1)") == [
        "a = x + n",
        r"n \sim f(x,y)",
        r"y = \min(0, 1)",
    ]
    assert formula_lines("") == []
