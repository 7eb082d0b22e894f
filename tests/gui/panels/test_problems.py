"""The problems panel: one sentence each, a click leads there, a button mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from engine.edits import insert_on_edge
from engine.graph import AddEdge, AddNode, Edge, Node, RemoveEdge, SetNode
from engine.layers import Add, Dense, Embedding, Flatten, Output, Reshape
from gui import theme
from gui.document import Document
from gui.panels.problems import MOST_SHOWN, ProblemsPanel
from tests.gui.projects import moons


@pytest.fixture
def panel(qtbot):
    document = Document(moons())
    panel = ProblemsPanel(document)
    panel.document = document
    panel.resize(280, 500)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def shown(panel):
    return [row for row in panel.rows if not row.isHidden()]


def test_without_problems_it_says_so(panel):
    assert panel.objectName() == "problems"
    assert "No problems" in panel.none.text()
    assert not panel.none.isHidden()
    assert shown(panel) == []


def test_it_follows_the_document(panel):
    panel.document.push("", [AddNode(Node("flatten_1", Flatten()))])
    assert [(row.name.text(), row.text.text()) for row in shown(panel)] == [("flatten_1", "Not connected yet.")]
    assert shown(panel)[0].accessibleName() == "flatten_1: Not connected yet."
    assert panel.none.isHidden()
    panel.document.undo_stack.undo()
    assert shown(panel) == []


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_click_or_enter_selects_the_layer_and_asks_to_see_it(panel, qtbot, way):
    panel.document.push("", [AddNode(Node("add_1", Add()))])
    row = shown(panel)[0]
    with qtbot.waitSignal(panel.reveal_requested) as revealed:
        if way == "click":
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        else:
            row.setFocus()
            QTest.keyClick(row, Qt.Key.Key_Return)
    assert revealed.args == ["add_1"]
    assert panel.document.selection.single_node == "add_1"


def test_what_is_unfinished_is_counted_apart_and_stands_behind_what_is_wrong(panel):
    document = panel.document
    document.push("", [AddNode(Node("flatten_1", Flatten())), AddNode(Node("dense_3", Dense()))])
    assert panel.counts.text() == "2 to finish"
    document.push("", [document.graph.changed("output_1", Output(loss="mse", class_weights="balanced"))])
    assert panel.counts.text() == "1 to mend, 2 to finish"
    assert [row.name.text() for row in shown(panel)] == ["output_1", "dense_3", "flatten_1"]
    signs = [inked(row) for row in shown(panel)]
    assert signs == [QColor(theme.current().danger), *[QColor(theme.current().muted)] * 2]


def inked(row):
    """The strongest colour of a row's sign."""
    picture = row.findChildren(QLabel)[0].pixmap().toImage()
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    strongest = max(pixels, key=lambda color: color.alpha())
    return QColor(strongest.red(), strongest.green(), strongest.blue())


def test_scaled_data_before_an_embedding_are_mended_in_one_step(panel):
    document, graph = panel.document, panel.document.graph
    _, edits = insert_on_edge(graph, Edge("input_1", "dense_1"), Embedding())
    document.push("", edits)
    document.push("", insert_on_edge(graph, Edge("embedding_1", "dense_1"), Flatten())[1])
    (row,) = shown(panel)
    assert row.name.text() == "embedding_1"
    QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert document.project.preparation.scaling == "none"
    assert document.undo_stack.undoText() == "Set Scaling to none"
    assert shown(panel) == []
    document.undo_stack.undo()
    assert document.project.preparation.scaling == "standard"
    assert len(shown(panel)) == 1


def test_a_problem_of_the_whole_network_leads_nowhere_and_does_no_harm(panel, qtbot):
    panel.document.select_all()
    panel.document.delete_selection("")
    with qtbot.assertNotEmitted(panel.reveal_requested):
        QTest.mouseClick(shown(panel)[0], Qt.MouseButton.LeftButton)


def test_a_fix_is_one_undo_step(panel):
    document = panel.document
    document.push("", [document.graph.changed("dense_2", Dense(units=3, activation="sigmoid"))])
    before = document.undo_stack.count()
    (row,) = shown(panel)
    QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert document.graph["dense_2"].layer.units == 1
    assert document.undo_stack.count() == before + 1
    assert document.undo_stack.undoText() == row.fix.text()
    assert shown(panel) == []


def test_a_fix_and_its_step_speak_of_a_layer_by_its_title(panel):
    document = panel.document
    node = document.graph["dense_2"]
    wrong = replace(node, layer=Dense(units=3, activation="sigmoid"), title="Guess & hope")
    document.push("", [SetNode(node, wrong)])
    (row,) = shown(panel)
    assert row.fix.accessibleName() == "Set Units of Guess & hope to 1"
    QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    assert document.undo_stack.undoText() == "Set Units of Guess & hope to 1"


def test_a_long_fix_is_broken_into_lines_and_nothing_of_it_is_cut(panel, qtbot):
    document = panel.document
    node = Node("reshape_with_a_long_name", Reshape(target_shape=(7, 5)))
    document.push("", [AddNode(node), AddEdge(Edge("input_1", node.id))])
    panel.resize(220, 400)
    row = shown(panel)[0]

    def fits() -> bool:
        widest = max(map(row.fix.fontMetrics().horizontalAdvance, row.fix.text().split("\n")))
        return "\n" in row.fix.text() and widest <= row.fix.width() <= panel.viewport().width()

    qtbot.waitUntil(fits)  # a scroll bar that comes makes the panel narrower once more
    lines = row.fix.text().split("\n")
    qtbot.waitUntil(lambda: row.fix.height() >= len(lines) * row.fix.fontMetrics().height())
    QTest.mouseClick(row.fix, Qt.MouseButton.LeftButton)
    # An id of one word may be broken too.
    assert document.undo_stack.undoText().replace(" ", "") == "".join(lines).replace(" ", "")


def test_a_problem_without_a_fix_has_no_button(panel):
    edge = panel.document.graph.incoming("dense_1")[0]
    panel.document.push("", [RemoveEdge(edge)])
    assert len(shown(panel)) == 2
    assert all(row.fix.isHidden() for row in shown(panel))


def test_very_many_problems_are_counted(panel):
    panel.document.push("", [AddNode(Node(f"flatten_{k}", Flatten())) for k in range(2 * MOST_SHOWN)])
    assert len(shown(panel)) == MOST_SHOWN
    assert panel.more.text() == f"and {MOST_SHOWN} more"
