"""Many features in two dimensions: the two directions in which the samples differ most."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from engine.data.description import PROJECTION_SAMPLES, Projection, projection
from engine.data.samples import Column, Samples
from gui.explorer.page import Page
from gui.i18n import grouped, number
from gui.plots.chart import Chart
from gui.plots.classes import ClassKey
from gui.plots.export import Table
from gui.plots.points import Points
from gui.theme import Theme, current
from gui.training_session import TrainingSession

MOST_POINTS = 3000
CROWD = 400
"""From so many points on, each is drawn smaller."""
ROOM = 0.06


class ProjectionPage(Page):
    """Principal components as points, in the colours and shapes of the decision boundary."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_projection", parent)
        self.chart = Chart()
        self.chart.left.setGrid(False)
        self.points = Points(self.chart, empty=True)
        self.set_body(self.chart)
        self.key = ClassKey()
        self.add_heading(self.key)
        self.found: Projection | None = None
        self.chart.hovered.connect(self._tell)
        self.dress()

    def obstacle(self, samples: Samples) -> str:
        if len(_numbers(samples)) <= 2:
            return self.tr("There are no more than two features of numbers, which Pairs shows as they are.")
        return self.tr("This needs three samples at least.") if len(samples) < 3 else ""

    def draw(self, samples: Samples) -> None:
        self.key.set_names(samples.classes)
        self.key.setVisible(bool(samples.classes))
        self.found = None
        self.wait()
        self.errand.ask(projection(_numbers(samples), MOST_POINTS))

    def take(self, samples: Samples, found: Projection) -> None:
        self.found = found
        self.points.sharpness = self.devicePixelRatioF()
        held_out = samples.part.values[found.rows] > 0
        for item, chosen in ((self.points.training, ~held_out), (self.points.validation, held_out)):
            rows = found.rows[chosen]
            if not len(rows):
                item.clear()
                continue
            labels = samples.labels[rows] if samples.labels is not None else None
            values = samples.answers[0].values[rows].astype(float) if samples.answers else rows.astype(float)
            crowded = len(found.rows) > CROWD
            self.points.place(item, found.places[chosen], labels, len(samples.classes), values, current(), crowded)
        self._fit(found)
        self._tell(None)

    def _fit(self, found: Projection) -> None:
        (left, bottom), (right, top) = found.places.min(axis=0).tolist(), found.places.max(axis=0).tolist()
        x, y = ROOM * (right - left) or 0.5, ROOM * (top - bottom) or 0.5
        self.chart.reset_view()
        self.chart.show_range((left - x, right + x), (bottom - y, top + y))

    def _tell(self, place: QPointF | None) -> None:
        found, samples = self.found, self.samples
        if found is None or samples is None:
            return
        first, second = found.explained
        self.chart.bottom.set_title(f"PC1 \N{MIDDLE DOT} {first:.1%}")
        self.chart.left.set_title(f"PC2 \N{MIDDLE DOT} {second:.1%}")
        if place is not None:
            self.note.setText(f"{number(place.x(), 3)}, {number(place.y(), 3)}")
            return
        told = self.tr("PC1 and PC2 hold {share} of the variance of the standardised features")
        text = told.format(share=f"{first + second:.1%}")
        if len(found.rows) < len(samples):
            more = self.tr("{shown} of {count} samples as points")
            text += " \N{MIDDLE DOT} " + more.format(shown=grouped(len(found.rows)), count=grouped(len(samples)))
        if len(samples) > PROJECTION_SAMPLES:
            text += " \N{MIDDLE DOT} " + self.tr("found from {count}").format(count=grouped(PROJECTION_SAMPLES))
        self.note.setText(text + self.meaning(samples))

    def reset_view(self) -> None:
        self.chart.reset_view()

    def table(self) -> Table:
        found, samples = self.found, self.samples
        if found is None or samples is None:
            return {}
        columns: dict[str, list[float | str]] = {"#": [float(row + 1) for row in found.rows]}
        columns |= {"pc1": found.places[:, 0].tolist(), "pc2": found.places[:, 1].tolist()}
        if samples.labels is not None:
            columns[samples.answers[0].name] = [samples.classes[label] for label in samples.labels[found.rows]]
        return columns

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.key.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Two dimensions"))
        super().retranslate()


def _numbers(samples: Samples) -> list[Column]:
    return [feature for feature in samples.features if not feature.names]
