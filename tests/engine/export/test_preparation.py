"""What an exported file tells of the preparation: enough for a reader that has NumPy alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, Fitted, Preparation
from engine.data.expansion import Expansion
from engine.export import Exporter, NumpyArchive, Safetensors, preparation
from engine.layers import Layer
from engine.network import Network
from engine.project import load_example
from engine.weights_file import BESIDE_WEIGHTS, PREPARATION, read_weights
from tests.engine.commands import Run
from tests.engine.networks import chain

FUNCTIONS = {"product": lambda x: x, "sin": np.sin, "cos": np.cos}
EXPANSIONS = ("polynomial", {"kind": "terms", "sines": True, "cosines": True}, None)


def fitted_by(expansion: Any, scaling: str, target_scaling: str) -> tuple[Fitted, np.ndarray]:
    """A preparation of three columns with gaps, and raw samples."""
    rng = np.random.default_rng(2)
    X = rng.normal(50, 20, (40, 3))
    X[::7, 1] = np.nan
    targets = 1e5 * rng.normal(3, 1, (40, 2))
    names = ("umur", "berat", "tinggi")
    data = Dataset(X, targets, features=names, fills=("mean", "median", "mean"), target_names=("sewa", "harga"))
    how = Preparation(expansion=expansion, scaling=scaling, target_scaling=target_scaling)
    return how.apply(data, 0).fitted, X


def by_hand(told: dict[str, Any], arrays: dict[str, Any], weights: Any, X: np.ndarray) -> np.ndarray:
    """As the module's docstring says, for two Dense layers with tanh between them."""
    X = np.where(np.isnan(X), arrays["fill_values"], X)
    if "columns" in told:
        columns = [FUNCTIONS[made["function"]](X[:, made["of"]].prod(axis=1)) for made in told["columns"]]
        X = np.stack(columns, axis=1)
    if "input_offset" in arrays:
        X = (X - arrays["input_offset"]) / arrays["input_scale"]
    hidden = np.tanh(X @ weights["dense_1.kernel"] + weights["dense_1.bias"])
    answers = hidden @ weights["dense_2.kernel"] + weights["dense_2.bias"]
    if "target_offset" in arrays:
        answers = answers * arrays["target_scale"] + arrays["target_offset"]
    return answers


@pytest.mark.parametrize("expansion", EXPANSIONS)
@pytest.mark.parametrize(
    ("scaling", "target_scaling"), [("robust", "standard"), ("none", "minmax"), ("minmax", "none")]
)
def test_numpy_alone_says_what_predict_says(expansion: Any, scaling: str, target_scaling: str, tmp_path: Path) -> None:
    fitted, X = fitted_by(expansion, scaling, target_scaling)
    network = Network(chain(fitted.scaler.offset.size, 5, 2), dtype="float64")
    wanted = fitted.measured(network.predict(fitted.transform(X)))
    NumpyArchive().write(network, tmp_path / "w.npz", fitted)
    with np.load(tmp_path / "w.npz") as file:
        told = json.loads(file["preparation.json"].tobytes())
        prefix = "preparation."
        arrays = {name.removeprefix(prefix): file[name] for name in file.files if name.startswith(prefix)}
        answers = by_hand(told, arrays, file, X)
    assert np.abs(answers - wanted).max() <= 1e-12 * np.abs(wanted).max()
    assert told["features"] == ["umur", "berat", "tinggi"]
    assert told["targets"] == ["sewa", "harga"]
    assert told["inputs"] == [3]
    assert ("input_scale" in arrays, "target_scale" in arrays) == (scaling != "none", target_scaling != "none")


def test_safetensors_hold_weights_alone_and_the_rest_in_their_metadata(tmp_path: Path) -> None:
    from safetensors import safe_open

    fitted, X = fitted_by("polynomial", "standard", "standard")
    network = Network(chain(9, 5, 2), dtype="float64")
    path = tmp_path / "w.safetensors"
    Safetensors().write(network, path, fitted)
    with safe_open(path, "numpy") as file:
        assert set(file.keys()) == set(network.state_dict())
        told = json.loads(file.metadata()["preparation"])
        weights = {key: file.get_tensor(key) for key in network.state_dict()}
    arrays = {name: np.array(told[name]) for name in PREPARATION if name in told}
    wanted = fitted.measured(network.predict(fitted.transform(X)))
    assert np.allclose(by_hand(told, arrays, weights, X), wanted, rtol=1e-12)


@pytest.mark.parametrize("expansion", EXPANSIONS[:2])
def test_the_columns_that_are_told_are_those_that_are_made(expansion: Any) -> None:
    made = Expansion.resolve(expansion)
    X = np.random.default_rng(0).normal(size=(6, 4))
    terms = list(made.terms(4))
    assert len(terms) == made.count(4) == len(made.names("abcd"))
    columns = [FUNCTIONS[term.function](X[:, list(term.of)].prod(axis=1)) for term in terms]
    assert np.allclose(np.stack(columns, axis=1), made.transform(X), rtol=1e-15)


@pytest.mark.parametrize("name", list(Exporter.kinds()))
def test_files_with_a_preparation_are_read_as_weights(name: str, tmp_path: Path) -> None:
    project = load_example("iris")
    network, path = project.network(), tmp_path / "w"
    Exporter.resolve(name).write(network, path, project.prepare().fitted)
    state = network.state_dict()
    assert read_weights(path).keys() == state.keys()
    network.reset(9)
    network.load_state_dict(read_weights(path))
    if name == "npz":
        told = json.loads(np.load(path)["preparation.json"].tobytes())
        assert told["classes"] == ["setosa", "versicolor", "virginica"]
        network.load_state_dict(dict(np.load(path)))
    assert all(np.array_equal(array, state[key]) for key, array in network.state_dict().items())


def test_no_layer_has_a_weight_of_such_a_name() -> None:
    """Or a layer that people call `preparation` would lose it."""
    assert {key.partition(".")[0] for key in BESIDE_WEIGHTS} == {"preparation"}
    source = "".join(path.read_text() for path in Path("engine/layers").glob("*.py"))
    assert Layer.kinds()
    assert not [name for name in PREPARATION if f'"{name}"' in source]


def test_what_is_too_long_for_a_header_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(preparation, "MOST_TEXT", 100)
    fitted, _ = fitted_by(None, "standard", "none")
    with pytest.raises(Exception, match=r"too large .* Use \.npz"):
        Safetensors().write(Network(chain(3, 2)), tmp_path / "w.safetensors", fitted)
    assert not list(tmp_path.iterdir())


def test_commands_carry_it_where_the_data_are_at_hand(run: Run) -> None:
    assert run("train", "diabetes", "--epochs", "1", "--export", "t.npz", "--save", "d.rambat").code == 0
    assert run("export", "d.rambat", "e.npz").err == ""
    for name in ("t.npz", "e.npz"):
        assert {"preparation.input_scale", "preparation.target_scale"} <= set(np.load(name).files)
    assert np.load("t.npz")["preparation.target_offset"] == np.load("e.npz")["preparation.target_offset"]


def test_commands_say_where_it_is_left_out(run: Run) -> None:
    from engine.data import TimeSeries
    from engine.project import save

    project = load_example("forecast")
    project.data = TimeSeries()  # whose values were never chosen
    save(project, "f.rambat")
    answer = run("export", "f.rambat", "w.npz")
    assert answer.code == 0
    assert "the preparation of the data is left out. No data have been chosen yet" in answer.err
    assert not [name for name in np.load("w.npz").files if name.startswith("preparation")]
