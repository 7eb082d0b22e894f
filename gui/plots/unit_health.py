"""How many units of each layer are dead or saturated: now as bars, and over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.unit_health import Health, unit_health
from gui.i18n import paragraph
from gui.plots.layer_plot import LayerPlot
from gui.plots.layer_rows import GAP, SCALE_ROW, LayerRows
from gui.plots.legend import Legend, LegendRow
from gui.theme import NOTE_PIXELS, Theme, current, number_font

if TYPE_CHECKING:
    from gui.mailbox import Probe
    from gui.snapshot import Snapshot
    from gui.training_session import TrainingSession

PROBE = "unit_health"
SHARES = (0, 25, 50, 75, 100)


def share(health: Health) -> float:
    """Percent of a layer's units that have stopped learning."""
    return 100 * (health.dead + health.saturated) / max(1, health.units)


class HealthBars(LayerRows):
    """One bar a layer: the shares of its units that are dead and saturated, and how many these are."""

    layers: Mapping[str, Health]

    @property
    def widest_number(self) -> str:  # type: ignore[override]  # it holds still as long as the network is the same
        most = max((health.units for health in self.layers.values()), default=0)
        return f"{most} / {most}"

    def paint_scale(self, painter: QPainter, start: float, length: float, bottom: float) -> None:
        theme = current()
        painter.setFont(number_font(NOTE_PIXELS))
        end = 0.0
        for percent in SHARES if length > 160 else SHARES[::2] if length > 80 else SHARES[::4]:
            x, text = round(start + percent / 100 * length), f"{percent}%"
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(x, 0, x, round(bottom))
            painter.setPen(QColor(theme.muted))
            left = max(0.0, x - width / 2)
            if left >= end:
                painter.drawText(QRectF(left, bottom, width + 1, SCALE_ROW), Qt.AlignmentFlag.AlignBottom, text)
                end = left + width + GAP / 2

    def paint_bar(self, painter: QPainter, bar: QRectF, text: QRectF, node: str) -> None:
        theme, health = current(), self.layers[node]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(bar, 3, 3)
        left = bar.left()
        for count, color in ((health.dead, theme.negative), (health.saturated, theme.positive)):
            width = bar.width() * count / max(1, health.units)
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(left, bar.top(), width, bar.height()), 3, 3)
            left += width
        painter.setPen(QColor(theme.text))
        place = text.adjusted(bar.right() + 6, 0, 0, 0)
        told = f"{health.dead + health.saturated} / {health.units}"
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)

    def describe(self, node: str) -> str:
        """The layer's numbers in words."""
        health, lines = self.layers[node], [self.names[node]]
        if health.can_die:
            lines.append(self.tr("Dead: {count} of {units} units").format(count=health.dead, units=health.units))
        if health.can_saturate:
            told = self.tr("Saturated: {count} of {units} units")
            lines.append(told.format(count=health.saturated, units=health.units))
        return "\n".join(lines)


class HealthPlot(LayerPlot):
    """Layers whose units can die or saturate, judged over training samples that are always the same."""

    rare = 0.1
    interval = 145
    bars: HealthBars

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session, "plot_health", HealthBars(), logarithmic=False)
        self.key = Legend()
        self.curves.unit = "%"
        self.set_pages(above=self.key)
        self.over_time.toggled.connect(self.key.setHidden)
        self.dress()

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: unit_health}

    def seen(self, snapshot: Snapshot) -> Mapping[str, Health] | None:
        return snapshot.looks.get(PROBE)

    @property
    def number(self) -> Callable[[Health], float]:
        return share

    @property
    def bounds(self) -> tuple[float, float]:
        return (-2.0, 103.0)  # so that a line along 0 is seen

    def columns(self, layers: Sequence[Health]) -> dict[str, list[float | str]]:
        return {
            "units": [layer.units for layer in layers],
            "dead": [layer.dead for layer in layers],
            "saturated": [layer.saturated for layer in layers],
        }

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self._show_key()

    def _show_key(self) -> None:
        theme = current()
        self.key.set_rows(
            (LegendRow(theme.negative, self.tr("dead"), ""), LegendRow(theme.positive, self.tr("saturated"), ""))
        )

    def retranslate(self) -> None:
        super().retranslate()
        self._show_key()
        told = self.tr(
            "Dead units give 0 for every one of up to 256 training samples, so no gradient reaches them. "
            "Saturated ones stand within 5% of an end for at least 95% of them, where the gradient is small."
        )
        self.header.setToolTip(paragraph(told))
        self.hint.setText(
            self.tr("Units that can die (ReLU) or saturate (sigmoid, tanh) appear here, when there are such layers.")
        )
