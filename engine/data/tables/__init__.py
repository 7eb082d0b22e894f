"""Tables of people's own: how they are written, what they hold, and what becomes of each column."""

from engine.data.tables.columns import Column, Guess, as_type, guess, problems
from engine.data.tables.dialect import Dialect, Sample, detect, sample
from engine.data.tables.reading import RawTable, Reading, read, read_whole
from engine.data.tables.report import Finding, Report, report
from engine.data.tables.sheets import sheet_names
from engine.data.tables.source import TableSource

__all__ = [
    "Column",
    "Dialect",
    "Finding",
    "Guess",
    "RawTable",
    "Reading",
    "Report",
    "Sample",
    "TableSource",
    "as_type",
    "detect",
    "guess",
    "problems",
    "read",
    "read_whole",
    "report",
    "sample",
    "sheet_names",
]
