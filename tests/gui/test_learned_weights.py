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
    LearnedWeights(network.state_dict()).give(after)
    weights = after.state_dict()
    assert set(weights) < set(network.state_dict())
    assert all((array == 0.5).all() for array in weights.values())


def test_undo_brings_the_arrays_back_that_the_other_kind_had_no_use_for():
    graph, network = trained()
    learned = LearnedWeights(network.state_dict())
    learned.give(Network(replaced(graph, "dense_1", Dropout())))
    again = Network(graph)
    assert learned.give(again) == ()
    assert (again.state_dict()["dense_1.kernel"] == 0.5).all()
