"""What the colours inside opened layers mean: the quantity on the weights, from negative to positive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.canvas.overlays.legend import BACK_OPACITY, GAP, PADDING
from gui.i18n import MINUS
from gui.quantities import Fill, Quantity, fill_names, quantity_names

BAR_WIDTH, BAR_HEIGHT = 72.0, 6.0
CLOSE, DOT = 4.0, 14.0
"""Between the ramp and the words at its ends; what the sign for neurons takes."""


class ValueLegend(QWidget):
    """One line: what weights show, the ramp, what neurons show. Every layer has a scale of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._quantity, self._fill = Quantity.WEIGHT, Fill.MEAN
        self.hide()

    def tell(self, quantity: Quantity, fill: Fill, shown: bool) -> None:
        """Say what is shown, or nothing where no layer is opened."""
        if (quantity, fill, shown) == (self._quantity, self._fill, not self.isHidden()):
            return
        self._quantity, self._fill = quantity, fill
        self.retranslate()
        self.setVisible(shown)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.text)
        self.resize(self.sizeHint())
        self.update()

    @property
    def text(self) -> str:
        """ "Weight"; with what fills the neurons behind it."""
        return f"{self._words[0]}, {self._words[1]}"

    @property
    def _words(self) -> tuple[str, str]:
        return quantity_names()[self._quantity.value], fill_names()[self._fill.value]

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        words = sum(metrics.horizontalAdvance(text) for text in (*self._words, *self._ends))
        return QSize(round(words + BAR_WIDTH + 1.5 * GAP + 2 * CLOSE + DOT + 2 * PADDING), 26)

    @property
    def _ends(self) -> tuple[str, str]:
        sizes = "0", QCoreApplication.translate("Canvas", "largest")
        return sizes if self._quantity is Quantity.GRADIENT else (MINUS, "+")

    def _font(self) -> QFont:
        return theme.body_font(theme.NOTE_PIXELS)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = QColor(worn.panel)
        back.setAlphaF(BACK_OPACITY)
        painter.setPen(QPen(QColor(worn.hairline), 1))
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._font())
        x = self._paint_weights(painter, worn)
        self._paint_neurons(painter, worn, x)
        painter.end()

    def _paint_weights(self, painter: QPainter, worn: theme.Theme) -> float:
        """The quantity and its ramp; where they end."""
        x = self._write(painter, worn, PADDING, self._words[0]) + GAP / 2
        low, high = self._ends
        x = self._write(painter, worn, x, low) + CLOSE
        bar = QRectF(x, (self.height() - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT)
        stops = worn.magnitude if self._quantity is Quantity.GRADIENT else (worn.negative, worn.neutral, worn.positive)
        ramp = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, color in zip((0.0, 0.5, 1.0), stops, strict=True):
            ramp.setColorAt(place, QColor(color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ramp)
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        return self._write(painter, worn, bar.right() + CLOSE, high) + GAP

    def _paint_neurons(self, painter: QPainter, worn: theme.Theme, x: float) -> None:
        painter.setPen(QPen(QColor(worn.muted), 1))
        painter.setBrush(QColor(worn.positive))
        painter.drawEllipse(QPointF(x + 4, self.height() / 2), 4, 4)
        self._write(painter, worn, x + DOT, self._words[1])

    def _write(self, painter: QPainter, worn: theme.Theme, x: float, text: str) -> float:
        """One word in the middle of the line; where it ends."""
        width = QFontMetricsF(self._font()).horizontalAdvance(text)
        painter.setPen(QColor(worn.muted))
        painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width
