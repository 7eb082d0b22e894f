"""What people say of a run: a name, a star, and that it may go; and what is said of it where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.errors import Message
from engine.runs.run import Run
from engine.runs.settings import RunSettings, computed

LONGEST_NAME = 200
"""Characters of a run's name."""


@dataclass(frozen=True)
class RunLabel:
    """`name` is "" for the usual one. A run that is `deleted` is kept until its project is closed."""

    name: str = ""
    starred: bool = False
    deleted: bool = False


Labels = Mapping[int, RunLabel]
"""The labels of runs by their numbers; a run that has none is as people found it."""
PLAIN = RunLabel()


def labelled(labels: Labels, number: int, label: RunLabel) -> dict[int, RunLabel]:
    """The same labels with another one for this run."""
    changed = {key: value for key, value in labels.items() if key != number}
    return changed if label == PLAIN else dict(sorted({**changed, number: label}.items()))


def title(run: Run, labels: Labels) -> Message:
    """What a run is called."""
    name = labels.get(run.number, PLAIN).name
    return Message("{name}", name=name) if name else Message("Run {number}", number=run.number)


def beginning(run: Run, earlier: Iterable[Run]) -> Message:
    """How a run came to be, told by the one that began before it."""
    if run.origin is not None and not run.origin.run:
        return Message("weights from a file")
    if run.origin is not None:
        return Message("from run {run}, step {step}", run=run.origin.run, step=run.origin.step)
    before = max((each for each in earlier if each.number < run.number), key=lambda each: each.number, default=None)
    if before is None or before.settings is None or run.settings is None:
        return Message("from initial weights")
    return _another(before.settings, run.settings)


def _another(before: RunSettings, after: RunSettings) -> Message:
    if computed(before.graph) != computed(after.graph):
        return Message("changed network")
    if before.data != after.data:
        return Message("other data")
    if before.preparation != after.preparation:
        return Message("other preparation")
    return Message("reset") if before.seed == after.seed else Message("new seed")
