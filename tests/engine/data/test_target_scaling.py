"""Measures are scaled by the training part alone, and every number that people read is in their own units."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.answer_curves import Residuals, answer_curves
from engine.answers import Filter, worst_samples
from engine.data import ArrayFile, Dataset, Diabetes, Plane, Preparation, Prepared, Sine, SineForecast, TimeSeries
from engine.data.scaling import far_from_one, fit_targets
from engine.errors import DataError
from engine.evaluation import evaluate_network
from engine.inference import infer_shapes
from engine.network import Network
from engine.probes import curve_fit
from engine.project import from_bytes, load, load_example, to_bytes
from engine.shapes import DataShape
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.trial import try_sample
from tests.engine.commands import Run
from tests.engine.networks import chain

MEASURES = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 20), st.integers(1, 3)) | st.tuples(st.integers(1, 5), st.integers(1, 4), st.just(2)),
    elements=st.floats(-1e6, 1e6, allow_subnormal=False),
)
SCALINGS = ("standard", "minmax")


def prices(scaling: str = "standard", validation: float = 0.25, test: float = 0.0, far: float = 1.0) -> Prepared:
    """Two measures of very different size for each of 40 samples; those that are held out are `far` times as large."""
    x = np.linspace(-1, 1, 40)[:, np.newaxis]
    targets = np.hstack([300_000 + 100_000 * x, 0.01 * x**2])
    targets[int(40 * (1 - validation - test)) :] *= far
    preparation = Preparation(validation=validation, test=test, split="in_order", target_scaling=scaling)
    return preparation.apply(Dataset(x, targets), 0)


@given(MEASURES, st.sampled_from(SCALINGS))
def test_the_inverse_gives_every_measure_back(Y: np.ndarray, scaling: str) -> None:
    scaler = fit_targets(scaling, Y)
    assert scaler is not None
    assert scaler.offset.shape == (Y.shape[-1],)
    assert np.allclose(scaler.inverse(scaler.transform(Y)), Y, rtol=1e-12, atol=1e-9)


def test_columns_are_scaled_by_themselves_and_steps_of_a_sequence_alike() -> None:
    scaler = fit_targets("standard", np.array([[1.0, 100.0], [3.0, 300.0]]))
    assert scaler is not None
    assert (scaler.offset.tolist(), scaler.scale.tolist()) == ([2, 200], [1, 100])
    scaler = fit_targets("minmax", np.array([[[1.0], [2.0]], [[3.0], [5.0]]]))
    assert scaler is not None
    assert (scaler.offset.tolist(), scaler.scale.tolist()) == ([1], [4])
    assert fit_targets("none", np.ones((2, 1))) is None


@pytest.mark.parametrize("scaling", SCALINGS)
def test_held_out_targets_do_not_touch_the_scaler(scaling: str) -> None:
    before, after = prices(scaling, test=0.25), prices(scaling, test=0.25, far=1e6)
    assert np.array_equal(before.dataset.targets, after.dataset.targets)
    for prepared in (before, after):
        scaler = prepared.fitted.target_scaler
        assert scaler is not None
        ready, raw = prepared.dataset, prepared.raw
        for part, own in ((ready.validation, raw.validation), (ready.test, raw.test)):
            assert isinstance(part, tuple)
            assert own is not None
            assert np.allclose(scaler.inverse(np.asarray(part[1])), np.asarray(own[1]))
    assert float(np.abs(np.asarray(before.dataset.targets).mean(axis=0)).max()) < (1e-12 if scaling[0] == "s" else 1)


def test_classes_are_never_scaled_and_without_scaling_targets_are_the_very_same() -> None:
    targets = np.array([[0.0], [1.0]] * 8)
    classes = Preparation(target_scaling="standard").apply(Dataset(np.ones((16, 1)), targets, classes=("a", "b")), 0)
    assert classes.fitted.target_scaler is None
    assert sorted(np.unique(np.asarray(classes.dataset.targets)).tolist()) == [0, 1]
    plain = prices("none", validation=0.0)
    assert plain.fitted.target_scaler is None
    assert plain.dataset.targets is plain.raw.training[1]
    several = Dataset(np.ones((4, 1)), {"a": np.ones((4, 1)), "b": np.ones((4, 1))})
    assert Preparation(validation=0.0).apply(several, 0).raw.training[1].keys() == {"a", "b"}
    with pytest.raises(DataError, match="one output"):
        Preparation(validation=0.0, target_scaling="minmax").apply(several, 0)


def test_copies_of_altered_samples_have_the_target_of_theirs() -> None:
    x = np.arange(8.0)[:, np.newaxis]
    preparation = Preparation(validation=0.0, augmentation={"kind": "noise", "copies": 2}, target_scaling="standard")
    targets = np.asarray(preparation.apply(Dataset(x, 100 * x), 0).dataset.targets)
    assert targets.shape == (24, 1)
    assert np.array_equal(targets[:8], targets[16:])


def test_a_file_without_the_field_is_as_before() -> None:
    written = Preparation().to_json()
    assert written.pop("target_scaling") == "none"
    assert Preparation.from_json(written) == Preparation()
    project = load_example("diabetes")
    assert from_bytes(to_bytes(project)).preparation.target_scaling == "standard"


# Units


@pytest.fixture
def line() -> tuple[Network, Prepared]:
    """A network that says in scaled units what it is asked in scaled units, of data that are y = 100 x + 1000."""
    network = Network(chain(1, 1), dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[0.5]], "dense_1.bias": [0.0]})
    x = np.array([[1.0], [3.0], [5.0], [7.0]])
    preparation = Preparation(validation=0.5, split="in_order", target_scaling="standard")
    return network, preparation.apply(Dataset(x, 100 * x + 1000), 0)


def test_every_answer_is_in_the_datas_own_units(line: tuple[Network, Prepared]) -> None:
    """Training inputs 1 and 3 become -1 and 1, targets 1100 and 1300 too; half of that is said: 1150 and 1250."""
    network, prepared = line
    told = try_sample(network, prepared, np.array([3.0])).outputs["output_1"]
    assert told.values == pytest.approx([1250])
    curve = curve_fit(network, prepared)
    assert curve is not None
    assert curve.values[:, 0] == pytest.approx(1200 + 50 * (curve.x - 2))
    found = answer_curves(network, prepared, "training", "output_1")
    assert isinstance(found, Residuals)
    assert found.actual.tolist() == [1100, 1300]
    assert found.predicted == pytest.approx([1150, 1250])
    listed = worst_samples(network, prepared, "validation", "output_1", Filter())
    assert listed.answers.targets.tolist() == [[1700], [1500]]
    assert listed.answers.predictions[:, 0] == pytest.approx([1450, 1350])
    assert listed.answers.losses == pytest.approx([2.5**2, 1.5**2])  # of scaled targets, as training lowers it


def test_metrics_are_in_own_units_and_the_loss_is_not(line: tuple[Network, Prepared]) -> None:
    network, prepared = line
    found = evaluate_network(network, prepared.dataset, 0, prepared.fitted.target_scaler)
    assert found.scaled
    assert found.training.loss == pytest.approx(0.25)
    assert found.training.metrics["output_1"]["mae"] == pytest.approx(50)
    assert found.training.metrics["output_1"]["rmse"] == pytest.approx(50)
    assert found.training.metrics["output_1"]["r2"] == pytest.approx(0.75)
    assert found.validation is not None
    assert found.validation.metrics["output_1"]["mae"] == pytest.approx(200)


def test_large_measures_are_learned(line: tuple[Network, Prepared]) -> None:
    """What diverges or stands still without scaling reaches a small part of the spread with it."""
    x = np.random.default_rng(0).uniform(-1, 1, (200, 2))
    data = Dataset(x, 250_000 + 80_000 * (x[:, :1] - x[:, 1:] ** 2))
    errors = {}
    for scaling in ("none", "standard"):
        prepared = Preparation(target_scaling=scaling).apply(data, 0)
        network = Network(chain(2, 16, 1), 0)
        config = TrainingConfig(epochs=30, batch_size=16, optimizer={"kind": "Adam", "learning_rate": 0.01})
        list(Trainer(network, prepared.dataset, config).run())
        found = evaluate_network(network, prepared.dataset, 0, prepared.fitted.target_scaler)
        assert found.validation is not None
        errors[scaling] = found.validation.metrics["output_1"]["rmse"]
    assert errors["standard"] < 8_000 < 200_000 < errors["none"]


def test_a_run_goes_on_to_the_bit_with_its_own_scaling_only() -> None:
    def trainer(scaling: str) -> Trainer:
        return Trainer(Network(chain(1, 4, 2), 0), prices(scaling).dataset, TrainingConfig(epochs=4, batch_size=8))

    whole = trainer("standard")
    list(whole.run())
    begun = trainer("standard")
    events = begun.run()
    for _ in range(7):
        next(events)
    checkpoint = begun.checkpoint()
    resumed = trainer("standard")
    resumed.resume(checkpoint)
    list(resumed.run())
    assert np.array_equal(resumed.network.parameters, whole.network.parameters)
    with pytest.raises(DataError, match="training data"):
        trainer("minmax").resume(checkpoint)


# Whether they need it


@pytest.mark.parametrize(
    ("targets", "far"),
    [
        ([1.0, -2.0], False),
        ([25.0, 346.0], True),
        ([0.001, -0.002], True),
        ([0.0, 0.0], False),
        ([np.nan, np.inf, 3.0], False),
        ([[1.0, 500.0], [1.0, 400.0]], True),
        ([[0.0, 1.0], [0.0, 1.0]], False),
        (np.full((3_000, 1_000), 255, np.uint8), True),
    ],
)
def test_sizes_that_are_learned_well_as_they_are(targets: Any, far: bool) -> None:
    assert far_from_one(np.array(targets)) is far


def test_sources_know_without_loading() -> None:
    values = np.arange(40.0)
    assert Diabetes().shape.far_targets
    assert not Sine().shape.far_targets
    assert not Plane().shape.far_targets
    assert Plane(slope_1=300).shape.far_targets
    assert TimeSeries().with_content({"values": values}).shape.far_targets
    assert not TimeSeries().with_content({"values": values / 40}).shape.far_targets
    arrays = {"inputs": np.ones((40, 2)), "targets": values[:, np.newaxis]}
    assert ArrayFile().with_content(arrays).shape.far_targets
    codes = {"inputs": np.ones((40, 2)), "targets": np.arange(40)}
    assert not ArrayFile(classes=tuple(map(str, range(40)))).with_content(codes).shape.far_targets


def test_far_targets_are_a_problem_with_a_fix() -> None:
    graph, data = chain(10, 8, 1), Diabetes().shape
    (problem,) = infer_shapes(graph, data, Preparation(test=0.1)).problems
    assert (problem.node, problem.severity.value) == ("output_1", "warning")
    assert "far from size 1" in str(problem.message)
    assert problem.fix is not None
    assert problem.fix.preparation == Preparation(test=0.1, target_scaling="standard")
    assert infer_shapes(graph, data, problem.fix.preparation).problems == ()
    classes = chain(10, 8, 1, last="sigmoid", loss="binary_crossentropy")
    assert infer_shapes(classes, DataShape((10,), (1,), True, True), Preparation()).problems == ()


def test_a_series_split_at_random_is_a_problem_with_a_fix() -> None:
    graph, series = chain(5, 8, 1), DataShape((5,), (1,), classification=False, in_time=True)
    assert TimeSeries().with_content({"values": np.arange(40.0)}).shape.in_time
    assert SineForecast().shape.in_time
    (problem,) = infer_shapes(graph, series, Preparation(test=0.1)).problems
    assert (problem.node, problem.severity.value) == ("", "warning")
    assert "split at random" in str(problem.message)
    assert problem.fix is not None
    assert problem.fix.preparation == Preparation(test=0.1, split="in_order")
    assert infer_shapes(graph, series, problem.fix.preparation).problems == ()
    assert infer_shapes(graph, series, Preparation(validation=0.0)).problems == ()  # nobody judges
    assert infer_shapes(graph, replace(series, in_time=False), Preparation()).problems == ()


def test_an_activation_that_cannot_say_scaled_targets_is_a_problem() -> None:
    graph, data = chain(10, 8, 1, last="relu"), Diabetes().shape
    assert infer_shapes(graph, data, Preparation(target_scaling="minmax")).problems == ()
    (problem,) = infer_shapes(graph, data, Preparation(target_scaling="standard")).problems
    assert "ReLU answers nothing below 0" in str(problem.message)
    assert problem.fix is not None
    for edit in problem.fix.edits:
        graph.apply(edit)
    assert infer_shapes(graph, data, Preparation(target_scaling="standard")).problems == ()


# The command line


def test_a_table_of_prices_from_import_to_prediction(run: Run) -> None:
    rng = np.random.default_rng(1)
    rows = [(f"{area:.1f}", round(area * 2500 + 40_000)) for area in rng.uniform(40, 200, 80)]
    with Path("rumah.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("luas", "harga"), *rows])
    imported = run("import", "rumah.csv", "r.rambat", "--target", "harga")
    assert "The targets are far from size 1, so they are scaled" in imported.out
    assert load("r.rambat").preparation.target_scaling == "standard"
    trained = run("train", "r.rambat", "--save", "r.rambat")
    assert trained.out.rstrip().endswith("The loss is that of scaled targets.")
    with Path("x.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("luas",), (100,)])
    answer = run("predict", "r.rambat", "--input", "x.csv").out.split()
    assert float(answer[1]) == pytest.approx(290_000, rel=0.03)
    lines = {line.split("  ")[0]: line.split()[-1] for line in run("evaluate", "r.rambat").out.splitlines()}
    assert float(lines["loss (scaled targets)"]) < 0.05
    assert 50 < float(lines["rmse"]) < 20_000


def test_measures_without_bounds_are_far_and_warn_of_nothing() -> None:
    assert far_from_one(np.array([[1e200], [1.0]]))
