"""How a table is written, as it was detected; what was detected wrongly is corrected here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from engine.data.tables import Dialect
from engine.data.tables.dialect import DECIMALS, ENCODINGS, THOUSANDS
from gui.table_import.names import sign_name
from gui.widgets.controls import Entry, PickBox, TickBox
from gui.widgets.number_field import NumberField

DELIMITERS = (",", ";", "\t", "|", " ")
GAP = 12
LEAST_WIDTH, SKIP_WIDTH = 96, 84
SKIP = next(field for field in Dialect.hyperparameters() if field.name == "skip")
TEXT_ONLY = ("encoding", "delimiter", "decimal", "thousands")
"""What a workbook says itself."""


class FormatBar(QWidget):
    """One field beside the other, its name above it.

    `changed` carries the Dialect that people mean; `sheet_chosen` the name of another sheet, which is detected anew.
    """

    changed = Signal(object)
    sheet_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_format")
        self._dialect = Dialect()
        self._sheets: tuple[str, ...] = ()
        self.sheet = PickBox(lambda: [Entry(name, name) for name in self._sheets or ("",)], "")
        self.encoding = PickBox(lambda: [Entry(name, name.upper()) for name in ENCODINGS], "utf-8")
        self.delimiter = PickBox(self._delimiters, ",")
        self.decimal = PickBox(lambda: [Entry(sign, sign_name(sign)) for sign in DECIMALS], ".")
        self.thousands = PickBox(lambda: [Entry(sign, sign_name(sign)) for sign in THOUSANDS], "")
        self.missing = QLineEdit()
        self.skip = NumberField(SKIP, 0)
        self.header = TickBox(True)
        self._fields = {
            "sheet": self.sheet, "encoding": self.encoding, "delimiter": self.delimiter, "decimal": self.decimal,
            "thousands": self.thousands, "missing": self.missing, "skip": self.skip,
        }  # fmt: skip
        self._captions = {name: QLabel() for name in self._fields}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for place, (name, field) in enumerate(self._fields.items()):
            field.setObjectName(f"table_{name}")
            field.setMinimumWidth(LEAST_WIDTH)
            field.setVisible(name != "sheet")
            self._captions[name].setVisible(name != "sheet")
            caption = self._captions[name]
            caption.setProperty("role", "label")
            caption.setBuddy(field)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place)
        self.skip.setFixedWidth(SKIP_WIDTH)
        self.header.setObjectName("table_header")
        grid.addWidget(self.header, 1, len(self._fields), Qt.AlignmentFlag.AlignVCenter)
        self._grid = grid
        self._stretch()

    def _connect(self) -> None:
        self.sheet.value_changed.connect(self.sheet_chosen.emit)
        for name in (*TEXT_ONLY, "skip", "header"):
            control: PickBox | TickBox | NumberField = getattr(self, name)
            control.value_changed.connect(lambda value, name=name: self._change(name, value))
        self.missing.editingFinished.connect(self._change_missing)

    def _delimiters(self) -> list[Entry]:
        return [Entry(sign, sign_name(sign)) for sign in dict.fromkeys((*DELIMITERS, self._dialect.delimiter))]

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        words = {
            "sheet": (self.tr("Sheet"), self.tr("The sheet of the workbook.")),
            "encoding": (self.tr("Encoding"), self.tr("Choose another where letters look wrong.")),
            "delimiter": (self.tr("Delimiter"), self.tr("What stands between two cells.")),
            "decimal": (self.tr("Decimal sign"), self.tr("What stands before the fraction.")),
            "thousands": (self.tr("Thousands sign"), self.tr("What stands between groups of three digits.")),
            "missing": (
                self.tr("Counts as missing"),
                self.tr("Cells with one of these texts hold no value, as empty ones do. Commas stand between them."),
            ),
            "skip": (self.tr("Rows to skip"), self.tr("Rows above the table, such as a title.")),
        }
        for name, (caption, help) in words.items():
            self._captions[name].setText(caption)
            self._captions[name].setToolTip(help)
            self._fields[name].setAccessibleName(caption)
            self._fields[name].setAccessibleDescription(help)
        for name in ("missing", "skip"):
            self._fields[name].setToolTip(words[name][1])
        self.header.setText(self.tr("First row holds names"))
        self.header.setAccessibleName(self.header.text())
        for box in (self.delimiter, self.decimal, self.thousands):
            box.retranslate()
            box.set_value(getattr(self._dialect, box.objectName().removeprefix("table_")))

    def show_dialect(self, dialect: Dialect, sheets: Sequence[str]) -> None:
        """Show how a file is written, and emit nothing."""
        self._dialect, self._sheets = dialect, tuple(sheets)
        for box in (self.sheet, self.delimiter):
            box.retranslate()
        self.sheet.set_value(dialect.sheet)
        for name in TEXT_ONLY:
            getattr(self, name).set_value(getattr(dialect, name))
            self._show_field(name, not dialect.sheet)
        self._show_field("sheet", bool(dialect.sheet))
        self.skip.set_value(dialect.skip)
        self.header.set_value(dialect.header)
        with QSignalBlocker(self.missing):
            self.missing.setText(", ".join(filter(None, dialect.missing)))
            self.missing.setCursorPosition(0)

    def count_as_missing(self, text: str) -> None:
        """Let cells with this text, too, hold no value."""
        self._change("missing", (*self._dialect.missing, text))

    def _show_field(self, name: str, shown: bool) -> None:
        self._captions[name].setVisible(shown)
        self._fields[name].setVisible(shown)
        self._stretch()

    def _stretch(self) -> None:
        """Let the fields that are shown share the width."""
        for place, (name, field) in enumerate(self._fields.items()):
            fixed = field.isHidden() or name == "skip"
            self._grid.setColumnStretch(place, 0 if fixed else 2 if name == "missing" else 1)

    def _change_missing(self) -> None:
        texts = tuple(dict.fromkeys(("", *(text.strip() for text in self.missing.text().split(",")))))
        self._change("missing", texts)

    def _change(self, name: str, value: object) -> None:
        changes = {name: value}
        if name in ("decimal", "thousands"):  # one sign cannot mean both
            other = "thousands" if name == "decimal" else "decimal"
            if getattr(self._dialect, other) == value:
                changes[other] = "" if name == "decimal" else self._dialect.thousands or "."
                if name == "thousands":
                    changes[other] = next(sign for sign in DECIMALS if sign != value)
        dialect = self._dialect.replace(**changes)
        if dialect != self._dialect:
            self.changed.emit(dialect)
