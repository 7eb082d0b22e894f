"""What the colours inside opened layers mean: the quantity on the weights, from negative to positive."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.canvas.layer_picture import ROUND
from gui.canvas.overlays.legend import BACK_OPACITY, GAP, HEIGHT, PADDING
from gui.i18n import MINUS
from gui.quantities import Fill, Lack, Quantity, fill_names, quantity_names

BAR_WIDTH, BAR_HEIGHT = 72.0, 6.0
CLOSE, DOT = 4.0, 14.0
"""Between the ramp and the words at its ends; what the sign for neurons takes."""


class ValueLegend(QWidget):
    """One line: what weights show, the ramp, what neurons show. Every layer has a scale of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._quantity, self._fill = Quantity.WEIGHT, Fill.MEAN
        self._awaited: Quantity | None = None
        self._lack: Lack | None = None
        self._scale = 1.0
        self.hide()

    def tell(self, quantity: Quantity, fill: Fill, awaited: Quantity | None, lack: Lack | None, shown: bool) -> None:
        """Say what is shown, what was asked for in vain and why; or nothing where no layer is opened."""
        told = quantity, fill, awaited, lack
        if (*told, shown) == (self._quantity, self._fill, self._awaited, self._lack, not self.isHidden()):
            return
        self._quantity, self._fill, self._awaited, self._lack = told
        self.retranslate()
        self.setVisible(shown)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(self.text)
        self.resize(self.sizeHint())
        self.update()

    def magnify(self, scale: float) -> None:
        """Draw it this many times as large as usual."""
        self._scale = scale
        self.resize(self.sizeHint())
        self.update()

    @property
    def text(self) -> str:
        """ "Weight" and what fills the neurons; then what will be shown once there is something of it."""
        return ", ".join(word for word in (*self._words, self._promise) if word)

    @property
    def _promise(self) -> str:
        promises = _promise_of(self._awaited), _reason_of(self._lack)
        return ", ".join(promise for promise in promises if promise)

    @property
    def _words(self) -> tuple[str, str]:
        return quantity_names()[self._quantity.value], fill_names()[self._fill.value]

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        words = sum(metrics.horizontalAdvance(text) for text in (*self._words, *self._ends, self._promise))
        gaps = 1.5 * GAP + 2 * CLOSE + (GAP if self._promise else 0.0)
        return QSize(round(words + BAR_WIDTH + gaps + DOT + 2 * PADDING), HEIGHT) * self._scale

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
        painter.scale(self._scale, self._scale)
        width = self.width() / self._scale
        painter.drawRoundedRect(QRectF(0, 0, width, HEIGHT).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._font())
        x = self._paint_weights(painter, worn)
        x = self._paint_neurons(painter, worn, x)
        self._write(painter, worn, x, self._promise)
        painter.end()

    def _paint_weights(self, painter: QPainter, worn: theme.Theme) -> float:
        """The quantity and its ramp; where they end."""
        x = self._write(painter, worn, PADDING, self._words[0]) + GAP / 2
        low, high = self._ends
        x = self._write(painter, worn, x, low) + CLOSE
        bar = QRectF(x, (HEIGHT - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT)
        stops = worn.magnitude if self._quantity is Quantity.GRADIENT else (worn.negative, worn.neutral, worn.positive)
        ramp = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, color in zip((0.0, 0.5, 1.0), stops, strict=True):
            ramp.setColorAt(place, QColor(color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ramp)
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        return self._write(painter, worn, bar.right() + CLOSE, high) + GAP

    def _paint_neurons(self, painter: QPainter, worn: theme.Theme, x: float) -> float:
        """What fills neurons, behind a sign for one; where it ends."""
        painter.setPen(QPen(QColor(worn.muted), 1))
        if self._fill is Fill.SURFACE:
            across = QLinearGradient(x, 0, x + 8, 0)
            across.setColorAt(0.2, QColor(worn.negative))
            across.setColorAt(0.8, QColor(worn.positive))
            painter.setBrush(across)
            painter.drawRect(QRectF(x, HEIGHT / 2 - 4, 8, 8))
        else:
            painter.setBrush(QColor(worn.positive))
            painter.drawEllipse(QPointF(x + 4, HEIGHT / 2), 4, 4)
        return self._write(painter, worn, x + DOT, self._words[1]) + GAP

    def _write(self, painter: QPainter, worn: theme.Theme, x: float, text: str) -> float:
        """One word in the middle of the line; where it ends."""
        width = QFontMetricsF(self._font()).horizontalAdvance(text)
        painter.setPen(QColor(worn.muted))
        painter.drawText(QRectF(x, 0, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width


def _reason_of(lack: Lack | None) -> str:
    """Why there are no pictures."""
    if lack is None:
        return ""
    needs_plane = QCoreApplication.translate("Canvas", "{quantity}: needs data of two features")
    needs_room = QCoreApplication.translate("Canvas", "{quantity}: in layers of up to {most} neurons")
    text = needs_plane if lack is Lack.PLANE else needs_room
    return text.format(quantity=fill_names()[Fill.SURFACE.value], most=ROUND)


def _promise_of(awaited: Quantity | None) -> str:
    """What it takes until there is something to show of it."""
    if awaited is None:
        return ""
    needs_data = QCoreApplication.translate("Canvas", "{quantity}: needs data that fit")
    needs_step = QCoreApplication.translate("Canvas", "{quantity}: from the first step on")
    text = needs_data if awaited is Quantity.CONTRIBUTION else needs_step
    return text.format(quantity=quantity_names()[awaited.value])
