"""How strongly every two columns go together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from engine.data.description import correlated, correlation
from engine.data.samples import Samples
from gui.explorer.heat_map import HeatMap, coefficient
from gui.explorer.page import Page
from gui.plots.cells import Cell
from gui.plots.export import Table
from gui.training_session import TrainingSession

MOST_COLUMNS = 120
"""More have no room for their names."""


class CorrelationPage(Page):
    """Pearson's coefficients as a heat map; the one under the mouse is told in words."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_correlation", parent)
        self.map = HeatMap()
        self.map.pointed.connect(self._tell)
        self.set_body(self.map)
        self.dress()

    def suits(self, samples: Samples) -> bool:
        return samples.pictures is None

    def obstacle(self, samples: Samples) -> str:
        count = len(correlated(samples))
        if count < 2:
            return self.tr("There is only one column of numbers, so there is nothing to compare it with.")
        if count > MOST_COLUMNS:
            told = self.tr("There are {count} columns of numbers, and the map has room for {most}.")
            return told.format(count=count, most=MOST_COLUMNS)
        return ""

    def draw(self, samples: Samples) -> None:
        self.wait()
        self.errand.ask(correlation(correlated(samples)))

    def take(self, samples: Samples, values: NDArray[np.floating]) -> None:
        self.map.show_values(tuple(column.name for column in correlated(samples)), values)
        self._tell(None)

    def _tell(self, cell: Cell | None) -> None:
        if cell is None:
            self.note.setText(self.tr("Pearson's coefficient: 1 and −1 on a line, 0 no linear relation"))
            return
        row, column = cell
        value = coefficient(float(self.map.values[row, column]))
        self.note.setText(f"{self.map.names[row]} \N{MIDDLE DOT} {self.map.names[column]}: {value}")

    def table(self) -> Table:
        columns: dict[str, list[float | str]] = {"": list(self.map.names)}
        for name, values in zip(self.map.names, self.map.values.T.tolist(), strict=True):
            columns[name] = values
        return columns

    def reset_view(self) -> None:
        self.map.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Correlation"))
        self.map.setAccessibleName(self.tr("Correlation of the columns"))
        super().retranslate()
