"""Runs at the terminal: a list of those that a project keeps, and some of them side by side."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from engine.project import Project
from engine.runs.comparison import MEASURES, differences, distance, epochs_of, outcome
from engine.runs.labels import PLAIN, beginning, title
from engine.runs.run import Run
from engine.runs.told import NONE, began_text, changes_text, course_text
from engine.tables import Table, show


def list_runs(project: Project) -> None:
    """Print a line for each run: its star, name and beginning, how long it went, and its last figures."""
    rows: list[Sequence[str]] = [("run", "", "name", "began", "epochs", *MEASURES, "changes")]
    for run in project.runs:
        label = project.run_labels.get(run.number, PLAIN)
        figures = (_figure(outcome(run.history, measure).final) for measure in MEASURES)
        rows.append(
            (f"{run.number}", "*" if label.starred else "", str(title(run, project.run_labels)),
             began_text(beginning(run, project.runs)), f"{epochs_of(run)}", *figures, changes_text(run))
        )  # fmt: skip
    show([Table("", rows)])


def compare_runs(project: Project, runs: Sequence[Run]) -> None:
    """Print the settings that differ, last and best figures, and how far the weights of each two are apart."""
    names = [str(title(run, project.run_labels)) for run in runs]
    settings = [
        (": ".join(row.label), *(course_text(course) for course in row.courses)) for row in differences(runs)
    ] or [("(none)", *[""] * len(runs))]
    show(
        [
            Table("Settings that differ", [("setting", *names), *settings]),
            Table("What came of it", [("figure", *names), *_outcomes(runs)]),
            Table("How far weights are apart", list(_distances(runs, names))),
        ]
    )


def _outcomes(runs: Sequence[Run]) -> Iterator[tuple[str, ...]]:
    yield ("epochs", *(f"{epochs_of(run)}" for run in runs))
    for measure in MEASURES:
        figures = [outcome(run.history, measure) for run in runs]
        if any(figure.epoch for figure in figures):
            yield (measure, *(_figure(figure.final) for figure in figures))
            yield (f"best {measure}", *(_figure(figure.best) for figure in figures))
            yield ("  in epoch", *(f"{figure.epoch or NONE}" for figure in figures))


def _distances(runs: Sequence[Run], names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A row for each two runs: the length of the difference, and that as a share of the weights' own."""
    found = [
        (f"{first} / {second}", distance(one.weights, other.weights))
        for (one, first), (other, second) in itertools.combinations(zip(runs, names, strict=True), 2)
    ]
    layers = list(dict.fromkeys(layer for _, apart in found if apart for layer in apart.layers))
    yield ("runs", "all weights", "share", *layers)
    for pair, apart in found:
        if apart is None:
            yield (pair, *[NONE] * (2 + len(layers)))
            continue
        shares = (f"{apart.layers[layer].relative:.1%}" if layer in apart.layers else NONE for layer in layers)
        yield (pair, _figure(apart.whole.absolute), f"{apart.whole.relative:.1%}", *shares)


def _figure(value: float) -> str:
    return NONE if math.isnan(value) else f"{value:.4g}"
