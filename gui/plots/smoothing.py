"""Curves made smooth, so that their course is seen behind their noise."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.i18n import number

Array = NDArray[np.float64]

WEIGHTS = (0.0, 0.6, 0.9, 0.97, 0.99)
"""How much of what was is left at each point; with 0 a curve stays as it is."""


def smoothed(values: Array, weight: float) -> Array:
    """The exponential moving mean with its beginning corrected; gaps stay gaps and count for nothing."""
    if not weight or not len(values):
        return values
    import pandas as pd

    series = pd.Series(values)
    means = series.ewm(alpha=1 - weight, ignore_na=True).mean()
    return np.where(np.isfinite(values), means.to_numpy(), np.nan)


class Smoothing(QObject):
    """A submenu in which one weight is chosen; `changed` tells another one."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self.weight = 0.0
        self._group = QActionGroup(self)
        for weight in WEIGHTS:
            action = QAction(self, checkable=True, checked=not weight)
            action.setData(weight)
            self._group.addAction(action)
            self.menu.addAction(action)
        self._group.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        self.weight = action.data()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.menu.setTitle(self.tr("Smoothing"))
        for action in self._group.actions():
            action.setText(number(action.data(), 2) if action.data() else self.tr("None"))
