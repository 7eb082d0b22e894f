"""What becomes of the chosen columns: role, type, missing values and encoding, and why it was guessed so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.i18n import grouped
from gui.table_import import names
from gui.table_import.draft import Draft
from gui.table_import.reasons import reason
from gui.widgets.controls import MIXED, Button, Entry, PickBox
from gui.widgets.line_text import LineText
from gui.widgets.panel import text_label
from gui.widgets.row import Row

WIDTH = 300


class ColumnForm(QWidget):
    """`changed` carries the name of a field and its value for the chosen columns; `missing_meant` the text of a cell
    that means that nobody knows."""

    changed = Signal(str, object)
    missing_meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_column")
        self.setFixedWidth(WIDTH)
        self._draft: Draft | None = None
        self._places: Sequence[int] = ()
        self.title = LineText("dock")
        self.reason = text_label("note", "table_column_reason")
        self.count_missing = Button("table_count_missing", "link")
        self._offers = {
            "role": self._roles, "type": self._types, "missing": self._fills, "encoding": self._encodings,
        }  # fmt: skip
        self.role, self.type, self.missing, self.encoding = boxes = [
            PickBox(offers, offers()[0].value) for offers in self._offers.values()
        ]
        self.rows = {name: Row(box) for name, box in zip(self._offers, boxes, strict=True)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.title, *self.rows.values(), self.reason, self.count_missing):
            column.addWidget(widget)
        column.addStretch()
        for name in self.rows:
            box: PickBox = getattr(self, name)
            box.setObjectName(f"table_column_{name}")
            box.value_changed.connect(lambda value, name=name: self.changed.emit(name, value))
        self.count_missing.clicked.connect(lambda: self.missing_meant.emit(self._bad_text()))
        self.retranslate()

    def show_columns(self, draft: Draft | None, places: Sequence[int]) -> None:
        """Show these columns of a draft, with what they have in common."""
        self._draft, self._places = draft, places
        self.setEnabled(draft is not None and bool(places))
        if draft is None or not places:
            self.title.setText("")
            self.reason.setText("")
            self.count_missing.hide()
            return
        columns = [draft.columns[place] for place in places]
        for name, row in self.rows.items():
            box: PickBox = getattr(self, name)
            box.retranslate()
            values = {getattr(column, name) for column in columns}
            value = values.pop()
            offered = any(entry.value == value for entry in self._offers[name]())
            box.set_value(value if offered and not values else MIXED)
            row.setEnabled(self._counts(name))
        self._show_words()

    def _counts(self, field: str) -> bool:
        """Whether a field makes a difference for one of the columns."""
        assert self._draft is not None
        columns = [self._draft.columns[place] for place in self._places]
        match field:
            case "type":
                return len(self._types()) > 1 and any(column.role in ("feature", "target") for column in columns)
            case "missing":
                filled = ("feature", "target") if self._in_series else ("feature",)
                return any(column.role in filled for column in columns)
            case "encoding":
                return any(column.role == "feature" and column.type in ("category", "date") for column in columns)
        return True

    def _show_words(self) -> None:
        draft, places = self._draft, self._places
        if draft is None or not places:
            return
        if len(places) == 1:
            self.title.setText(draft.columns[places[0]].title)
            self.reason.setText(reason(draft, places[0]))
        else:
            self.title.setText(self.tr("{count} columns").format(count=grouped(len(places))))
            self.reason.setText(self.tr("What you choose here holds for all of them."))
        bad = self._bad_text()
        self.count_missing.setVisible(bool(bad))
        self.count_missing.setText(self.tr("Count “{text}” as missing").format(text=bad))

    def _bad_text(self) -> str:
        """The text that keeps the one chosen column from being numbers or dates."""
        if self._draft is None or len(self._places) != 1:
            return ""
        return self._draft.misfit(self._places[0])

    @property
    def _in_series(self) -> bool:
        return self._draft is not None and self._draft.windows is not None

    def _roles(self) -> list[Entry]:
        return names.roles(self._in_series)

    def _encodings(self) -> list[Entry]:
        """Those of dates where only such are chosen."""
        places = self._places if self._draft is not None else ()
        dates = [self._draft.columns[place].type == "date" for place in places] if self._draft is not None else []
        return names.date_encodings() if dates and all(dates) else names.encodings()

    def _types(self) -> list[Entry]:
        if self._draft is None or not self._places:
            return names.types()
        allowed = [set(self._draft.types(place)) for place in self._places]
        held = {self._draft.columns[place].type for place in self._places}
        common = set.intersection(*allowed) | (held if len(held) == 1 else set())
        return [entry for entry in names.types() if entry.value in common]

    def _fills(self) -> list[Entry]:
        """Categories and months have no mean and no median."""
        if self._draft is None or self._in_series:
            return names.fills(self._in_series)
        columns = [self._draft.columns[place] for place in self._places]
        categories = any(column.type == "category" or column.parted for column in columns)
        return [entry for entry in names.fills() if not categories or entry.value in ("drop", "most_frequent")]

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.rows["role"].set_words(self.tr("Role"), self.tr("What becomes of the column."))
        self.rows["type"].set_words(self.tr("Type"), self.tr("What the cells hold."))
        self.rows["missing"].set_words(self.tr("Missing values"), self.tr("What is done where a value is missing."))
        self.rows["encoding"].set_words(self.tr("Encoding"), self.tr("How categories and dates become numbers."))
        self._show_words()
