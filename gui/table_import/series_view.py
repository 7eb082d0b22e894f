"""What is forecast, drawn over time, with one window that the network sees and what it is to tell from it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import TimeSeries
from gui.i18n import grouped, measure, paragraph
from gui.theme import NOTE_PIXELS, Theme, body_font, current, number_font

Array = NDArray[np.float64]

AROUND = 8
"""So many windows with their targets are shown side by side."""
CAPTION, MARGIN, GAP = 18, 6, 8
BAND = 0.14
"""How much of its full colour the background of a window takes on."""
DOT, MOST_DOTS = 2.5, 60
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class SeriesView(QWidget):
    """The arrow keys or a press move the marked window, `place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_series")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(240)
        self.place = 0
        self._source: TimeSeries | None = None
        self._target: Array = np.zeros(0)

    def show_series(self, source: TimeSeries, target: Array) -> None:
        """Draw another series, of which `target` (steps,) is forecast; the marked window stays where there is one."""
        self._source, self._target = source, target
        self.move_to(self.place)

    @property
    def count(self) -> int:
        """How many windows there are."""
        return self._source.count_in(len(self._target)) if self._source is not None else 0

    def move_to(self, place: int) -> None:
        """Mark another window, or the nearest that there is."""
        self.place = max(0, min(place, self.count - 1))
        self.setAccessibleDescription(self.caption())
        self.update()

    def caption(self) -> str:
        """The marked window in words."""
        source = self._source
        if source is None:
            return ""
        begin = self.place * source.stride + 1
        seen, ahead = begin + source.window, begin + source.window + source.horizon
        told = self.tr("Window {place} of {count}: steps {seen} are seen, {ahead} forecast")
        return told.format(
            place=grouped(self.place + 1), count=grouped(self.count), seen=_range(begin, seen - 1),
            ahead=_range(seen, ahead - 1),
        )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.setAccessibleName(self.tr("The series with one window"))
        told = self.tr(
            "Blue is what the network sees of the target, orange what it is to forecast. Press elsewhere, or use the "
            "arrow keys, to mark another window."
        )
        self.setToolTip(paragraph(told))
        self.move_to(self.place)

    # Places

    def section(self) -> tuple[int, int]:
        """The steps that are shown: all, or some around the marked window."""
        source = self._source
        if source is None:
            return 0, 0
        length = source.window + source.horizon
        shown = min(len(self._target), AROUND * length)
        middle = self.place * source.stride + length // 2
        first = max(0, min(middle - shown // 2, len(self._target) - shown))
        return first, first + shown

    def area(self) -> QRectF:
        """Where the line is drawn; left of it stand the least and the greatest value."""
        metrics = QFontMetricsF(number_font(NOTE_PIXELS))
        left = max((metrics.horizontalAdvance(text) for text in self._ends()), default=0.0) + GAP
        return QRectF(left, CAPTION + MARGIN, self.width() - left - MARGIN, self.height() - CAPTION - 2 * MARGIN)

    def point(self, step: int) -> QPointF:
        """Where the value of a step is drawn."""
        return self._points(range(step, step + 1))[0]

    def _points(self, steps: range) -> list[QPointF]:
        first, end = self.section()
        (low, high), area = self._range(), self.area()
        x = area.left() + (np.array(steps) - first) / max(1, end - first - 1) * area.width()
        y = area.bottom() - (self._target[steps] - low) / (high - low) * area.height()
        return list(map(QPointF, x.tolist(), y.tolist()))

    def _range(self) -> tuple[float, float]:
        first, end = self.section()
        shown = self._target[first:end]
        low, high = (float(shown.min()), float(shown.max())) if shown.size else (0.0, 1.0)
        return (low, high) if high > low else (low - 0.5, high + 0.5)

    def _ends(self) -> tuple[str, str]:
        low, high = self._range()
        return measure(low, 5), measure(high, 5)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._source is None or not self.count:
            return
        worn, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area()
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(worn.muted))
        words = painter.fontMetrics().elidedText(self.caption(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(QPointF(area.left(), CAPTION - 6), words)
        painter.setFont(number_font(NOTE_PIXELS))
        for text, y in zip(self._ends(), (area.bottom(), area.top()), strict=True):
            box = QRectF(0, y - 8, area.left() - GAP + 2, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(QColor(worn.hairline), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        self._paint_line(painter, *self.section(), QPen(QColor(worn.muted), 1.2))
        self._paint_window(painter, worn, area)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_window(self, painter: QPainter, worn: Theme, area: QRectF) -> None:
        source = self._source
        assert source is not None
        begin = self.place * source.stride
        seen, end = begin + source.window, begin + source.window + source.horizon
        half = area.width() / max(1, self.section()[1] - self.section()[0] - 1) / 2
        for first, last, ink in ((begin, seen, worn.positive), (seen, end, worn.negative)):
            left, right = self.point(first).x() - half, self.point(last - 1).x() + half
            color = QColor(ink)
            color.setAlphaF(BAND)
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()).intersected(area), color)
            self._paint_line(painter, first, last, QPen(QColor(ink), 2))
            if last - first <= MOST_DOTS:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ink))
                for point in self._points(range(first, last)):
                    painter.drawEllipse(point, DOT, DOT)

    def _paint_line(self, painter: QPainter, first: int, end: int, pen: QPen) -> None:
        """From step to step; of very many as many as there are pixels."""
        stride = max(1, (end - first) // max(1, 2 * self.width()))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(self._points(range(first, end, stride))))

    # Hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS:
            self.move_to(self.place + KEYS[key])
        elif key == Qt.Key.Key_Home:
            self.move_to(0)
        elif key == Qt.Key.Key_End:
            self.move_to(self.count - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the window whose middle is nearest."""
        source, (first, end), area = self._source, self.section(), self.area()
        if source is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        step = first + (event.position().x() - area.left()) / max(1.0, area.width()) * (end - first - 1)
        self.move_to(round((step - (source.window + source.horizon - 1) / 2) / source.stride))

    def sizeHint(self) -> QSize:
        return QSize(420, 150)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)


def _range(first: int, last: int) -> str:
    return grouped(first) if first == last else f"{grouped(first)}\N{EN DASH}{grouped(last)}"
