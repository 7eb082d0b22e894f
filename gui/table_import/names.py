"""What the assistant calls roles, types, fills and signs, and how it counts rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.data.tables import Finding
from gui.i18n import grouped
from gui.widgets.controls import Entry


def roles(series: bool = False) -> list[Entry]:
    """What may become of a column, of a table or of one whose rows follow each other in time."""
    return (
        _steps()
        if series
        else [
            Entry(
                "feature",
                QCoreApplication.translate("TableImport", "Feature"),
                QCoreApplication.translate("TableImport", "The network is given it."),
            ),
            Entry(
                "target",
                QCoreApplication.translate("TableImport", "Target"),
                QCoreApplication.translate(
                    "TableImport",
                    "The network should answer it. Select several columns of numbers for several targets.",
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
    )


def _steps() -> list[Entry]:
    return [
        Entry(
            "feature",
            QCoreApplication.translate("TableImport", "Feature"),
            QCoreApplication.translate("TableImport", "The network sees its past."),
        ),
        Entry(
            "target",
            QCoreApplication.translate("TableImport", "Target"),
            QCoreApplication.translate("TableImport", "The network sees its past and forecasts what comes next."),
        ),
        Entry(
            "order",
            QCoreApplication.translate("TableImport", "Order"),
            QCoreApplication.translate("TableImport", "It says when each row was, and puts the rows in order."),
        ),
        Entry(
            "ignore",
            QCoreApplication.translate("TableImport", "Ignore"),
            QCoreApplication.translate("TableImport", "It is left out."),
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


def fills(series: bool = False) -> list[Entry]:
    """What may be done where a value is missing; a series has no row to spare."""
    if series:
        return [
            Entry(
                "drop",
                QCoreApplication.translate("TableImport", "Must be there"),
                QCoreApplication.translate("TableImport", "Where a value is missing, the series is not taken."),
            ),
            Entry(
                "previous",
                QCoreApplication.translate("TableImport", "Value before"),
                QCoreApplication.translate("TableImport", "Takes its place; nothing that comes later is used."),
            ),
        ]
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


def date_encodings() -> list[Entry]:
    """How dates become numbers."""
    return [
        Entry("ordinal", QCoreApplication.translate("TableImport", "Number of days")),
        Entry(
            "month",
            QCoreApplication.translate("TableImport", "Month"),
            QCoreApplication.translate("TableImport", "An input for each month, of which one is 1."),
        ),
        Entry(
            "weekday",
            QCoreApplication.translate("TableImport", "Weekday"),
            QCoreApplication.translate("TableImport", "An input for each day of the week, of which one is 1."),
        ),
    ]


def readers() -> list[Entry]:
    """Networks to begin with, by how they read a window."""
    return [
        Entry("", QCoreApplication.translate("TableImport", "The one that is drawn")),
        Entry("dense", QCoreApplication.translate("TableImport", "Dense over the window")),
        Entry("lstm", "LSTM"),
        Entry("conv1d", "Conv1D"),
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
