"""What the network is worth on its data: every metric that suits, and who was taken for whom."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data import Prepared
from engine.data.dataset import PARTS
from engine.errors import DataError
from engine.evaluation import Evaluation, evaluate_network
from engine.metrics import Metric
from engine.network import Network
from gui.i18n import grouped, number, sentence, words
from gui.plots.base import Plot
from gui.plots.confusion import Cell, ConfusionMatrix
from gui.plots.export import Table
from gui.plots.figures import Figure, FigureTable
from gui.plots.segmented import SegmentedSwitch
from gui.theme import Theme
from gui.widgets.controls import ComboBox, name_aloud
from gui.widgets.line_text import LineText

if TYPE_CHECKING:
    from gui.snapshot import Snapshot
from gui.mailbox import Probe
from gui.training_session import TrainingSession

PROBE = "evaluation"
FIGURES, MATRIX = 0, 1
WIDE = 520
"""From so many pixels on, table and matrix stand side by side."""
PART_LETTERS = 8
USUAL = 10_000
"""Numbers below this are told with four decimals, so that they stand below each other."""


class ResultsPlot(Plot):
    """A table of figures, training and validation side by side, and the confusion matrix of one part.

    Everything is about one output of the network, but for the loss, which is that of all outputs together.
    """

    rare = True

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "results", parent)
        self.figures = FigureTable()
        self.matrix = ConfusionMatrix()
        self.reading = LineText("note")
        self.set_body(self._lay_out())
        self.view = SegmentedSwitch(2)
        self.output = ComboBox()
        self.part = ComboBox()
        self.part.setMinimumContentsLength(PART_LETTERS)
        self.note.hide()  # it never says anything here, and the controls need every pixel
        for control in (self.view, self.output, self.part):
            self.add_control(control)
        self.copy_action = QAction(self)
        self.copy_action.triggered.connect(self.copy)
        self.menu.removeAction(self.reset_action)
        self.menu.insertAction(self.png_action, self.copy_action)
        self._evaluation: Evaluation | None = None
        self._error: DataError | None = None
        self._connect()
        self.dress()

    def _lay_out(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.figures, 1)
        self._matrix_side = QWidget()
        column = QVBoxLayout(self._matrix_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.matrix, 1)
        column.addWidget(self.reading)
        row.addWidget(self._matrix_side, 1)
        return body

    def _connect(self) -> None:
        self.view.chosen.connect(self._arrange)
        self.output.currentIndexChanged.connect(self._draw)
        self.part.currentIndexChanged.connect(self._draw)
        self.matrix.pointed.connect(self._tell)

    def probes(self) -> Mapping[str, Probe]:
        return {PROBE: _evaluate}

    # Following

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a look."""
        result = snapshot.looks.get(PROBE) if self.session.network is not None else None
        if isinstance(result, DataError):
            self._evaluation, self._error = None, result
        elif result is not None and result is not self._evaluation:
            self._evaluation, self._error = result, None
        else:
            return
        self._draw()

    def show_network(self) -> None:
        """Empty the panel while there is nothing to judge."""
        if self.session.network is None:
            self._evaluation = self._error = None
            self._draw()

    def show_data(self, prepared: Prepared | None) -> None:
        if prepared is None:
            self._evaluation = self._error = None
            self._draw()

    # Drawing

    def _draw(self) -> None:
        evaluation = self._evaluation
        self.show_hint(evaluation is None)
        self.copy_action.setEnabled(evaluation is not None)
        if evaluation is None:
            self._explain()
        else:
            self._list(self.output, {node: self.session.name_of(node) for node in evaluation.training.metrics})
            named = self._part_names()
            self._list(self.part, {name: named[name] for name in reversed(evaluation.parts())})
            self._show_figures(evaluation)
            self._show_matrix(evaluation)
        self._arrange()

    def _part_names(self) -> dict[str, str]:
        return dict(zip(PARTS, (self.tr("Training"), self.tr("Validation"), self.tr("Test")), strict=True))

    def _list(self, box: ComboBox, entries: Mapping[str, str]) -> None:
        """Offer these, by what they stand for; the choice stays where it is among them."""
        chosen = box.currentData()
        listed = [(box.itemData(index), box.itemText(index)) for index in range(box.count())]
        if listed == list(entries.items()):
            return
        with QSignalBlocker(box):
            box.clear()
            for value, text in entries.items():
                box.addItem(text, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _show_figures(self, evaluation: Evaluation) -> None:
        parts = evaluation.parts()
        node, named = self.output.currentData(), self._part_names()
        rows = [
            Figure(self.tr("Samples"), "", tuple(grouped(part.samples) for part in parts.values())),
            Figure(
                self.tr("Loss"),
                self.tr("The loss that training lowers, without class weights."),
                tuple(_text(part.loss) for part in parts.values()),
            ),
        ]
        for name in evaluation.training.metrics[node]:
            kind = Metric.kinds()[name]
            values = tuple(_text(part.metrics[node][name]) for part in parts.values())
            rows.append(Figure(words(kind.label), words(kind.summary), values))
        self.figures.set_figures(tuple(named[name] for name in parts), rows)

    def _show_matrix(self, evaluation: Evaluation) -> None:
        node, part = self.output.currentData(), evaluation.parts()[self.part.currentData()]
        if node in part.confusion:
            self.matrix.show_counts(evaluation.classes[node], part.confusion[node])
            self._tell(self.matrix.cell)

    def _arrange(self) -> None:
        """What there is room for, and the controls that concern it."""
        evaluation = self._evaluation
        classes = evaluation is not None and self.output.currentData() in evaluation.classes
        wide = self.width() >= WIDE
        self.view.setVisible(classes and not wide)
        self.output.setVisible(evaluation is not None and self.output.count() > 1)
        matrix = classes and (wide or self.view.chosen_index == MATRIX)
        self.part.setVisible(matrix and self.part.count() > 1)
        self.figures.setVisible(wide or not matrix)
        self._matrix_side.setVisible(matrix)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Words

    def _explain(self) -> None:
        if self._error is not None:
            self.hint.setText("\n".join(sentence(message) for message in self._error.messages))
        else:
            self.hint.setText(self.tr("What the network is worth on its data appears here once it is ready to run."))

    def _tell(self, cell: Cell | None) -> None:
        """The cell in words, or else how the matrix is read."""
        text = self.tr("Rows: actual. Columns: predicted.") if cell is None else self._describe(cell)
        self.reading.setText(text)
        self.matrix.setAccessibleDescription(text)
        self.matrix.setToolTip("" if cell is None else text)

    def _describe(self, cell: Cell) -> str:
        counts, classes = self.matrix.counts, self.matrix.classes
        own = cell.predicted in (cell.actual, len(classes))
        text = (
            self.tr("{count} of {total} samples of {actual} were recognized")
            if own
            else self.tr("{count} of {total} samples of {actual} were taken for {predicted}")
        )
        return text.format(
            count=grouped(int(counts[cell.actual, cell.actual if own else cell.predicted])),
            total=grouped(int(counts[cell.actual].sum())),
            actual=classes[cell.actual],
            predicted="" if own else classes[cell.predicted],
        )

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.matrix.update()

    def retranslate(self) -> None:
        super().retranslate()
        self.view.set_texts((self.tr("Table"), self.tr("Matrix")))
        name_aloud(self.output, self.tr("Output"))
        name_aloud(self.part, self.tr("Part of the data"))
        self.matrix.setAccessibleName(self.tr("Confusion matrix"))
        self.figures.setAccessibleName(self.tr("Metrics"))
        self.copy_action.setText(self.tr("Copy as text"))
        self._tell(self.matrix.cell)
        self._draw()

    # Copying

    def event(self, event: QEvent) -> bool:
        """Claim the key that copies before the window does."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put table and matrix on the clipboard, with tabs between columns, as spreadsheets take them."""
        if self._evaluation is None:
            return
        tables = [self.figures.texts()]
        if self.output.currentData() in self._evaluation.classes:
            title = self.tr("{part}: actual by predicted").format(part=self.part.currentText())
            tables.append([[title, *self.matrix.classes], *self._rows()])
        lines = ("\n".join("\t".join(row) for row in table) for table in tables)
        QGuiApplication.clipboard().setText("\n\n".join(lines) + "\n")

    def _rows(self) -> list[list[str]]:
        matrix = self.matrix
        return [[name, *map(str, row)] for name, row in zip(matrix.classes, matrix.counts.tolist(), strict=True)]

    def table(self) -> Table:
        """One column per part, and beside them the matrix with one per predicted class."""
        evaluation = self._evaluation
        if evaluation is None:
            return {}
        node, parts = self.output.currentData(), evaluation.parts()
        columns: dict[str, list[float | str]] = {"figure": ["samples", "loss", *evaluation.training.metrics[node]]}
        for name, part in parts.items():
            columns[name] = [part.samples, part.loss, *part.metrics[node].values()]
        if node in evaluation.classes:
            classes, counts = self.matrix.classes, self.matrix.counts
            columns["actual"] = list(classes)
            for index, name in enumerate(classes):
                columns[f"predicted {name}"] = counts[:, index].tolist()
        return columns


def _evaluate(network: Network, prepared: Prepared) -> Evaluation | DataError:
    """Targets that a loss does not take are no fault of looking at them."""
    try:
        return evaluate_network(network, prepared.dataset, network.seed)
    except DataError as error:
        return error


def _text(value: float) -> str:
    usual = math.isfinite(value) and abs(value) < USUAL
    return f"{value:.4f}".replace("-", "\N{MINUS SIGN}") if usual else number(value, 3)
