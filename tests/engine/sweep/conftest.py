"""A project that learns in an instant, and what varies of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.data import DataSource
from engine.project import Project
from engine.sweep.drawing import Search
from engine.sweep.journal import PROJECT, Journal, Sweep
from engine.sweep.settings import subject_of
from engine.sweep.space import dimension
from engine.sweep.trial import Outcome, Task, run
from tests.gui.projects import moons

Begin = Callable[..., Journal]
VARIED = ("optimizer.learning_rate=0.001:0.1:log:3", "dense_1.units=2,4")


@pytest.fixture
def project() -> Project:
    made = moons(epochs=3)
    made.data = DataSource.resolve("checkerboard")  # which a process makes without loading a library first
    return made


@pytest.fixture
def begin(project: Project, tmp_path: Path) -> Begin:
    """Begin a sweep in a folder of that name."""

    def made(name: str, *varied: str, **search: object) -> Journal:
        space = [dimension(subject_of(project), text) for text in varied or VARIED]
        return Journal.begin(tmp_path / name, project, Sweep.of(project, space, Search(**search)))

    return made


def made_here(journal: Journal) -> dict[int, Outcome]:
    """What comes of all trials where they are trained one after the other in this process, and nothing is written."""
    source, search = str(journal.folder / PROJECT), journal.sweep.search
    numbers = range(1, len(journal.sweep.trials) + 1)
    tasks = (Task(number, source, journal.values(number), search.epochs, search.measure) for number in numbers)
    return {task.number: run(task) for task in tasks}
