"""What the assistant calls roles, types, fills and signs, and how it counts rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.data.tables import Finding
from gui.i18n import grouped
from gui.widgets.controls import Entry


def roles() -> list[Entry]:
    """What may become of a column."""
    return [
        Entry(
            "feature",
            QCoreApplication.translate("TableImport", "Feature"),
            QCoreApplication.translate("TableImport", "The network is given it."),
        ),
        Entry(
            "target",
            QCoreApplication.translate("TableImport", "Target"),
            QCoreApplication.translate(
                "TableImport", "The network should answer it. Select several columns of numbers for several targets."
            ),
        ),
        Entry(
            "ignore",
            QCoreApplication.translate("TableImport", "Ignore"),
            QCoreApplication.translate("TableImport", "It is left out."),
        ),
        Entry(
            "part",
            QCoreApplication.translate("TableImport", "Part"),
            QCoreApplication.translate("TableImport", "It says of each row: training, validation or test."),
        ),
    ]


def types() -> list[Entry]:
    """What the cells of a column may hold."""
    return [
        Entry("number", QCoreApplication.translate("TableImport", "Number")),
        Entry("category", QCoreApplication.translate("TableImport", "Category")),
        Entry("date", QCoreApplication.translate("TableImport", "Date")),
        Entry("text", QCoreApplication.translate("TableImport", "Text")),
    ]


def fills() -> list[Entry]:
    """What may be done where a value is missing."""
    learnt = QCoreApplication.translate("TableImport", "Takes its place; it is learnt from the training samples.")
    return [
        Entry("drop", QCoreApplication.translate("TableImport", "Leave out the row")),
        Entry("mean", QCoreApplication.translate("TableImport", "Mean"), learnt),
        Entry("median", QCoreApplication.translate("TableImport", "Median"), learnt),
        Entry("most_frequent", QCoreApplication.translate("TableImport", "Most frequent value"), learnt),
    ]


def encodings() -> list[Entry]:
    """How categories become numbers."""
    return [
        Entry(
            "one_hot",
            QCoreApplication.translate("TableImport", "One-hot"),
            QCoreApplication.translate("TableImport", "An input for each category, of which one is 1."),
        ),
        Entry(
            "ordinal",
            QCoreApplication.translate("TableImport", "Ordinal"),
            QCoreApplication.translate("TableImport", "One input with the number of the category in their order."),
        ),
    ]


def label_of(entries: Sequence[Entry], value: str) -> str:
    """The word for one of them."""
    return next(entry.label for entry in entries if entry.value == value)


def sign_name(sign: str) -> str:
    """A sign that stands between cells, digits or thousands, in words where it is hard to see."""
    match sign:
        case "":
            return QCoreApplication.translate("TableImport", "None")
        case "\t":
            return QCoreApplication.translate("TableImport", "Tab")
        case " ":
            return QCoreApplication.translate("TableImport", "Space")
        case ",":
            return QCoreApplication.translate("TableImport", "Comma  ,")
        case ";":
            return QCoreApplication.translate("TableImport", "Semicolon  ;")
        case ".":
            return QCoreApplication.translate("TableImport", "Point  .")
        case "|":
            return QCoreApplication.translate("TableImport", "Bar  |")
        case "'":
            return QCoreApplication.translate("TableImport", "Apostrophe  '")
        case _:
            return sign


def rows_text(found: Finding) -> str:
    """How many rows, and the numbers of the first ones."""
    first = ", ".join(map(str, found.rows))
    if found.count == 1:
        return QCoreApplication.translate("TableImport", "1 row ({first})").format(first=first)
    more = ", …" if found.count > len(found.rows) else ""
    template = QCoreApplication.translate("TableImport", "{count} rows ({first})")
    return template.format(count=grouped(found.count), first=first + more)
