"""What runs are called, and how they came to be."""

from __future__ import annotations

from engine.data import DataSource
from engine.runs.labels import RunLabel, beginning, labelled, title
from engine.runs.run import Origin, Run
from engine.runs.settings import RunSettings
from tests.gui.projects import moons


def settings(units: int = 4, data: str = "moons", seed: int = 0) -> RunSettings:
    project = moons(units)
    return RunSettings(project.graph, DataSource.resolve(data), project.preparation, seed)


def test_a_run_is_called_by_its_number_until_it_has_a_name() -> None:
    labels = labelled({}, 3, RunLabel(name="wide"))
    assert str(title(Run(3), labels)) == "wide"
    assert str(title(Run(4), labels)) == "Run 4"
    assert str(title(Run(3), labelled(labels, 3, RunLabel()))) == "Run 3"
    assert labelled(labels, 3, RunLabel()) == {}, "a label that says nothing is none"


def test_how_runs_began() -> None:
    runs = [
        Run(1, settings()),
        Run(2, settings()),
        Run(3, settings(seed=7)),
        Run(4, settings(5, seed=7)),
        Run(5, settings(5, "circles", 7)),
        Run(6, settings(5, "circles", 7), Origin(5, 120)),
        Run(7, settings(5, "circles", 7), Origin(0, 0)),
    ]
    assert [str(beginning(run, runs)) for run in runs] == [
        "from initial weights", "reset", "new seed", "changed network", "other data", "from run 5, step 120",
        "weights from a file",
    ]  # fmt: skip
