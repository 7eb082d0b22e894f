"""Classes in plots: their colours mixed by probability, and the key to what they look like."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from gui.class_looks import Shape, class_colors, class_shapes
from gui.theme import Theme, current, magnified, note_font

SYMBOL, ROW, APART = 9, 16, 10
FEW, LEAST = 3, 72
"""Classes of which a key asks for room, and how many pixels at most."""
SIGN = 14
"""Pixels of the square in which a class's sign stands."""


def rgb(color: str) -> tuple[int, int, int]:
    """Red, green and blue from 0 to 255."""
    parts = QColor(color)
    return parts.red(), parts.green(), parts.blue()


def blend(probabilities: NDArray[np.floating], theme: Theme) -> NDArray[np.uint8]:
    """(..., classes) probabilities as (..., 3) colours, mixed by probability; neutral where they are not numbers."""
    colors = _rgb(class_colors(probabilities.shape[-1], theme))
    shares = np.clip(np.nan_to_num(probabilities.astype(np.float64), posinf=0.0), 0.0, None)
    total = shares.sum(axis=-1, keepdims=True)
    mixed = np.where(total > 0, (shares / np.where(total > 0, total, 1.0)) @ colors, _rgb((theme.neutral,)))
    return mixed.round().astype(np.uint8)


@lru_cache(maxsize=8)
def _rgb(colors: tuple[str, ...]) -> NDArray[np.float64]:
    return np.array([rgb(color) for color in colors], np.float64)


def paint_symbol(painter: QPainter, middle: QPointF, shape: Shape, color: str) -> None:
    """One class's sign."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    place = QTransform.fromTranslate(middle.x(), middle.y()).scale(shape.size, shape.size)
    painter.drawPath(place.map(Symbols[shape.symbol]))


def class_sign(number: int, count: int, ratio: float) -> QPixmap:
    """The sign of one class as all plots draw it, for a table; `ratio` pixels of the screen for each of its own."""
    return _sign(class_shapes(count)[number], class_colors(count, current())[number], ratio)


@lru_cache(maxsize=256)
def _sign(shape: Shape, color: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SIGN * ratio), round(SIGN * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_symbol(painter, QPointF(SIGN / 2, SIGN / 2), shape, color)
    painter.end()
    return pixmap


class ClassKey(QWidget):
    """What the classes look like: symbols with names in one row, as many as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Show these classes; none leaves the place empty."""
        self.names = names
        self.setToolTip("\n".join(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, magnified(ROW))

    def minimumSizeHint(self) -> QSize:
        """What a few classes with short names need is not left to the boxes beside them."""
        if len(self.names) > FEW:
            return QSize(0, magnified(ROW))
        metrics = QFontMetrics(note_font())
        wanted = sum(SYMBOL + 5 + metrics.horizontalAdvance(name) + APART for name in self.names)
        return QSize(min(wanted, magnified(LEAST)), magnified(ROW))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(note_font())
        metrics = QFontMetrics(painter.font())
        left = 0
        count = len(self.names)
        for name, color, shape in zip(self.names, class_colors(count, theme), class_shapes(count), strict=False):
            width = SYMBOL + 5 + metrics.horizontalAdvance(name)
            behind = 0 if name == self.names[-1] else APART + metrics.horizontalAdvance("…")
            if left + width + behind > self.width():
                if left:
                    painter.setPen(QColor(theme.muted))
                    painter.drawText(QPointF(left, self.height() / 2 + 4), "…")
                    break
                width = self.width()  # one name that is cut tells more than none
                name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - SYMBOL - 5)
            paint_symbol(painter, QPointF(left + SYMBOL / 2, self.height() / 2), shape, color)
            painter.setPen(QPen(QColor(theme.muted)))
            box = QRectF(left + SYMBOL + 5, 0, width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            left += width + APART
