"""Sharing as edits of the open document: one step each, and what was learned goes on."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network import Network
from gui import weight_sharing
from gui.document import Document
from gui.learned_weights import LearnedWeights
from tests.gui.projects import twins


@pytest.fixture
def document(qapp):
    return Document(twins())


def test_sharing_and_parting_are_one_step_each(document):
    before = document.graph.copy()
    assert weight_sharing.offered(document, "dense_2") == ["dense_1"]
    weight_sharing.use_weights_of(document, "dense_2", "dense_1")
    assert document.graph["dense_2"].shares == "dense_1"
    assert document.undo_stack.undoText() == "Share weights"
    assert weight_sharing.offered(document, "dense_2") == []
    weight_sharing.use_weights_of(document, "dense_2", None)
    assert document.graph == before
    assert document.undo_stack.undoText() == "Use own weights"
    assert document.undo_stack.count() == 2


def test_deleting_the_owner_is_one_step_and_its_heir_owns_the_weights(document):
    weight_sharing.use_weights_of(document, "dense_2", "dense_1")
    before = document.graph.copy()
    document.select(["dense_1"])
    document.delete_selection("Delete")
    assert document.graph["dense_2"].shares is None
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.graph == before


def test_a_layer_alone_begins_with_the_weights_that_it_shared(document):
    weight_sharing.use_weights_of(document, "dense_2", "dense_1")
    together, learned = Network(document.graph), LearnedWeights()
    learned.keep(together.weights_in_use())
    assert set(learned.latest(document.graph)) == set(together.state_dict())
    weight_sharing.use_weights_of(document, "dense_2", None)
    alone = Network(document.graph, seed=9)
    assert learned.give(alone) == ()
    assert np.array_equal(alone.weights["dense_2"]["kernel"], together.weights["dense_1"]["kernel"])
