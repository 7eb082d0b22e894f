"""The network that is offered for data fits them, whatever their shape."""

from __future__ import annotations

import numpy as np
import pytest

from engine.first_network import READERS, first_network
from engine.inference import infer_shapes
from engine.layers import Dense
from engine.network import Network
from engine.shapes import DataShape


@pytest.mark.parametrize(
    ("data", "units"),
    [
        (DataShape((4,), (3,)), 8),
        (DataShape((13,), (1,)), 16),
        (DataShape((1,), (2,), classification=False), 8),
        (DataShape((28, 28, 1), (10,)), 64),
    ],
)
def test_it_fits_without_a_problem(data: DataShape, units: int) -> None:
    graph = first_network(data)
    assert infer_shapes(graph, data).problems == ()
    assert [node.layer.units for node in graph if isinstance(node.layer, Dense)] == [units, data.targets[0]]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("window", [1, 16])
def test_a_window_of_a_series_is_read_in_each_way(reader: str, window: int) -> None:
    data = DataShape((window, 3), (4,), classification=False)
    graph = first_network(data, reader)
    assert infer_shapes(graph, data).problems == ()
    assert Network(graph).predict(np.zeros((5, window, 3))).shape == (5, 4)
