"""What was learned survives another kind in a layer's place where name and shape fit, and its undo."""

from __future__ import annotations

import numpy as np

from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Dropout, Input, Layer, LayerNormalization, Output
from engine.network import Network
from engine.replacing import replace_kind
from gui.learned_weights import LearnedWeights


def trained() -> tuple[Graph, Network]:
    graph = Graph()
    normal = graph.add(BatchNormalization(), after=graph.add(Dense(units=3), after=graph.add(Input(shape=(2,)))))
    graph.add(Output(), after=graph.add(Dense(units=1), after=normal))
    network = Network(graph)
    network.load_state_dict({name: np.full_like(array, 0.5) for name, array in network.state_dict().items()})
    return graph, network


def replaced(graph: Graph, node_id: str, wanted: Layer) -> Graph:
    changed = graph.copy()
    for edit in replace_kind(graph, node_id, wanted).edits:
        changed.apply(edit)
    return changed


def test_arrays_of_the_same_name_and_shape_go_over_to_the_other_kind():
    graph, network = trained()
    after = Network(replaced(graph, "batch_normalization_1", LayerNormalization()))
    learned = LearnedWeights(network.state_dict())
    learned.swap("batch_normalization_1", "layer_normalization_1")
    learned.give(after)
    weights = after.state_dict()
    assert {name for name in weights if "norm" in name} == {
        "layer_normalization_1.gamma", "layer_normalization_1.beta",
    }  # fmt: skip
    assert all((array == 0.5).all() for array in weights.values())


def test_a_layer_that_takes_the_id_of_a_lost_one_and_gives_it_back_loses_the_other_nothing():
    graph, network = trained()
    learned = LearnedWeights({**network.state_dict(), "dropout_1.kernel": np.ones((2, 3), np.float32)})
    learned.swap("dense_1", "dropout_1")
    learned.swap("dropout_1", "dense_1")
    assert (learned.latest(graph)["dropout_1.kernel"] == 1.0).all()
    assert (learned.latest(graph)["dense_1.kernel"] == 0.5).all()


def test_undo_brings_the_arrays_back_that_the_other_kind_had_no_use_for():
    graph, network = trained()
    learned = LearnedWeights(network.state_dict())
    learned.give(Network(replaced(graph, "dense_1", Dropout())))
    again = Network(graph)
    assert learned.give(again) == ()
    assert (again.state_dict()["dense_1.kernel"] == 0.5).all()
