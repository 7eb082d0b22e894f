"""What the colours and widths of the wires mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.canvas.inks import WIDEST
from gui.i18n import MINUS

SYMBOL = "|∂L/∂a|"
BAR_WIDTH = 116.0
GAP = 12.0
PADDING = 10.0
HEIGHT = 26
USUAL = (-5, -1)
"""Ends that take about as much room as those that will come."""
BACK_OPACITY = 0.9
"""A card behind the legend is seen, and the legend is still read."""


class Legend(QWidget):
    """A ramp that grows in width as the wires do, with the powers of ten at its ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ends: tuple[int, int] | None = None
        self._scale = 1.0
        self._picture = QPixmap()
        self._painted_for: tuple[object, ...] = ()
        self.retranslate()
        self.hide()

    def show_range(self, ends: tuple[int, int] | None) -> None:
        """Show these powers of ten, or nothing where nothing is observed."""
        if ends != self.ends:
            self.ends = ends
            self.resize(self.sizeHint())
            self.retranslate()
            self.update()
        self.setVisible(ends is not None)

    def magnify(self, scale: float) -> None:
        """Draw it this many times as large as usual."""
        self._scale = scale
        self.resize(self.sizeHint())
        self.update()

    @property
    def range_text(self) -> str:
        """ "1e−4 … 1e−1"."""
        return "" if self.ends is None else range_text(self.ends)

    def retranslate(self) -> None:
        """Say the meaning in words to those who do not see it."""
        text = self.tr("Size of the gradient along a connection, from {range}")
        self.setAccessibleName(text.format(range=self.range_text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._font())
        told = self.range_text or range_text(USUAL)
        words = metrics.horizontalAdvance(SYMBOL) + metrics.horizontalAdvance(told)
        return QSize(round(words + BAR_WIDTH + 2 * GAP + 2 * PADDING), HEIGHT) * self._scale

    def _font(self) -> QFont:
        return theme.number_font(theme.NOTE_PIXELS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture that was painted when something last changed: the canvas below changes at every frame."""
        ratio = self.devicePixelRatioF()
        key = (self.ends, theme.current().name, self.size(), ratio)
        if key != self._painted_for:
            self._painted_for = key
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint_picture(QPainter(self._picture))
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        worn = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        area = QRectF(0, 0, self.width() / self._scale, self.height() / self._scale)
        back = QColor(worn.panel)
        back.setAlphaF(BACK_OPACITY)
        painter.setPen(QPen(QColor(worn.hairline), 1))
        painter.setBrush(back)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self._font())
        painter.setPen(QColor(worn.muted))
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, flags | Qt.AlignmentFlag.AlignLeft, SYMBOL)
        painter.drawText(inside, flags | Qt.AlignmentFlag.AlignRight, self.range_text)
        left = inside.left() + QFontMetricsF(self._font()).horizontalAdvance(SYMBOL) + GAP
        paint_ramp(painter, worn, QPointF(left, inside.center().y()))
        painter.end()


def range_text(ends: tuple[int, int]) -> str:
    """ "1e−4 … 1e−1"."""
    return " … ".join(f"1e{end}".replace("-", MINUS) for end in ends)


def paint_ramp(painter: QPainter, worn: theme.Theme, left: QPointF) -> None:
    """The wedge from small to large, from its middle left."""
    ramp = QLinearGradient(left, left + QPointF(BAR_WIDTH, 0))
    for place, color in zip((0.0, 0.5, 1.0), worn.magnitude, strict=True):
        ramp.setColorAt(place, QColor(color))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ramp)
    thin, thick = 1.0, WIDEST
    corners = [QPointF(0, -thin), QPointF(BAR_WIDTH, -thick), QPointF(BAR_WIDTH, thick), QPointF(0, thin)]
    painter.drawPolygon(QPolygonF([left + corner for corner in corners]))
