"""Scales on which equal distances are equal factors: values and ranges as they are drawn, and the switch for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from gui.plots.ranges import SteadyRange, calm_ends, ends, settled_top

Array = NDArray[np.float64]

LARGEST = 1e30
"""What is larger is a gap: numbers beside it would be seen no more, and ranges around the largest floats overflow."""
LEAST = 0.3
"""Powers of ten that a logarithmic axis shows at least."""
NOTHING = (-1.0, 1.0)
"""What an axis shows, from 0.1 to 10 on a logarithmic one, where none of the values can be drawn on it."""
DECADES = 4
"""Powers of ten over which sizes are told apart."""


def drawn(values: Array, logarithmic: bool) -> Array:
    """Values as they are drawn, in powers of ten where that is wished; what cannot be drawn becomes a gap."""
    with np.errstate(all="ignore"):
        places = np.log10(values) if logarithmic else np.asarray(values, np.float64)
        return np.where(np.abs(places) <= LARGEST, places, np.nan)


def upright(steady: SteadyRange, low: float, high: float, logarithmic: bool) -> tuple[float, float]:
    """What an axis shows for values drawn from low to high: a linear one 0 too, and nothing below it that is not."""
    if logarithmic:
        return steady.follow(low, max(high, low + LEAST))
    bottom, top = steady.follow(min(0.0, low), high)
    return (0.0 if low >= 0 else bottom), top


def upright_course(
    steady: SteadyRange, curves: Sequence[tuple[Array, Array]], low: float, high: float, logarithmic: bool
) -> tuple[float, float]:
    """The same for curves over the course of a run: high beginnings that would flatten the rest are cut off."""
    if logarithmic:
        return upright(steady, low, high, logarithmic)
    bottom = min(0.0, low)
    shown = steady.follow(bottom, settled_top(curves, bottom, high), high)
    return (0.0 if low >= 0 else shown[0]), shown[1]


def seen_ends(curves: Sequence[Array], logarithmic: bool, diverged: Sequence[bool] = ()) -> tuple[float, float] | None:
    """Between which values as they are drawn a range lies; powers of ten show all, however far one has run away."""
    return ends(curves) if logarithmic else calm_ends(curves, diverged)


def strengths(sizes: Array, largest: float, logarithmic: bool) -> Array:
    """0 to 1 by the largest of some sizes; logarithmic over DECADES powers of ten below it, and 0 further down."""
    parts = sizes / max(1e-300, largest)
    if not logarithmic:
        return parts
    with np.errstate(divide="ignore"):
        return np.clip(1 + np.log10(parts) / DECADES, 0.0, 1.0)


class LogScale(QAction):
    """The entry of a menu; `as_button` gives the header one that does the same."""

    def __init__(self, parent: QWidget, on: bool = False) -> None:
        super().__init__(parent, checkable=True, checked=on)
        self._button: QPushButton | None = None

    def as_button(self) -> QPushButton:
        """A small button."""
        self._button = QPushButton()
        self._button.setCheckable(True)
        self._button.setChecked(self.isChecked())
        self._button.setProperty("role", "segment")
        self._button.toggled.connect(self.setChecked)
        self.toggled.connect(self._button.setChecked)
        return self._button

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.setText(self.tr("Logarithmic"))
        if self._button is not None:
            self._button.setText(self.tr("Log"))
            self._button.setToolTip(self.tr("Logarithmic scale"))
