"""What comes of a table: rows read and left out, what stands out, the balance of classes, and the resulting shape."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data import TimeSeries
from engine.data.series_report import SeriesReport
from engine.data.tables import Report
from engine.shapes import shape_text
from gui import theme
from gui.i18n import grouped
from gui.table_import.names import fills, label_of, rows_text
from gui.table_import.reader import Judged
from gui.table_import.reasons import noted
from gui.table_import.series_view import SeriesView
from gui.widgets.class_bars import ClassBars
from gui.widgets.panel import text_label

HEIGHT, SERIES_HEIGHT, SERIES_TEXT = 132, 178, 300
CLASSES_WIDTH, SHAPE_WIDTH = 260, 150
MOST_LINES, MOST_CLASSES = 20, 50


class ReportView(QWidget):
    """Sentences at the left, bars or a series in the middle, the shape at the right; or, in place of all, why there is
    none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_report")
        self.setFixedHeight(HEIGHT)
        self.lines = text_label("sentence", "table_report_lines")
        self.error = text_label("error", "table_error")
        for label in (self.lines, self.error):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.classes = ClassBars(shares=True)
        self.classes_title, self.shape_title = text_label("section"), text_label("section")
        self.shape = QLabel()
        self.shape.setObjectName("table_shape")
        self.shape.setFont(theme.number_font(20))
        self.shape_words = text_label("note")
        self.series = SeriesView()
        self._judged: Judged | None = None
        self._lay_out()
        self.show_nothing()
        self.retranslate()

    def _lay_out(self) -> None:
        said = _scrolling(self.error, self.lines)
        balance = QWidget()
        inner = _column(balance)
        inner.addWidget(self.classes_title)
        inner.addWidget(_scrolling(self.classes), 1)
        balance.setFixedWidth(CLASSES_WIDTH)
        result = QWidget()
        inner = _column(result)
        for widget in (self.shape_title, self.shape, self.shape_words):
            inner.addWidget(widget)
        inner.addStretch()
        result.setFixedWidth(SHAPE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(said, 1)
        row.addWidget(self.series, 2)
        row.addWidget(balance)
        row.addWidget(result)
        self._balance, self._result = balance, result

    def show_nothing(self) -> None:
        """Nothing is known yet."""
        self._judged = None
        for widget in (self.lines, self.error, self.series, self._balance, self._result):
            widget.hide()
        self.setFixedHeight(HEIGHT)

    def show_error(self, text: str, notes: str = "") -> None:
        """Say what is wrong, and what to do; below it what is no fault, but worth knowing."""
        self.show_nothing()
        self.error.setText(text)
        self.error.show()
        self.lines.setText(notes)
        self.lines.setVisible(bool(notes))

    def show_report(self, judged: Judged) -> None:
        """Say what comes of the table, or of the series."""
        self.error.hide()
        self._judged = judged
        self.lines.show()
        source, found = judged.source, judged.report
        if isinstance(found, SeriesReport):
            assert isinstance(source, TimeSeries)
            self.series.show_series(source, found.target)
        self.series.setVisible(isinstance(found, SeriesReport))
        self.setFixedHeight(SERIES_HEIGHT if isinstance(found, SeriesReport) else HEIGHT)
        self._balance.setVisible(isinstance(found, Report) and bool(found.classes))
        self._result.show()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.classes_title.setText(self.tr("Classes").upper())
        self.shape_title.setText(self.tr("Result").upper())
        self.series.retranslate()
        if self._judged is None:
            return
        found, source = self._judged.report, self._judged.source
        shape, samples = source.shape, source.sample_count or 0
        if isinstance(found, Report):
            told = self._told(found, self._judged)
            names, counts = [name for name, _ in found.classes], [count for _, count in found.classes]
            self.classes.set_counts(names, counts, len(names[:MOST_CLASSES]))
        else:
            told = self._told_series(found, self._judged)
        self.lines.setText("\n".join([*self._skipped(source.dialect.skip), *told]))
        inputs, targets = shape_text(shape.inputs), shape_text(shape.targets)
        self.shape.setText(f"{inputs} \N{RIGHTWARDS ARROW} {targets}")
        words = self.tr("inputs and outputs of the network, {rows} samples")
        self.shape_words.setText(words.format(rows=grouped(samples)))
        self.shape.setAccessibleName(
            self.tr("{inputs} inputs, {outputs} outputs").format(inputs=inputs, outputs=targets)
        )

    def _skipped(self, count: int) -> Iterator[str]:
        if count:
            yield self.tr("Rows above the table that are skipped: {count}.").format(count=grouped(count))

    def _told_series(self, found: SeriesReport, judged: Judged) -> Iterator[str]:
        yield self.tr("{rows} rows read, none is left out.").format(rows=grouped(found.rows))
        yield from noted(judged.source.columns, judged.notes)
        if found.moved:
            template = self.tr("{rows} rows stand elsewhere in the file than in time, and are put in order.")
            yield template.format(rows=grouped(found.moved))
        for each in found.filled[:MOST_LINES]:
            yield self.tr("{column} is missing in {rows} and filled with: {how}.").format(
                column=each.column, rows=rows_text(each), how=label_of(fills(True), "previous").lower()
            )
        if found.gaps.count:
            template = self.tr("{column}: before {rows} the step is longer than usual.")
            yield template.format(column=found.gaps.column, rows=rows_text(found.gaps))
        yield from self._standing_out(found)

    def _standing_out(self, found: Report | SeriesReport) -> Iterator[str]:
        for each in found.outliers[:MOST_LINES]:
            yield self.tr("{column} lies far from the others in {rows}.").format(
                column=each.column, rows=rows_text(each)
            )
        for title in found.constant[:MOST_LINES]:
            yield self.tr("{column} is the same in every row.").format(column=title)

    def _told(self, found: Report, judged: Judged) -> Iterator[str]:
        columns = judged.source.columns
        missing = {column.title: column.missing for column in columns}
        if found.kept == found.rows:
            yield self.tr("{rows} rows read, none is left out.").format(rows=grouped(found.rows))
        else:
            template = self.tr("{rows} rows read, {left} of them are left out, as a value is missing:")
            yield template.format(rows=grouped(found.rows), left=grouped(found.rows - found.kept))
        for each in found.left_out[:MOST_LINES]:
            yield self.tr("    in {column}: {rows}").format(column=each.column, rows=rows_text(each))
        yield from noted(columns, judged.notes)
        for each in found.filled[:MOST_LINES]:
            how = label_of(fills(), missing.get(each.column, "mean"))
            template = self.tr("{column} is missing in {rows} and filled with: {how}.")
            yield template.format(column=each.column, rows=rows_text(each), how=how.lower())
        yield from self._standing_out(found)
        if found.duplicates.count:
            yield self.tr("Repetitions of earlier rows: {rows}.").format(rows=rows_text(found.duplicates))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column


def _scrolling(*widgets: QWidget) -> QScrollArea:
    content = QWidget()
    column = _column(content)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
