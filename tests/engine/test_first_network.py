"""The network that is offered for data fits them, whatever their shape."""

from __future__ import annotations

import pytest

from engine.first_network import first_network
from engine.inference import infer_shapes
from engine.layers import Dense
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
