"""The check passes where backpropagation is right, fails where it is wrong, and changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.gradient_check import check_gradients
from engine.network import Network
from engine.project import examples, load_example


def first_samples(name: str) -> tuple[Any, Any]:
    dataset: Any = load_example(name).prepare().dataset
    return dataset.inputs[:6], dataset.targets[:6]


@pytest.mark.parametrize("name", examples())
def test_every_example_passes(name: str) -> None:
    network = load_example(name).network("float64")
    before = network.parameters.copy()
    checks = check_gradients(network, *first_samples(name))
    assert [check.key for check in checks] == list(network.state_dict())
    assert all(check.passed for check in checks), checks
    assert max(check.error for check in checks) > 0
    assert network.parameters.tobytes() == before.tobytes()


@pytest.mark.parametrize("factor", [1.0001, -1.0, 0.0])
def test_a_wrong_gradient_is_found(factor: float, monkeypatch: pytest.MonkeyPatch) -> None:
    network = load_example("xor").network("float64")
    true = network.gradients(*first_samples("xor"))

    def wrong(self: Network, X: Any, Y: Any) -> dict[str, np.ndarray]:
        return true | {"dense_1.kernel": true["dense_1.kernel"] * factor}

    monkeypatch.setattr(Network, "gradients", wrong)
    passed = {check.key: check.passed for check in check_gradients(network, *first_samples("xor"))}
    assert not passed.pop("dense_1.kernel")
    assert all(passed.values())
