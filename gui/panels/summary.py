"""The network as a table, like Keras's summary(): what each layer learns, does and takes, and the sums below."""

from __future__ import annotations

import csv
import io

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from engine.graph import SetNode, concerns_network
from engine.summary import COLUMNS, NUMBER_COLUMNS, WORD_COLUMNS, Line, amount, cell_text, summarize, text_rows
from engine.tables import aligned
from gui import theme
from gui.document import Document
from gui.edit_command import DocumentEdit
from gui.i18n import THIN_SPACE, grouped, sentence
from gui.widgets.controls import Button
from gui.widgets.panel import text_label
from gui.widgets.refresh import Refresh
from gui.widgets.selection_link import PART, SelectionLink

MARGIN, GAP, CELL_PADDING = 16, 8, 4
ROW_HEIGHT = 26
LEAST_SIZE = (220, 120)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SummaryModel(QAbstractTableModel):
    """The lines of the summary; read anew by `refresh`."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.lines: list[Line] = []
        self._rows: dict[str, int] = {}

    def refresh(self) -> None:
        """Read the document; rows stay where they are when the same layers stand in them."""
        lines = summarize(self._document.graph, self._document.inference)
        rows = {line.node.id: row for row, line in enumerate(lines)}
        if rows == self._rows and rows:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.lines, self._rows = lines, rows
        self.endResetModel()

    def index_of(self, part: object) -> QModelIndex:
        """The row of a layer."""
        row = self._rows.get(part) if isinstance(part, str) else None
        return QModelIndex() if row is None else self.index(row, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        if role == PART:
            return line.node.id
        if role == Role.DisplayRole:
            return cell_text(column.cell(line), sentence, THIN_SPACE)
        if role == Role.AccessibleTextRole:
            return f"{sentence(column.heading)}: {cell_text(column.cell(line), sentence)}"
        if role == Role.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return sentence(COLUMNS[section].heading)
        return _alignment(section) if role == Role.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column < len(WORD_COLUMNS) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class SummaryPanel(QWidget):
    """The table, the sums as a sentence, and two buttons that copy.

    `reveal_requested` carries the layer clicked; `closed` tells that Escape was pressed.
    """

    reveal_requested = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary")
        self.setMinimumSize(*LEAST_SIZE)
        self._document = document
        self.model = SummaryModel(document, self)
        self.table = SummaryTable()
        self.table.setModel(self.model)
        self.table.clicked.connect(self._reveal)
        self.table.activated.connect(self._reveal)
        self.table.copied.connect(self.copy_text)
        self.sums = text_label("note", "summary_totals")
        self.as_text, self.as_csv = Button("summary_copy_text"), Button("summary_copy_csv")
        self.as_text.clicked.connect(self.copy_text)
        self.as_csv.clicked.connect(self.copy_csv)
        self._lay_out()
        self._link = SelectionLink(self.table, self.model, document)
        self._refresh = Refresh(self)
        self._refresh.due.connect(self._fill)
        document.inferred.connect(self._refresh.ask)
        document.edited.connect(self._after_edit)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self._refresh.ask()
        self.retranslate()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(CELL_PADDING, GAP, CELL_PADDING, GAP)
        below.setSpacing(GAP)
        below.addWidget(self.sums, 1)
        below.addWidget(self.as_text)
        below.addWidget(self.as_csv)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN - CELL_PADDING, 0, MARGIN - CELL_PADDING, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(below)

    def copy_text(self) -> None:
        """Put the whole table on the clipboard, in columns of a fixed-width face."""
        rows = text_rows(self._lines(), sentence)
        QGuiApplication.clipboard().setText("\n".join(aligned(rows, len(WORD_COLUMNS))))

    def copy_csv(self) -> None:
        """Put the whole table on the clipboard for a spreadsheet, counts and bytes in plain figures."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(text_rows(self._lines(), sentence, exact=True))
        QGuiApplication.clipboard().setText(text.getvalue())

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.table.setAccessibleName(self.tr("Summary of the network"))
        self.as_text.setText(self.tr("Copy as text"))
        self.as_csv.setText(self.tr("Copy as CSV"))
        self._refresh.ask()

    def _lines(self) -> list[Line]:
        self._refresh.now()
        return self.model.lines

    def _after_edit(self, edit: DocumentEdit) -> None:
        """Shapes come with `inferred`; a title changes none."""
        if isinstance(edit, SetNode) and not concerns_network(edit) and not edit.only_moves:
            self._refresh.ask()

    def _fill(self) -> None:
        self._link.follow(self.model.refresh)
        self.table.fit_columns()
        self._write_sums()

    def _write_sums(self) -> None:
        parameters, trainable, work, activations, weights = (
            sum(cell for line in self.model.lines if isinstance(cell := column.cell(line), int))
            for column in NUMBER_COLUMNS
        )
        told = self.tr(
            "{parameters} parameters: {trainable} trainable, {frozen} frozen. {work} multiply-adds a sample. "
            "Memory: {weights} of weights, {activations} of activations a sample."
        )
        self.sums.setText(
            told.format(
                parameters=grouped(parameters), trainable=grouped(trainable), frozen=grouped(parameters - trainable),
                work=grouped(work), weights=amount(weights), activations=amount(activations),
            )
        )  # fmt: skip

    def _reveal(self, index: QModelIndex) -> None:
        self.reveal_requested.emit(index.data(PART))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        super().changeEvent(event)


class SummaryTable(QTableView):
    """Rows that are selected whole; `copied` is emitted on Ctrl+C."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("summary_table")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setFont(theme.body_font(theme.LABEL_PIXELS))

    def fit_columns(self) -> None:
        """As wide as their words need; what is left is shared out, the rest of it to the name."""
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(60)  # rows looked at; of a thousand the first ones tell enough
        self.resizeColumnsToContents()
        spare = self.viewport().width() - header.length()
        if spare > 0:
            share, rest = divmod(spare, header.count())
            for column in range(header.count()):
                self.setColumnWidth(column, self.columnWidth(column) + share + (rest if column == 0 else 0))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)
