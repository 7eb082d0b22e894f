"""What files about runs hold: for programs, so with English keys and all digits whatever the window's language."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from engine.runs.comparison import MEASURES, Distance, differences
from engine.runs.told import began_text, changes_text, course_text
from gui.plots.export import Table
from gui.plots.runs.line import Line, told_apart

Pair = tuple[int, int]


def runs_file(lines: Sequence[Line]) -> Table:
    """A row for each run: what it is called, how it began, and its last figures."""
    return {
        "run": [line.number for line in lines],
        "star": ["yes" if line.label.starred else "no" for line in lines],
        "name": [str(line.title) for line in lines],
        "began": [began_text(line.began) for line in lines],
        "epochs": [line.epochs for line in lines],
        **{measure: [line.figure(measure).final for line in lines] for measure in MEASURES},
        "changes": [changes_text(line.run) for line in lines],
    }


def settings_file(lines: Sequence[Line]) -> Table:
    """A row for every field in which some differ."""
    rows = differences([line.run for line in lines])
    columns: dict[str, Sequence[float | str]] = {"setting": [": ".join(row.label) for row in rows]}
    for place, name in enumerate(_names(lines)):
        columns[name] = [course_text(row.courses[place]) for row in rows]
    return columns


def results_file(lines: Sequence[Line]) -> Table:
    """Epochs and time, and of every measure the last and the best figure."""
    kinds = [(measure, f"best_{measure}", f"best_{measure}_epoch") for measure in MEASURES]
    columns: dict[str, Sequence[float | str]] = {"figure": ["epochs", *itertools.chain(*kinds), "seconds"]}
    for line, name in zip(lines, _names(lines), strict=True):
        figures = itertools.chain(*((each.final, each.best, each.epoch or float("nan")) for each in line.figures))
        columns[name] = [line.epochs, *figures, float(line.run.history.column("seconds").sum())]
    return columns


def weights_file(lines: Sequence[Line], known: Mapping[Pair, Distance | None]) -> Table:
    """A row for each two runs: how far all weights are apart, and those of each layer, also as a share of theirs."""
    pairs = [(one.number, other.number) for one, other in itertools.combinations(lines, 2)]
    found = [known.get(pair) for pair in pairs]
    layers = dict.fromkeys(layer for apart in found if apart for layer in apart.layers)
    columns: dict[str, Sequence[float | str]] = {
        "run": [one for one, _ in pairs],
        "other": [other for _, other in pairs],
    }
    for key, layer in (("all_weights", None), *((layer, layer) for layer in layers)):
        gaps = [None if apart is None else apart.layers.get(layer) if layer else apart.whole for apart in found]
        columns[key] = [gap.absolute if gap else float("nan") for gap in gaps]
        columns[f"{key}_share"] = [gap.relative if gap else float("nan") for gap in gaps]
    return columns


def curves_file(lines: Sequence[Line]) -> Table:
    """Each figure of each run in a column of its own, by epoch."""
    columns: dict[str, Sequence[float | str]] = {}
    for line, name in zip(lines, _names(lines), strict=True):
        figures = line.run.history.columns("epoch", *MEASURES)
        for figure, values in zip(("epoch", *MEASURES), figures, strict=True):
            columns[f"{name}: {figure}"] = values.tolist()
    return columns


def _names(lines: Sequence[Line]) -> list[str]:
    return told_apart(lines, str)
