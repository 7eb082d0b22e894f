"""What people should know about a time series before it is learned from: its samples, gaps and uneven steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.series import TimeSeries
from engine.data.tables import treatment
from engine.data.tables.columns import with_role
from engine.data.tables.report import FIRST_ROWS, Finding, far_out, finding, is_constant

LONG = 1.5
"""Times the usual step between two rows, a step is long: longer than a month of 31 days among those of 28."""


@dataclass(frozen=True, eq=False)
class SeriesReport:
    """`filled` are gaps in which the value before stands; `moved` counts rows that time puts in another place than the
    file; `gaps` are rows before which the step is longer than usual. `target` (rows,) is what is forecast, in order.
    """

    rows: int
    samples: int
    filled: tuple[Finding, ...]
    outliers: tuple[Finding, ...]
    constant: tuple[str, ...]
    moved: int
    gaps: Finding
    target: NDArray[np.float64]


def series_report(source: TimeSeries) -> SeriesReport:
    """Look at all used columns of a series."""
    cells, lines, order = source.cells(), np.asarray(source.lines), source.order()
    filled, outliers, constant = list[Finding](), list[Finding](), list[str]()
    for place, column in enumerate(source.columns):
        if column.role not in ("feature", "target"):
            continue
        values = treatment.column_values(column, cells[place])
        if (missing := np.isnan(values)).any():
            filled.append(finding(column, missing, lines))
        if column.type == "number" and (far := far_out(values)).any():
            outliers.append(finding(column, far, lines))
        if is_constant(values):
            constant.append(column.title)
    moved = int((order != np.arange(len(order))).sum())
    samples, (_, target) = source.count_in(len(order)), source.steps()
    return SeriesReport(
        len(order), samples, tuple(filled), tuple(outliers), tuple(constant), moved, _gaps(source, order), target
    )


def _gaps(source: TimeSeries, order: NDArray[np.intp]) -> Finding:
    """The rows before which some seem to be missing."""
    for place in with_role(source.columns, "order"):
        steps = np.diff(treatment.column_values(source.columns[place], source.cells()[place])[order])
        if steps.size:
            late = order[np.flatnonzero(steps > LONG * np.median(steps)) + 1]
            lines = np.asarray(source.lines)[late[:FIRST_ROWS]]
            return Finding(source.columns[place].title, len(late), tuple(lines.tolist()))
    return Finding("", 0, ())
