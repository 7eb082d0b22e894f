"""The features of one sample, each in a field of its own, with the range that the data have beside it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from engine.hyperparameters import Bounds, Hyperparameter
from engine.trial import Ranges
from gui.i18n import number
from gui.widgets.number_field import NumberField
from gui.widgets.row import Row

Array = NDArray[np.floating]

MOST = 100
"""More fields than this nobody fills in."""
ROOMY = 300
"""Pixels of width from which on the ranges stand beside the fields."""
DIGITS = 6
FINITE = Bounds(-1e30, 1e30)
"""What a network can take in single precision, by far."""


class FeatureForm(QScrollArea):
    """`edited` tells that `values` have changed; a text that is no number is explained below its field."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(60, 60)
        self.fields: list[NumberField] = []
        self._rows: list[Row] = []
        self._hints: list[QLabel] = []
        self._values: Array = np.zeros(0)
        self._ranges: Ranges | None = None
        self._names: tuple[str, ...] = ()

    @property
    def values(self) -> Array:
        """The sample that the fields hold, in its own shape; NaN where one is empty."""
        return self._values

    def show_sample(self, names: Sequence[str], ranges: Ranges, sample: Array) -> None:
        """Other values; the fields are made anew where the features are others."""
        flat = sample.reshape(-1)
        named = tuple(names) if len(names) == flat.size else tuple(f"x{index + 1}" for index in range(flat.size))
        if named != self._names or ranges is not self._ranges:
            self._names, self._ranges = named, ranges
            self._make_fields()
        self._values = np.array(sample, np.float64)
        for field, value in zip(self.fields, flat.tolist(), strict=False):
            field.set_value(None if np.isnan(value) else float(f"{value:.{DIGITS}g}"))

    def _make_fields(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fields, self._rows, self._hints = [], [], []
        gaps = self._ranges.gaps.reshape(-1).tolist() if self._ranges is not None else ()
        for index, (name, gap) in enumerate(zip(self._names[:MOST], gaps, strict=False)):
            self._add_field(grid, index, name, gap)
        if len(self._names) > MOST:
            rest = QLabel(self.tr("and {count} more, which stay as they are").format(count=len(self._names) - MOST))
            rest.setProperty("role", "note")
            grid.addWidget(rest, MOST, 0, 1, 2)
        self.setWidget(content)
        self.retranslate()
        self._show_hints()

    def _add_field(self, grid: QGridLayout, index: int, name: str, may_be_empty: bool) -> None:
        declared = Hyperparameter(name, float, may_be_empty, 0.0, name, "", FINITE, (), False, False)
        field = NumberField(declared, 0.0)
        field.typed.connect(lambda value: self._take(index, value))
        field.value_changed.connect(lambda value: self._take(index, value))
        row = Row(field)
        row.set_words(name)
        field.complained.connect(row.complain)
        hint = QLabel()
        hint.setProperty("role", "note")
        grid.addWidget(row, index, 0)
        grid.addWidget(hint, index, 1, Qt.AlignmentFlag.AlignTop)
        hint.setMinimumHeight(row.label.minimumHeight())
        self.fields.append(field)
        self._rows.append(row)
        self._hints.append(hint)

    def _take(self, index: int, value: float | None) -> None:
        self._values.reshape(-1)[index] = np.nan if value is None else value
        self.edited.emit()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        if self._ranges is None:
            return
        low, high = self._ranges.low.reshape(-1), self._ranges.high.reshape(-1)
        for index, (row, hint, name) in enumerate(zip(self._rows, self._hints, self._names, strict=False)):
            told = {"low": number(float(low[index])), "high": number(float(high[index]))}
            hint.setText(self.tr("{low} to {high}").format(**told))
            row.set_words(name, self.tr("{name}: from {low} to {high} in the data").format(name=name, **told))

    def _show_hints(self) -> None:
        for hint in self._hints:
            hint.setVisible(self.width() >= ROOMY)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show_hints()
