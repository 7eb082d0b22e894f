"""What may differ between variants: what is proposed for a project, and what each change makes of it."""

from __future__ import annotations

import pytest

from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import BatchNormalization, Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.project import load_example
from engine.redrawing import becoming
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
    possible,
    vary,
)
from tests.engine.networks import chain

TRAINING = TrainingConfig(optimizer=Adam(learning_rate=0.02, beta_1=0.8), batch_size=16)


def told(change: Change) -> list[str]:
    return [str(proposal.told()) for proposal in change.proposals()]


def test_proposals_begin_with_what_is_and_differ() -> None:
    found = possible(chain(2, 6, 6, 1), TRAINING)
    assert "dropout" not in found  # there is no such layer
    assert told(found["optimizer"]) == ["SGD", "SGD with momentum 0.9", "RMSprop", "Adam"]
    assert told(found["learning_rate"]) == ["rate 0.002", "rate 0.006", "rate 0.02", "rate 0.06"]
    assert told(found["batch_size"]) == ["batches of 4", "batches of 16", "batches of 64"]
    assert told(found["activation"]) == ["Tanh", "Sigmoid", "ReLU"]
    assert told(found["regularizer"]) == ["no penalty", "L1 0.001", "L2 0.001", "L2 0.01"]
    assert told(found["width"]) == ["width × 0.5", "width × 1", "width × 2", "width × 4"]
    assert told(found["depth"]) == ["one hidden layer", "2 hidden layers", "3 hidden layers", "4 hidden layers"]
    assert found["optimizer"].options()[0].told() == OptimizerChange(TRAINING.optimizer).told()
    for change in found.values():
        assert len(set(change.proposals())) >= 2


def test_another_optimizer_keeps_the_rate_and_a_rate_of_its_own_comes_after_it() -> None:
    assert vary(chain(2, 1), TRAINING, [OptimizerChange("SGD")]).training.optimizer == SGD(learning_rate=0.02)
    both = vary(chain(2, 1), TRAINING, [RateChange(0.5), OptimizerChange(SGD(momentum=0.9)), BatchChange(3)])
    assert both.training == TRAINING.replace(optimizer=SGD(learning_rate=0.5, momentum=0.9), batch_size=3)
    assert [str(each) for each in both.told] == ["rate 0.5", "SGD with momentum 0.9", "batches of 3"]


def test_fields_change_in_hidden_layers_and_the_answer_stays_as_it_is() -> None:
    graph = chain(2, 6, 8, 1, last="sigmoid", loss="binary_crossentropy")
    changes = [ActivationChange("relu"), WidthChange(0.5), InitializerChange("he_normal"), RegularizerChange("l2")]
    made = vary(graph, TRAINING, changes).graph
    layers = [made[node].layer for node in ("dense_1", "dense_2", "dense_3")]
    assert [(layer.units, layer.activation.name) for layer in layers] == [(3, "relu"), (4, "relu"), (1, "sigmoid")]
    assert {(layer.kernel_initializer.name, layer.kernel_regularizer.name) for layer in layers} == {("he_normal", "l2")}
    assert graph == chain(2, 6, 8, 1, last="sigmoid", loss="binary_crossentropy")


def test_what_follows_the_last_wide_layer_belongs_to_the_answer() -> None:
    graph = Graph()
    node = graph.add(Dense(units=5, activation="relu"), after=graph.add(Input(shape=(2,))))
    node = graph.add(BatchNormalization(), after=graph.add(Dense(units=3), after=node))
    graph.add(Output(), after=node)
    made = vary(graph, TRAINING, [WidthChange(2), ActivationChange("tanh")]).graph
    assert [made[node].layer.units for node in ("dense_1", "dense_2")] == [10, 3]
    assert [made[node].layer.activation.name for node in ("dense_1", "dense_2")] == ["tanh", "linear"]


@pytest.mark.parametrize(("layers", "order"), [
    (0, ["input_1", "dense_3", "output_1"]),
    (1, ["input_1", "dense_1", "dense_3", "output_1"]),
    (4, ["input_1", "dense_1", "dense_2", "dense_4", "dense_5", "dense_3", "output_1"]),
])  # fmt: skip
def test_depth_takes_hidden_layers_away_or_repeats_the_last(layers: int, order: list[str]) -> None:
    made = vary(chain(2, 6, 4, 1), TRAINING, [DepthChange(layers)]).graph
    assert list(made.order()) == order
    assert not infer_shapes(made).obstacles
    assert all(made[node].layer.units == 4 for node in order if node in ("dense_4", "dense_5"))


def test_layers_that_are_repeated_stand_one_behind_the_other() -> None:
    project = load_example("digits")
    made = vary(project.graph, project.training, [DepthChange(4)]).graph
    across, down = zip(*(made[node].position for node in made.order()), strict=True)
    assert list(across) == sorted(set(across))
    assert len(set(down)) == 1


@pytest.mark.parametrize("name", ["moons", "digits_cnn", "residual", "inception", "forecast", "two_inputs"])
def test_every_proposal_for_an_example_can_be_made_and_undone_in_the_drawing(name: str) -> None:
    project = load_example(name)
    for change in possible(project.graph, project.training).values():
        for proposal in change.proposals():
            made = vary(project.graph, project.training, [proposal])
            drawing = project.graph.copy()
            steps = becoming(drawing, made.graph)
            for edit in steps:
                drawing.apply(edit)
            assert {node.id: (node.layer, node.shares) for node in drawing} == {
                node.id: (node.layer, node.shares) for node in made.graph
            }
            assert set(drawing.edges()) == set(made.graph.edges())
            for edit in reversed(steps):
                drawing.apply(edit.inverse())
            assert drawing == project.graph


def test_a_drawing_becomes_another_and_keeps_what_people_have_done_to_it() -> None:
    here, there = chain(2, 6, 4, 1), vary(chain(2, 6, 4, 1), TRAINING, [DepthChange(3), WidthChange(2)]).graph
    here.apply(here.moved("dense_1", (7.0, 8.0)))
    for edit in becoming(here, there):
        here.apply(edit)
    assert here["dense_1"].position == (7.0, 8.0)
    assert Network(here).parameters.size == Network(there).parameters.size
    assert becoming(here, there) == []


def test_weights_that_are_shared_stay_shared() -> None:
    graph = Graph()
    first = graph.add(Dense(units=4, activation="tanh"), after=graph.add(Input(shape=(4,))))
    second = graph.add(Dense(units=4, activation="tanh"), after=first, shares=first)
    graph.add(Output(), after=graph.add(Dense(units=2), after=second))
    made = vary(graph, TRAINING, [ActivationChange("relu"), InitializerChange("zeros")]).graph
    assert made["dense_2"].shares == "dense_1"
    assert made["dense_2"].layer == made["dense_1"].layer
    for edit in becoming(graph, made):
        graph.apply(edit)
    assert graph == made


def test_what_is_as_it_is_changes_nothing_where_layers_differ() -> None:
    graph = Graph()
    node = graph.add(Dense(units=5, kernel_initializer="he_normal"), after=graph.add(Input(shape=(2,))))
    graph.add(Output(), after=graph.add(Dense(units=1), after=node))
    for change in possible(graph, TRAINING).values():
        made = vary(graph, TRAINING, [change])
        assert (made.graph, made.training) == (graph, TRAINING)
    zeros = vary(graph, TRAINING, [InitializerChange("zeros")]).graph
    assert {zeros[node].layer.kernel_initializer.name for node in ("dense_1", "dense_2")} == {"zeros"}
