"""A branch from any moment is what an uninterrupted run would have done, to the bit, whatever is changed on the way."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.checkpoint import Checkpoint
from engine.data import Dataset
from engine.events import BatchEnd, EpochEnd, Event, Finished
from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Dropout, GaussianNoise, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam, Optimizer
from engine.schedules import CosineDecay, ReduceOnPlateau, WarmUp
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

LENGTH = 30
"""Events that are followed: several epochs, and a run that ends is extended."""
Moments = dict[int, tuple[TrainingConfig, Checkpoint]]


def every_chance(class_weights: str) -> Graph:
    """Statistics that are held, and all sources of chance."""
    graph = Graph()
    node = graph.add(Dense(units=4, activation="tanh"), after=graph.add(Input(shape=(3,))))
    for layer in (GaussianNoise(), BatchNormalization(momentum=0.5), Dropout(rate=0.3), Dense(units=1)):
        node = graph.add(layer, after=node)
    graph.add(Output(loss="hinge", class_weights=class_weights), after=node)
    return graph


def data() -> Dataset:
    """Samples of which a third says yes."""
    rng = np.random.default_rng(1)
    return Dataset.from_arrays(rng.normal(size=(13, 3)), (np.arange(13) % 3 == 0).astype(float)[:, None], 0.25)


def go_on(
    run: Trainer, changes: dict[int, dict[str, Any]], first: int = 0, moments: Moments | None = None
) -> list[Event]:
    """All events from the one of this number on, before which settings change; a run that ends is extended."""
    told: list[Event] = []
    events = run.run()
    for number in range(first, LENGTH):
        run.configure(run.config.replace(**changes.get(number, {})))
        if moments is not None and not run.has_news:
            moments[number] = run.config, run.checkpoint()
        event = next(events)
        if isinstance(event, Finished):
            run.extend()
            events = run.run()
        elif isinstance(event, EpochEnd):
            event = event._replace(seconds=0)
        elif isinstance(event, BatchEnd):
            event = event._replace(observation=None)
        told.append(event)
    return told


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "optimizer": st.sampled_from(
            [*(kind(learning_rate=0.05) for kind in Optimizer.kinds().values()), SGD(momentum=0.9), Adam(beta_1=0.5)]
        ),
        "schedule": st.sampled_from(
            [ReduceOnPlateau(patience=0, threshold=0.3), CosineDecay(), WarmUp(unit="step", total_iters=None)]
        ),
        "batch_size": st.sampled_from([1, 4, 50]),
        "epochs": st.integers(1, 4),
        "patience": st.sampled_from([None, 1, 2]),
        "min_delta": st.sampled_from([0.0, 0.05]),
        "loss_target": st.sampled_from([None, 0.5]),
        "restore_best": st.booleans(),
        "clip_norm": st.sampled_from([None, 0.1]),
        "clip_value": st.sampled_from([None, 0.05]),
        "shuffle": st.booleans(),
    },
)  # fmt: skip


@given(
    begun=SETTINGS,
    changes=st.dictionaries(st.integers(0, LENGTH - 1), SETTINGS, max_size=3),
    weights=st.sampled_from(["none", "balanced"]),
    open_ended=st.booleans(),
    places=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=2),
    looked=st.booleans(),
)
def test_a_branch_is_what_an_uninterrupted_run_would_have_done(
    begun: dict[str, Any],
    changes: dict[int, dict[str, Any]],
    weights: str,
    open_ended: bool,
    places: list[float],
    looked: bool,
) -> None:
    """The same trainer goes back to one moment after the other, as the window does; or another one does at first."""
    settings = TrainingConfig(**{"batch_size": 4, "epochs": 3, "seed": 3, **begun})
    through, other = (Trainer(Network(every_chance(weights), 3), data(), settings) for _ in range(2))
    through.open_ended = other.open_ended = open_ended
    moments: Moments = {}
    wanted = go_on(through, changes, 0, moments)
    parameters, held = through.network.parameters.copy(), through.network.held.copy()
    for run, place in zip((other, through), places, strict=False):
        number = list(moments)[int(place * len(moments))]
        config, checkpoint = moments[number]
        run.configure(config)
        run.resume(checkpoint)
        if looked:
            run.preview()
        assert go_on(run, changes, number) == wanted[number:]
        assert np.array_equal(run.network.parameters, parameters)
        assert np.array_equal(run.network.held, held)
