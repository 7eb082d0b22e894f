"""The confusion matrix with a line below it that tells a cell in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.i18n import grouped
from gui.plots.cells import Cell
from gui.plots.confusion import ConfusionMatrix, Counts
from gui.widgets.line_text import LineText


class MatrixView(QWidget):
    """`chosen` carries the cell whose samples are wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = ConfusionMatrix()
        self.reading = LineText("note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.matrix, 1)
        column.addWidget(self.reading)
        self.matrix.pointed.connect(self._tell)
        self.matrix.chosen.connect(self.chosen)

    def show_counts(self, classes: tuple[str, ...], counts: Counts) -> None:
        """Another matrix."""
        self.matrix.show_counts(classes, counts)
        self._tell(self.matrix.cell)

    def _tell(self, cell: Cell | None) -> None:
        """The cell in words, or else how the matrix is read."""
        text = self.tr("Rows: actual. Columns: predicted.") if cell is None else self._describe(cell)
        self.reading.setText(text)
        self.matrix.setAccessibleDescription(text)
        self.matrix.setToolTip("" if cell is None else text + "\n" + self.tr("A click, or Enter, lists them."))

    def _describe(self, cell: Cell) -> str:
        counts, classes = self.matrix.counts, self.matrix.names
        own = cell.column in (cell.row, len(classes))
        text = (
            self.tr("{count} of {total} samples of {actual} were recognized")
            if own
            else self.tr("{count} of {total} samples of {actual} were taken for {predicted}")
        )
        return text.format(
            count=grouped(int(counts[cell.row, cell.row if own else cell.column])),
            total=grouped(int(counts[cell.row].sum())),
            actual=classes[cell.row],
            predicted="" if own else classes[cell.column],
        )

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.matrix.setAccessibleName(self.tr("Confusion matrix"))
        self._tell(self.matrix.cell)
