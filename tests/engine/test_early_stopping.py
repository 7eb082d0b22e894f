"""Early stopping: when patience is at its end, and whose weights stand then."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data import Dataset
from engine.early_stopping import EarlyStopping
from engine.events import EpochEnd, Finished, StopReason
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.networks import chain, regression, trainer


def told(losses: list[float], **settings: object) -> list[bool]:
    """Whether the patience is at its end after each of these epochs."""
    config = TrainingConfig(**settings)
    stopping = EarlyStopping(Network(chain(1, 1)))
    answers = []
    for epoch, loss in enumerate(losses, start=1):
        stopping.end_epoch(EpochEnd(epoch, epoch, loss, None, None, None, 0.1, 0.0), config)
        answers.append(stopping.is_due(config))
    return answers


def test_patience_counts_epochs_without_improvement_in_a_row() -> None:
    assert told([3, 2, 2, 1, 2, 2], patience=2) == [False, False, False, False, False, True]
    assert told([3, 4, 5, 6], patience=None) == [False] * 4
    assert told([1, math.nan, math.inf, 0.5], patience=3) == [False] * 4


def test_an_improvement_must_be_large_enough() -> None:
    assert told([1.0, 0.9, 0.8, 0.7], patience=2, min_delta=0.15) == [False, False, False, False]
    assert told([1.0, 0.95, 0.9, 0.7], patience=2, min_delta=0.15) == [False, False, True, False]


def test_the_lowest_loss_is_the_best_by_however_little() -> None:
    """`min_delta` only decides when the patience begins anew."""
    config = TrainingConfig(restore_best=True, min_delta=0.5, patience=3)
    network = Network(chain(1, 1))
    stopping = EarlyStopping(network)
    for epoch, loss in enumerate([1.0, 0.9, 0.8, 0.85], start=1):
        network.parameters[...] = epoch
        stopping.end_epoch(EpochEnd(epoch, epoch, loss, None, None, None, 0.1, 0.0), config)
    assert stopping.is_due(config)
    assert stopping.restore() == 3
    assert (network.parameters == 3).all()
    stopping.put_last_back()
    assert (network.parameters == 4).all()


def test_held_out_samples_count_where_there_are_some() -> None:
    end = EpochEnd(1, 1, 0.5, None, 0.75, None, 0.1, 0.0)
    assert end.monitored_loss == 0.75
    assert end._replace(val_loss=None).monitored_loss == 0.5


def wild(**settings: object) -> Trainer:
    """A run whose rate is so large that the loss gets worse and worse."""
    return trainer(chain(3, 2), optimizer=SGD(learning_rate=1.5), epochs=20, **settings)


def test_a_run_stops_early_and_says_so() -> None:
    run = wild(patience=3)
    events = list(run.run())
    losses = [event.loss for event in events if isinstance(event, EpochEnd)]
    best = int(np.argmin(losses)) + 1
    assert events[-1] == Finished(StopReason.EARLY_STOPPING, best + 3, run.step)
    assert list(run.run()) == [events[-1]]


def test_the_best_weights_come_back() -> None:
    plain, kept = wild(), wild(patience=3, restore_best=True)
    weights, losses = [], []
    for event in plain.run():
        if isinstance(event, EpochEnd):
            weights.append(plain.network.parameters.copy())
            losses.append(event.loss)
    best = int(np.argmin(losses))
    finished = list(kept.run())[-1]
    assert isinstance(finished, Finished)
    assert finished.restored == best + 1
    assert np.array_equal(kept.network.parameters, weights[best])


@pytest.mark.parametrize("settings", [{}, {"loss_target": 1e9}], ids=["after all epochs", "at the target"])
def test_the_best_weights_come_back_however_the_run_ends(settings: dict) -> None:
    run = wild(restore_best=True, **settings)
    finished = list(run.run())[-1]
    assert isinstance(finished, Finished)
    assert finished.reason is not StopReason.EARLY_STOPPING
    assert finished.restored is not None


def test_held_weights_come_back_too() -> None:
    graph = Graph()
    frozen = graph.add(Dense(units=2, trainable=False), after=graph.add(Input(shape=(3,))))
    graph.add(Output(), after=graph.add(Dense(units=2), after=frozen))
    run = trainer(graph, optimizer=SGD(learning_rate=1e-300), epochs=2, restore_best=True)
    first = run.network.held.copy()
    for event in run.run():
        if isinstance(event, EpochEnd):
            run.network.held += 1  # as a layer's running statistics would change
    assert np.array_equal(run.network.held, first)


def test_weights_that_begin_to_be_wanted_are_those_from_then_on() -> None:
    run = wild()
    best = math.inf
    for event in run.run():
        if isinstance(event, EpochEnd):
            if event.epoch == 5:
                run.configure(run.config.replace(restore_best=True))
            if event.epoch > 5:
                best = min(best, event.loss)
            if event.epoch == 12:
                break
    assert run.stopping.best == best
    assert run.stopping.best_epoch > 5
    run.configure(run.config.replace(restore_best=False, epochs=13))
    assert list(run.run())[-1] == Finished(StopReason.EPOCHS, 13, run.step)
    assert not run.stopping.weights


def test_an_extended_run_has_all_patience_again_and_still_knows_the_best() -> None:
    run = wild(patience=2, restore_best=True)
    first = list(run.run())[-1]
    run.extend()
    again = list(run.run())
    assert isinstance(first, Finished)
    assert isinstance(again[-1], Finished)
    assert len([event for event in again if isinstance(event, EpochEnd)]) >= 2
    assert again[-1].epoch > first.epoch


def test_a_run_that_improves_on_held_out_samples_goes_on() -> None:
    X, Y = regression(samples=20)
    run = trainer(data=Dataset.from_arrays(X, Y, validation=(X, Y)), epochs=10, patience=1)
    assert list(run.run())[-1] == Finished(StopReason.EPOCHS, 10, run.step)
