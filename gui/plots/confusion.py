"""Who was taken for whom: a confusion matrix as a heat map with its counts, and the recall of each class."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import NOTE_PIXELS, body_font, current, number_font

Counts = NDArray[np.integer]

SOFTNESS = 0.5
"""How much of its full colour a cell takes on that holds all samples of its class, so that its count can be read."""
HEAD, GAP = 16, 6
"""Pixels of the row of names above the cells, and between the cells and what stands beside them."""
NAMES_SHARE = 0.3
"""The share of the width that the names of the rows may take."""
FLATTEST = 2.5
"""How many times wider than high a cell may be."""
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Cell(NamedTuple):
    """An actual class and what it was taken for; the column behind the last class is the recall."""

    actual: int
    predicted: int


class ConfusionMatrix(QWidget):
    """Actual classes by predicted ones: blue where they agree, orange where not, stronger for more of the row.

    `pointed` carries the Cell under the mouse or, while it has the focus, the one that the arrow keys have chosen;
    None when there is none. `chosen` carries one that was clicked, or chosen with Enter; `marked` is one whose samples
    are listed.
    """

    pointed = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: tuple[str, ...] = ()
        self.counts: Counts = np.zeros((0, 0), np.intp)
        self.cell: Cell | None = None
        self.marked: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_counts(self, classes: tuple[str, ...], counts: Counts) -> None:
        """Another matrix, (classes, classes)."""
        if len(classes) != len(self.classes):
            self._point_at(None)
        self.classes, self.counts = classes, counts
        self.update()

    def recall(self, actual: int) -> float:
        """The share of a class's samples that were found; NaN where it has none."""
        total = self.counts[actual].sum()
        return float(self.counts[actual, actual] / total) if total else np.nan

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    # Places

    def area(self) -> QRectF:
        """Where the cells stand, without names and recall."""
        names, numbers = QFontMetricsF(body_font(NOTE_PIXELS)), QFontMetricsF(number_font(NOTE_PIXELS))
        longest = max((names.horizontalAdvance(name) for name in self.classes), default=0.0)
        left = min(longest, NAMES_SHARE * self.width()) + GAP
        recall = max(numbers.horizontalAdvance("100%"), names.horizontalAdvance(self.tr("recall")))
        width, height = self.width() - left - recall - GAP, max(1.0, self.height() - HEAD)
        return QRectF(left, HEAD, min(max(1.0, width), FLATTEST * height), height)

    def place_of(self, cell: Cell) -> QRectF:
        """The rectangle of a cell, or of a recall."""
        area, count = self.area(), max(1, len(self.classes))
        width, height = area.width() / count, area.height() / count
        top = area.top() + cell.actual * height
        if cell.predicted == len(self.classes):
            return QRectF(area.right() + GAP, top, self.width() - area.right() - GAP, height)
        return QRectF(area.left() + cell.predicted * width, top, width, height)

    def cell_at(self, place: QPointF) -> Cell | None:
        """The cell at a place of the widget."""
        area, count = self.area(), len(self.classes)
        row = int((place.y() - area.top()) // (area.height() / max(1, count)))
        column = int((place.x() - area.left()) // (area.width() / max(1, count)))
        if not (0 <= row < count and column >= 0):
            return None
        return Cell(row, min(column, count))

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.cell_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.cell_at(event.position()))
        else:
            super().mousePressEvent(event)

    def _choose(self, cell: Cell | None) -> None:
        """A recall stands for the samples that it counts."""
        if cell is not None:
            self.chosen.emit(Cell(cell.actual, cell.actual) if cell.predicted == len(self.classes) else cell)

    def mark(self, cell: Cell | None) -> None:
        """Show that this cell's samples are listed, or none's."""
        if cell != self.marked:
            self.marked = cell
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cell is None and self.classes and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at(Cell(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cell is not None:
            self._choose(self.cell)
            return
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.classes:
            super().keyPressEvent(event)
            return
        last, cell = len(self.classes) - 1, self.cell or Cell(0, 0)
        self._point_at(Cell(min(max(cell.actual + step[0], 0), last), min(max(cell.predicted + step[1], 0), last + 1)))

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(cell)
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.classes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cells(painter)
        self._paint_names(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for cell, color in ((self.marked, current().text), (self.cell, current().accent)):
            if cell is not None and max(cell) <= len(self.classes):
                painter.setPen(QPen(QColor(color), 2))
                painter.drawRoundedRect(self.place_of(cell).adjusted(1, 1, -1, -1), 2, 2)

    def _paint_cells(self, painter: QPainter) -> None:
        theme = current()
        shares = self.counts / np.maximum(1, self.counts.sum(axis=1, keepdims=True))
        painter.setFont(number_font(NOTE_PIXELS))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(theme.text))
        for actual, row in enumerate(self.counts.tolist()):
            for predicted, count in enumerate(row):
                place = self.place_of(Cell(actual, predicted))
                share = SOFTNESS * float(shares[actual, predicted])
                color = theme.sign_color(share if actual == predicted else -share)
                painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), color)
                fits = metrics.horizontalAdvance(str(count)) < place.width() and metrics.ascent() < place.height()
                if count and fits:
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_names(self, painter: QPainter) -> None:
        """Classes to the left and above, as far as there is room, and each one's recall to the right."""
        names, numbers = body_font(NOTE_PIXELS), number_font(NOTE_PIXELS)
        metrics, area, count = QFontMetricsF(names), self.area(), len(self.classes)
        every = max(1, int(np.ceil(metrics.ascent() / (area.height() / count))))
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(current().muted))
        for index, name in enumerate(self.classes):
            own = self.place_of(Cell(index, index))
            painter.setFont(names)
            head = metrics.elidedText(name, Qt.TextElideMode.ElideRight, own.width() - 2)
            painter.drawText(QRectF(own.left(), 0, own.width(), HEAD), Qt.AlignmentFlag.AlignCenter, head)
            if index % every:
                continue
            line = QRectF(0, own.center().y() - HEAD / 2, area.left() - GAP, HEAD)
            painter.drawText(line, middle | right, metrics.elidedText(name, Qt.TextElideMode.ElideRight, line.width()))
            painter.setFont(numbers)
            recall = self.place_of(Cell(index, count))
            share = self.recall(index)
            text = "\N{EN DASH}" if np.isnan(share) else f"{share:.0%}"
            painter.drawText(QRectF(recall.left(), line.top(), recall.width(), HEAD), middle | right, text)
        painter.setFont(names)
        beside = QRectF(area.right() + GAP, 0, self.width() - area.right() - GAP, HEAD)
        painter.drawText(beside, middle | right, self.tr("recall"))
