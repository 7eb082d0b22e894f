"""The one look of all pyqtgraph charts: hairlines, muted numbers, no border, ranges that do not jump."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHideEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.data.days import date_text
from gui.i18n import number
from gui.plots.ticks import date_ticks, linear_ticks, log_ticks, tick_text, tick_texts
from gui.theme import Theme, current, magnified, note_font, note_number_font

pg.setConfigOptions(antialias=False, useOpenGL=False, imageAxisOrder="row-major")

TICK_ROW, TICK_COLUMN = 18, 42
"""Pixels below and left of a chart for its numbers."""
TICK_SPACING = {"left": 34, "bottom": 52}
"""Pixels that a tick needs at least."""
DATE_SPACING = {"left": 44, "bottom": 88}
"""Pixels that a date needs at least."""
WIDEST_TITLE = 84
"""Pixels that an axis' title may take at the left of a chart."""
CLEAR = 8
"""Pixels between a number and an axis' title."""
NARROWEST = 4
"""Pixels between two numbers at least."""
REACH = 1000
"""How often the height of a chart a curve is drawn above it at most."""


class TickAxis(pg.AxisItem):
    """Round numbers and, on the left, hairlines across the chart; the title stands at the axis' far end."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)  # of a label that is never seen, which would be laid out at every look
        self.title = ""
        self._brief = ""
        self.logarithmic = False
        self.whole = False
        self.least = -math.inf
        """No number below this stands there."""
        self.dates = False
        """Whether numbers are days since 1970."""
        self.names: tuple[str, ...] = ()
        """What stands at 0, 1, 2 in place of numbers."""
        self._across = orientation == "left"
        self.setCacheMode(self.CacheMode.DeviceCoordinateCache)  # most looks leave the range as it is
        if self._across:
            self.setGrid(255)
        self.take_room()

    def set_title(self, title: str, brief: str = "") -> None:
        """What the axis measures, and how that is said where the title would leave no room for two numbers."""
        if (title, brief) != (self.title, self._brief):
            self.title, self._brief = title, brief
            self.take_room()

    def _taken(self) -> float:
        """Pixels of the axis' far end that its title takes."""
        metrics = QFontMetricsF(note_font())
        return metrics.height() if self._across else metrics.horizontalAdvance(self._said()) + 3 * CLEAR

    def _said(self) -> str:
        """The title, or the brief one."""
        if self._across or not self._brief:
            return self.title
        wanted = QFontMetricsF(note_font()).horizontalAdvance(self.title) + 3 * CLEAR
        return self._brief if self.size().width() - wanted < 2 * magnified(TICK_SPACING["bottom"]) else self.title

    def take_room(self) -> None:
        """As much as numbers and title need in the theme that is worn."""
        if self._across:
            wanted = CLEAR + QFontMetricsF(note_font()).horizontalAdvance(self.title)
            self.setWidth(min(max(magnified(TICK_COLUMN), wanted), magnified(WIDEST_TITLE)))
        else:
            self.setHeight(magnified(TICK_ROW))
        self.update()

    def place_text(self, value: float) -> str:
        """A place along it, such as that under the mouse."""
        return date_text(value, whole=True) if self.dates else number(value, 3)

    def ticks(self) -> list[float]:
        """Where numbers stand in the range that is shown, which in a view that is upside down begins with its end."""
        low, high = max(self.least, min(self.range)), max(self.range)
        if self.names:
            return [float(index) for index in range(len(self.names)) if low <= index <= high]
        length = self.size().height() if self._across else self.size().width()
        if self.title:
            free = max(0.0, length - self._taken())
            span = (high - low) * free / max(1.0, length)
            low, high = (high - span, high) if self.range[0] > self.range[1] else (low, low + span)
            length = free
        if self.dates:
            return date_ticks(low, high, max(2, int(length // magnified(DATE_SPACING[self.orientation]))))
        most = max(2, int(length // magnified(TICK_SPACING[self.orientation])))
        return log_ticks(low, high, most) if self.logarithmic else linear_ticks(low, high, most, self.whole)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw directly; pyqtgraph's way records a picture first and shades its lines."""
        theme = current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        taken = self._paint_title(painter, theme)
        painter.setFont(note_number_font())
        metrics = QFontMetricsF(painter.font())
        ticks, end = self.ticks(), -float(CLEAR)
        for tick, text in zip(ticks, self._texts(ticks, metrics), strict=True):
            if self._across:
                self._paint_left(painter, theme, self._place(tick), text, taken)
            else:
                width = metrics.horizontalAdvance(text)
                end = self._paint_bottom(painter, theme, self._place(tick), text, width, taken, end)

    def _texts(self, ticks: list[float], metrics: QFontMetricsF) -> list[str]:
        """Numbers, or names as far as there is room."""
        low, high = self.range
        if self.names:
            room = self.size().width() / max(1e-9, high - low) - CLEAR
            return [metrics.elidedText(self.names[int(tick)], Qt.TextElideMode.ElideRight, room) for tick in ticks]
        if self.dates:
            dates = [date_text(tick, whole=True) for tick in ticks]
            # At the left there is room for a part of one only.
            return [date.replace("-", "\n", 1) for date in dates] if self._across else dates
        if self.logarithmic:
            return [tick_text(10**tick) for tick in ticks]
        room = self.size().width() + 2 if self._across else magnified(TICK_SPACING["bottom"])
        if not self._across and len(ticks) > 1:
            room = self.size().width() * (ticks[1] - ticks[0]) / (high - low)
        return tick_texts(ticks, lambda text: metrics.horizontalAdvance(text) <= room - CLEAR)

    def _place(self, value: float) -> float:
        """Pixels along the axis, from its left or top."""
        low, high = self.range
        share = (value - low) / (high - low) if high != low else 0.0
        if not self._across:
            return share * self.size().width()
        return (1 - share) * self.size().height()

    def _paint_title(self, painter: QPainter, theme: Theme) -> QRectF:
        """Returns where numbers may not stand any more."""
        if not self.title:
            return QRectF()
        painter.setFont(note_font())
        painter.setPen(QColor(theme.muted))
        bounds = QRectF(0, 0, self.size().width(), self.size().height())
        flags = Qt.AlignmentFlag.AlignRight | (
            Qt.AlignmentFlag.AlignTop if self._across else Qt.AlignmentFlag.AlignBottom
        )
        if self._across:
            bounds.setRight(bounds.right() - CLEAR + 2)
        title = painter.fontMetrics().elidedText(self._said(), Qt.TextElideMode.ElideRight, int(bounds.width()) + 1)
        painter.drawText(bounds, flags, title)
        return painter.boundingRect(bounds, flags, title)

    def _paint_left(self, painter: QPainter, theme: Theme, y: float, text: str, taken: QRectF) -> None:
        view = self.linkedView()
        width = self.size().width()
        if self.grid:
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(QPointF(width, round(y)), QPointF(width + view.width(), round(y)))
        middle = min(max(y, 6.0), self.size().height() - 6.0)
        if taken.isEmpty() or middle - 7 > taken.bottom():
            painter.setPen(QColor(theme.muted))
            end = min(max(width - CLEAR + 2, painter.fontMetrics().horizontalAdvance(text)), width - 1)
            box = QRectF(0, middle - 16, end, 32)  # a number of six digits comes nearer to the chart
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_bottom(
        self, painter: QPainter, theme: Theme, x: float, text: str, width: float, taken: QRectF, before: float
    ) -> float:
        """Returns where the number ends, or the one `before` it where there is no room for this one."""
        end = self.size().width() if taken.isEmpty() else taken.left() - CLEAR
        left = max(0.0, x - width / 2)
        if taken.isEmpty():
            left = min(left, end - width)
        if left + width > end + 0.5 or left < before + NARROWEST:
            return before
        painter.setPen(QColor(theme.muted))
        box = QRectF(left, 0, width + 1, self.size().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        return left + width


class ChartView(pg.ViewBox):
    """Drag with the left button moves, the wheel zooms; the right button is left to the menu."""

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()
        else:
            super().mouseDragEvent(event, axis=axis)


class Chart(pg.PlotWidget):
    """A chart that shows the range it is given until the user moves it, and then that of the user.

    `hovered` carries the place under the mouse in the chart's units, or None when it leaves; `moved` tells that
    the user moved or zoomed the chart.
    """

    hovered = Signal(object)
    moved = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.left, self.bottom = TickAxis("left"), TickAxis("bottom")
        super().__init__(
            parent,
            viewBox=ChartView(enableMenu=False, defaultPadding=0.0),
            axisItems={"left": self.left, "bottom": self.bottom},
            enableMenu=False,
        )
        self.following = True
        self._wanted: tuple[float, float, float, float] | None = None
        self.view: ChartView = self.plotItem.vb
        self.plotItem.hideButtons()
        self.plotItem.setContentsMargins(0, 0, 0, 0)
        self.view.disableAutoRange()
        self.left.setZValue(-100)  # its hairlines lie behind the data
        self.view.sigRangeChangedManually.connect(self._let_go)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.cursor_line = pg.InfiniteLine(angle=90, movable=False)
        self.cursor_line.hide()
        self.addItem(self.cursor_line, ignoreBounds=True)
        self.retheme(current())

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""
        self.setBackground(theme.panel)
        self.left.take_room()
        self.bottom.take_room()
        self.cursor_line.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DotLine))

    def show_range(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show this range, unless the user moved the chart."""
        wanted = (*x, *y)
        if self.following and wanted != self._wanted and all(math.isfinite(end) for end in wanted):
            self._wanted = wanted
            self.view.setRange(xRange=x, yRange=y, padding=0)
            self.view.prepareForPaint()  # in the midst of painting it would move what is drawn, and paint it once more

    def within_reach(self, y: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same to the eye, but for what lies so far above what is shown that Qt would leave out the whole curve."""
        low, high = self.view.viewRange()[1]
        return np.minimum(y, high + REACH * (high - low))

    def reset_view(self) -> None:
        """Follow the data again."""
        self.following = True
        if self._wanted is not None:
            left, right, bottom, top = self._wanted
            self.view.setRange(xRange=(left, right), yRange=(bottom, top), padding=0)
        self.moved.emit()

    def _let_go(self) -> None:
        self.following = False
        self.moved.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = self.mapToScene(event.position().toPoint())
        inside = self.view.sceneBoundingRect().contains(place)
        self.hovered.emit(self.view.mapSceneToView(place) if inside else None)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hovered.emit(None)  # no mouse leaves a panel that a key puts elsewhere

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_view()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
