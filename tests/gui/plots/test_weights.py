"""The weight histogram shows the kernels' numbers, layer by layer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from gui import theme
from gui.plots.export import csv_bytes
from gui.plots.weights import PROBE, WeightsPlot
from tests.gui.plots.fake_session import plane


def two_layers(units=20):
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    hidden = graph.add(Dense(units=units), after=source)
    unit = graph.add(Dense(units=1), after=hidden)
    graph.add(Output(loss="mse"), after=unit)
    return Network(graph, seed=2)


@pytest.fixture
def plot(session, show):
    session.network, session.data = two_layers(), plane()
    plot = show(WeightsPlot)
    session.look()
    return plot


def test_all_layers_together_and_each_alone(plot, session):
    kernels = [session.network.weights[node]["kernel"].ravel() for node in ("dense_1", "dense_2")]
    everything, _ = np.histogram(np.concatenate(kernels), bins=plot.bars.edges)
    assert plot.bars.heights.tolist() == everything.tolist()
    assert [plot.layer.itemText(index) for index in range(plot.layer.count())] == ["All layers", "dense_1", "dense_2"]
    plot.layer.setCurrentIndex(2)
    expected, _ = np.histogram(kernels[1], bins=plot.bars.edges)
    assert plot.bars.heights.tolist() == expected.tolist()
    plot.grab()


def test_few_weights_get_few_bins(plot):
    assert len(plot.bars.heights) == 16


def test_bars_are_orange_below_zero_and_blue_above(plot):
    edges, colors = plot.bars.edges[:-1], plot.bars.colors()
    assert {color for edge, color in zip(edges, colors, strict=True) if edge < 0} == {theme.LIGHT.negative}
    assert {color for edge, color in zip(edges, colors, strict=True) if edge >= 0} == {theme.LIGHT.positive}
    theme.apply(QApplication.instance(), theme.DARK)
    assert set(plot.bars.colors()) == {theme.DARK.negative, theme.DARK.positive}


def test_painted_colours_are_the_themes(plot):
    image = plot.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3)}
    assert {theme.LIGHT.negative.lower(), theme.LIGHT.positive.lower()} <= colors


def test_bins_stand_still_until_weights_outgrow_them(plot, session):
    kernel = session.network.weights["dense_2"]["kernel"]
    edges = plot.bars.edges.copy()
    shown = plot.chart.view.viewRange()
    session.network.parameters *= 0.9
    session.look()
    assert plot.bars.edges.tolist() == edges.tolist()
    assert plot.chart.view.viewRange()[0] == shown[0]
    kernel[0] = 3 * edges[-1]
    session.look()
    assert plot.bars.edges[-1] == 4 * edges[-1]
    assert plot.bars.heights[-1] + plot.bars.heights[-2] + plot.bars.heights[-3] >= 1


def test_only_a_shown_plot_has_its_probe(plot, session):
    assert PROBE in session.probes
    heights = plot.bars.heights.copy()
    plot.hide()
    assert session.probes == {}
    session.network.parameters[:] = 0.01
    session.look()
    assert plot.bars.heights.tolist() == heights.tolist()
    plot.show()
    assert PROBE in session.probes


def test_hover_tells_the_bin(plot, qtbot):
    fullest = int(plot.bars.heights.argmax())
    middle = plot.bars.edges[fullest : fullest + 2].mean()
    scene = plot.chart.view.mapViewToScene(plot.chart.view.viewRect().center())
    scene.setX(plot.chart.view.mapViewToScene(type(scene)(middle, 0)).x())
    qtbot.mouseMove(plot.chart.viewport(), plot.chart.mapFromScene(scene))
    assert plot.reading.text().endswith(f": {int(plot.bars.heights[fullest])}")


def test_a_sampled_layer_says_so(session, show):
    session.network, session.data = two_layers(units=100_000), plane()
    plot = show(WeightsPlot)
    session.look()
    assert plot.reading.text().startswith("one weight in ")
    # The bars still stand for all weights, but for a few at the end.
    assert plot.bars.heights.sum() == pytest.approx(300_000, rel=0.01)


def test_another_network_lists_its_layers(plot, session):
    plot.layer.setCurrentIndex(2)
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=source))
    session.network = Network(graph)
    session.network_changed.emit()
    session.look()
    assert plot.layer.count() == 2
    assert not plot.layer.isVisible()
    assert plot.bars.heights.sum() == 2


def test_another_networks_range_begins_anew(plot, session):
    session.network.parameters *= 100
    session.look()
    wide = plot.bars.edges[-1]
    session.network.parameters /= 60
    session.network_changed.emit()
    session.look()
    assert plot.bars.edges[-1] < wide
    assert plot.chart.view.viewRange()[0][1] < wide


def test_an_edit_that_leaves_a_layers_weights_alone_leaves_its_bins_too(plot, session):
    """As freezing it does: the drawn network is compiled anew with the weights that it had."""
    plot.layer.setCurrentIndex(1)
    session.network.parameters *= 0.4
    session.look()
    edges, shown = plot.bars.edges.copy(), plot.chart.view.viewRange()
    frozen = Network(session.network.graph, seed=2)
    frozen.parameters[:] = session.network.parameters
    session.network = frozen
    session.network_changed.emit()
    session.look()
    assert plot.bars.edges.tolist() == edges.tolist()
    assert plot.chart.view.viewRange() == shown


def test_a_network_that_came_while_hidden_has_its_own_range(plot, session):
    session.network.parameters *= 2
    session.look()
    plot.hide()
    session.network.parameters /= 2
    plot.show()
    session.look()
    reach = max(histogram.reach for histogram in plot._histograms.values())
    assert plot.bars.edges[-1] == reach


def test_without_a_network_the_bars_go_and_the_chosen_layer_comes_back(plot, session):
    plot.layer.setCurrentIndex(2)
    network, session.network = session.network, None
    session.network_changed.emit()
    assert plot.hint.isVisible()
    assert plot.hint.text() == "The weights appear here once the network is ready to run."
    assert not plot.layer.isVisible()
    session.look()
    assert plot.hint.isVisible()
    assert plot.reading.text() == ""
    session.network = network
    session.look()
    assert plot.chart.isVisible()
    assert plot.layer.currentData() == "dense_2"


def test_the_reading_has_the_row_to_itself_where_the_plot_is_narrow(session, show):
    session.network, session.data = two_layers(), plane()
    plot = show(WeightsPlot, 190, 220)
    session.look()
    plot._hover(plot.chart.view.viewRect().center())
    words = plot.reading.fontMetrics().horizontalAdvance(plot.reading.text())
    assert 0 < words <= plot.reading.width()


def test_texts_follow_the_language(plot, monkeypatch):
    monkeypatch.setattr(plot, "tr", lambda text: f"<{text}>")
    plot.retranslate()
    assert plot.layer.itemText(0) == "<All layers>"
    assert plot.layer.itemText(1) == "dense_1"


def test_table_has_a_row_per_layer_and_bin(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "layer,from,to,count"
    assert len(lines) == 1 + 2 * 64
    counts = [int(line.split(",")[3]) for line in lines[1:]]
    assert sum(counts) == 60


def test_a_network_that_learns_nothing_has_no_weights(session, show):
    graph = Graph()
    graph.add(Output(loss="mse"), after=graph.add(Input(shape=(1,))))
    session.network, session.data = Network(graph), plane()
    plot = show(WeightsPlot)
    session.look()
    assert plot.hint.isVisible()
    assert plot.hint.text() == "This network has no layer that learns, so it has no weights."


def test_on_a_logarithmic_scale_a_bar_is_as_high_as_its_count_has_digits(plot, qtbot):
    counts = plot.bars.heights.copy()
    qtbot.mouseClick(plot.scale, Qt.MouseButton.LeftButton)
    np.testing.assert_allclose(plot.bars.heights, np.log10(1 + counts))
    assert plot.chart.view.viewRange()[1][1] < 2
    qtbot.mouseClick(plot.scale, Qt.MouseButton.LeftButton)
    assert plot.bars.heights.tolist() == counts.tolist()
