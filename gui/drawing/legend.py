"""The legend of a picture: the families of its layers, and what the colours of its wires mean."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from engine.layers import Category
from gui import theme
from gui.canvas.overlays.legend import BAR_WIDTH, SYMBOL, paint_ramp, range_text
from gui.i18n import words

ROW = 24.0
APART = 28.0
"""Between two entries of a row."""
SWATCH = QSizeF(4.0, 14.0)
SWATCH_GAP = 8.0


class PictureLegend:
    """Entries in rows that are as wide as the picture; `size` is what they take."""

    def __init__(
        self, worn: theme.Theme, categories: Iterable[Category], ends: tuple[int, int] | None, width: float
    ) -> None:
        self._theme = worn
        self._font = theme.body_font(theme.LABEL_PIXELS)
        self._metrics = QFontMetricsF(self._font)
        self._ends = ends
        shown = set(categories)
        self._entries = [
            (category, self._text_width(words(category.value))) for category in Category if category in shown
        ]
        self._places: list[QPointF] = []
        widest, at = 0.0, QPointF(0, 0)
        for entry_width in self._widths():
            if at.x() > 0 and at.x() + entry_width > width:
                at = QPointF(0, at.y() + ROW)
            self._places.append(QPointF(at))
            widest = max(widest, at.x() + entry_width)
            at.setX(at.x() + entry_width + APART)
        self.size = QSizeF(widest, at.y() + ROW)

    def _text_width(self, text: str) -> float:
        return SWATCH.width() + SWATCH_GAP + self._metrics.horizontalAdvance(text)

    def _widths(self) -> list[float]:
        """Of every family, and of the ramp where gradients are shown."""
        widths = [width for _, width in self._entries]
        if self._ends is not None:
            texts = self._metrics.horizontalAdvance(SYMBOL) + self._metrics.horizontalAdvance(range_text(self._ends))
            widths.append(texts + BAR_WIDTH + 2 * SWATCH_GAP)
        return widths

    def paint(self, painter: QPainter) -> None:
        """Paint the rows from the origin on."""
        painter.setFont(self._font)
        for (category, _), place in zip(self._entries, self._places, strict=False):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.category(category))
            swatch = QRectF(place + QPointF(0, (ROW - SWATCH.height()) / 2), SWATCH)
            painter.drawRoundedRect(swatch, SWATCH.width() / 2, SWATCH.width() / 2)
            self._write(painter, place + QPointF(SWATCH.width() + SWATCH_GAP, 0), words(category.value))
        if self._ends is not None:
            place = self._places[-1]
            self._write(painter, place, SYMBOL)
            place = place + QPointF(self._metrics.horizontalAdvance(SYMBOL) + SWATCH_GAP, 0)
            paint_ramp(painter, self._theme, place + QPointF(0, ROW / 2))
            self._write(painter, place + QPointF(BAR_WIDTH + SWATCH_GAP, 0), range_text(self._ends))

    def _write(self, painter: QPainter, place: QPointF, text: str) -> None:
        painter.setPen(QColor(self._theme.muted))
        baseline = (ROW + self._metrics.ascent() - self._metrics.descent()) / 2
        painter.drawText(place + QPointF(0, baseline), text)
