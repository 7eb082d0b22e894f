"""Examples of every layer kind, on which the generated tests run; a new kind needs a line in its family's file."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from engine.layers import Layer, Shape
from tests.engine.layers.examples import convolution, core, merge, normalization, sequence, shaping


class Example(NamedTuple):
    """A layer and the shapes that enter it; an Input receives its own.

    With `integers` the inputs are whole numbers below it, which have no gradient.
    """

    layer: Layer
    shapes: tuple[Shape, ...]
    integers: int = 0

    def draw_inputs(self, rng: np.random.Generator, batch: int) -> list[np.ndarray]:
        """Random inputs in float64."""
        if self.integers:
            return [rng.integers(0, self.integers, (batch, *shape)).astype(float) for shape in self.shapes]
        return [rng.normal(size=(batch, *shape)) for shape in self.shapes]

    def draw_weights(self, rng: np.random.Generator) -> dict[str, np.ndarray]:
        """Random weights in float64; running statistics are positive, as a variance is."""
        specs = self.layer.weights(*self.shapes)
        return {
            spec.name: rng.uniform(0.5, 2, spec.shape) if spec.state else rng.normal(size=spec.shape) for spec in specs
        }

    @property
    def learned(self) -> tuple[str, ...]:
        """The names of the weights that have a gradient."""
        return tuple(spec.name for spec in self.layer.weights(*self.shapes) if not spec.state)


EXAMPLES: dict[str, tuple[Example, ...]] = {
    kind: tuple(Example(*entry) for entry in entries)
    for family in (convolution, core, merge, normalization, sequence, shaping)
    for kind, entries in family.EXAMPLES.items()
}


def all_examples() -> list:
    """One pytest parameter for each example of each kind; a kind without one fails where it is used."""
    parameters = []
    for kind in Layer.kinds():
        for number, example in enumerate(EXAMPLES.get(kind, (None,))):
            parameters.append(pytest.param(kind, example, id=f"{kind}-{number}"))
    return parameters


def required(kind: str, example: Example | None) -> Example:
    """The example, or a failure that says what to do."""
    if example is None:
        pytest.fail(f"{kind} has no example. Add one to its family's file in tests/engine/layers/examples.")
    return example
