"""Layers dragged in from the palette."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl

from engine.data import DataSource
from engine.graph import Edge
from engine.layers import Conv2D, Dense, Dropout, Input
from gui.canvas.commands.operations import add_layer
from gui.canvas.gestures.overlay_items import GhostCard
from gui.mime import Contents, Dragged
from tests.gui.canvas.hands import (
    carry_in,
    carry_out,
    drop,
    key,
    layer_mime,
    lead,
    pixel_of,
    press,
    release,
    wire_pixel,
)

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


def test_a_card_dropped_at_the_edge_of_another_leaves_its_ports_free(view, document):
    x, y = document.graph["output_1"].position
    drop(view, layer_mime("Flatten"), view.mapFromScene(QPointF(x + 144, y + 16)))
    assert document.graph["flatten_1"].position == (x + 160, y + 16)


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


def files_mime(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ((), "This cannot be dropped here. Drop a layer, a project, a table, or a folder of pictures."),
        (
            ("/tmp/cat.png",),
            "cat.png cannot be dropped here. Drop a layer, a project (.rambat), a table (CSV, TSV, Excel), or pictures "
            "(a folder with a sub-folder for each class, IDX, .npz).",
        ),
        (
            ("/tmp/a.csv", "/tmp/b.rambat"),
            "Drop one file, or one folder with a sub-folder for each class, at a time. Received: 2 files.",
        ),
    ],
)
def test_what_has_no_place_here_is_refused_at_the_cursor(view, document, paths, told):
    before = document.graph.copy()
    assert not drop(view, files_mime(*paths), QPoint(300, 500))
    assert view.note.text == told
    assert view.note.isVisible()
    assert document.graph == before


def test_a_dropped_project_is_asked_for(view, tmp_path, qtbot):
    with qtbot.waitSignal(view.file_dropped) as dropped:
        assert drop(view, files_mime(tmp_path / "Net.RAMBAT"), QPoint(300, 500))
    assert dropped.args == [Dragged(Contents.PROJECT, tmp_path / "Net.RAMBAT")]


def test_a_layer_that_the_wire_does_not_suit_stays_beside_and_says_why(view, document):
    pixel = wire_pixel(view, WIRE)
    carry_in(view, layer_mime("Conv2D"), pixel)
    assert view.network.wires.emphasis is None
    assert "Convolution 2D" in view.note.text
    drop(view, layer_mime("Conv2D"), pixel)
    assert WIRE in document.graph.edges()


def test_what_was_dropped_is_remembered_as_used(view):
    drop(view, layer_mime("Dropout"), QPoint(301, 503))
    assert view.shelf.recent == [Dropout]


@pytest.fixture
def loose(document, view):
    node = add_layer(document, Dropout(), (200.0, 160.0))
    view.fit()
    return node


def test_a_loose_card_let_go_over_a_wire_goes_into_it(view, document, loose):
    before, count = document.graph.copy(), document.undo_stack.count()
    start, pixel = pixel_of(view, loose), wire_pixel(view, WIRE)
    press(view, start)
    lead(view, (start + pixel) / 2, pixel)
    assert view.network.wires.emphasis == WIRE
    release(view, pixel)
    assert view.network.wires.emphasis is None
    assert document.graph.order() == ("input_1", "dense_1", loose, "dense_2", "output_1")
    assert document.undo_stack.count() == count + 1
    document.undo_stack.undo()
    assert document.graph == before


def test_escape_puts_a_loose_card_back_from_over_a_wire(view, document, loose):
    before, start, pixel = document.graph.copy(), pixel_of(view, loose), wire_pixel(view, WIRE)
    press(view, start)
    lead(view, (start + pixel) / 2, pixel)
    key(view, Qt.Key.Key_Escape)
    release(view, pixel)
    assert view.network.wires.emphasis is None
    assert document.graph == before


def test_a_loose_card_that_the_wire_does_not_suit_says_why_and_only_moves(view, document):
    conv = add_layer(document, Conv2D(), (200.0, 160.0))
    view.fit()
    start, pixel = pixel_of(view, conv), wire_pixel(view, WIRE)
    press(view, start)
    lead(view, (start + pixel) / 2, pixel)
    assert "Convolution 2D needs" in view.note.text
    release(view, pixel)
    assert WIRE in document.graph.edges()
    assert not view.note.isVisible()


def test_a_connected_card_moves_over_a_wire_and_changes_none(view, document):
    add_layer(document, Dense(), (200.0, 160.0))
    view.fit()
    wires = document.graph.edges()
    start, pixel = pixel_of(view, "input_1"), wire_pixel(view, WIRE)
    press(view, start)
    lead(view, (start + pixel) / 2, pixel)
    assert view.network.wires.emphasis is None
    release(view, pixel)
    assert document.graph.edges() == wires


def test_several_loose_cards_only_move(view, document, loose):
    other = add_layer(document, Dense(), (0.0, 160.0))
    document.select([loose, other])
    start, pixel = pixel_of(view, loose), wire_pixel(view, WIRE)
    press(view, start)
    lead(view, (start + pixel) / 2, pixel)
    release(view, pixel)
    assert WIRE in document.graph.edges()


def test_a_dropped_table_is_asked_for(view, tmp_path, qtbot):
    with qtbot.waitSignal(view.file_dropped) as dropped:
        assert drop(view, files_mime(tmp_path / "Nilai.CSV"), QPoint(300, 500))
    assert dropped.args == [Dragged(Contents.TABLE, tmp_path / "Nilai.CSV")]
