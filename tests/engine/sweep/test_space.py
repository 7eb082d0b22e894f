"""What can vary, how it is written, and which trials that makes."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import DataSource
from engine.errors import HyperparameterError
from engine.graph import SetId
from engine.layers import BatchNormalization
from engine.project import Project, load_example
from engine.redrawing import redrawing
from engine.sweep.drawing import MOST_TRIALS, Search, drawn, grid, trials_of
from engine.sweep.settings import setting, settings_of, subject_of, with_values
from engine.sweep.space import Choices, Range, check, dimension, from_json, read_value, value_text
from engine.sweep.suggestion import suggested
from engine.training_config import TrainingConfig
from tests.gui.projects import moons, twins

SUBJECT = subject_of(moons())


def told(*texts: str) -> str:
    """Why what varies is refused."""
    with pytest.raises(HyperparameterError) as caught:
        check(SUBJECT, [dimension(SUBJECT, text) for text in texts])
    assert len(caught.value.messages) == 1
    return str(caught.value)


def test_settings_go_by_the_names_of_fields_from_training_down_to_those_of_a_layers_kinds() -> None:
    names = [known.name for known in settings_of(SUBJECT)]
    assert {"optimizer", "optimizer.learning_rate", "batch_size", "seed", "schedule"} <= set(names)
    assert {"dense_1.units", "dense_1.activation", "dense_1.kernel_initializer", "output_1.loss"} <= set(names)
    assert {"data.noise", "data.samples", "preparation.scaling", "preparation.validation"} <= set(names)
    assert not any(name.startswith("input_1") for name in names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["moons", "digits_cnn", "transformer", "languages"])
def test_what_is_suggested_can_be_tried_and_every_value_can_be_written(name: str) -> None:
    subject = subject_of(load_example(name))
    for known in settings_of(subject):
        varied = suggested(known)
        check(subject, [varied])
        assert from_json([varied.to_json()]) == (varied,)
        for value in varied.grid():
            assert known.coerce(read_value(known, value_text(value))) == known.coerce(value), known.name


def test_a_grid_has_every_combination_once_the_last_setting_fastest() -> None:
    space = [dimension(SUBJECT, "batch_size=8,16"), dimension(SUBJECT, "optimizer.learning_rate=0.001:0.1:log:3")]
    assert [tuple(trial.values()) for trial in grid(space)] == [
        (8, 0.001), (8, 0.01), (8, 0.1), (16, 0.001), (16, 0.01), (16, 0.1),
    ]  # fmt: skip
    assert dimension(SUBJECT, "dense_1.units=1:3").grid() == (1, 2, 3)  # five points, of which three differ
    assert dimension(SUBJECT, "optimizer.beta_1=0.5:0.9:3").grid() == (0.5, 0.7, 0.9)


def test_the_same_seed_draws_the_same_and_more_of_it_begin_alike() -> None:
    space = [dimension(SUBJECT, "optimizer.learning_rate=0.001:0.1:log"), dimension(SUBJECT, "dense_1.units=2,4,8")]
    ten = drawn(space, 10, seed=7)
    assert drawn(space, 25, seed=7)[:10] == ten
    assert drawn(space, 10, seed=8) != ten
    assert len({tuple(trial.values()) for trial in ten}) == 10


def test_a_log_range_favours_no_decade() -> None:
    rates = [trial["optimizer.learning_rate"] for trial in
             drawn([dimension(SUBJECT, "optimizer.learning_rate=0.0001:0.1:log")], 600, 0)]  # fmt: skip
    counts = Counter(math.floor(math.log10(rate)) for rate in rates)
    assert all(abs(counts[decade] - 200) < 45 for decade in (-4, -3, -2)), counts


def test_no_more_is_drawn_than_there_is() -> None:
    space = [dimension(SUBJECT, "batch_size=8,16"), dimension(SUBJECT, "dense_1.units=1:3")]
    trials = drawn(space, 100, 0)
    assert sorted(map(tuple, (trial.values() for trial in trials))) == [(b, u) for b in (8, 16) for u in (1, 2, 3)]


def test_where_numbers_are_few_the_draw_gives_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    draws, draw = [], Range.draw
    monkeypatch.setattr(Range, "draw", lambda varied, rng: draws.append(0) or draw(varied, rng))
    trials = drawn([Range("x", 0.1, 0.1001)], MOST_TRIALS, 0)
    assert sorted(trial["x"] for trial in trials) == [0.1, 0.1001]
    assert len(draws) < 1000


@given(st.floats(1e-6, 1e3), st.floats(1.01, 1e6), st.booleans(), st.integers(2, 40), st.integers(0, 1000))
def test_numbers_stay_within_their_range(low: float, factor: float, log: bool, points: int, seed: int) -> None:
    varied = Range("x", low, low * factor, log, False, points)
    values = [*varied.grid(), *(trial["x"] for trial in drawn([varied], 5, seed))]
    assert all(varied.low <= value <= varied.high for value in values)
    assert (varied.grid()[0], varied.grid()[-1]) == pytest.approx((varied.low, varied.high), rel=1e-3)
    assert list(varied.grid()) == sorted(set(varied.grid()))


def test_a_kind_may_bring_the_fields_that_vary_and_keeps_its_own_where_it_stands() -> None:
    project = moons()
    rate = project.training.optimizer.replace(learning_rate=0.25)
    project.training = project.training.replace(optimizer=rate)
    subject = subject_of(project)
    kind = dimension(subject, "optimizer=SGD")
    momentum = dimension(subject, "optimizer.momentum=0,0.9", [kind])
    check(subject, [kind, momentum])
    found = with_values(project, {"optimizer.momentum": 0.9, "optimizer": "SGD"}).training.optimizer
    assert (found.name, found.momentum) == ("SGD", 0.9)
    assert with_values(project, {"optimizer": "Adam"}).training.optimizer.learning_rate == 0.25


def test_only_layers_that_vary_are_others_and_keep_their_other_settings() -> None:
    project: Project = moons(units=4)
    made = with_values(project, {"dense_1.activation": "relu", "dense_2.units": 1, "batch_size": 8}, epochs=5)
    assert redrawing(project.graph, made.graph) == [project.graph.changed("dense_1", made.graph["dense_1"].layer)]
    assert (made.graph["dense_1"].layer.units, made.graph["dense_1"].layer.activation.name) == (4, "relu")
    assert (made.training.batch_size, made.training.epochs, project.training.batch_size) == (8, 5, 16)
    shared = with_values(twins(shared=True), {"dense_1.units": 3})
    assert [shared.graph[node].layer.units for node in ("dense_1", "dense_2")] == [3, 3]


@pytest.mark.parametrize("name", ["data", "preparation", "optimizer", "data.x"])
def test_a_layer_that_is_called_as_something_else_can_vary_and_is_never_taken_for_it(name: str) -> None:
    project = moons(units=4)
    project.graph.apply(SetId("dense_1", name))
    project.data = DataSource.resolve("checkerboard")
    subject = subject_of(project)
    names = [known.name for known in settings_of(subject)]
    assert len(names) == len(set(names))
    varied = dimension(subject, f"layer:{name}.units=2,3")
    assert setting(subject, varied.name).layer == name
    made = with_values(project, {varied.name: 3, "data.noise": 0.2, "optimizer.learning_rate": 0.5})
    assert (made.graph[name].layer.units, made.data.noise, made.training.optimizer.learning_rate) == (3, 0.2, 0.5)
    assert with_values(project, {f"{name}.units": 2}).graph[name].layer.units == 2, "as older sweeps may name it"


def test_a_name_that_two_things_have_is_the_projects_own() -> None:
    subject = {"": TrainingConfig(optimizer="SGD"), "layer:optimizer": BatchNormalization(momentum=0.5)}
    assert setting(subject, "optimizer.momentum").value == 0.0
    assert setting(subject, "layer:optimizer.momentum").value == 0.5


def test_a_layers_id_may_hold_points() -> None:
    layer = SUBJECT["dense_1"]
    assert setting({"": SUBJECT[""], "a.b": layer}, "a.b.units").owner == "a.b"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("batch_size", "NAME=VALUES"),
        ("=1", "NAME=VALUES"),
        ("batch_size=", "NAME=VALUES"),
        ("bach_size=1", "Similar ones: batch_size"),
        ("dense_9.units=1", "dense_1.units"),
        ("batch_size=0", "whole number"),
        ("batch_size=1.5", "whole number"),
        ("dense_1.activation=relu,rellu", "no activation called 'rellu'"),
        ("dense_1.use_bias=maybe", "on or off"),
        ("optimizer.learning_rate=0.1:0.01", "to a larger one"),
        ("optimizer.learning_rate=-1:1", "above 0"),
        ("optimizer.weight_decay=0:1:log", "above 0"),
        ("optimizer.learning_rate=1:nan", "Received: nan"),
        ("batch_size=1:8:log:1", "LOW:HIGH"),
        ("batch_size=1:8:3:4", "LOW:HIGH"),
        ("batch_size=1:8:lag", "LOW:HIGH"),
        ("optimizer.momentum=0.9", "no setting called 'optimizer.momentum'"),
    ],
)
def test_bad_input_is_one_clear_message(text: str, part: str) -> None:
    assert part in told(text)


def test_what_does_not_go_together_is_told() -> None:
    assert "varies twice" in told("batch_size=1,2", "batch_size=3")
    assert "Nothing varies" in told()
    epochs = dimension(SUBJECT, "epochs=5,10")
    with pytest.raises(HyperparameterError, match="epochs vary already"):
        trials_of([epochs], Search(epochs=3))
    wide = [Choices(f"x{number}", tuple(range(10))) for number in range(5)]
    with pytest.raises(HyperparameterError, match="100000 points"):
        trials_of(wide, Search())
    assert len(trials_of(wide, Search(trials=50))) == 50


@pytest.mark.parametrize("written", [3, [3], [{}], [{"name": "x"}], [{"name": "x", "low": 2, "high": 1}], ["ab"]])
def test_a_space_that_is_none_is_refused(written: object) -> None:
    with pytest.raises(HyperparameterError, match="cannot be read"):
        from_json(written)
