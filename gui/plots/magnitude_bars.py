"""How large something is in each layer: bars on a logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.observation import LayerStatistics
from gui.i18n import number
from gui.plots.layer_rows import GAP, SCALE_ROW, LayerRows
from gui.plots.ranges import SteadyRange
from gui.plots.ticks import log_ticks, tick_text
from gui.theme import NOTE_PIXELS, Theme, current, number_font

LEAST_DECADES = 3.0
SMALLEST = 1e-30


class Measure(Enum):
    """Which of a layer's numbers is drawn, by its name in LayerStatistics."""

    GRADIENTS = "gradients"
    UPDATE_RATIO = "update_ratio"
    WEIGHTS = "weights"
    ACTIVATIONS = "activations"

    def of(self, layer: LayerStatistics) -> float:
        """The number."""
        value: float = getattr(layer, self.value)
        return value


BANDS: Mapping[Measure, tuple[float, float]] = {Measure.UPDATE_RATIO: (10**-3.5, 10**-2.5)}
"""Where a measure lies while all goes well.

Updates should be about a thousandth of the weights, says the course CS231n of Stanford University (Karpathy and others,
"Neural networks part 3", ratio of weights to updates).
"""


def band_color(theme: Theme) -> QColor:
    """The shade of a band in which all goes well."""
    shade = QColor(theme.success)
    shade.setAlphaF(0.12)
    return shade


class MagnitudeBars(LayerRows):
    """One bar a layer; length and colour both tell the magnitude, the number stands at its end."""

    layers: Mapping[str, LayerStatistics]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = Measure.GRADIENTS
        self.range = SteadyRange(room=0.1, little=0.3)
        self.decades = (-4.0, 0.0)

    def show_layers(self, layers: Mapping[str, LayerStatistics], names: Mapping[str, str]) -> None:
        """Draw other numbers; `names` is what each layer is called."""
        given = (self.measure.of(layer) for layer in layers.values())
        sizes = [math.log10(size) for size in given if SMALLEST < size < math.inf]
        if sizes:
            sizes += [math.log10(end) for end in BANDS.get(self.measure, ())]
            low, high = self.range.follow(min(sizes), max(sizes))
            self.decades = (min(low - 0.3, high - LEAST_DECADES), high)
        super().show_layers(layers, names)

    def share(self, magnitude: float) -> float:
        """How long the bar of a magnitude is, from 0 to 1."""
        if not magnitude > SMALLEST:
            return 0.0
        low, high = self.decades
        return min(1.0, max(0.02, (math.log10(min(magnitude, 1e300)) - low) / (high - low)))

    def paint_scale(self, painter: QPainter, start: float, length: float, bottom: float) -> None:
        theme = current()
        low, high = self.decades
        if band := BANDS.get(self.measure):
            left, right = (start + self.share(end) * length for end in band)
            painter.fillRect(QRectF(left, 0, right - left, bottom), band_color(theme))
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
            if left <= x + GAP:  # it is pushed aside a little where it would touch the one before
                painter.setPen(QColor(theme.muted))
                painter.drawText(QRectF(left, bottom, width + 1, SCALE_ROW), Qt.AlignmentFlag.AlignBottom, text)
                end = left + width + GAP

    def paint_bar(self, painter: QPainter, bar: QRectF, text: QRectF, node: str) -> None:
        theme, magnitude = current(), self.measure.of(self.layers[node])
        share = self.share(magnitude)
        bar.setWidth(share * bar.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.magnitude_color(share))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(theme.text))
        place = text.adjusted(bar.right() + 6, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number(magnitude, 3))

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
