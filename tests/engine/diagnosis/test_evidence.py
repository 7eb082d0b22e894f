"""What the coach reads: looks at layers, dead and saturated units, curves and the facts of data."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from engine.diagnosis import Evidence, Since, examine
from engine.diagnosis.coach import Coach
from engine.diagnosis.curves import falls_steadily, progress, smooth, wobble
from engine.diagnosis.data_facts import data_facts
from engine.diagnosis.fit import Overfitting
from engine.diagnosis.look import look
from engine.diagnosis.trail import MOST_LOOKS, Trail
from engine.events import EpochEnd
from engine.graph import Edge
from engine.history import History
from engine.inference import infer_shapes
from engine.observation import EdgeStatistics, LayerStatistics, Observation
from engine.optimizers import SGD
from engine.trainer import Trainer
from tests.engine.diagnosis import scenarios as made


def seen(gradient: float, update: float = 0.1) -> Observation:
    flow = {
        Edge("dense_2", "output_1", 0): EdgeStatistics(4.0, 4.0),
        Edge("dense_1", "dense_2", 0): EdgeStatistics(2.0, 2.0),
    }
    layers = {node: LayerStatistics(1.0, gradient, 1.0, update) for node in ("dense_1", "dense_2")}
    return Observation(flow, layers)


def test_a_trail_keeps_the_first_look_and_the_newest() -> None:
    trail = Trail()
    for step in range(1, 3 * MOST_LOOKS):
        trail.add(step, seen(float(step)))
    assert len(trail) == MOST_LOOKS
    assert trail.first.step == 1
    assert list(trail.first.arriving.items()) == [("dense_1", 2.0), ("dense_2", 4.0)]
    newest = range(3 * MOST_LOOKS - MOST_LOOKS // 2, 3 * MOST_LOOKS)
    assert trail.usual["dense_1"].gradients == np.median(newest)


def test_a_step_that_comes_again_takes_what_lay_behind_it_away() -> None:
    trail = Trail()
    for step in (10, 20, 30):
        trail.add(step, seen(float(step)))
    trail.add(15, seen(7.0))
    assert len(trail) == 2
    assert trail.usual["dense_1"].gradients == np.median([10.0, 7.0])


def test_the_luck_of_one_batch_does_not_judge_a_run_that_was_hardly_looked_at() -> None:
    trail = Trail()
    for step, gradient in ((1, 1.0), (2, 1.2), (3, 0.001)):
        trail.add(step, seen(gradient))
        assert trail.usual["dense_1"].gradients > 0.5


@pytest.mark.parametrize("missed", [0, 1])
def test_who_comes_later_says_nothing_of_how_gradients_were_at_the_beginning(missed: int) -> None:
    """As in a project that is opened: its curves are on record, what was seen of its layers is not."""
    project = made.wide(1.0)
    prepared = project.prepare()
    trainer, history = Trainer(project.network(), prepared.dataset, project.training), History()
    events = trainer.run()
    history.extend(itertools.islice(events, missed))
    coach = Coach(project, prepared, trainer, history)
    for event in itertools.islice(events, 2):  # before it breaks
        history.record(event)
        coach.record(event)
    assert ("ExplodingGradients" in {finding.rule.__name__ for finding in coach.findings()}) == (not missed)


def test_a_mad_first_epoch_does_not_make_what_is_forgotten_later_a_trifle() -> None:
    """Losses as they come of inputs that nobody has scaled: held-out samples at first far above a constant answer."""
    project = made.descending(0.1)
    prepared, network = project.prepare(), project.network()
    seen_now = look(network, prepared)
    assert seen_now.data is not None
    assert seen_now.data.loss_ends is not None
    usual = seen_now.data.loss_ends.constant
    epochs = np.arange(1, 41)
    held_out = usual * np.where(epochs < 4, 9.0, np.where(epochs < 20, 0.1, 0.1 + 0.02 * (epochs - 20)))
    losses = usual * 0.8**epochs
    ends = [
        EpochEnd(int(epoch), int(10 * epoch), float(loss), None, float(other), None, 0.1, 0.0)
        for epoch, loss, other in zip(epochs, losses, held_out, strict=True)
    ]
    history = History.from_events(ends)
    evidence = Evidence(project.graph, project.infer(), project.training, project.preparation, history, 400,
                        look=seen_now)  # fmt: skip
    assert [finding.rule for finding in Overfitting.examine(evidence)] == [Overfitting]


def test_units_are_counted_over_fixed_samples() -> None:
    project = made.silent(0.0)
    network, prepared = project.network(), project.prepare()
    network.weights["dense_1"]["bias"][:3] = -1000
    health = look(network, prepared).units["dense_1"]
    assert (health.units, health.dead, health.samples) == (16, 3, 180)
    squeezing = made.deep(2)
    network = squeezing.network()
    network.weights["dense_1"]["bias"][:2] = 50
    network.weights["dense_1"]["bias"][2:5] = -50
    units = look(network, squeezing.prepare()).units
    assert {node: health.saturated for node, health in units.items()} == {"dense_1": 5, "dense_2": 0}


def test_a_look_changes_nothing() -> None:
    project = made.deep(2)
    network, prepared = project.network(), project.prepare()
    before = network.parameters.copy(), network.gradients_vector.copy(), network.held.copy()
    assert look(network, prepared).alike == ()
    for array, was in zip((network.parameters, network.gradients_vector, network.held), before, strict=True):
        np.testing.assert_array_equal(array, was)
    network.parameters[:] = np.nan
    assert look(network, prepared).units["dense_1"].dead == 0


def test_facts_of_data() -> None:
    project = made.imbalanced(0.05)
    facts = data_facts(project.network(), project.prepare())
    assert facts is not None
    assert (facts.samples, facts.held_out, facts.counts) == (300, 100, (288, 12))
    share = 12 / 300
    assert facts.loss_ends.constant == pytest.approx(-share * math.log(share) - (1 - share) * math.log(1 - share))
    assert facts.telltale is None
    assert facts.repeated == 0.0
    told = made.perfect(made.telling(leaks=True))
    facts = data_facts(told.network(), told.prepare())
    assert facts is not None
    assert facts.telltale == "paid back"
    again = made.perfect(made.repeated())
    facts = data_facts(again.network(), again.prepare())
    assert facts is not None
    assert facts.repeated == pytest.approx(0.75, abs=0.1)
    measures = made.descending(0.1)
    facts = data_facts(measures.network(), prepared := measures.prepare())
    assert facts is not None
    assert facts.counts == ()
    assert facts.loss_ends.constant == pytest.approx(float(np.var(prepared.dataset.targets)))


def test_curves() -> None:
    falling = np.linspace(2.0, 1.0, 20)
    jumping = np.where(np.arange(20) % 2, 1.0, 2.0)
    assert wobble(falling) == 0.0
    assert wobble(jumping) == pytest.approx(0.5 * 1.0 / 1.0, abs=0.2)
    assert falls_steadily(falling)
    assert not falls_steadily(jumping)
    assert not falls_steadily(np.exp(-np.arange(20.0))), "it is arriving"
    assert progress(falling) == pytest.approx((falling[9] - 1.0) / falling[9])
    assert progress(np.ones(20)) == 0.0
    assert not falls_steadily(np.empty(0))
    assert not falls_steadily(np.ones(1)), "before the second epoch nothing is known"
    assert smooth(np.array([1.0, 1.0, 9.0, 1.0, 1.0])).tolist() == [1.0]


def test_what_nearest_neighbours_leave_wrong_says_what_data_can_tell() -> None:
    told = made.small("circles")
    facts = data_facts(told.network(), told.prepare())
    assert facts is not None
    assert facts.neighbours_wrong == pytest.approx(0.0, abs=0.02), "circles lie apart"
    noisy = made.in_batches(32, 0.5)
    facts = data_facts(noisy.network(), noisy.prepare())
    assert facts is not None
    assert facts.neighbours_wrong == pytest.approx(0.2, abs=0.06), "and clouds overlap"
    measured = made.measured("tanh", "sine", 1)
    facts = data_facts(measured.network(), measured.prepare())
    assert facts is not None
    assert facts.neighbours_wrong is not None
    assert 0.0 < facts.neighbours_wrong < 0.1


def test_the_same_answer_counts_as_classes_are_weighed() -> None:
    project = made.imbalanced(0.05)
    graph = project.graph
    graph.apply(graph.changed("output_1", graph["output_1"].layer.replace(class_weights="balanced")))
    facts = data_facts(project.network(), project.prepare())
    assert facts is not None
    assert facts.loss_ends.constant == pytest.approx(math.log(2))


def test_right_after_an_edit_what_was_seen_is_of_another_drawing() -> None:
    project = made.deep(8)
    _, history, trainer = made.ran(project)
    trail, prepared = Trail(), project.prepare()
    trail.add(1, seen(1.0))
    other = made.chain(2)
    evidence = Evidence(other, infer_shapes(other), project.training, project.preparation, history, trainer.step,
                        trail=trail, look=look(trainer.network, prepared))  # fmt: skip
    assert evidence.layers == {}
    assert {finding.node for finding in examine(evidence)} <= {"", *(node.id for node in other)}


def test_before_the_first_epoch_no_rule_breaks() -> None:
    project = made.deep(8)
    _, _, trainer = made.ran(project)
    trail, prepared = Trail(), project.prepare()
    trail.add(1, seen(1e-6, update=1e-6))
    evidence = Evidence(project.graph, project.infer(), project.training, project.preparation, History(), 1,
                        trail=trail, look=look(trainer.network, prepared))  # fmt: skip
    examine(evidence)
    assert evidence.epochs_left == project.training.epochs


def test_what_was_before_the_settings_does_not_count() -> None:
    project = made.oscillating(30.0)
    _, history, trainer = made.ran(project)
    calm = project.training.replace(optimizer=SGD(learning_rate=1.0))
    evidence = Evidence(project.graph, project.infer(), calm, project.preparation, history, trainer.step,
                        Since(history.epochs, trainer.step))  # fmt: skip
    assert examine(evidence) == ()
