"""One run as the panel tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from engine.errors import Message
from engine.runs.comparison import MEASURES, Figure, epochs_of, outcome
from engine.runs.labels import PLAIN, Beginning, Labels, RunLabel, beginning, title
from engine.runs.run import Run, Stage
from gui.i18n import sentence


@dataclass(frozen=True, eq=False)
class Line:
    """A run with what is said of it; `figures` are those of the MEASURES, `at_hand` whether it is the one at hand."""

    run: Run
    label: RunLabel
    title: Message
    began: Beginning
    epochs: int
    figures: tuple[Figure, ...]
    at_hand: bool
    notes: tuple[int, bool]
    """How often hyperparameters were changed on the way, and whether it diverged."""

    def tells_as(self, other: Line) -> bool:
        """Whether the other, of the same run, reads the same."""
        if self is other:
            return True
        told = attrgetter("label", "title", "began", "epochs", "figures", "at_hand", "notes")
        return str(told(self)) == str(told(other))

    @property
    def number(self) -> int:
        """The run's number."""
        return self.run.number

    def figure(self, measure: str) -> Figure:
        """What came of one of the MEASURES."""
        return self.figures[MEASURES.index(measure)]

    def judged_by(self, measure: str) -> str:
        """Loss or accuracy of held-out samples where the run has some, or else of those it trains on."""
        held_out = f"val_{measure}"
        return held_out if self.figure(held_out).epoch else measure


def told_apart(lines: Sequence[Line], said: Callable[[Message], str] = sentence) -> list[str]:
    """What runs are called; behind a name that several have stands the number."""
    titles = [said(line.title) for line in lines]
    return [
        title if titles.count(title) == 1 else f"{title} (#{line.number})"
        for title, line in zip(titles, lines, strict=True)
    ]


class Lines:
    """Makes lines of runs; that of a run of which nothing has changed is the same line again.

    So a list of hundreds costs little while one of them trains.
    """

    def __init__(self) -> None:
        self._began: dict[Run, tuple[tuple[Stage, ...], Beginning]] = {}
        self._lines: dict[Run, tuple[tuple[object, ...], Line]] = {}

    def forget(self) -> None:
        """Let go of the runs of another project."""
        self._began, self._lines = {}, {}

    def of(self, runs: tuple[Run, ...], labels: Labels, at_hand: Run) -> list[Line]:
        """All of them, in their order."""
        return [self._line(run, runs, labels, run is at_hand) for run in runs]

    def _line(self, run: Run, runs: tuple[Run, ...], labels: Labels, at_hand: bool) -> Line:
        label = labels.get(run.number, PLAIN)
        told = (label, run.stages, run.history.epochs, run.diverged)
        known = self._lines.get(run)
        if not at_hand and known is not None and known[0] == told and not known[1].at_hand:
            return known[1]
        line = Line(
            run, label, title(run, labels), self._beginning(run, runs), epochs_of(run),
            tuple(outcome(run.history, measure) for measure in MEASURES), at_hand,
            (max(0, len(run.trained_with) - 1), run.diverged),
        )  # fmt: skip
        self._lines[run] = told, line
        return line

    def _beginning(self, run: Run, runs: tuple[Run, ...]) -> Beginning:
        known = self._began.get(run)
        if known is None or known[0] is not run.stages:
            known = self._began[run] = run.stages, beginning(run, runs)
        return known[1]
