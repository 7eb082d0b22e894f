"""The key to a chart's curves: a row above it, so that it never covers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import NOTE_PIXELS, body_font, current, number_font

ROW, SWATCH, GAP, APART = 18, 10, 6, 14
"""Pixels of the row's height, of a swatch, and between parts and entries."""
USUAL = "0.00000"
"""A value that is as wide as most; shorter ones take its room, so that nothing moves while values change."""


@dataclass(frozen=True)
class LegendRow:
    """One curve: its colour, its name and its value."""

    color: str
    name: str
    value: str


class Entry(NamedTuple):
    """Where one curve's words stand: from `left` on, the name as far as there is room, the value in its column."""

    left: float
    name: str
    value_left: float


class Legend(QWidget):
    """Swatch, name and value of each curve, and at the far end the `note`, where there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LegendRow, ...] = ()
        self.note = ""
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[LegendRow, ...], note: str) -> None:
        """Show these curves; the note tells of when their values are."""
        if (rows, note) != (self.rows, self.note):
            self.rows, self.note = rows, note
            self.setAccessibleName(", ".join([*(f"{row.name} {row.value}" for row in rows), note]))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, ROW)

    def entries(self) -> list[Entry]:
        """Where everything stands; names are shortened where the row is narrow, values never."""
        names, values = QFontMetricsF(body_font(NOTE_PIXELS)), QFontMetricsF(number_font(NOTE_PIXELS))
        columns = [max(values.horizontalAdvance(text) for text in (row.value, USUAL)) for row in self.rows]
        others = sum(columns) + len(self.rows) * (SWATCH + 2 * GAP + APART) - APART
        rooms = _shared([names.horizontalAdvance(row.name) for row in self.rows], self.width() - others)
        placed, left = [], 0.0
        for row, column, room in zip(self.rows, columns, rooms, strict=True):
            name = names.elidedText(row.name, Qt.TextElideMode.ElideRight, room + 0.5)
            value_left = left + SWATCH + 2 * GAP + room
            placed.append(Entry(left, name, value_left))
            left = value_left + column + APART
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, flags = self.height() / 2, Qt.AlignmentFlag.AlignVCenter
        entries = self.entries()
        painter.setPen(Qt.PenStyle.NoPen)
        for entry, row in zip(entries, self.rows, strict=True):
            painter.setBrush(QColor(row.color))
            painter.drawRoundedRect(QRectF(entry.left, middle - 1.5, SWATCH, 3), 1.5, 1.5)
        painter.setFont(number_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.text))
        end = 0.0
        for entry, row in zip(entries, self.rows, strict=True):
            painter.drawText(QRectF(entry.value_left, 0, self.width(), ROW), flags, row.value)
            end = entry.value_left + QFontMetricsF(painter.font()).horizontalAdvance(row.value) + APART
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        for entry in entries:
            painter.drawText(QRectF(entry.left + SWATCH + GAP, 0, self.width(), ROW), flags, entry.name)
        if end + QFontMetricsF(painter.font()).horizontalAdvance(self.note) <= self.width():
            painter.drawText(QRectF(0, 0, self.width(), ROW), flags | Qt.AlignmentFlag.AlignRight, self.note)


def _shared(wanted: Sequence[float], room: float) -> list[float]:
    """What each gets of the room: all it wants where that is little, and an equal share of the rest."""
    given = [0.0] * len(wanted)
    for rank, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[index] = max(0.0, min(wanted[index], room / (len(wanted) - rank)))
        room -= given[index]
    return given
