"""One run as the panel tells it."""

from __future__ import annotations

from collections.abc import Sequence
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


def told_apart(lines: Sequence[Line]) -> list[str]:
    """What runs are called; behind a name that several have stands the number."""
    titles = [sentence(line.title) for line in lines]
    return [
        title if titles.count(title) == 1 else f"{title} (#{line.number})"
        for title, line in zip(titles, lines, strict=True)
    ]


class Lines:
    """Makes lines of runs; what cannot be another by now is remembered."""

    def __init__(self) -> None:
        self._began: dict[Run, tuple[tuple[Stage, ...], Beginning]] = {}
        self._figures: dict[Run, tuple[int, tuple[Figure, ...]]] = {}

    def forget(self) -> None:
        """Let go of the runs of another project."""
        self._began, self._figures = {}, {}

    def of(self, runs: tuple[Run, ...], labels: Labels, at_hand: Run) -> list[Line]:
        """All of them, in their order."""
        return [
            Line(
                run, labels.get(run.number, PLAIN), title(run, labels), self._beginning(run, runs), epochs_of(run),
                self._outcomes(run), run is at_hand, (max(0, len(run.trained_with) - 1), run.diverged),
            )
            for run in runs
        ]  # fmt: skip

    def _beginning(self, run: Run, runs: tuple[Run, ...]) -> Beginning:
        known = self._began.get(run)
        if known is None or known[0] is not run.stages:
            known = self._began[run] = run.stages, beginning(run, runs)
        return known[1]

    def _outcomes(self, run: Run) -> tuple[Figure, ...]:
        known = self._figures.get(run)
        if known is None or known[0] != run.history.epochs:
            known = run.history.epochs, tuple(outcome(run.history, measure) for measure in MEASURES)
            self._figures[run] = known
        return known[1]
