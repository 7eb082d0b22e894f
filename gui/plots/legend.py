"""The key to a chart's curves: a row above it, so that it never covers them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.run_looks import Dashes, line_pen
from gui.theme import current, magnified, note_font, note_number_font
from gui.widgets.icons import icon

ROW, SWATCH, DASHED, GAP, APART = 18, 10, 22, 6, 14
"""Pixels of a row's height, of a swatch or a mark, of swatches where one has dashes, and between parts and entries."""
USUAL = "0.0000"
"""A value as wide as most; shorter ones take its room, so that nothing moves while values change."""


@dataclass(frozen=True)
class LegendRow:
    """One curve: its colour, its name, its value, whether something is amiss with it, and the dashes of its line."""

    color: str
    name: str
    value: str
    amiss: bool = False
    dashes: Dashes = ()


class Entry(NamedTuple):
    """Where one curve's swatch begins, its name as far as there is room, and where its value begins."""

    left: float
    top: float
    name: str
    value_left: float


class Legend(QWidget):
    """Swatch, name and value of each curve side by side, or in columns below each other where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LegendRow, ...] = ()
        self._outgrown = False
        """Whether a value needed more room than there was beside the others; they stay below each other then."""
        self.setFixedHeight(row_height())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[LegendRow, ...]) -> None:
        """Show these curves."""
        if rows != self.rows:
            self._outgrown = self._outgrown and [row.name for row in rows] == [row.name for row in self.rows]
            self.rows = rows
            self.setAccessibleName(", ".join(f"{row.name} {row.value}" for row in rows))
            self._fit()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, row_height())

    @property
    def stacked(self) -> bool:
        """Whether curves stand below each other: where they have not, or had not once, all room beside each other."""
        return self._outgrown or sum(self._widths()) + APART * (len(self.rows) - 1) > self.width()

    def columns(self, rows: tuple[LegendRow, ...] | None = None) -> int:
        """How many of the rows at hand, or of these, stand beside each other where not all do."""
        widest = max(self._widths(rows), default=1.0)
        count = int((self.width() + APART) // (widest + APART))
        if self._outgrown and rows is None:
            count = min(count, len(self.rows) - 1)  # one row is what they have outgrown
        return max(1, count)

    def _widths(self, rows: tuple[LegendRow, ...] | None = None) -> list[float]:
        """What each curve needs for its swatch, its name and a usual value."""
        names = QFontMetricsF(note_font())
        told = any(row.value for row in rows or self.rows)
        value = GAP + QFontMetricsF(note_number_font()).horizontalAdvance(USUAL) if told else 0.0
        start = _swatch(rows or self.rows) + GAP
        return [start + names.horizontalAdvance(row.name) + value + _mark(row) for row in rows or self.rows]

    def _fit(self) -> None:
        """As high as needed; setting the same height again costs nothing."""
        if self.rows and not self.stacked:
            value = QFontMetricsF(note_number_font()).horizontalAdvance(self.rows[-1].value)
            self._outgrown = self.entries()[-1].value_left + value > self.width()
        self.setFixedHeight(row_height() * (max(1, math.ceil(len(self.rows) / self.columns())) if self.stacked else 1))

    def entries(self) -> list[Entry]:
        """Where everything stands; values stand in one line where curves stand below each other."""
        names, values = QFontMetricsF(note_font()), QFontMetricsF(note_number_font())
        start, stacked = _swatch(self.rows) + GAP, self.stacked
        usual = USUAL if any(row.value for row in self.rows) else ""
        gap = GAP if usual else 0
        column = max((values.horizontalAdvance(text) for row in self.rows for text in (usual, row.value)), default=0.0)
        columns = self.columns()
        apart = (self.width() + APART) / columns
        room = max(0.0, apart - APART - start - gap - column)
        widest = max((min(room, names.horizontalAdvance(row.name)) for row in self.rows), default=0.0)
        placed, left = [], 0.0
        for index, row in enumerate(self.rows):
            if stacked:
                name = names.elidedText(row.name, Qt.TextElideMode.ElideRight, widest + 0.5)
                side = index % columns * apart
                placed.append(Entry(side, index // columns * row_height(), name, side + start + widest + gap))
            else:
                value_left = left + start + names.horizontalAdvance(row.name) + gap
                placed.append(Entry(left, 0.0, row.name, value_left))
                told = max(values.horizontalAdvance(text) for text in (usual, row.value))
                left = value_left + told + _mark(row) + APART
        return placed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._outgrown = False
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, numbers, flags = note_font(), note_number_font(), Qt.AlignmentFlag.AlignVCenter
        swatch = _swatch(self.rows)
        for entry, row in zip(self.entries(), self.rows, strict=True):
            line = QRectF(entry.left, entry.top, self.width(), row_height())
            painter.setPen(line_pen(row.color, row.dashes, 3, swatch))
            painter.drawLine(QLineF(entry.left, line.center().y(), entry.left + swatch, line.center().y()))
            painter.setFont(words)
            painter.setPen(QColor(theme.muted))
            painter.drawText(line.adjusted(swatch + GAP, 0, 0, 0), flags, entry.name)
            painter.setFont(numbers)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(entry.value_left, entry.top, self.width(), row_height()), flags, row.value)
            if row.amiss:
                left = entry.value_left + QFontMetricsF(numbers).horizontalAdvance(row.value) + GAP
                place = QRect(round(left), round(line.center().y() - SWATCH / 2), SWATCH, SWATCH)
                icon("warning", theme.warning).paint(painter, place)


def row_height() -> int:
    """Pixels of one row in the theme that is worn."""
    return magnified(ROW)


def _swatch(rows: Sequence[LegendRow]) -> int:
    """The room for a piece of a line."""
    return DASHED if any(row.dashes for row in rows) else SWATCH


def _mark(row: LegendRow) -> int:
    """The room that a mark takes beside a value."""
    return GAP + SWATCH if row.amiss else 0
