"""What runs are called, and how they came to be."""

from __future__ import annotations

from engine.data import DataSource
from engine.events import EpochEnd
from engine.optimizers import SGD
from engine.runs.labels import RunLabel, beginning, labelled, title
from engine.runs.run import Origin, Run, Stage
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
    began = [beginning(run, runs) for run in runs]
    assert [str(each.told) for each in began] == [
        "from initial weights", "reset", "new seed", "None", "other data", "from run 5, step 120",
        "weights from a file",
    ]  # fmt: skip
    assert [change[:3] for each in began for change in each.layers] == [(("dense_1", "units"), "Units", 4)]


def test_a_run_tells_what_it_has_that_the_one_before_had_not() -> None:
    training = moons().training.replace(optimizer=SGD(learning_rate=0.1), batch_size=16)
    faster, large = training.replace(optimizer=SGD(learning_rate=0.5)), training.replace(batch_size=64, seed=3)
    runs = [
        Run(1, settings(), stages=(Stage(0, 0.0, training), Stage(40, 2.5, faster))),
        Run(2, settings(), stages=(Stage(0, 0.0, faster),)),
        Run(3, settings(seed=3), stages=(Stage(0, 0.0, large), Stage(8, 0.5, training))),
        Run(4, settings(), Origin(1, 30), stages=(Stage(0, 0.0, training), Stage(30, 2.0, large))),
    ]
    began = [beginning(run, runs) for run in runs]
    assert [str(each.told) for each in began] == ["from initial weights", "reset", "new seed", "from run 1, step 30"]
    runs[0].history.record(EpochEnd(2, 40, 0.5, None, None, None, 0.1, 0.5))
    runs[0].history.flush()
    began = [beginning(run, runs) for run in runs]
    assert began[1] == (None, ((("optimizer", "learning_rate"), "Learning rate", 0.1, 0.5),), ()), (
        "what was chosen where the run before stood still, and what it never trained with"
    )
    told = [[(change.label, change.after) for change in each.training] for each in began]
    assert told == [[], [("Learning rate", 0.5)], [("Learning rate", 0.1), ("Batch size", 64)], [("Batch size", 64)]]
