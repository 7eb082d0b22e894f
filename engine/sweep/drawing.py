"""Which trials a sweep makes of its space: all points of a grid, or so many drawn by chance from a seed."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.errors import HyperparameterError, Message
from engine.hyperparameters import AT_LEAST_ONE, SEEDS, Bounds, Configurable, hyper
from engine.sweep.space import Dimension

MOST_TRIALS = 10_000
PATIENCE = 100
"""So many times as many draws as trials that bring nothing new, one after the other, mean that all is found."""


class Search(Configurable):
    """How the space is searched, and how its trials are compared; together with the space it makes the trials."""

    label = "Search"

    trials: int | None = hyper(
        None,
        label="Random trials",
        help="So many combinations are drawn at random; left empty, all of them are tried.",
        bounds=Bounds(1, MOST_TRIALS),
        absent="all combinations",
    )
    seed: int = hyper(0, label="Seed of the draw", help="The same seed draws the same trials.", bounds=SEEDS)
    epochs: int | None = hyper(
        None,
        label="Epochs of each",
        help="How long each trial trains; left empty, as long as the project says.",
        bounds=AT_LEAST_ONE,
        absent="as in the project",
    )
    measure: str = hyper(
        "loss",
        label="Judged by",
        help="What makes one trial better than another: of held-out samples where there are some, in its best epoch.",
        choices=("loss", "accuracy"),
    )


Trial = dict[str, Any]
"""The values of one trial by the names of their settings."""


def trials_of(space: Sequence[Dimension], search: Search) -> list[Trial]:
    """The trials in the order in which they begin; HyperparameterError where there would be too many."""
    _check(space, search)
    return grid(space) if search.trials is None else drawn(space, search.trials, search.seed)


def count_of(space: Sequence[Dimension], search: Search) -> int:
    """How many trials there would be, found without drawing them; HyperparameterError where they would be too many."""
    _check(space, search)
    every = math.prod(each.size for each in space)
    return grid_size(space) if search.trials is None else int(min(search.trials, every))


def _check(space: Sequence[Dimension], search: Search) -> None:
    if search.epochs is not None and any(each.name == "epochs" for each in space):
        raise HyperparameterError(Message("The epochs vary already; leave out how long each trial trains."))
    if search.trials is None and (count := grid_size(space)) > MOST_TRIALS:
        raise HyperparameterError(
            Message("The grid has {count} points, more than {most}. Vary fewer settings or values, or draw some at "
                    "random.", count=count, most=MOST_TRIALS)
        )  # fmt: skip


def grid_size(space: Sequence[Dimension]) -> int:
    """How many points the grid has."""
    return math.prod(len(each.grid()) for each in space)


def grid(space: Sequence[Dimension]) -> list[Trial]:
    """Every combination, the last setting varying fastest."""
    names = [each.name for each in space]
    return [dict(zip(names, point, strict=True)) for point in itertools.product(*(each.grid() for each in space))]


def drawn(space: Sequence[Dimension], count: int, seed: int) -> list[Trial]:
    """So many different combinations by chance, or all that there are; more of the same seed begin with these."""
    rng = np.random.default_rng(seed)
    found: dict[tuple[Any, ...], None] = {}
    limit, missed = min(count, math.prod(each.size for each in space)), 0
    while len(found) < limit and missed < PATIENCE * limit:
        before = len(found)
        found[tuple(each.draw(rng) for each in space)] = None
        missed = 0 if len(found) > before else missed + 1
    names = [each.name for each in space]
    return [dict(zip(names, point, strict=True)) for point in found]
