"""A template's layers put into the open drawing, by the gallery's own button."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.graph import Graph
from engine.layers import Input, Output
from engine.project import load_example
from gui.dialogs.gallery import Gallery


def insert(window, typed: str) -> None:
    """Open the gallery by its key, search, and press its second button by the keyboard."""
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    gallery = QApplication.activeModalWidget()
    assert isinstance(gallery, Gallery)
    QTest.keyClicks(gallery.search, typed)
    gallery.insert_button.setFocus()
    QTest.keyClick(gallery.insert_button, Qt.Key.Key_Space)


def kinds(graph: Graph, nodes) -> list[str]:
    return sorted(graph[node].layer.name for node in nodes)


def test_a_templates_layers_join_the_drawing_without_its_ends(small_window):
    document = small_window.document
    before, training, data = document.graph.copy(), document.project.training, document.project.data
    insert(small_window, "LeCun")
    template, graph, made = load_example("lenet").graph, document.graph, document.selection.nodes
    ends = {node.id for node in template if isinstance(node.layer, Input | Output)}
    assert kinds(graph, made) == kinds(template, {node.id for node in template} - ends)
    assert made.isdisjoint(node.id for node in before)
    wired = [edge for edge in template.edges() if not ends & {edge.source, edge.target}]
    assert len(graph.edges()) == len(before.edges()) + len(wired)
    assert (document.project.training, document.project.data) == (training, data)
    told = small_window.statusBar().currentMessage()
    assert "The data and the training stay as they are" in told
    assert "ends were left out" in told
    cards = [item.place() for item in small_window.canvas.network.cards()]
    assert not any(one.intersects(other) for one, other in itertools.combinations(cards, 2))
    assert all(small_window.canvas.visible_rect().contains(card) for card in cards)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_an_empty_drawing_that_runs_down_takes_all_of_it_downwards(small_window):
    document = small_window.document
    document.select_all()
    small_window.canvas.delete_selection()
    document.set_setting("Turn", "direction", document.project.direction.other)
    insert(small_window, "xor gate")
    graph = document.graph
    assert kinds(graph, graph.order()) == kinds(load_example("xor").graph, load_example("xor").graph.order())
    assert len({graph[node].position[0] for node in graph.order()}) == 1
    heights = [graph[node].position[1] for node in graph.order()]
    assert heights == sorted(set(heights))
    assert "left out" not in small_window.statusBar().currentMessage()


def test_a_template_that_cannot_be_read_leaves_the_drawing_as_it_is(small_window):
    before = small_window.document.graph.copy()
    small_window.templates.insert("nowhere", small_window.canvas.content_rect())
    assert "There is no example called nowhere" in small_window.notice.text.text()
    assert small_window.document.graph == before
