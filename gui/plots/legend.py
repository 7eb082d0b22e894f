"""Names of curves with their colours and present values, over a corner of the chart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from gui.plots.chart import Chart
from gui.theme import NOTE_PIXELS, body_font, current, number_font

ROW, SWATCH, GAP, EDGE = 17, 10, 6, 6
NARROW = 200
"""Pixels of a chart below which names give way to values while the user asks for them."""


@dataclass(frozen=True)
class LegendRow:
    """One curve: its colour, or none for a heading, its name and its value."""

    color: str
    name: str
    value: str


class Legend(QGraphicsObject):
    """Rows of swatch, name and value; values stand right, in fixed width, so that nothing moves.

    It is part of the chart's scene, so that both are painted in one go.
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.chart = chart
        self.low = False
        """Whether it stands in the lower corner."""
        self._size = QSizeF()
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        chart.scene().addItem(self)
        chart.resized.connect(self.place)
        self.rows: tuple[LegendRow, ...] = ()
        self.pointed = False

    def set_rows(self, rows: tuple[LegendRow, ...], pointed: bool) -> None:
        """Show these rows; none hides the legend; `pointed` tells that the user asks for values."""
        if (rows, pointed) == (self.rows, self.pointed):
            return
        self.rows, self.pointed = rows, pointed
        self.setVisible(bool(rows))
        if self.measure() != self._size:
            self.place()
        self.update()

    @property
    def narrow(self) -> bool:
        """Whether there is room for names or values only."""
        return self.chart.plot_area().width() < NARROW

    def place(self) -> None:
        """Go to the corner, as large as needed."""
        self.prepareGeometryChange()
        self._size = self.measure()
        area = self.chart.plot_area()
        top = area.bottom() - self._size.height() - 4 if self.low else area.top() + 2
        self.setPos(round(area.right() - self._size.width() - 2), round(top))

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._size.width(), self._size.height())

    def measure(self) -> QSizeF:
        """The size that the rows need."""
        names, values = QFontMetrics(body_font(NOTE_PIXELS)), QFontMetrics(number_font(NOTE_PIXELS))
        name = max((names.horizontalAdvance(row.name) for row in self.rows), default=0)
        value = max((values.horizontalAdvance(row.value) for row in self.rows), default=0)
        # Room for six digits at least, so that the legend keeps its width while values change.
        value = max(value, values.horizontalAdvance("0.00000"))
        words = max(name, value) if self.narrow else name + 2 * GAP + value
        return QSizeF(2 * EDGE + SWATCH + GAP + words, ROW * len(self.rows) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = QColor(theme.panel)
        back.setAlphaF(0.82)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(self.boundingRect(), 5, 5)
        for index, row in enumerate(self.rows):
            line = QRectF(EDGE, 2 + index * ROW, self._size.width() - 2 * EDGE, ROW)
            if row.color:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(row.color))
                painter.drawRoundedRect(QRectF(line.left(), line.center().y() - 1.5, SWATCH, 3), 1.5, 1.5)
            if not (self.narrow and self.pointed):
                painter.setPen(QColor(theme.muted))
                painter.setFont(body_font(NOTE_PIXELS))
                name = line.adjusted(SWATCH + GAP, 0, 0, 0)
                painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.name)
            if self.pointed or not self.narrow:
                painter.setPen(QColor(theme.text))
                painter.setFont(number_font(NOTE_PIXELS))
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.value)
