"""One row a layer, in the network's order: its name, and what a subclass draws beside it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from gui.theme import LABEL_PIXELS, NOTE_PIXELS, body_font, current, number_font

ROW, LEAST_ROW, BAR = 36, 20, 18
"""Pixels from layer to layer at most and at least, and of a bar's thickness at most."""
SCALE_ROW = 18
GAP = 10
ROUNDING = 2
"""Pixels by which Qt may find a text wider than it measures."""
NARROW = 210
"""Below so many pixels names stand above their bars, which would be too short beside them to be compared."""


class LayerRows(QWidget):
    """Rows that scroll where there are many; `chosen` carries the layer that was clicked, or chosen with Enter."""

    chosen = Signal(str)
    widest_number = "0.0000000"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: Mapping[str, Any] = {}
        self.names: Mapping[str, str] = {}
        self.marked: int | None = None
        """The row that the arrow keys have reached."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_layers(self, layers: Mapping[str, Any], names: Mapping[str, str]) -> None:
        """Draw other numbers; `names` is what each layer is called."""
        self.layers, self.names = layers, names
        self._ask_for_room()
        self.update()

    def in_scroll_area(self) -> QScrollArea:
        """What to put into a panel."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self)
        return area

    @abstractmethod
    def describe(self, node: str) -> str:
        """The layer's numbers in words."""

    @abstractmethod
    def paint_scale(self, painter: QPainter, start: float, length: float, bottom: float) -> None:
        """Draw what lies behind all bars, and the numbers below them."""

    @abstractmethod
    def paint_bar(self, painter: QPainter, bar: QRectF, text: QRectF, node: str) -> None:
        """Draw a layer's bar, of which the longest takes all of `bar`, and the number that stands in the row."""

    # Room

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW

    def _ask_for_room(self) -> None:
        self.setMinimumHeight((ROW if self._narrow else LEAST_ROW) * len(self.layers) + SCALE_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_for_room()

    def sizeHint(self) -> QSize:
        return QSize(200, ROW * len(self.layers) + SCALE_ROW)

    def _row_height(self) -> float:
        return min(ROW, (self.height() - SCALE_ROW) / max(1, len(self.layers)))

    def _columns(self) -> tuple[float, float]:
        """Where bars begin, and how long the longest may be."""
        names, numbers = QFontMetrics(body_font(LABEL_PIXELS)), QFontMetrics(number_font(NOTE_PIXELS))
        widest = max((names.horizontalAdvance(name) for name in self.names.values()), default=0)
        start = 0 if self._narrow else min(widest + ROUNDING, self.width() * 2 // 5) + GAP
        return start, max(20.0, self.width() - start - numbers.horizontalAdvance(self.widest_number) - GAP)

    def shown_name(self, node: str) -> str:
        """The layer's name as far as there is room for it."""
        room = self.width() if self._narrow else int(self._columns()[0] - GAP)
        return QFontMetrics(body_font(LABEL_PIXELS)).elidedText(self.names[node], Qt.TextElideMode.ElideMiddle, room)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.layers:
            return
        painter = QPainter(self)
        start, length = self._columns()
        bottom = min(self._row_height() * len(self.layers), self.height() - SCALE_ROW)
        self.paint_scale(painter, start, length, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, node in enumerate(self.layers):
            self._paint_row(painter, index, node, start, length)
        if self.hasFocus() and self.marked is not None and self.marked < len(self.layers):
            height = self._row_height()
            painter.setPen(QPen(QColor(current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, self.marked * height + 0.5, self.width() - 1, height - 1), 3, 3)

    def _paint_row(self, painter: QPainter, index: int, node: str, start: float, length: float) -> None:
        height = self._row_height()
        row = QRectF(0, index * height, self.width(), height)
        painter.setFont(body_font(LABEL_PIXELS))
        painter.setPen(QColor(current().muted))
        upright, name = Qt.AlignmentFlag.AlignVCenter, self.shown_name(node)
        if self._narrow:
            upright = Qt.AlignmentFlag.AlignTop
            ground = painter.boundingRect(row, upright | Qt.AlignmentFlag.AlignLeft, name)
            painter.fillRect(ground.adjusted(0, 0, ROUNDING, 0), QColor(current().panel))  # no line of the scale in it
        painter.drawText(row, upright | Qt.AlignmentFlag.AlignLeft, name)
        if self._narrow:
            row.setTop(row.center().y())
        thickness = min(BAR, row.height() - 6)
        painter.setFont(number_font(NOTE_PIXELS))
        self.paint_bar(painter, QRectF(start, row.center().y() - thickness / 2, length, thickness), row, node)

    # Pointing

    def layer_at(self, y: float) -> str | None:
        """The layer whose row is at this height."""
        index = int(y // self._row_height())
        return list(self.layers)[index] if 0 <= index < len(self.layers) else None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self.layer_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.describe(node) if node else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        node = self.layer_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and node is not None:
            self.marked = list(self.layers).index(node)
            self.update()
            self.chosen.emit(node)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self.layers:
            self._mark((self.marked or 0) + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked is not None:
            self.chosen.emit(list(self.layers)[min(self.marked, len(self.layers) - 1)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.layers and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._mark(self.marked or 0)

    def _mark(self, index: int) -> None:
        """Stand at a row, and tell it to those who do not see it."""
        self.marked = min(max(index, 0), len(self.layers) - 1)
        node = list(self.layers)[self.marked]
        self.setAccessibleDescription(self.describe(node))
        self.update()
