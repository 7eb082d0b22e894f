"""The drawing for print: all of the network, nothing of the editing, in colours of paper."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF

from engine.errors import ExportError
from engine.graph import Edge, Graph, RemoveEdge
from engine.layers import Dense
from engine.project import load_example
from gui import i18n, theme
from gui.canvas.cards.card_text import title
from gui.canvas.overlays.legend import SYMBOL
from gui.canvas.scene import NetworkScene
from gui.document import Document
from gui.drawing.drawing import MARGIN, Drawing, DrawingOptions
from gui.drawing.formats import svg_bytes
from tests.gui.canvas.hands import runs_over
from tests.gui.projects import moons, twins

PLAIN = DrawingOptions()
WIRE = Edge("dense_1", "dense_2")


def svg(project, options=PLAIN, wires=None) -> str:
    return svg_bytes(Drawing(project, options, wires)).decode()


def texts(written: str) -> list[str]:
    root = ElementTree.fromstring(written)
    return [element.text for element in root.iter("{http://www.w3.org/2000/svg}text") if element.text]


def test_every_layer_and_shape_is_there_as_text():
    project = twins()
    written = texts(svg(project))
    for node in project.graph:
        assert title(node.layer) in written
    assert written.count("Dense") == 3
    assert "4 units · tanh" in written
    assert {"2", "4", "1"} <= set(written)


def test_title_and_legend_are_there_on_demand():
    assert not {"Moons", "Core", "Merge"} & set(texts(svg(twins())))
    written = texts(svg(twins(), DrawingOptions("Moons", legend=True)))
    assert {"Moons", "Core", "Merge"} <= set(written)
    assert not {"Convolution", SYMBOL} & set(written)


def test_a_layer_far_away_is_part_of_the_picture():
    project = moons()
    small = Drawing(project, PLAIN).size
    project.graph.add(Dense(units=1), id="lonely", position=(5000.0, -3000.0))
    large = Drawing(project, PLAIN)
    assert large.size.width() > 5000 > small.width()
    assert large.size.height() > 3000 > small.height()
    assert "lonely" in " ".join(texts(svg(project)))


def test_wires_go_round_the_cards_in_their_way_as_on_the_canvas():
    network = Drawing(load_example("inception"), PLAIN)._network
    wires = network.wires.geometry()
    for row, edge in enumerate(wires.edges):
        others = (item.place() for item in network.cards() if item.node_id not in (edge.source, edge.target))
        assert not any(runs_over(wires.path(row), place) for place in others), edge


def test_title_and_legend_make_room_for_themselves():
    bare, full = (Drawing(moons(), options).size for options in (PLAIN, DrawingOptions("w" * 200, True)))
    assert full.width() > bare.width() + 500
    assert full.height() > bare.height() + 40
    assert bare.width() > 2 * MARGIN


def test_neither_selection_nor_problems_nor_the_theme_are_seen(qapp):
    project = moons()
    before = svg(project)
    document = Document(project)
    scene = NetworkScene(document)
    document.select_all()
    scene.focus("dense_1")
    assert svg(project, wires=scene.wires) == before
    theme.apply(qapp, theme.DARK)
    assert svg(project) == before
    assert theme.LIGHT.accent.lower() not in before
    document.push("Disconnect", [RemoveEdge(WIRE)])
    assert theme.LIGHT.danger.lower() not in svg(project)


def test_gradients_are_drawn_as_the_canvas_shows_them():
    project = moons()
    scene = NetworkScene(Document(project))
    scene.wires.observe({edge: 10.0**-number for number, edge in enumerate(project.graph.edges())})
    strongest = theme.LIGHT.magnitude_color(1.0).name()
    shown = svg(project, DrawingOptions(legend=True), scene.wires)
    assert strongest in shown
    assert {SYMBOL, "1e−2 … 1e0"} <= set(texts(shown))
    assert strongest not in svg(project, DrawingOptions(legend=True))


def test_a_drawing_speaks_the_language_of_the_window(qapp):
    i18n.install(qapp, "id")
    assert "Inti" in texts(svg(moons(), DrawingOptions(legend=True)))


def test_the_canvas_keeps_what_it_shows():
    project = moons()
    scene = NetworkScene(Document(project))
    scene.wires.observe({WIRE: 0.1})
    Drawing(project, PLAIN, scene.wires)
    assert scene.wires.observing
    assert scene.nodes["dense_1"].pos() == QPointF(*project.graph["dense_1"].position)


def test_what_a_drawing_lacks_altogether_is_no_matter():
    project = moons()
    project.graph = Graph()
    project.graph.add(Dense(units=1))
    assert "Dense" in texts(svg(project))


def test_an_empty_canvas_is_refused():
    project = moons()
    project.graph = Graph()
    with pytest.raises(ExportError, match="nothing to draw"):
        Drawing(project, PLAIN)
