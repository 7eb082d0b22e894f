"""How large the gradient is in each layer: bars on a logarithmic scale, in the network's order."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from engine.observation import LayerStatistics
from gui.i18n import number
from gui.plots.base import Plot
from gui.plots.export import Table
from gui.plots.ranges import SteadyRange
from gui.plots.ticks import log_ticks, tick_text
from gui.theme import LABEL_PIXELS, NOTE_PIXELS, Theme, body_font, current, number_font

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.training_session import TrainingSession

ROW, LEAST_ROW, BAR = 36, 20, 18
"""Pixels from layer to layer at most and at least, and of a bar's thickness at most."""
SCALE_ROW = 18
GAP = 10
ROUNDING = 2
"""Pixels by which Qt may find a text wider than it measures."""
NARROW = 210
"""Below so many pixels names stand above their bars, which would be too short beside them to be compared."""
LEAST_DECADES = 3.0
SMALLEST = 1e-30


class MagnitudeBars(QWidget):
    """One bar a layer; length and colour both tell the magnitude, the number stands at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: Mapping[str, LayerStatistics] = {}
        self.names: Mapping[str, str] = {}
        self.range = SteadyRange(room=0.1, little=0.3)
        self.decades = (-4.0, 0.0)

    def show_layers(self, layers: Mapping[str, LayerStatistics], names: Mapping[str, str]) -> None:
        """Draw other numbers; `names` is what each layer is called."""
        self.layers, self.names = layers, names
        sizes = [math.log10(layer.gradients) for layer in layers.values() if SMALLEST < layer.gradients < math.inf]
        if sizes:
            low, high = self.range.follow(min(sizes), max(sizes))
            self.decades = (min(low - 0.3, high - LEAST_DECADES), high)
        self._ask_for_room()
        self.update()

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW

    def _ask_for_room(self) -> None:
        self.setMinimumHeight((ROW if self._narrow else LEAST_ROW) * len(self.layers) + SCALE_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_for_room()

    def share(self, magnitude: float) -> float:
        """How long the bar of a magnitude is, from 0 to 1."""
        if not magnitude > SMALLEST:
            return 0.0
        low, high = self.decades
        return min(1.0, max(0.02, (math.log10(min(magnitude, 1e300)) - low) / (high - low)))

    def sizeHint(self) -> QSize:
        return QSize(200, ROW * len(self.layers) + SCALE_ROW)

    def _row_height(self) -> float:
        return min(ROW, (self.height() - SCALE_ROW) / max(1, len(self.layers)))

    def _columns(self) -> tuple[float, float]:
        """Where bars begin, and how long the longest may be."""
        names, numbers = QFontMetrics(body_font(LABEL_PIXELS)), QFontMetrics(number_font(NOTE_PIXELS))
        widest = max((names.horizontalAdvance(name) for name in self.names.values()), default=0)
        start = 0 if self._narrow else min(widest + ROUNDING, self.width() * 2 // 5) + GAP
        return start, max(20.0, self.width() - start - numbers.horizontalAdvance("0.0000000") - GAP)

    def shown_name(self, node: str) -> str:
        """The layer's name as far as there is room for it."""
        room = self.width() if self._narrow else int(self._columns()[0] - GAP)
        return QFontMetrics(body_font(LABEL_PIXELS)).elidedText(self.names[node], Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.layers:
            return
        painter = QPainter(self)
        start, length = self._columns()
        self._paint_scale(painter, start, length)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, (node, layer) in enumerate(self.layers.items()):
            self._paint_row(painter, index, node, layer.gradients, start, length)

    def _paint_scale(self, painter: QPainter, start: float, length: float) -> None:
        theme = current()
        low, high = self.decades
        bottom = min(self._row_height() * len(self.layers), self.height() - SCALE_ROW)
        painter.setFont(number_font(NOTE_PIXELS))
        metrics = painter.fontMetrics()
        end = 0.0
        for tick in log_ticks(low, high, max(2, int(length // 44))):
            x = round(start + (tick - low) / (high - low) * length)
            text = tick_text(10**tick)
            width = metrics.horizontalAdvance(text)
            left = max(end, x - width / 2)
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(x, 0, x, round(bottom))
            if left <= x:  # it is pushed aside a little where it would touch the one before
                painter.setPen(QColor(theme.muted))
                painter.drawText(QRectF(left, bottom, width + 1, SCALE_ROW), Qt.AlignmentFlag.AlignBottom, text)
                end = left + width + GAP

    def _paint_row(
        self, painter: QPainter, index: int, node: str, magnitude: float, start: float, length: float
    ) -> None:
        theme = current()
        height = self._row_height()
        row = QRectF(0, index * height, self.width(), height)
        painter.setFont(body_font(LABEL_PIXELS))
        painter.setPen(QColor(theme.muted))
        if self._narrow:
            painter.drawText(row, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self.shown_name(node))
            row.setTop(row.center().y())
        else:
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_name(node))
        thickness = min(BAR, row.height() - 6)
        share = self.share(magnitude)
        bar = QRectF(start, row.center().y() - thickness / 2, share * length, thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.magnitude_color(share))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setFont(number_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.text))
        text = row.adjusted(bar.right() + 6, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number(magnitude, 3))

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

    def describe(self, node: str) -> str:
        """The layer's numbers in words."""
        layer = self.layers[node]
        lines = (
            self.tr("Gradient of the weights: {value}").format(value=number(layer.gradients)),
            self.tr("Weights: {value}").format(value=number(layer.weights)),
            self.tr("Activations: {value}").format(value=number(layer.activations)),
            self.tr("Update / weight: {value}").format(value=number(layer.update_ratio)),
        )
        return "\n".join((self.names[node], *lines))


class GradientsPlot(Plot):
    """The root mean square of dL/dw in each layer that learns, at the last step that was observed."""

    interval = 130

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_gradients", parent)
        self.bars = MagnitudeBars()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.bars)
        self.set_body(area)
        self.reset_action.setVisible(False)
        self.dress()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        observation = snapshot.observation if self.session.network is not None else None
        layers = observation.layers if observation is not None else {}
        self.show_hint(not layers)
        self.note.setText(self.tr("∂L/∂w, RMS") if layers else "")
        if layers.keys() != self.bars.layers.keys():
            self.bars.range.reset()
        self.bars.show_layers(layers, {node: self.session.name_of(node) for node in layers})

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.bars.update()

    def retranslate(self) -> None:
        super().retranslate()
        self.header.setToolTip(self.tr("The root mean square of all the gradients of a layer's weights"))
        self.hint.setText(self.tr("Press Run, or step one batch, to see how large the gradient is in each layer."))
        if self.attached:
            self.show_snapshot(self.session.last_snapshot)

    def table(self) -> Table:
        """One row per layer; all figures are root mean squares."""
        layers = self.bars.layers
        return {
            "layer": list(layers),
            "gradient": [layer.gradients for layer in layers.values()],
            "weights": [layer.weights for layer in layers.values()],
            "activations": [layer.activations for layer in layers.values()],
            "update_ratio": [layer.update_ratio for layer in layers.values()],
        }
