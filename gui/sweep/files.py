"""What files about a sweep hold: for programs, so with English keys and all digits whatever the window's language."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.sweep.journal import Journal
from engine.sweep.space import Dimension, value_text
from gui.plots.export import Table
from gui.sweep.axes import cells_of
from gui.sweep.map_view import Cells


def trials_file(journal: Journal, trials: Sequence[int]) -> Table:
    """A row for each of these trials: its settings, what came of it, and the reason of a failure."""
    names, part = [each.name for each in journal.sweep.space], "val_" if journal.judged_on == "validation" else ""
    keys = ("trial", *names, f"{part}loss", f"{part}accuracy", "best_epoch", "seconds", "reason")
    rows = [_row(journal, trial) for trial in trials]
    return {key: [row[place] for row in rows] for place, key in enumerate(keys)}


def map_file(up: Dimension, across: Dimension, cells: Cells) -> Table:
    """The best results, a row for each value upwards from the top and a column for each value across."""
    single, values = up.name == across.name, cells_of(up)
    rows = [0] if single else range(len(values) - 1, -1, -1)
    columns: dict[str, Sequence[float | str]] = {}
    if not single:
        columns[up.name] = [value_text(values[row]) for row in rows]
    for place, value in enumerate(cells_of(across)):
        found = (cells.get((row, place)) for row in rows)
        columns[f"{across.name}={value_text(value)}"] = [cell.result if cell else math.nan for cell in found]
    return columns


def _row(journal: Journal, trial: int) -> list[float | str]:
    outcome = journal.outcomes.get(trial)
    best = outcome.best if outcome is not None else None
    figures: tuple[float | None, ...] = (None, None, None, None)
    if outcome is not None and best is not None:
        figures = best.monitored_loss, best.monitored_accuracy, best.epoch, outcome.seconds
    reason = str(outcome.reason) if outcome is not None and outcome.reason is not None else ""
    values = (_plain(value) for value in journal.values(trial).values())
    return [trial, *values, *(math.nan if figure is None else figure for figure in figures), reason]


def _plain(value: Any) -> float | str:
    """Numbers as they are, and anything else as the command line takes it."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value_text(value)
