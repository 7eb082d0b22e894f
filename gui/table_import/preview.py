"""The first rows of a table; above each column its name and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui import theme
from gui.i18n import grouped
from gui.table_import.draft import Draft
from gui.table_import.names import label_of, roles, types

ROW_HEIGHT, HEADER_HEIGHT, PADDING, MARK = 26, 50, 6, 6
LEAST_WIDTH, MOST_WIDTH, MEASURED_COLUMNS = 84, 220, 200
NOTHING = "\N{EN DASH}"

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Side = Qt.AlignmentFlag


class PreviewModel(QAbstractTableModel):
    """The rows that a Draft shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None

    def show(self, draft: Draft | None) -> bool:
        """Show this one; whether other columns stand there now."""
        before, self.draft = self.draft, draft
        if before is None or draft is None or before.rows is not draft.rows:
            self.beginResetModel()
            self.endResetModel()
        return before is None or draft is None or _words(before) != _words(draft)

    def tell_columns(self) -> None:
        """Columns have changed what becomes of them."""
        if self.draft is not None and self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.draft is None else len(self.draft.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.draft is None else len(self.draft.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        assert self.draft is not None
        row, column = self.draft.rows[index.row()], self.draft.columns[index.column()]
        if role == Role.TextAlignmentRole:
            return self.side(index.column()) | Side.AlignVCenter
        if role not in (Role.DisplayRole, Role.ForegroundRole, Role.AccessibleTextRole):
            return None
        text = row[index.column()].strip() if index.column() < len(row) else ""
        kept = self.draft.cells[index.column()].values is not None
        missing = text in self.draft.dialect.missing or (kept and not text)
        if role == Role.ForegroundRole:
            worn = theme.current()
            return QColor(worn.warning if missing else worn.muted) if missing or not column.used else None
        if role == Role.AccessibleTextRole:
            return f"{column.title}: " + (self.tr("missing") if missing else text)
        return text or NOTHING

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if self.draft is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return grouped(self.draft.lines[section]) if role == Role.DisplayRole else None
        column = self.draft.columns[section]
        match role:
            case Role.DisplayRole:
                return column.title
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return f"{column.title}: {self.becomes(section)}"
        return None

    def side(self, section: int) -> Qt.AlignmentFlag:
        """Where the cells of a column stand: numbers at the right."""
        assert self.draft is not None
        return Side.AlignRight if self.draft.columns[section].type in ("number", "date") else Side.AlignLeft

    def becomes(self, section: int) -> str:
        """The role and the type of a column in words."""
        assert self.draft is not None
        column = self.draft.columns[section]
        role = label_of(roles(self.draft.windows is not None), column.role)
        return f"{role} \N{MIDDLE DOT} {label_of(types(), column.type)}" if column.used else role


def _words(draft: Draft) -> tuple[bool, list[str]]:
    """What decides how wide columns are: their names, and whether they are those of a series."""
    return draft.windows is not None, [column.title for column in draft.columns]


class ColumnHeader(QHeaderView):
    """The name of each column, below it a mark in the colour of its role and the role in words."""

    def __init__(self, table: PreviewTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sectionSizeFromContents(self, section: int) -> QSize:
        model = self._table.shown
        bold, small = (QFontMetrics(font) for font in _fonts())
        name = bold.horizontalAdvance(str(model.headerData(section, Qt.Orientation.Horizontal)))
        return QSize(max(name, small.horizontalAdvance(model.becomes(section)) + 2 * MARK) + 2 * PADDING, HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model, worn = self._table.shown, theme.current()
        if model.draft is None:
            return
        column, chosen = model.draft.columns[section], section in self._table.chosen()
        bold, _ = _fonts()
        painter.save()
        painter.fillRect(rect, QColor(worn.hover if chosen else worn.panel))
        line = 2 if chosen else 1
        bottom = QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line)
        painter.fillRect(bottom, QColor(worn.accent if chosen else worn.hairline))
        inner = rect.adjusted(PADDING, 6, -PADDING, -8)
        painter.setFont(bold)
        painter.setPen(QColor(worn.text if column.used else worn.muted))
        shown = QFontMetrics(bold).elidedText(column.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, model.side(section) | Side.AlignTop, shown)
        self._paint_role(painter, inner, section)
        painter.restore()

    def _paint_role(self, painter: QPainter, inner: QRect, section: int) -> None:
        model, worn = self._table.shown, theme.current()
        assert model.draft is not None
        _, small = _fonts()
        role, metrics = model.draft.columns[section].role, QFontMetrics(small)
        inks = {"feature": worn.positive, "target": worn.negative, "part": worn.success, "order": worn.success}
        ink = inks.get(role, worn.muted)
        marked = 0 if role == "ignore" else 2 * MARK
        shown = metrics.elidedText(model.becomes(section), Qt.TextElideMode.ElideRight, inner.width() - marked)
        width = metrics.horizontalAdvance(shown)
        left = inner.right() + 1 - width if model.side(section) == Side.AlignRight else inner.left() + marked
        if marked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            mark = QRectF(left - marked, inner.bottom() - metrics.height() / 2 - MARK / 2 + 1, MARK, MARK)
            (painter.drawRect if role == "target" else painter.drawEllipse)(mark)
        painter.setFont(small)
        painter.setPen(QColor(worn.text if role == "target" else worn.muted))
        painter.drawText(QRect(left, inner.top(), width + 2, inner.height()), Side.AlignLeft | Side.AlignBottom, shown)


class PreviewTable(QTableView):
    """Columns are chosen whole, several with Shift or Ctrl; `columns_chosen` tells that others are."""

    columns_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_preview")
        self.setProperty("role", "data")
        self.shown = PreviewModel(self)
        self.setModel(self.shown)
        self.setHorizontalHeader(ColumnHeader(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Side.AlignRight | Side.AlignVCenter)
        rows.setSectionsClickable(False)
        self.selectionModel().selectionChanged.connect(lambda *_change: self._tell())

    def show_draft(self, draft: Draft | None) -> None:
        """Show other rows or other roles; the chosen columns stay where they are still there."""
        chosen = self.chosen()
        anew = self.shown.show(draft)
        self.shown.tell_columns()
        self._fit_columns(anew)
        if draft is not None and not self.chosen():
            self.choose(chosen if chosen and not anew else [_first_target(draft)])
        self.horizontalHeader().viewport().update()

    def chosen(self) -> list[int]:
        """The places of the chosen columns."""
        return sorted(index.column() for index in self.selectionModel().selectedColumns())

    def choose(self, places: list[int]) -> None:
        """Choose these columns."""
        if not self.shown.rowCount():
            return
        wanted = QItemSelection()
        for place in places:
            if place < self.shown.columnCount():
                wanted.select(self.shown.index(0, place), self.shown.index(self.shown.rowCount() - 1, place))
        flags = QItemSelectionModel.SelectionFlag
        if places and places[0] < self.shown.columnCount():
            first = self.shown.index(0, places[0])
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(wanted, flags.ClearAndSelect)

    def _tell(self) -> None:
        self.horizontalHeader().viewport().update()
        self.columns_chosen.emit()

    def _fit_columns(self, anew: bool) -> None:
        """As wide as their words need, within reason, but no narrower than they were; of very many only the first are
        measured."""
        for place in range(min(self.shown.columnCount(), MEASURED_COLUMNS)):
            cells, before = (self.sizeHintForColumn(place), LEAST_WIDTH) if anew else (0, self.columnWidth(place))
            needed = max(cells, self.horizontalHeader().sectionSizeHint(place))
            self.setColumnWidth(place, max(before, min(needed + PADDING, MOST_WIDTH)))


def _first_target(draft: Draft) -> int:
    return next((place for place, column in enumerate(draft.columns) if column.role == "target"), 0)


def _fonts() -> tuple[QFont, QFont]:
    return theme.body_font(bold=True), theme.body_font(theme.NOTE_PIXELS)
