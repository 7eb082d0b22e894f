"""Every two of some columns against each other, and each one's histogram on the diagonal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.days import date_text
from engine.data.description import ColumnBars
from engine.data.samples import Column
from gui import theme
from gui.class_looks import SHAPES, class_colors, class_shapes
from gui.plots.ticks import date_ticks, linear_ticks, tick_texts

Array = NDArray[np.floating]

LEFT, BOTTOM, GAP, INSET = 44, 20, 6, 6
"""Pixels for numbers at the left and below, between cells, and between a cell's edge and its points."""
TITLE = 18
APART, DATES_APART = 44, 76
"""Pixels for a number, or a date, below a column."""
CROWDED = 0.62
"""How large symbols are beside those of the decision boundary."""
SHADES = 33
"""Steps of the ramp by which measures are told."""
SETTLE = 80
"""Milliseconds without another size after which the picture is drawn anew."""


@dataclass(frozen=True, eq=False)
class Look:
    """How samples look: each one's `kind` as a place in `colors` and `shapes`, and which are `rings`.

    `edge` is the colour around what is filled.
    """

    kinds: NDArray[np.intp]
    colors: tuple[str, ...]
    shapes: tuple[int, ...]
    rings: NDArray[np.bool_]
    edge: str


def look_of(labels: NDArray[np.intp] | None, classes: int, values: Array | None, rings: NDArray[np.bool_]) -> Look:
    """By class, as the decision boundary draws them; else by value on the diverging ramp; else all alike."""
    worn = theme.current()
    if labels is not None:
        return Look(
            labels,
            class_colors(classes, worn),
            tuple(index % len(SHAPES) for index in range(classes)),
            rings,
            worn.panel,
        )
    if values is None or not len(values):
        return Look(np.zeros(len(rings), np.intp), (worn.positive,), (0,), rings, worn.panel)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    shares = np.nan_to_num((values - low) / max(high - low, 1e-12))
    colors = tuple(worn.sign_color(2 * step / (SHADES - 1) - 1).name() for step in range(SHADES))
    return Look((shares * (SHADES - 1)).round().astype(np.intp), colors, (0,) * SHADES, rings, worn.muted)


class ScatterMatrix(QWidget):
    """`pointed` carries (column, row, x, y) under the mouse, or None."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.dates: tuple[bool, ...] = ()
        self._values: list[Array] = []
        self._bars: list[ColumnBars] = []
        self._ranges: list[tuple[float, float]] = []
        self._look = look_of(None, 1, None, np.zeros(0, bool))
        self._picture: QPixmap | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.redraw)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_columns(self, columns: list[Column], values: list[Array], bars: list[ColumnBars], look: Look) -> None:
        """Other columns: the values that are drawn as points, and the histograms of all."""
        self.names = tuple(column.name for column in columns)
        self.dates = tuple(column.date for column in columns)
        self._values, self._bars, self._look = values, bars, look
        self._ranges = [(float(each.edges[0]), float(each.edges[-1])) for each in bars]
        self.redraw()

    def redraw(self) -> None:
        """Draw all anew with the next frame."""
        self._picture = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    # Places

    def place_of(self, column: int, row: int) -> QRectF:
        """The rectangle of a cell."""
        count = max(1, len(self.names))
        width = (self.width() - LEFT) / count
        height = (self.height() - BOTTOM) / count
        return QRectF(LEFT + column * width, row * height, width - GAP, height - GAP)

    def inner(self, column: int, row: int) -> QRectF:
        """Where a cell's points lie."""
        return self.place_of(column, row).adjusted(INSET, INSET, -INSET, -INSET)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, count = event.position(), range(len(self.names))
        cells = ((column, row) for column in count for row in count)
        cell = next((each for each in cells if self.place_of(*each).contains(place)), None)
        if cell is None:
            self.pointed.emit(None)
            return
        inner = self.inner(*cell)
        (left, right), (bottom, top) = (self._ranges[index] for index in cell)
        x = left + (place.x() - inner.left()) / inner.width() * (right - left)
        y = top - (place.y() - inner.top()) / inner.height() * (top - bottom)
        self.pointed.emit((*cell, x, y))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.names:
            return
        if self._picture is None:
            self._settle.stop()
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme.current().panel))
        painter = QPainter(picture)
        for row in range(len(self.names)):
            for column in range(len(self.names)):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(QPen(QColor(theme.current().hairline), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.place_of(column, row).toRect())
                if row == column:
                    self._draw_bars(painter, row)
                else:
                    self._draw_points(painter, column, row, ratio)
            self._draw_numbers(painter, row)
        painter.end()
        return picture

    def _draw_bars(self, painter: QPainter, index: int) -> None:
        worn, bars = theme.current(), self._bars[index]
        inner = self.inner(index, index).adjusted(0, TITLE - INSET, 0, 0)
        colors = class_colors(len(bars.counts), worn) if len(bars.counts) > 1 else (worn.positive,)
        most = max(1, int(bars.counts.sum(axis=0).max()))
        low, high = self._ranges[index]
        lefts = inner.left() + (bars.edges - low) / max(high - low, 1e-12) * inner.width()
        bottoms = np.full(bars.counts.shape[1], inner.bottom())
        for color, counts in zip(colors, bars.counts, strict=False):
            tops = bottoms - counts / most * inner.height()
            for left, right, top, bottom in zip(lefts[:-1], lefts[1:], tops, bottoms, strict=True):
                if bottom > top:
                    painter.fillRect(QRectF(left + 0.5, top, max(1.0, right - left - 1), bottom - top), QColor(color))
            bottoms = tops
        painter.setFont(theme.body_font(theme.NOTE_PIXELS))
        painter.setPen(QColor(worn.text))
        place = self.place_of(index, index)
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(self.names[index], Qt.TextElideMode.ElideRight, place.width() - 2 * INSET)
        painter.drawText(
            QRectF(place.left() + INSET, place.top() + 2, place.width(), TITLE), Qt.AlignmentFlag.AlignLeft, name
        )

    def _draw_points(self, painter: QPainter, column: int, row: int, ratio: float) -> None:
        inner, look = self.inner(column, row), self._look
        (left, right), (bottom, top) = self._ranges[column], self._ranges[row]
        xs = inner.left() + (self._values[column] - left) / max(right - left, 1e-12) * inner.width()
        ys = inner.bottom() - (self._values[row] - bottom) / max(top - bottom, 1e-12) * inner.height()
        known = np.isfinite(xs) & np.isfinite(ys)
        for rings in (True, False):  # what is trained on lies above
            for kind in range(len(look.colors)):
                chosen = np.flatnonzero(known & (look.kinds == kind) & (look.rings == rings))
                if not len(chosen):
                    continue
                sign = symbol(look.shapes[kind], look.colors[kind], rings, ratio, look.edge, theme.current().panel)
                half = sign.width() / ratio / 2
                whole = QRectF(0, 0, sign.width(), sign.height())
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
                for x, y in zip(xs[chosen].tolist(), ys[chosen].tolist(), strict=True):
                    painter.drawPixmap(QPointF(x - half, y - half), sign, whole)

    def _draw_numbers(self, painter: QPainter, index: int) -> None:
        """A few numbers left of the rows and below the columns."""
        painter.setFont(theme.number_font(theme.NOTE_PIXELS))
        painter.setPen(QColor(theme.current().muted))
        metrics = QFontMetricsF(painter.font())
        low, high = self._ranges[index]
        span = max(high - low, 1e-12)
        row, column = self.inner(0, index), self.inner(index, len(self.names) - 1)
        date = self.dates[index]
        spread, apart = (date_ticks, DATES_APART) if date else (linear_ticks, APART)
        ticks = spread(low, high, max(2, int(row.height() // 32)))
        texts = tick_texts(ticks, lambda text: metrics.horizontalAdvance(text) <= LEFT - 6)
        if date:  # in two lines, as a whole one has no room here
            texts = [date_text(tick, whole=True).replace("-", "\n", 1) for tick in ticks]
        for tick, text in zip(ticks, texts, strict=True):
            y = row.bottom() - (tick - low) / span * row.height()
            box = QRectF(0, y - 16, LEFT - 6, 32)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        ticks = spread(low, high, max(2, int(column.width() // apart)))
        texts = tick_texts(ticks, lambda text: metrics.horizontalAdvance(text) <= APART)
        if date:
            texts = [date_text(tick, whole=True) for tick in ticks]
        for tick, text in zip(ticks, texts, strict=True):
            half = metrics.horizontalAdvance(text) / 2
            x = column.left() + (tick - low) / span * column.width()
            painter.drawText(QPointF(min(x - half, self.width() - 2 * half), self.height() - 5), text)


@lru_cache(maxsize=256)
def symbol(shape: int, color: str, ring: bool, ratio: float, edge: str, paper: str) -> QPixmap:
    """One sample's sign, drawn once for all that look so."""
    drawn = class_shapes(len(SHAPES))[shape]
    size = drawn.size * CROWDED
    side = int(np.ceil((size + 3) * ratio))
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / ratio / 2, side / ratio / 2)
    pen = QPen(QColor(color if ring else edge), 1.4 if ring else 0.6)
    pen.setCosmetic(False)
    painter.scale(size, size)
    pen.setWidthF(pen.widthF() / size)
    painter.setPen(pen)
    painter.setBrush(QColor(paper if ring else color))
    painter.drawPath(Symbols[drawn.symbol])
    painter.end()
    return picture
