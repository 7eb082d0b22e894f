"""Weights as pictures in the panel: what is asked for, how a weight is called, and what units see."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.graph import Graph
from engine.layers import LSTM, Dense, Input, Output
from engine.network import Network
from gui.plots.export import csv_bytes
from gui.plots.insides.mosaic_layout import Spot
from gui.plots.insides.weight_images import PROBE, WeightImagesPlot
from tests.engine.preparing import as_prepared

NAMES = tuple(f"pixel_{row}_{column}" for row in range(4) for column in range(5))


def pictures():
    graph = Graph()
    node = graph.add(Input(shape=(20,)))
    node = graph.add(Dense(units=3), after=node)
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=2), after=node))
    return Network(graph, seed=3), as_prepared(Dataset(np.ones((4, 20)), np.zeros((4, 2)), features=NAMES))


@pytest.fixture
def plot(session, show):
    session.network, session.data = pictures()
    plot = show(WeightImagesPlot)
    session.look()
    return plot


def shape(plot, section=0):
    return plot.mosaic.sections[section].tiles.values.shape


def test_it_is_no_wider_than_the_panels_beside_it(plot):
    assert plot.minimumSizeHint().width() <= 220


def test_units_that_see_pictures_show_them_and_a_matrix_if_wanted(plot, session, qtbot):
    assert shape(plot) == (3, 4, 5)
    plot.mosaic.pointed.emit(Spot(0, 1, 3, 2))
    assert plot.mosaic.toolTip() == plot.note.text()
    value = session.network.weights["dense_1"]["kernel"][17, 1]
    assert plot.note.text() == f"unit 2, row 4, column 3: {value:.4g}".replace("-", "\N{MINUS SIGN}")
    plot.as_seen.click()
    session.look()
    assert shape(plot) == (1, 20, 3)
    plot.mosaic.pointed.emit(Spot(0, 0, 17, 1))
    assert plot.note.text().startswith("pixel_3_2, unit 2: ")
    plot.grab()


def test_another_layer_and_another_side_are_asked_for(plot, session):
    plot.layer.setCurrentIndex(1)
    session.look()
    assert shape(plot) == (1, 3, 2)
    assert not plot.as_seen.isVisible()
    plot.side.button(1).click()
    session.look()
    assert plot.note.text() == "There are no gradients before the first step."
    session.network.gradients(np.ones((4, 20)), np.zeros((4, 2)))
    session.look()
    assert plot.note.text() == ""
    shown = plot.mosaic.sections[0].tiles.values[0]
    np.testing.assert_array_equal(shown, session.network.weight_gradients["dense_2"]["kernel"])
    plot.side.button(2).click()
    session.look()
    assert plot.mosaic.sections[0].tiles.reach == 0.0


def test_the_scale_holds_still_while_weights_move(plot, session):
    before = plot.mosaic.sections[0].reach
    session.network.weights["dense_1"]["kernel"][:] *= 0.9
    session.look()
    assert plot.mosaic.sections[0].reach == before
    session.network.weights["dense_1"]["kernel"][:] *= 9
    session.look()
    assert plot.mosaic.sections[0].reach > 3 * before


def test_gates_are_named(session, show):
    graph = Graph()
    node = graph.add(LSTM(units=3), after=graph.add(Input(shape=(4, 2))))
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=node))
    session.network, session.data = Network(graph, seed=1), as_prepared(Dataset(np.ones((4, 4, 2)), np.zeros((4, 1))))
    plot = show(WeightImagesPlot)
    session.look()
    assert [section.title for section in plot.mosaic.sections] == ["kernel", "recurrent_kernel", "bias"]
    assert plot.mosaic.sections[1].groups[1] == "f · forget gate"
    plot.mosaic.pointed.emit(Spot(1, 0, 2, 4))
    assert plot.note.text().startswith("state 3, f · forget gate, unit 2: ")
    plot.grab()


def test_hidden_it_asks_for_nothing_and_without_a_network_there_is_a_hint(plot, session):
    assert set(session.probes) == {PROBE}
    plot.hide()
    assert session.probes == {}
    plot.show()
    session.network = None
    session.network_changed.emit()
    assert plot.hint.isVisible()


def test_the_table_names_every_weight(plot, session):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "array,picture,row,column,value"
    assert len(lines) == 1 + 60 + 3
    assert lines[1 + 20 + 7].startswith("dense_1.kernel,2,2,3,")
