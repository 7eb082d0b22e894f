"""A race: each racer trains as it would alone, all see samples alike, and one that falls does not stop the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from engine.data import DataSource, Preparation
from engine.errors import HyperparameterError
from engine.graph import RemoveEdge
from engine.network import Network
from engine.project import Project
from engine.race import Race, Racer
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.variations import (
    ActivationChange,
    BatchChange,
    Change,
    DepthChange,
    InitializerChange,
    OptimizerChange,
    RateChange,
    RegularizerChange,
    WidthChange,
    vary,
)
from tests.engine.networks import chain


def project(**training: object) -> Project:
    graph = chain(2, 6, 5, 1, last="sigmoid", loss="binary_crossentropy")
    config = TrainingConfig(**{"epochs": 3, "batch_size": 16, "seed": 7, **training})
    return Project(graph, config, DataSource.resolve("moons"), Preparation())


def race(changes: Sequence[Sequence[Change]], **training: object) -> Race:
    base = project(**training)
    return Race(base, [vary(base.graph, base.training, each) for each in changes])


def alone(base: Project, racer: Racer) -> Network:
    """The same variant, trained by itself."""
    network = Network(racer.variant.graph, base.training.seed)
    for _ in Trainer(network, base.prepare().dataset, racer.variant.training).run():
        pass
    return network


KINDS: list[list[Change]] = [
    [OptimizerChange("SGD")], [RateChange(0.1)], [BatchChange(50)], [InitializerChange("he_normal")],
    [ActivationChange("relu")], [RegularizerChange("l2")], [WidthChange(2)], [DepthChange(3), RateChange(0.02)],
]  # fmt: skip


def test_every_racer_is_to_the_bit_the_variant_trained_alone() -> None:
    run = race(KINDS)
    for _ in run.run():
        pass
    for racer in run.racers:
        assert racer.finished is not None
        assert np.array_equal(racer.network.parameters, alone(run.project, racer).parameters), racer.variant.told


def test_it_is_told_which_weights_are_not_those_of_the_others() -> None:
    run = race(KINDS)
    beginning = {}
    for racer in run.run():
        beginning[racer] = racer.network.state_dict()
        if len(beginning) == len(run.racers):
            break
    first = Network(run.project.graph, 7).state_dict()
    own = [racer.own for racer in run.racers]
    kernels = tuple(f"dense_{number}.kernel" for number in (1, 2, 3))
    assert own[:3] == [(), (), ()]
    assert own[3] == kernels
    assert own[4:6] == [(), ()]
    assert own[6] == ("dense_1.kernel", "dense_1.bias", "dense_2.kernel", "dense_2.bias", "dense_3.kernel")
    assert own[7] == ("dense_4.kernel", "dense_4.bias")
    for racer, weights in beginning.items():
        for key, array in weights.items():
            assert key in racer.own or np.array_equal(array, first[key])


def test_who_is_behind_moves_next_whatever_the_size_of_its_batches() -> None:
    run = race([[BatchChange(1)], [BatchChange(16)], [BatchChange(500)]], epochs=2)
    sample = 0
    for _ in run.run():
        started = [racer for racer in run.racers if racer.trainer is not None]
        if len(started) < 3:
            continue
        seen = sorted(racer.seen for racer in run.racers)
        largest = max(min(racer.variant.training.batch_size, racer.trainer.samples) for racer in run.racers)
        assert seen[-1] - seen[0] <= largest
        sample += 1
    assert sample > 2 * 192
    assert {racer.epochs for racer in run.racers} == {2}


def test_one_that_diverges_is_out_and_the_others_go_on() -> None:
    run = race([[OptimizerChange("SGD"), RateChange(1e30), RegularizerChange("l2")], [], [WidthChange(2)]])
    for _ in run.run():
        pass
    fallen, *others = run.racers
    assert "Try a smaller learning rate" in str(fallen.error)
    assert [racer.epochs for racer in others] == [3, 3]
    assert all(racer.error is None and racer.finished for racer in others)
    assert run.ranking()[-1].racer is fallen


def test_one_that_cannot_begin_is_out_with_its_reason() -> None:
    base = project()
    broken = base.graph.copy()
    broken.apply(RemoveEdge(broken.incoming("output_1")[0]))
    variants = [vary(graph, base.training, changes) for graph, changes in
                ((base.graph, []), (broken, []), (base.graph, [WidthChange(2)]))]  # fmt: skip
    run = Race(base, variants)
    for _ in run.run():
        pass
    assert [racer.epochs for racer in run.racers] == [3, 0, 3]
    assert "not connected yet" in str(run.racers[1].error)


def test_losses_are_compared_without_what_the_weights_cost() -> None:
    """The curve that is compared is the trainer's less the penalty of the weights at each batch."""
    run = race([[RegularizerChange("l2")], []], epochs=2, shuffle=False, batch_size=500)
    for _ in run.run():
        pass
    dear, free = run.racers
    assert free.compared is free.history
    network = Network(dear.variant.graph, 7)
    data = run.prepared.dataset
    X, Y = data.split(7)[0]
    for node in ("dense_1", "dense_2", "dense_3"):
        network.weights[node]["kernel"][...] = Network(run.project.graph, 7).weights[node]["kernel"]
    bare = Network(run.project.graph, 7)
    bare.load_state_dict(network.state_dict())
    assert dear.compared.column("loss")[0] == pytest.approx(bare.loss(X, Y), rel=1e-6)
    assert dear.history.column("loss")[0] == pytest.approx(network.loss(X, Y), rel=1e-6)
    bare.load_state_dict(dear.network.state_dict())
    held_out = data.split(7)[1]
    assert dear.compared.column("val_loss")[-1] == pytest.approx(bare.loss(*held_out), rel=1e-6)


def test_the_ranking_is_by_the_loss_of_held_out_samples() -> None:
    run = race([[RateChange(1e-6)], [RateChange(0.05)], [RateChange(0.001)]], epochs=5)
    for _ in run.run():
        pass
    assert [run.racers.index(standing.racer) for standing in run.ranking()] == [1, 2, 0]
    losses = [standing.end.val_loss for standing in run.ranking()]
    assert losses == sorted(losses)


def test_the_weights_that_were_put_back_are_those_that_count() -> None:
    run = race([[RateChange(0.01)], [RateChange(0.5)]], epochs=12, restore_best=True)
    for _ in run.run():
        pass
    for racer in run.racers:
        assert racer.result.val_loss == min(racer.compared.column("val_loss"))


@pytest.mark.parametrize(("changes", "told"), [
    ([[]], "A race takes 2 to 8 variants. Received: 1."),
    ([[RateChange(rate)] for rate in range(1, 10)], "A race takes 2 to 8 variants. Received: 9."),
    ([[RateChange(1)], [], [RateChange(1)]], "Variants 1 and 3 are the same. Change one of them, or take it out."),
])  # fmt: skip
def test_what_makes_no_race_is_refused_in_one_sentence(changes: list[list[Change]], told: str) -> None:
    with pytest.raises(HyperparameterError) as refused:
        race(changes)
    assert str(refused.value) == told
