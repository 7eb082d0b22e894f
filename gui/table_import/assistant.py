"""The assistant: how a table is written, what becomes of its columns, and what comes of it, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.tables import Dialect, Reading, TableSource
from engine.errors import Message, RambatError
from gui.i18n import grouped, sentences
from gui.table_import.column_form import ColumnForm
from gui.table_import.draft import Draft, Windows, of_source
from gui.table_import.format_bar import FormatBar
from gui.table_import.preview import PreviewTable
from gui.table_import.reader import Detected, Judged, Reader, Told
from gui.table_import.reasons import noted
from gui.table_import.report_view import ReportView
from gui.table_import.series_bar import SeriesBar
from gui.widgets.controls import Button
from gui.widgets.panel import hairline, text_label

MARGIN, GAP = 20, 12
SIZE = (1120, 680)
STEPS, PROGRESS_WIDTH = 1000, 220
"""Of the progress bar."""


class TableAssistant(QDialog):
    """Shows a file, or the table that the project holds; `imported` carries the TableSource that people
    want of a file and how a network to begin with reads it, `edited` that of the table which was there.

    Choices of people outlive a better knowledge of the file: what they said of a column is said again of the column of
    that name. Nothing that goes wrong closes it. `other_wanted` tells that another file is asked for.
    """

    imported = Signal(object, str)
    edited = Signal(object)
    other_wanted = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_assistant")
        self._reader = reader
        self._path: Path | None = None
        self._dialect: Dialect | None = None
        self._table: Draft | None = None  # as a table, whatever its rows are taken for
        self._known: Draft | None = None  # as it is without what people have said
        self._draft: Draft | None = None
        self._judged: Judged | None = None
        self._said: dict[tuple[tuple[str, ...], str], object] = {}
        self.title = text_label("title", "table_title")
        self.other = Button("table_other", "link")
        self.format = FormatBar()
        self.rows = SeriesBar()
        self.preview = PreviewTable()
        self.form = ColumnForm()
        self.report = ReportView()
        self.progress = QProgressBar()
        self.stop = Button("table_stop")
        self.again = Button("table_again")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.other)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.form)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.use.setObjectName("table_use")
        self.use.setProperty("role", "primary")
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(PROGRESS_WIDTH)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        self.state = text_label("muted", "table_state")
        self.state.setWordWrap(False)
        for widget in (self.progress, self.stop, self.again, self.state):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.format)
        column.addWidget(self.rows)
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        column.addWidget(self.report)
        column.addLayout(foot)
        for other in (
            self.other,
            self.stop,
            self.again,
            self.form.count_missing,
            *self.buttons.findChildren(QPushButton),
        ):
            other.setAutoDefault(False)  # Enter uses the data, wherever one is
        self.use.setDefault(True)
        self.preview.setFocus()
        self.resize(*SIZE)

    def _connect(self) -> None:
        self._reader.told.connect(self._take)
        self.format.changed.connect(self._read)
        self.format.sheet_chosen.connect(lambda sheet: self._read(like=Dialect(sheet=sheet)))
        self.rows.changed.connect(self._cut)
        self.preview.columns_chosen.connect(self._show_form)
        self.form.changed.connect(self._choose)
        self.form.missing_meant.connect(self.format.count_as_missing)
        self.other.clicked.connect(self.other_wanted)
        self.stop.clicked.connect(self._stop)
        self.again.clicked.connect(self._read_again)
        self.buttons.accepted.connect(self._use)
        self.buttons.rejected.connect(self.reject)

    # What is shown

    def show_file(self, path: Path, windows: Windows | None = None) -> None:
        """Read this file, as it is detected; what was said of columns counts no more.

        With `windows`, its rows are taken to follow each other in time.
        """
        self._path, self._dialect, self._said = path, None, {}
        self.format.show()
        self.rows.show_windows(windows or self.rows.windows, of_file=True)
        self.retranslate()
        self._know(None)
        self._read()

    def begin_with(self, network: str) -> None:
        """Propose this one of the networks to begin with for a series; "" is the drawn one."""
        self.rows.network.set_value(network)

    def show_source(self, source: TableSource) -> None:
        """Show the table that the project holds; how its file is written cannot be changed without it."""
        self.format.hide()
        held = of_source(source)
        self.rows.show_windows(held.windows, of_file=False)
        self.retranslate()
        self._dialect = source.dialect
        self._know(held)
        self._judge()

    # Reading

    def _read(self, dialect: Dialect | None = None, like: Dialect | None = None) -> None:
        assert self._path is not None
        self._judged = None
        self.report.show_nothing()
        self._wait(self.tr("Reading…"), share=0.0)
        self._reader.read(self._path, dialect, like)

    def _read_again(self) -> None:
        self._read(self._dialect)

    def _stop(self) -> None:
        """Read no further; what is known stays, and reading can begin again."""
        self._reader.stop()
        self._rest(self.tr("The file was not read to its end."))
        self.again.show()
        self.again.setFocus()

    def _judge(self) -> None:
        draft, self._judged = self._draft, None
        if draft is not None and draft.make is not None:
            self._wait(self.tr("Looking at all rows…"))
            self._reader.judge(draft)

    def _take(self, told: Told) -> None:
        match told:
            case Detected():
                self.format.show_dialect(told.dialect, told.sheets)
                self._dialect = told.dialect
            case Reading():
                self.progress.setValue(round(told.share * STEPS))
                self.state.setText(self.tr("{rows} rows read").format(rows=grouped(told.rows)))
            case Draft():
                self._table = told
                self._know(self._in_time(told))
                self._judge()
            case Judged():
                self._judged = told
                self.report.show_report(told)
                self._rest()
            case RambatError():
                if self._known is None or self._known.dialect != self._dialect:
                    self._know(None)  # what is shown was read in another way
                self.report.show_error(sentences(map(_with_name, told.messages)), "\n".join(self._noted()))
                self._rest()

    def _noted(self) -> Iterator[str]:
        """What is known of the columns, where it may be the reason."""
        draft = self._draft
        return noted(draft.columns, draft.notes) if draft is not None and draft.make is not None else iter(())

    def _wait(self, text: str, share: float | None = None) -> None:
        self.progress.setVisible(share is not None)
        self.stop.setVisible(share is not None)
        self.again.hide()
        self.progress.setValue(0)
        self.state.setText(text)
        self.use.setEnabled(False)

    def _rest(self, text: str = "") -> None:
        for widget in (self.progress, self.stop, self.again):
            widget.hide()
        self.state.setText(text)
        self.use.setEnabled(self._judged is not None)

    # Columns

    def _know(self, draft: Draft | None) -> None:
        """Show another draft, with what people have said of its columns."""
        self._known = draft
        self._table = self._table if draft is not None else None
        places = {column.title: place for place, column in enumerate(draft.columns)} if draft is not None else {}
        for (titles, field), value in self._said.items():
            known = [places[title] for title in titles if title in places]
            if draft is not None and known:
                draft = draft.with_choice(known, field, value)
        self._show_draft(draft)

    def _choose(self, field: str, value: object) -> None:
        """Who walks through the values of a box with the arrow keys means the last; the others leave no trace."""
        draft = self._known
        if draft is None:
            return
        key = tuple(draft.columns[place].title for place in self.preview.chosen()), field
        self._said.pop(key, None)
        self._said[key] = value
        self._know(draft)
        self._judge()

    def _cut(self, windows: Windows | None) -> None:
        """Take the rows for a series, cut it otherwise, or take each row for itself again."""
        known = self._known
        if known is None:
            return
        if windows is not None and known.windows is not None:
            self._know(replace(known, windows=windows))
        elif self._table is not None:
            self._said = {}  # a column has other roles then
            self._know(self._in_time(self._table))
        self._judge()

    def _in_time(self, table: Draft) -> Draft:
        windows = self.rows.windows
        return table if windows is None else table.in_series(windows)

    def _show_draft(self, draft: Draft | None) -> None:
        self._draft = draft
        self.preview.show_draft(draft)
        self._show_form()
        self._show_title()

    def _show_form(self) -> None:
        self.form.show_columns(self._draft, self.preview.chosen() if self._draft is not None else ())

    def _use(self) -> None:
        if self._judged is not None:
            source = self._judged.source
            self.accept()
            if self._path is None:
                self.edited.emit(source)
            else:
                self.imported.emit(source, self.rows.reader)

    # Words

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.setWindowTitle(self.tr("Edit columns") if self.format.isHidden() else self.tr("Import table"))
        self.other.setText(self.tr("Choose another file…"))
        self.progress.setAccessibleName(self.tr("Share of the file that is read"))
        self.preview.setAccessibleName(self.tr("First rows of the table"))
        self.preview.setAccessibleDescription(
            self.tr("Left and right choose a column, with Shift several; Tab goes on to its role.")
        )
        self.stop.setText(self.tr("Stop reading"))
        self.again.setText(self.tr("Read again"))
        self.use.setText(self.tr("Use these data"))
        self.format.retranslate()
        self.rows.retranslate()
        self.form.retranslate()
        self.report.retranslate()
        self._show_title()

    def _show_title(self) -> None:
        draft = self._draft
        name = self._path.name if self._path is not None else draft.name if draft is not None else ""
        if draft is not None:
            columns = self.tr("{count} columns").format(count=grouped(len(draft.columns)))
            name = f"{name}  \N{MIDDLE DOT}  {columns}"
        self.title.setText(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Close, and want nothing from the reader any more."""
        self._reader.stop()
        self._reader.told.disconnect(self._take)
        super().done(result)


def _with_name(message: Message) -> Message:
    """A message that calls the file by its name: where it lies people have just chosen."""
    path = message.values.get("path")
    values = {**message.values, "path": path.name} if isinstance(path, Path) else message.values
    return Message(message.template, **values)
