"""Maps of a chosen sample: by number, by step, by class; and the filters of the convolutions."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.data import Dataset
from engine.graph import Graph, SetId
from engine.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D, Output
from engine.network import Network
from gui.plots.insides.feature_maps import FeatureMapsPlot
from gui.plots.insides.mosaic_layout import Spot
from tests.engine.preparing import as_prepared
from tests.gui.plots.fake_session import network, plane

LABELS = [0, 1, 2, 0, 1, 2, 2, 0]


@pytest.fixture
def plot(session, show):
    graph = Graph()
    node = graph.add(Input(shape=(6, 6, 1)))
    node = graph.add(MaxPooling2D(), after=graph.add(Conv2D(filters=4, padding="same"), after=node))
    node = graph.add(Dense(units=3, activation="softmax"), after=graph.add(Flatten(), after=node))
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    X = np.random.default_rng(0).normal(size=(8, 6, 6, 1))
    held_out = X[:2], np.eye(3)[[1, 0]]
    session.network = Network(graph, seed=3)
    session.data = as_prepared(Dataset(X, np.eye(3)[LABELS], held_out, classes=("red", "green", "blue")))
    plot = show(FeatureMapsPlot)
    session.look()
    return plot


def titles(plot):
    return [section.title for section in plot.mosaic.sections]


def test_the_sample_stands_above_what_each_layer_makes_of_it(plot, session):
    assert titles(plot) == ["Sample 1 · red", "conv2d_1", "max_pooling2d_1", "dense_1"]
    assert [section.tiles.values.shape for section in plot.mosaic.sections[1:]] == [(4, 6, 6), (4, 3, 3), (1, 1, 3)]
    assert plot.mosaic.sections[1].note == "6×6×4"
    assert plot.mosaic.sections[3].groups == ("red", "green", "blue")
    output = session.network.predict(session.data.dataset.inputs[:1])[0]
    best = int(output.argmax())
    assert plot.mosaic.sections[0].note == f"the network says {('red', 'green', 'blue')[best]} ({output[best]:.0%})"
    plot.mosaic.pointed.emit(Spot(1, 2, 0, 4))
    assert plot.note.text().startswith("conv2d_1, channel 3, row 1, column 5: ")
    plot.grab()


def test_samples_are_chosen_by_step_by_number_and_by_class(plot, session, qtbot):
    plot.picker.after.click()
    session.look()
    assert titles(plot)[0] == "Sample 2 · green"
    plot.picker.number.setFocus()
    plot.picker.number.selectAll()
    qtbot.keyClicks(plot.picker.number, "7")
    qtbot.keyClick(plot.picker.number, Qt.Key.Key_Return)
    session.look()
    assert titles(plot)[0] == "Sample 7 · blue"
    plot.picker.kind.setCurrentIndex(1)
    assert plot.picker.place == 7
    plot.picker.after.click()
    plot.picker.after.click()
    session.look()
    assert titles(plot)[0] == "Sample 4 · red"
    plot.picker.before.click()
    assert plot.picker.place == 0
    plot.picker.parts.setCurrentIndex(1)
    session.look()
    assert titles(plot)[0] == "Sample 2 · red", "the first one of that class in the other part"


def test_a_number_that_no_sample_has_leads_round(plot, session):
    plot.picker.number.value_changed.emit(999)
    assert plot.picker.place == 0


def test_filters_of_all_convolutions(plot, session):
    plot.shown.button(1).click()
    session.look()
    assert titles(plot) == ["Sample 1 · red", "conv2d_1 · kernel"]
    kernel = session.network.weights["conv2d_1"]["kernel"]
    np.testing.assert_array_equal(plot.mosaic.sections[1].tiles.values[2], kernel[:, :, 0, 2])
    plot.mosaic.pointed.emit(Spot(1, 2, 0, 1))
    assert plot.note.text().startswith("conv2d_1, filter 3, channel 1, row 1, column 2: ")


def test_without_convolutions_there_are_activations_only(plot, session):
    session.network, session.data = network(2), plane()
    session.network_changed.emit()
    session.data_ready.emit(session.data)
    session.look()
    assert titles(plot) == ["Sample 1 · class 0", "dense_1"]
    assert not plot.shown.isVisible()
    assert plot.mosaic.sections[0].groups == ("x1", "x2")
    plot.grab()


def test_of_a_layer_that_is_gone_nothing_is_told(plot, session):
    plot.shown.button(1).click()
    session.look()
    graph = session.network.graph.copy()
    graph.apply(SetId("conv2d_1", "other"))
    session.network = Network(graph, seed=3)
    session.network_changed.emit()
    plot.mosaic.pointed.emit(Spot(1, 2, 0, 1))
    assert plot.note.text() == ""
