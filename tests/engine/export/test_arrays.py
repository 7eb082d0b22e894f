"""Weights out and in again, by both formats, to the bit; and the choice of a format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import ExportError, GraphError, HyperparameterError
from engine.export import Exporter, NumpyArchive, Safetensors, exporter_for
from engine.project import load_example
from engine.weights_file import read_weights


@pytest.mark.parametrize("name", list(Exporter.kinds()))
@pytest.mark.parametrize("example", ["iris", "skip"])
def test_exported_weights_come_back_to_the_bit(name: str, example: str, tmp_path: Path) -> None:
    network = load_example(example).network()
    path = tmp_path / "weights"
    exporter_for(path, name).write(network, path)
    weights = read_weights(path)
    state = network.state_dict()
    assert weights
    assert weights.keys() == state.keys()
    assert all(weights[key].tobytes() == array.tobytes() for key, array in state.items())
    network.reset(99)
    network.load_state_dict(weights)
    assert all(np.array_equal(array, state[key]) for key, array in network.state_dict().items())


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.npz"
    exporter_for(path).write(load_example("iris").network(), path)
    with pytest.raises(GraphError, match=r"dense_1\.kernel has shape 13×16\. Received: 4×8"):
        load_example("wine").network().load_state_dict(read_weights(path))


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("a.npz", None, NumpyArchive),
        ("a.NPZ", None, NumpyArchive),
        ("a.safetensors", None, Safetensors),
        ("a.npz", "safetensors", Safetensors),
        ("a", "npz", NumpyArchive),
    ],
)
def test_format_follows_suffix_or_name(path: str, name: str | None, kind: Any) -> None:
    assert isinstance(exporter_for(path, name), kind)


def test_unknown_formats() -> None:
    with pytest.raises(ExportError, match=r"Use one of: \.npz, \.safetensors"):
        exporter_for("a.bin")
    with pytest.raises(HyperparameterError, match="'pickle'"):
        exporter_for("a.npz", "pickle")


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        NumpyArchive().write(load_example("xor").network(), tmp_path / "none" / "w.npz")
