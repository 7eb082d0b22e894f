"""Arranging and turning the drawing: one step in the document, a glide in the view."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtWidgets import QStyle

from engine.direction import Direction
from engine.graph import AddEdge, Edge, RemoveEdge
from engine.groups import collapse, group
from gui.canvas.commands.operations import move
from gui.canvas.geometry import Port
from gui.canvas.glide import DURATION
from tests.gui.canvas.hands import (
    click,
    drag,
    drop,
    key,
    layer_mime,
    lead,
    pixel_of,
    port_pixel,
    press,
    release,
    runs_over,
    wire_pixel,
)
from tests.gui.canvas.test_scene import assert_shows_graph

K = Qt.Key
CHAIN = ("input_1", "dense_1", "dense_2", "output_1")


@pytest.fixture
def cards_go_at_once():
    """They glide."""


def scatter(document) -> None:
    move(document, {name: (88.0 * k * (-1) ** k, 304.0 - 96.0 * k) for k, name in enumerate(CHAIN)})


def is_gliding(view) -> bool:
    return view.glide.state() is QVariantAnimation.State.Running


def shown(view) -> list[tuple[float, float]]:
    return [view.network.nodes[name].pos().toTuple() for name in CHAIN]


def stored(document) -> list[tuple[float, float]]:
    return [document.graph[name].position for name in CHAIN]


def test_one_step_to_which_the_view_glides(view, document):
    scatter(document)
    before = document.graph.copy()
    start, steps = shown(view), document.undo_stack.count()
    view.arrange()
    end = stored(document)
    assert len({y for _, y in end}) == 1
    assert [b[0] - a[0] for a, b in pairwise(end)] == [200, 200, 200]
    assert document.undo_stack.count() == steps + 1
    assert document.undo_stack.undoText() == "Arrange"
    assert is_gliding(view)
    view.glide.setCurrentTime(DURATION // 2)
    between = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in zip(start, end, strict=True)]
    assert [value for place in shown(view) for value in place] == pytest.approx([v for place in between for v in place])
    view.glide.setCurrentTime(DURATION)
    assert not is_gliding(view)
    assert shown(view) == end
    assert_shows_graph(view.network)
    document.undo_stack.undo()
    assert document.graph == before
    assert_shows_graph(view.network)


def test_all_is_in_view_afterwards(view, document):
    move(document, {"output_1": (9000.0, 4000.0)})
    view.arrange()
    view.glide.jump()
    assert view.visible_rect().contains(view.network.content_rect())
    assert view.scale_factor == 1.0


@pytest.mark.parametrize("what", ["key", "press", "edit", "undo", "replace"])
def test_whatever_people_do_the_glide_is_at_its_end(view, document, what):
    scatter(document)
    view.arrange()
    match what:
        case "key":
            key(view, K.Key_Shift)
        case "press":
            click(view, view.viewport().rect().bottomRight())
        case "edit":
            move(document, {"dense_1": (40.0, 400.0)})
        case "undo":
            document.undo_stack.undo()
        case "replace":
            document.replace(document.project)
    assert not is_gliding(view)
    assert shown(view) == stored(document)
    assert_shows_graph(view.network)


def test_people_who_want_no_animation_see_none(view, document, monkeypatch):
    # A style of its own cannot be taken from a view again without leaving Qt a dangling one.
    still = SimpleNamespace(
        styleHint=lambda hint, *_: 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else 1
    )
    monkeypatch.setattr(view, "style", lambda: still)
    scatter(document)
    view.arrange()
    assert not is_gliding(view)
    assert shown(view) == stored(document)


def test_the_selected_layers_alone(view, document):
    scatter(document)
    before = dict(zip(CHAIN, stored(document), strict=True))
    document.select(["dense_1", "dense_2"])
    scale = view.scale_factor
    view.arrange()
    view.glide.jump()
    after = dict(zip(CHAIN, stored(document), strict=True))
    assert (after["input_1"], after["output_1"]) == (before["input_1"], before["output_1"])
    assert after["dense_1"][1] == after["dense_2"][1]
    assert view.scale_factor == scale


def test_layers_in_a_selected_group_are_chosen_too(view, document):
    scatter(document)
    made, changes = group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("", changes)
    document.push("", collapse(document.graph, made, False))
    before = stored(document)
    document.select((), (), [made])
    view.arrange()
    after = stored(document)
    assert (after[0], after[3]) == (before[0], before[3])
    assert after[1][1] == after[2][1]
    document.push("", collapse(document.graph, made, True))
    document.select((), (), [made])
    view.arrange()
    assert stored(document)[0][1] == stored(document)[3][1], "one card alone means all"


def test_many_cards_are_there_at_once(view, document, monkeypatch):
    monkeypatch.setattr("gui.canvas.glide.MOST_CARDS", 3)
    scatter(document)
    view.arrange()
    assert not is_gliding(view)
    assert shown(view) == stored(document)
    assert view.visible_rect().contains(view.network.content_rect())


def test_what_is_arranged_already_makes_no_step(view, document):
    steps = document.undo_stack.count()
    view.arrange()
    assert document.undo_stack.count() == steps
    assert shown(view) == stored(document)


def test_turning_lets_everything_run_down_in_one_step(view, document):
    before = document.graph.copy()
    view.turn()
    view.glide.jump()
    assert document.project.direction is Direction.DOWN
    assert document.undo_stack.count() == 1
    places = stored(document)
    assert [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)] == [(0, 128)] * 3
    assert_shows_graph(view.network)
    item = view.network.nodes["dense_1"]
    assert item.port_at(Port("dense_1", None)) - item.pos() == QPointF(0, item.card.rect.bottom())
    assert item.port_at(Port("dense_1", 0)) - item.pos() == QPointF(0, item.card.rect.top())
    document.undo_stack.undo()
    assert document.project.direction is Direction.RIGHT
    assert document.graph == before
    assert_shows_graph(view.network)
    assert item.port_at(Port("dense_1", None)) - item.pos() == QPointF(item.card.rect.right(), 0)


@pytest.fixture
def downward(view, document):
    view.turn()
    view.glide.jump()
    return document


def test_a_wire_is_drawn_and_hit_downwards(view, downward):
    edge = Edge("dense_1", "dense_2", 0)
    assert view.network.wires.edge_at(view.mapToScene(wire_pixel(view, edge)), view.scale_factor) == edge
    click(view, wire_pixel(view, edge))
    key(view, K.Key_Delete)
    assert edge not in downward.graph.edges()
    drag(view, port_pixel(view, "dense_1"), port_pixel(view, "dense_2", 0))
    assert edge in downward.graph.edges()


def test_keys_walk_downwards_along_wires(view, downward):
    downward.select(["input_1"])
    walked = []
    for code in (K.Key_Down, K.Key_Down, K.Key_Up, K.Key_Right):
        key(view, code)
        walked.append(downward.selection.single_node)
    assert walked == ["dense_1", "dense_2", "dense_1", "dense_1"]


def test_what_is_added_and_inserted_stands_below(view, downward):
    downward.select(["output_1"])
    x, y = downward.graph["output_1"].position
    view.add_layer("Dense")
    assert downward.graph[downward.selection.single_node].position == (x, y + 128)
    edge = Edge("dense_1", "dense_2", 0)
    x, y = downward.graph["dense_1"].position
    drop(view, layer_mime("Dropout"), wire_pixel(view, edge))
    assert downward.graph["dropout_1"].position == (x, y + 128)
    assert downward.graph["dense_2"].position == (x, y + 256)


def test_a_wire_goes_round_a_card_while_it_is_dragged_into_its_way(view, document, monkeypatch):
    wire = Edge("input_1", "dense_2", 0)
    changes = [RemoveEdge(Edge("dense_1", "dense_2", 0)), AddEdge(wire)]
    document.push("", [*changes, document.graph.moved("dense_1", (200.0, 304.0))])
    view.fit()
    geometry = view.network.wires.geometry()
    row, item = geometry.row_of[wire], view.network.nodes["dense_1"]
    direct = geometry.path(row)
    start = pixel_of(view, "dense_1")
    press(view, start)
    lead(view, start - QPoint(0, 20), view.mapFromScene(QPointF(200, 0)))
    card = item.card.rect.translated(item.pos())
    assert runs_over(direct, card)
    assert not runs_over(geometry.path(row), card)
    release(view, view.mapFromScene(QPointF(200, 0)))
    click(view, view.mapFromScene(geometry.path(row).pointAtPercent(0.5)))
    assert document.selection.edges == {wire}
    monkeypatch.setattr("gui.canvas.wires.edges_item.MOST_LED", 1)
    around = geometry.path(row)
    press(view, pixel_of(view, "dense_1"))
    lead(view, view.mapFromScene(QPointF(200, 20)), view.mapFromScene(QPointF(200, 304)))
    assert geometry.path(row) == around, "where many wires are in view they wait for the cards to rest"
    release(view, view.mapFromScene(QPointF(200, 304)))
    assert geometry.path(row) == direct
    document.undo_stack.undo()
    assert geometry.path(row) == around
    document.undo_stack.undo()
    assert geometry.path(row) == direct
