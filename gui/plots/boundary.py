"""What the network, or one unit of it, says about every place: a surface over the plane, or the fitted curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.data import Prepared
from engine.layers import Input
from engine.probes import RESOLUTION, Curve, Surface, curve_fit, decision_surface, unit_surfaces
from gui.i18n import measure, number
from gui.plots.base import Plot
from gui.plots.chart import Chart
from gui.plots.classes import ClassKey
from gui.plots.export import Table
from gui.plots.points import Points
from gui.plots.surface import sign_colors, surface_colors
from gui.plots.unit_choice import UnitChoice, Units
from gui.reach import Reach
from gui.snapshot import State
from gui.spot import OUTPUT, Spot
from gui.theme import Theme, current

if TYPE_CHECKING:
    from engine.network import Network
    from gui.snapshot import Snapshot
from gui.mailbox import Probe
from gui.training_session import TrainingSession

SURFACE, UNITS, CURVE = "decision_surface", "unit_surface", "curve_fit"
FEW = 4
"""As many numbers of a place are told."""
FINE = 96
"""Cells along each side while the network stands still; fewer while it trains."""


class BoundaryPlot(Plot):
    """The surface or curve behind the data, in the data's own units; a sentence where there are other features.

    `choice` says whether the surface is that of all classes, of one output, or of one unit of another layer.
    """

    interval = 60
    """Every look: the boundary is seen to bend."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "plot_boundary", parent)
        self.chart = Chart()
        self.chart.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.chart.left.setGrid(False)
        self.image = pg.ImageItem()
        self.image.setZValue(-10)
        self.curve = pg.PlotCurveItem(antialias=True)
        self.curve.setZValue(20)
        self.points = Points(self.chart)
        self.chart.addItem(self.image)
        self.chart.addItem(self.curve)
        self.set_body(self.chart)
        self.key = ClassKey()
        self.add_heading(self.key)
        self.choice = UnitChoice(self)
        self.asking = (self.choice.layer, self.choice.unit)
        for box in self.asking:
            self.add_control(box)
        self._reach = Reach()
        self._shape: Surface | Curve | None = None
        self._drawn: tuple[Surface, tuple[str, int] | None] | None = None
        """All of the surface that was drawn last, and which unit of it."""
        self._prepared: Prepared | None = None
        self._fine = True
        self._hovered: QPointF | None = None
        self.chart.hovered.connect(self._hover)
        self.choice.changed.connect(self._change_unit)
        self.session.state_changed.connect(self._choose_resolution)
        self.dress()

    @property
    def suits(self) -> bool:
        return self.session.data is None or _features(self.session.data) in (1, 2)

    def probes(self) -> Mapping[str, Probe]:
        cells = FINE if self._fine else RESOLUTION
        if (unit := self._inner_unit()) is not None:
            return {UNITS: partial(unit_surfaces, unit[:1], resolution=cells), CURVE: curve_fit}
        return {SURFACE: partial(decision_surface, resolution=cells), CURVE: curve_fit}

    def _choose_resolution(self) -> None:
        """Coarse while the network trains, fine as soon as it stands still."""
        fine = self.session.state is not State.RUNNING
        if fine != self._fine:
            self._fine = fine
            self._ask()

    def _ask(self) -> None:
        """Let looks carry what is shown now, and no more what was shown before."""
        if self.attached:
            shown, other = (UNITS, SURFACE) if self._inner_unit() is not None else (SURFACE, UNITS)
            self.session.remove_probe(other)
            self.session.add_probe(shown, self.probes()[shown])

    # One unit

    def choose(self, spot: Spot) -> None:
        """Show the unit that somebody has pressed elsewhere, if it is one that can be shown."""
        if spot.name == OUTPUT and len(spot.index) == 1 and not self.paused:
            self.choice.choose(spot.node, spot.index[0])

    def _offer_units(self) -> None:
        """The layers whose units can be looked at one by one: an output where it has several, and what lies before."""
        network, prepared = self.session.network, self._prepared
        if prepared is None or self._features() != 2:
            self.choice.offer("", ())
        elif network is not None:  # without one, the choice stays until there is one again
            classes = bool(prepared.dataset.classes)
            together = self.tr("All classes") if classes else self.tr("Prediction")
            self.choice.offer(together, self._units(network, prepared.dataset.classes))

    def _units(self, network: Network, classes: tuple[str, ...]) -> Iterator[Units]:
        first = network.outputs[0]
        for node in (first, *(node for node in network.order if node != first)):
            shape, layer = network.shapes[node], network.graph[node].layer
            if len(shape) != 1 or isinstance(layer, Input) or (node == first and shape == (1,)):
                continue
            symbols = [Spot(node, OUTPUT, (unit,)).symbol for unit in range(shape[0])]
            named = node == first and len(classes) == shape[0]
            yield Units(node, self.session.name_of(node), classes if named else symbols)

    def _inner_unit(self) -> tuple[str, int] | None:
        """The chosen unit, where it is not one of the first output, which is told in the data's own units."""
        chosen, network = self.choice.chosen, self.session.network
        return None if network is None or chosen is None or chosen[0] == network.outputs[0] else chosen

    def _change_unit(self) -> None:
        self._reach = Reach()
        self._ask()

    # Drawing

    def show_data(self, prepared: Prepared | None) -> None:
        """Draw the data; the surface follows with the next look."""
        self._prepared = prepared
        self._clear()
        features = self._features()
        self._offer_units()
        self.show_hint(features not in (1, 2))
        self._explain()
        if prepared is None or features not in (1, 2):
            self.key.set_names(())
            return
        names = prepared.fitted.features if len(prepared.fitted.features) == features else ()
        self.chart.bottom.set_title(names[0] if names else "")
        self.chart.left.set_title(names[1] if len(names) == 2 else "")
        dates = [group.date for group in prepared.fitted.groups] if len(prepared.fitted.groups) == features else []
        self.chart.bottom.dates = dates[:1] == [True]
        self.chart.left.dates = dates[1:] == [True]
        self.key.set_names(prepared.dataset.classes if features == 2 else ())
        self.points.show(prepared, current(), self.devicePixelRatioF())
        self._fit_points()

    def _clear(self) -> None:
        """Leave only the data."""
        self._shape = None
        self.image.clear()
        self.curve.clear()
        self._tell()

    def show_network(self) -> None:
        self._offer_units()
        self._ask()
        if self.session.network is None:
            self._clear()

    def _features(self) -> int:
        return _features(self._prepared)

    def _fit_points(self) -> None:
        """The range of a curve fit; that of a surface comes with it."""
        places = [np.stack(item.getData()) for item in (self.points.training, self.points.validation)]
        joined = np.concatenate(places, axis=1)
        (left, bottom), (right, top) = joined.min(axis=1).tolist(), joined.max(axis=1).tolist()
        x, y = 0.08 * (right - left) or 0.5, 0.12 * (top - bottom) or 0.5
        self.chart.show_range((left - x, right + x), (bottom - y, top + y))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        inner = self._inner_unit() if self._features() == 2 else None
        name = UNITS if inner is not None else SURFACE if self._features() == 2 else CURVE
        shape = snapshot.looks.get(name)
        if inner is not None and shape is not None:
            shape = shape.get(inner[0])
        if self.session.network is None or (shape is None and name in snapshot.looks):
            self._clear()
        elif self._features() == 2 and shape is not None:
            self._show_surface(shape, self.choice.chosen)
        elif self._features() == 1 and shape is not None:
            self._show_curve(shape)

    def _show_surface(self, surface: Surface, chosen: tuple[str, int] | None) -> None:
        self._drawn, network = (surface, chosen), self.session.network
        assert self._prepared is not None
        assert network is not None
        whole = surface
        if chosen is not None and chosen[1] < surface.values.shape[2]:
            surface = replace(surface, values=surface.values[:, :, chosen[1] : chosen[1] + 1])
        if chosen is not None and chosen[0] != network.outputs[0]:  # it answers nothing, so zero is its middle
            reach = self._reach.follow(surface.values)
            colors = sign_colors(surface.values[:, :, 0], -reach, reach, current())
        else:
            unit = chosen[1] if surface is not whole and chosen is not None else None
            colors = surface_colors(whole, self._prepared, network, current(), unit)
        self.image.setImage(colors, autoLevels=False, levels=None)
        (left, right), (bottom, top) = surface.x, surface.y
        self.image.setRect(QRectF(left, bottom, right - left, top - bottom))  # holds for one count of pixels
        if (surface.x, surface.y) != self._place():
            self.chart.show_range(surface.x, surface.y)
        self._shape = surface
        self._tell()

    def _place(self) -> tuple[tuple[float, float], tuple[float, float]] | None:
        return (self._shape.x, self._shape.y) if isinstance(self._shape, Surface) else None

    def _show_curve(self, curve: Curve) -> None:
        self._shape = curve
        self.curve.setPen(pg.mkPen(current().accent, width=2 * self.devicePixelRatioF()))
        self.curve.setData(curve.x, np.where(np.isfinite(curve.values[:, 0]), curve.values[:, 0], np.nan),
                           connect="finite")  # fmt: skip
        self._tell()

    # Words

    def _explain(self) -> None:
        inputs = self._prepared.raw.training[0] if self._prepared is not None else None
        wanted = self.tr("A boundary is drawn for data of one or two features, such as Two moons.")
        if inputs is None:
            text = self.tr("The data are being loaded.")
        elif self._features():
            text = f"{wanted} " + self.tr("These have {count}.").format(count=self._features())
        elif not isinstance(inputs, np.ndarray):
            text = f"{wanted} " + self.tr("These have several inputs.")
        elif inputs.ndim == 3:
            text = f"{wanted} " + self.tr("These are sequences.")
        else:
            text = f"{wanted} " + self.tr("These are pictures.")
        self.hint.setText(text)

    def _hover(self, place: QPointF | None) -> None:
        self._hovered = place
        self._tell()

    def _tell(self) -> None:
        """What the network says at the place under the mouse."""
        text = ""
        place, shape = self._hovered, self._shape
        if place is not None and isinstance(shape, Surface):
            text = self._describe_cell(shape, place)
        elif place is not None and isinstance(shape, Curve) and shape.x[0] <= place.x() <= shape.x[-1]:
            value = float(np.interp(place.x(), shape.x, shape.values[:, 0]))
            text = f"{self.chart.bottom.place_text(place.x())} → {measure(value, 3)}"
        self.note.setText(text)
        self.chart.setToolTip(text)  # where the panel is narrow the note is cut
        self.note.setVisible(bool(text))
        self.key.setVisible(not text)

    def _describe_cell(self, surface: Surface, place: QPointF) -> str:
        (left, right), (bottom, top) = surface.x, surface.y
        rows, columns, _ = surface.values.shape
        column = int((place.x() - left) / (right - left) * columns)
        row = int((place.y() - bottom) / (top - bottom) * rows)
        if not (0 <= column < columns and 0 <= row < rows):
            return ""
        assert self._prepared is not None
        said = _said(surface.values[row, column].tolist(), self._prepared.dataset.classes)
        x, y = self.chart.bottom.place_text(place.x()), self.chart.left.place_text(place.y())
        return f"{x}, {y} → {said}"

    def reset_view(self) -> None:
        self.chart.reset_view()

    def refresh(self) -> None:
        super().refresh()
        if self.paused and self._prepared is not None and self._features() in (1, 2):
            self.points.show(self._prepared, current(), self.devicePixelRatioF())
            if isinstance(self._shape, Surface) and self._drawn is not None and self.session.network is not None:
                self._show_surface(*self._drawn)
            elif isinstance(self._shape, Curve):
                self._show_curve(self._shape)

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.key.update()

    def retranslate(self) -> None:
        super().retranslate()
        self.choice.name(self.tr("What the colours show"), self.tr("Which unit of it"))
        self._offer_units()
        self._explain()

    def table(self) -> Table:
        """One row per place and one column per output."""
        shape = self._shape
        if isinstance(shape, Curve):
            return {"x": shape.x.tolist(), **_outputs(shape.values)}
        if isinstance(shape, Surface):
            rows, columns, units = shape.values.shape
            x = _middles(*shape.x, columns)
            y = _middles(*shape.y, rows)
            return {
                "x": np.tile(x, rows).tolist(),
                "y": np.repeat(y, columns).tolist(),
                **self._columns(shape.values.reshape(-1, units)),
            }
        return {}

    def _columns(self, values: np.ndarray) -> dict[str, list[float]]:
        chosen = self._drawn[1] if self._drawn is not None else None
        return _outputs(values) if chosen is None else {f"{chosen[0]}_{chosen[1] + 1}": values[:, 0].tolist()}


def _features(prepared: Prepared | None) -> int:
    """How many numbers one flat sample has as it comes, whatever is made of them for the network; else 0."""
    inputs = prepared.raw.training[0] if prepared is not None else None
    return inputs.shape[1] if isinstance(inputs, np.ndarray) and inputs.ndim == 2 else 0


def _said(values: list[float], classes: tuple[str, ...]) -> str:
    """A few numbers, or of more classes the likeliest one."""
    if FEW < len(values) == len(classes):
        best = max(range(len(values)), key=values.__getitem__)
        return f"{classes[best]} ({number(values[best], 2)})"
    return ", ".join(number(value, 2) if classes else measure(value, 3) for value in values[:FEW])


def _middles(low: float, high: float, count: int) -> np.ndarray:
    return low + (np.arange(count) + 0.5) / count * (high - low)


def _outputs(values: np.ndarray) -> dict[str, list[float]]:
    return {f"output_{unit + 1}": values[:, unit].tolist() for unit in range(values.shape[1])}
