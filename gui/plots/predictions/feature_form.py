"""The features of one sample: a field for each number, with the range of the data beside it, a list for a category."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from engine.data.dataset import Group
from engine.data.days import EARLIEST, LATEST, date_text
from engine.hyperparameters import Bounds, Hyperparameter
from engine.trial import Ranges
from gui.i18n import ENDLESS, NONE, measure
from gui.theme import BODY_PIXELS
from gui.widgets.controls import ComboBox, mixed_word
from gui.widgets.notation import Dates
from gui.widgets.number_field import NumberField
from gui.widgets.row import Row

Array = NDArray[np.floating]

MOST = 100
"""More fields than this nobody fills in."""
ROOMY = 300
"""Pixels of width from which on the ranges stand beside the fields."""
DIGITS = 6
LIST_STYLE = f"QComboBox {{ min-height: 28px; padding: 0 2px 0 10px; font-size: {BODY_PIXELS}px; border-radius: 6px; }}"
"""Lists stand among fields of their size; those in a panel's header are smaller."""
FINITE = Bounds(-1e30, 1e30)
"""What a network can take in single precision, by far."""
DATED = Bounds(EARLIEST, LATEST)


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
        self.setStyleSheet(LIST_STYLE)
        self.fields: list[NumberField | ComboBox] = []
        self._rows: list[Row] = []
        self._hints: list[QLabel] = []
        self._values: Array = np.zeros(0)
        self._ranges: Ranges | None = None
        self._groups: tuple[Group, ...] = ()

    @property
    def values(self) -> Array:
        """The sample that the fields hold, in its own shape; NaN where one is empty."""
        return self._values

    def show_sample(self, groups: tuple[Group, ...], ranges: Ranges, sample: Array) -> None:
        """Other values; the fields are made anew where the features are others."""
        if groups != self._groups or ranges is not self._ranges:
            self._groups, self._ranges = groups, ranges
            self._make_fields()
        self._values = np.array(sample, np.float64)
        flat = self._values.reshape(-1)
        for field, group in zip(self.fields, self._groups, strict=False):
            values = flat[group.start : group.end]
            if isinstance(field, ComboBox):
                with QSignalBlocker(field):
                    field.setCurrentIndex(_category(values))
            else:
                field.set_value(None if np.isnan(values[0]) else self._shown(group, float(values[0])))

    def _shown(self, group: Group, value: float) -> float:
        """The value as its field shows it; of dates without a time of day the day, also of their mean."""
        if not group.date:
            return _short(value)
        whole = self._ranges is not None and float(self._ranges.low.reshape(-1)[group.start]).is_integer()
        return float(np.floor(value)) if whole else value

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
        for group in self._groups[:MOST]:
            add = self._add_choice if group.categories else self._add_field
            add(grid, group, gaps[group.start])
        if len(self._groups) > MOST:
            told = self.tr("and {count} more, which stay as they are").format(count=len(self._groups) - MOST)
            rest = QLabel(told)
            rest.setProperty("role", "note")
            grid.addWidget(rest, MOST, 0, 1, 2)
        self.setWidget(content)
        self.retranslate()
        self._show_hints()

    def _add_field(self, grid: QGridLayout, group: Group, may_be_empty: bool) -> None:
        declared = Hyperparameter(
            group.title, float, may_be_empty, 0.0, group.title, "", DATED if group.date else FINITE, (), False, False
        )
        field = NumberField(declared, 0.0, written=Dates(declared) if group.date else None)
        field.typed.connect(lambda value: self._take(group.start, value))
        field.value_changed.connect(lambda value: self._take(group.start, value))
        row = self._add_row(grid, field)
        field.complained.connect(row.complain)
        self._hints[-1].setMinimumHeight(row.label.minimumHeight())

    def _add_choice(self, grid: QGridLayout, group: Group, may_be_empty: bool) -> None:
        field = ComboBox()
        field.addItems([*group.categories, *([NONE] if may_be_empty else [])])
        field.currentIndexChanged.connect(lambda chosen: self._choose(group, chosen))
        self._add_row(grid, field)

    def _add_row(self, grid: QGridLayout, field: NumberField | ComboBox) -> Row:
        row, hint, line = Row(field), QLabel(), len(self.fields)
        hint.setProperty("role", "note")
        grid.addWidget(row, line, 0)
        grid.addWidget(hint, line, 1, Qt.AlignmentFlag.AlignTop)
        self.fields.append(field)
        self._rows.append(row)
        self._hints.append(hint)
        return row

    def _take(self, index: int, value: float | None) -> None:
        self._values.reshape(-1)[index] = np.nan if value is None else value
        self.edited.emit()

    def _choose(self, group: Group, chosen: int) -> None:
        """One of the categories, or behind them that none is known."""
        yes = np.arange(group.end - group.start) == chosen
        known = chosen < len(group.categories)
        self._values.reshape(-1)[group.start : group.end] = yes if known else np.nan
        self.edited.emit()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        if self._ranges is None:
            return
        low, high = self._ranges.low.reshape(-1), self._ranges.high.reshape(-1)
        for field, row, hint, group in zip(self.fields, self._rows, self._hints, self._groups, strict=False):
            if isinstance(field, ComboBox):
                field.setPlaceholderText(mixed_word())
                row.set_words(group.title)
                continue
            tell = date_text if group.date else measure
            told = {"low": tell(float(low[group.start])), "high": tell(float(high[group.start]))}
            hint.setText(self.tr("{low} to {high}").format(**told))
            named = self.tr("{name}: from {low} to {high} in the data").format(name=group.title, **told)
            row.set_words(group.title, named)

    def _show_hints(self) -> None:
        for hint in self._hints:
            hint.setVisible(self.width() >= ROOMY)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show_hints()


def _short(value: float) -> float:
    """As many digits as people read, but a large number whole."""
    return float(round(value)) if 10**DIGITS <= abs(value) < ENDLESS else float(f"{value:.{DIGITS}g}")


def _category(values: Array) -> int:
    """The place of the category that is meant, the one behind all for none, and -1 for a mixture such as the mean."""
    if np.isnan(values).any():
        return len(values)
    return int(values.argmax()) if values.max() == 1 and values.sum() == 1 else -1
