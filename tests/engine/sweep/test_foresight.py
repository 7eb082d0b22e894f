"""Which trials cannot run, known before any trains."""

from __future__ import annotations

import pytest

from engine.errors import HyperparameterError
from engine.project import Project, load_example
from engine.sweep import foresight
from engine.sweep.drawing import Search, Trial, trials_of
from engine.sweep.foresight import NO_ACCURACY, InVain, has_accuracy, require_a_chance, trials_in_vain
from engine.sweep.settings import subject_of, with_values
from engine.sweep.space import Dimension, check, dimension
from tests.gui.projects import moons


def space_of(project: Project, *varied: str) -> list[Dimension]:
    space: list[Dimension] = []
    for text in varied:
        space.append(dimension(subject_of(project), text, space))
    check(subject_of(project), space)
    return space


def foreseen(project: Project, *varied: str, measure: str = "loss") -> tuple[list[Trial], InVain]:
    space = space_of(project, *varied)
    trials = trials_of(space, Search())
    return trials, trials_in_vain(project, space, trials, measure)


def test_a_setting_of_one_kind_keeps_only_trials_of_the_others_from_running() -> None:
    trials, in_vain = foreseen(moons(), "optimizer=SGD,Adam", "optimizer.momentum=0,0.9")
    assert {number: trials[number - 1]["optimizer"] for number in in_vain} == {3: "Adam", 4: "Adam"}
    assert str(in_vain[3]) == "Adam has no momentum that could vary."


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_settings_that_clash_together_are_known_and_those_that_help_each_other_run(order: tuple[int, ...]) -> None:
    """Nesterov needs a momentum, whichever of both is named first and whatever the project has."""
    texts = ("optimizer.nesterov=on,off", "optimizer.momentum=0,0.9")
    project = moons()
    project.training = project.training.replace(optimizer="SGD")
    trials, in_vain = foreseen(project, *(texts[place] for place in order))
    assert [trials[number - 1] for number in in_vain] == [{"optimizer.nesterov": True, "optimizer.momentum": 0.0}]
    assert "Choose a momentum above 0" in str(next(iter(in_vain.values())))
    for number, trial in enumerate(trials, 1):
        if number not in in_vain:
            with_values(project, trial)


def test_layers_that_only_clash_together_are_known() -> None:
    """A convolution has either steps or gaps."""
    trials, in_vain = foreseen(load_example("digits_cnn"), "conv2d_1.strides=1,2", "conv2d_1.dilation_rate=1,2")
    clashing = {number for number, each in enumerate(trials, 1) if each["conv2d_1.strides"] == 2}
    assert set(in_vain) == {n for n in clashing if trials[n - 1]["conv2d_1.dilation_rate"] == 2}


def test_only_so_many_networks_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    project = moons()
    monkeypatch.setattr(foresight, "MOST_LAYERS", 2 * len(project.graph))
    _, in_vain = foreseen(project, "dense_2.units=1,2,3")
    assert list(in_vain) == [2]


def test_measures_have_no_accuracy_and_then_nothing_is_left_to_judge() -> None:
    project = load_example("diabetes")
    assert (has_accuracy(moons()), has_accuracy(project)) == (True, False)
    trials, in_vain = foreseen(project, "batch_size=8,16", measure="accuracy")
    assert in_vain == {1: NO_ACCURACY, 2: NO_ACCURACY}
    with pytest.raises(HyperparameterError, match="Let the loss judge"):
        require_a_chance(space_of(project, "batch_size=8,16"), trials, in_vain)
