"""The best result for every pair of values of two settings, as a map."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.i18n import NONE, number, plain
from gui.plots.export import Table
from gui.plots.frame import Frame
from gui.plots.insides.value_colors import legend_width, paint_legend
from gui.theme import NOTE_PIXELS, Theme, body_font, current, ink_on, number_font
from gui.widgets.controls import Entry, PickBox, name_aloud
from gui.widgets.focus_ring import paint_focus

GAP, LINE = 8, 16
NAMES_SHARE = 0.3
SOFTNESS = 0.85
DIGITS = (3, 4, 5)
"""Of a result in its cell."""
ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Cell(NamedTuple):
    """The best trial of a pair of values: how good it is among all, from 0 to 1, and its result."""

    trial: int
    share: float
    result: float


Cells = dict[tuple[int, int], Cell]
"""By row and column; a pair that no trial has tried yet is missing."""


class Key(NamedTuple):
    """Of which result colours tell, and between which of its values."""

    name: str
    worst: float
    best: float


def enough_digits(results: set[float]) -> int:
    """As few as let no two results look alike; those that no digits of `DIGITS` tell apart get the fewest."""
    return next((few for few in DIGITS if len({number(each, few) for each in results}) == len(results)), DIGITS[0])


def _is_number(name: str) -> bool:
    try:
        float(plain(name))
    except ValueError:
        return False
    return True


class MapArea(QWidget):
    """The drawing. `pointed` carries the trial of the cell under the mouse, or None; `picked` the one clicked."""

    pointed = Signal(object)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[str, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.cells: Cells = {}
        self.key: Key | None = None
        self.shown: int | None = None
        self._digits = DIGITS[0]
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def show_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Cells, key: Key | None) -> None:
        """Another map; the first row stands at the bottom, as on an axis."""
        self.rows, self.columns, self.cells, self.key = tuple(rows), tuple(columns), cells, key
        self._digits = enough_digits(self._results)
        self.update()

    @property
    def _results(self) -> set[float]:
        return {cell.result for cell in self.cells.values()}

    def fitting_digits(self) -> int:
        """So many of them as all cells have room for; 0 where they have none for two of each."""
        metrics, place = QFontMetricsF(number_font(NOTE_PIXELS)), self.place_of(0, 0)
        if metrics.height() >= place.height():
            return 0
        for digits in range(self._digits, 1, -1):
            longest = max(metrics.horizontalAdvance(number(result, digits)) for result in self._results)
            if longest + 4 < place.width():
                return digits
        return 0

    def show_one(self, trial: int | None) -> None:
        """Let the cell of one trial stand out."""
        self.shown = trial
        self.update()

    # Places

    def area(self) -> QRectF:
        """Where the cells stand, right of the rows' words and above those of the columns."""
        metrics = QFontMetricsF(body_font(NOTE_PIXELS))
        longest = max((metrics.horizontalAdvance(name) for name in self.rows), default=0.0)
        left = min(longest, NAMES_SHARE * self.width()) + GAP
        width = max(1.0, self.width() - left - 2)
        height = self.height() - LINE - GAP - self._foot(width)
        return QRectF(left, LINE + GAP, width, max(1.0, height))

    def _foot(self, width: float) -> float:
        """Pixels for the columns' names below them: upright where they would not stand beside each other."""
        if not self._stands_upright(width):
            return LINE + GAP
        return min(self._longest(), NAMES_SHARE * self.height()) + GAP

    def _stands_upright(self, width: float) -> bool:
        """Whether columns of so many pixels together are too narrow for their names, but not for a line of words."""
        each = width / max(1, len(self.columns))
        return LINE <= each < self._longest() + 4

    def _longest(self) -> float:
        """Pixels of the longest name of a column."""
        metrics = QFontMetricsF(body_font(NOTE_PIXELS))
        return max((metrics.horizontalAdvance(name) for name in self.columns), default=0.0)

    def place_of(self, row: int, column: int) -> QRectF:
        """The rectangle of a cell."""
        area = self.area()
        width, height = area.width() / len(self.columns), area.height() / len(self.rows)
        return QRectF(area.left() + column * width, area.bottom() - (row + 1) * height, width, height)

    def trial_at(self, place: QPointF) -> int | None:
        """The trial of the cell at a place."""
        found = (cell.trial for at, cell in self.cells.items() if self.place_of(*at).contains(place))
        return next(found, None)

    # Hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.trial_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        trial = self.trial_at(event.position())
        if trial is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(trial)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys lead to the next cell that holds a trial."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self.cells:
            super().keyPressEvent(event)
            return
        at = next((at for at, cell in self.cells.items() if cell.trial == self.shown), None)
        if at is None:
            self.picked.emit(self.cells[min(self.cells)].trial)
            return
        row, column = at[0] - step[0], at[1] + step[1]
        while 0 <= row < len(self.rows) and 0 <= column < len(self.columns):
            if (row, column) in self.cells:
                self.picked.emit(self.cells[row, column].trial)
                return
            row, column = row - step[0], column + step[1]

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.rows and self.columns):
            return
        painter = QPainter(self)
        self._paint_cells(painter)
        self._paint_names(painter)
        if self.key is not None:
            self._paint_key(painter, self.key)
        if self.hasFocus():
            paint_focus(painter, self)

    def _paint_cells(self, painter: QPainter) -> None:
        theme = current()
        painter.setFont(number_font(NOTE_PIXELS))
        digits = self.fitting_digits() if self.cells else 0
        for row in range(len(self.rows)):
            for column in range(len(self.columns)):
                place, cell = self.place_of(row, column).adjusted(0.5, 0.5, -0.5, -0.5), self.cells.get((row, column))
                if cell is None:
                    painter.fillRect(place, QColor(theme.hover))
                    continue
                ground = theme.magnitude_color(cell.share)
                painter.fillRect(place, ground)
                if digits:
                    painter.setPen(ink_on(ground))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(cell.result, digits))
        for at, cell in self.cells.items():
            if cell.trial == self.shown:
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRect(self.place_of(*at).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter) -> None:
        """Words that are too long are cut, as the tip of a cell is not."""
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(current().muted))
        metrics, area, right = QFontMetricsF(painter.font()), self.area(), Qt.AlignmentFlag.AlignRight
        for row, name in enumerate(self.rows):
            middle = self.place_of(row, 0).center().y()
            room = QRectF(0, middle - LINE / 2, area.left() - GAP, LINE)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | right, text)
        if self._stands_upright(area.width()):
            self._paint_upright_names(painter, metrics)
        else:
            self._paint_level_names(painter, metrics)

    def _paint_upright_names(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Below narrow columns, read from the bottom to the top."""
        area = self.area()
        room = self.height() - area.bottom() - GAP / 2
        for column, name in enumerate(self.columns):
            painter.save()
            painter.translate(self.place_of(0, column).center().x(), area.bottom() + GAP / 2)
            painter.rotate(-90)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            box = QRectF(-room, -LINE / 2, room, LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
            painter.restore()

    def _paint_level_names(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """Below wide columns; of numbers, which would be others if they were cut, only some below very narrow ones."""
        area = self.area()
        width = area.width() / len(self.columns)
        every = math.ceil((self._longest() + 4) / width) if all(map(_is_number, self.columns)) else 1
        for column in range(0, len(self.columns), every):
            middle = self.place_of(0, column).center().x()
            room = QRectF(middle - every * width / 2, area.bottom() + 2, every * width, LINE)
            text = metrics.elidedText(self.columns[column], Qt.TextElideMode.ElideRight, room.width() - 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_key(self, painter: QPainter, key: Key) -> None:
        """What the colours mean, from the worst of all trials to the best; they go by rank."""
        theme, row = current(), QRectF(0, 0, self.width() - 2, LINE)
        paint_legend(painter, row, key.worst, key.best, theme, theme.magnitude_ramp)
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        row.setRight(row.right() - legend_width(key.worst, key.best) - GAP)
        text = QFontMetricsF(painter.font()).elidedText(key.name, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)


class MapView(Frame):
    """The map in its frame, where the two settings are chosen; `asked` says that others are.

    `table` is what a file of it holds.
    """

    asked = Signal()

    def __init__(self, table: Callable[[], Table], parent: QWidget | None = None) -> None:
        super().__init__("sweep_map", parent)
        self._table = table
        self._names: tuple[str, ...] = ()
        self.area = MapArea()
        self.across = PickBox(self._describe, 0)
        self.up = PickBox(self._describe, 0)
        self._by = QLabel("\N{MULTIPLICATION SIGN}")
        for box in (self.across, self.up):
            box.setMinimumContentsLength(9)
            box.value_changed.connect(lambda _value: self.asked.emit())
        for control in (self.up, self._by, self.across):
            self.add_control(control)
        self.set_body(self.area)
        self.menu.removeAction(self.reset_action)
        self.dress()
        self.show_hint(True)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these settings, at first the first two of them."""
        self._names = tuple(names)
        for box in (self.across, self.up):
            box.retranslate()
        self.across.set_value(0)
        self.up.set_value(min(1, max(0, len(self._names) - 1)))
        for control in (self.across, self._by, self.up):
            control.setVisible(len(self._names) > 1)
        self.note.setText(self._names[0] if len(self._names) == 1 else "")

    def show_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Cells, key: Key | None) -> None:
        """Another map of the chosen settings."""
        self.area.show_cells(rows, columns, cells, key)
        self.show_hint(not cells)

    def table(self) -> Table:
        return self._table()

    def _describe(self) -> list[Entry]:
        return [Entry(place, name) for place, name in enumerate(self._names or (NONE,))]

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.area.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Map of two settings"))
        self.hint.setText(self.tr("The best result for each pair of values appears here."))
        self.area.setAccessibleName(self.windowTitle())
        name_aloud(self.across, self.tr("Setting across"))
        name_aloud(self.up, self.tr("Setting upwards"))
        super().retranslate()
