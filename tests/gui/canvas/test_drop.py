"""Layers dragged in from the palette."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QMimeData, QPoint

from engine.data import DataSource
from engine.graph import Edge
from engine.layers import Dropout, Input
from gui.canvas.overlay_items import GhostCard
from tests.gui.canvas.hands import carry_in, carry_out, drop, layer_mime, wire_pixel

WIRE = Edge("dense_1", "dense_2", 0)


def ghosts(view):
    return [item for item in view.network.items() if isinstance(item, GhostCard)]


def test_a_drop_adds_the_layer_at_the_cursor_on_the_grid(view, document):
    before = document.graph.copy()
    assert drop(view, layer_mime("Dropout"), QPoint(301, 503))
    added = document.graph["dropout_1"]
    assert added.layer == Dropout()
    wanted = view.mapToScene(QPoint(301, 503))
    assert abs(added.position[0] - wanted.x()) <= 4
    assert abs(added.position[1] - wanted.y()) <= 4
    assert all(coordinate % 8 == 0 for coordinate in added.position)
    assert document.selection.single_node == "dropout_1"
    assert view.hasFocus()
    document.undo_stack.undo()
    assert document.graph == before
    assert "dropout_1" not in view.network.nodes


def test_an_input_comes_in_the_shape_of_the_data(view, document):
    document.set_setting("", "data", DataSource.resolve({"kind": "digits", "as_image": True}))
    assert drop(view, layer_mime("Input"), QPoint(301, 503))
    assert document.graph["input_2"].layer == Input(shape=(8, 8, 1))


def test_a_ghost_follows_and_goes(view):
    assert carry_in(view, layer_mime("Dense"), QPoint(300, 500))
    assert len(ghosts(view)) == 1
    carry_out(view)
    assert not ghosts(view)


def test_a_drop_on_a_wire_inserts_and_makes_room(view, document):
    before = document.graph.copy()
    pixel = wire_pixel(view, WIRE)
    carry_in(view, layer_mime("Dropout"), pixel)
    assert view.network.wires.emphasis == WIRE
    drop(view, layer_mime("Dropout"), pixel)
    assert view.network.wires.emphasis is None
    graph = document.graph
    assert WIRE not in graph.edges()
    assert {Edge("dense_1", "dropout_1", 0), Edge("dropout_1", "dense_2", 0)} < set(graph.edges())
    columns = [graph[node].position[0] for node in graph.order()]
    assert columns == [0.0, 200.0, 400.0, 600.0, 800.0]
    document.undo_stack.undo()
    assert document.graph == before


def test_what_cannot_stand_between_is_put_beside_the_wire(view, document):
    pixel = wire_pixel(view, WIRE)
    carry_in(view, layer_mime("Output"), pixel)
    assert view.network.wires.emphasis is None
    drop(view, layer_mime("Output"), pixel)
    assert WIRE in document.graph.edges()
    assert "output_2" in document.graph


def test_no_card_is_dropped_onto_another(view, document):
    for _ in range(3):
        drop(view, layer_mime("Flatten"), QPoint(500, 480))
    heights = sorted(node.position[1] for node in document.graph if node.id.startswith("flatten"))
    assert all(lower - upper >= 72 for upper, lower in itertools.pairwise(heights))


def test_what_is_no_layer_is_ignored(view, document):
    text = QMimeData()
    text.setText("Dense")
    for mime in (text, layer_mime("NoSuchLayer"), layer_mime("")):
        assert not drop(view, mime, QPoint(300, 500))
    broken = QMimeData()
    broken.setData("application/x-rambat-layer", b"\xff\xfe")
    assert not drop(view, broken, QPoint(300, 500))
    assert len(document.graph) == 4
    assert document.undo_stack.count() == 0
