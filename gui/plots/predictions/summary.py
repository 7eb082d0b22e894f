"""What the network is worth on its data: every metric that suits, and who was taken for whom."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.data import Prepared
from engine.errors import DataError
from engine.evaluation import Evaluation, evaluate_network
from engine.metrics import Metric
from engine.network import Network
from gui.i18n import grouped, measure, words
from gui.mailbox import Probe
from gui.plots.export import Table
from gui.plots.figures import Figure, FigureTable
from gui.plots.predictions.matrix_view import MatrixView
from gui.plots.predictions.page import Page
from gui.plots.predictions.part_names import part_names
from gui.theme import Theme

FIGURES, MATRIX = 0, 1
USUAL = 10_000
"""Numbers below this are told with four decimals, so that they stand below each other."""


class SummaryPage(Page):
    """A table of figures, all parts of the data side by side, and the confusion matrix of one of them.

    Everything is about one output of the network, but for the loss, which is that of all outputs together.
    `picked` carries the cell of the matrix whose samples are wanted.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_page", parent)
        self.figures = FigureTable()
        self.view = MatrixView()
        self.view.chosen.connect(self.picked)
        self.add_side(self.figures)
        self.add_side(self.view)
        self._evaluation: Evaluation | None = None

    def look_at(self, part: str, node: str, tells_classes: bool) -> None:
        super().look_at(part, node, tells_classes)
        self._draw()

    def probe(self) -> Probe:
        return _evaluate

    def show_result(self, result: object) -> None:
        if isinstance(result, Evaluation) and result is not self._evaluation:
            self._evaluation = result
            self._draw()

    def titles(self) -> Sequence[str]:
        table = self.tr("Metrics")
        return (table, self.tr("Confusion matrix")) if self.has(MATRIX) else (table,)

    def has(self, side: int) -> bool:
        return side == FIGURES or self.tells_classes

    def uses_part(self, side: int | None) -> bool:
        return side != FIGURES and self.has(MATRIX)

    def _draw(self) -> None:
        evaluation = self._evaluation
        if evaluation is None or self.node not in evaluation.training.metrics:
            return
        self._show_figures(evaluation)
        part = evaluation.parts().get(self.part, evaluation.training)
        if self.node in part.confusion:
            self.view.show_counts(evaluation.classes[self.node], part.confusion[self.node])

    def _show_figures(self, evaluation: Evaluation) -> None:
        parts = evaluation.parts()
        named = part_names()
        rows = [
            Figure(self.tr("Samples"), "", tuple(grouped(part.samples) for part in parts.values())),
            self._loss_figure(evaluation),
        ]
        for name in evaluation.training.metrics[self.node]:
            kind = Metric.kinds()[name]
            values = tuple(_text(part.metrics[self.node][name]) for part in parts.values())
            rows.append(Figure(words(kind.label), words(kind.summary), values))
        self.figures.set_figures(tuple(named[name] for name in parts), rows)

    def _loss_figure(self, evaluation: Evaluation) -> Figure:
        name, help = self.tr("Loss"), self.tr("The loss that training lowers, without class weights.")
        if evaluation.scaled:
            name = self.tr("Loss (scaled)")
            help += " " + self.tr("It is that of scaled targets; the other figures are in their own units.")
        return Figure(name, help, tuple(_text(part.loss) for part in evaluation.parts().values()))

    def retheme(self, theme: Theme) -> None:
        self.view.matrix.update()

    def retranslate(self) -> None:
        self.figures.setAccessibleName(self.tr("Metrics"))
        self.view.retranslate()
        self._draw()

    def texts(self) -> list[list[list[str]]]:
        if self._evaluation is None:
            return []
        tables = [self.figures.texts()]
        if self.has(MATRIX):
            title = self.tr("{part}: actual by predicted").format(part=part_names().get(self.part, ""))
            matrix = self.view.matrix
            rows = zip(matrix.names, matrix.counts.tolist(), strict=True)
            tables.append([[title, *matrix.names], *([name, *map(str, row)] for name, row in rows)])
        return tables

    def table(self) -> Table:
        """One column per part, and beside them the matrix of the chosen one with one per predicted class."""
        evaluation = self._evaluation
        if evaluation is None:
            return {}
        columns: dict[str, list[float | str]] = {"figure": ["samples", "loss", *evaluation.training.metrics[self.node]]}
        for name, part in evaluation.parts().items():
            columns[name] = [part.samples, part.loss, *part.metrics[self.node].values()]
        if self.has(MATRIX):
            classes, counts = self.view.matrix.names, self.view.matrix.counts
            columns[f"actual ({self.part})"] = list(classes)
            for index, name in enumerate(classes):
                columns[f"predicted {name}"] = counts[:, index].tolist()
        return columns


def _evaluate(network: Network, prepared: Prepared) -> Evaluation | DataError:
    """Targets that a loss does not take are no fault of looking at them."""
    try:
        return evaluate_network(network, prepared.dataset, network.seed, prepared.fitted.target_scaler)
    except DataError as error:
        return error


def _text(value: float) -> str:
    usual = math.isfinite(value) and abs(value) < USUAL
    return f"{value:.4f}".replace("-", "\N{MINUS SIGN}") if usual else measure(value, 3)
