"""Tables of people's own: how they are written, what they hold, and what becomes of each column."""

from engine.data.tables.beginning import beginning
from engine.data.tables.cells import Cells
from engine.data.tables.columns import Column, Columns, Guess, as_role, as_type, guess, problems
from engine.data.tables.dialect import Dialect, Rows, Sample, detect, sample
from engine.data.tables.reading import RawTable, Reading, read, read_whole
from engine.data.tables.report import Finding, Report, report
from engine.data.tables.sheets import sheet_names
from engine.data.tables.source import TableSource

__all__ = [
    "Cells",
    "Column",
    "Columns",
    "Dialect",
    "Finding",
    "Guess",
    "RawTable",
    "Reading",
    "Report",
    "Rows",
    "Sample",
    "TableSource",
    "as_role",
    "as_type",
    "beginning",
    "detect",
    "guess",
    "problems",
    "read",
    "read_whole",
    "report",
    "sample",
    "sheet_names",
]
