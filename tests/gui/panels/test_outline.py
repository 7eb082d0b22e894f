"""The outline by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from engine.graph import Edge, RemoveEdge
from engine.groups import group
from engine.layers import Dense
from gui.document import Document
from gui.panels.outline import OutlinePanel
from gui.widgets.outline_model import ProblemPart
from gui.widgets.selection_link import PART
from tests.gui.projects import twins

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document():
    return Document(twins())


@pytest.fixture
def panel(qtbot, document):
    panel = OutlinePanel(document)
    panel.resize(260, 500)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.focus_tree()
    return panel


def press(panel, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(panel.tree, key, modifier)
    QApplication.processEvents()


def click(panel, part):
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=panel.tree.visualRect(panel.model.index_of(part)).center())
    QApplication.processEvents()


def selected(panel):
    return {index.data(PART) for index in panel.tree.selectionModel().selectedRows()}


def test_it_has_a_name_and_says_its_keys(panel):
    assert panel.tree.accessibleName() == "Outline of the network"
    assert "C connects" in panel.tree.accessibleDescription()


def test_a_click_selects_and_asks_to_see_the_layer(panel, document, qtbot):
    with qtbot.waitSignal(panel.reveal_requested) as revealed:
        click(panel, "add_1")
    assert revealed.args == ["add_1"]
    assert document.selection.single_node == "add_1"


def test_what_is_selected_elsewhere_is_selected_here(panel, document):
    edge = Edge("dense_1", "add_1", 0)
    document.select(["dense_2", "output_1"], [edge])
    QApplication.processEvents()
    assert selected(panel) == {"dense_2", "output_1", edge}
    document.select()
    QApplication.processEvents()
    assert selected(panel) == set()


def test_arrows_go_through_layers_and_into_their_wires(panel, document):
    click(panel, "dense_1")
    press(panel, Qt.Key.Key_Down)
    assert document.selection.single_node == "dense_2"
    press(panel, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert document.selection.edges == {Edge("dense_2", "add_1", 1)}
    press(panel, Qt.Key.Key_Left)
    assert document.selection.single_node == "dense_2"


def test_enter_edits_c_connects_and_a_adds(panel, qtbot):
    click(panel, "dense_1")
    for key, signal in (
        (Qt.Key.Key_Return, panel.edit_requested),
        (Qt.Key.Key_C, panel.connect_requested),
        (Qt.Key.Key_A, panel.add_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            press(panel, key)
        assert asked.args == ["dense_1"]


def test_on_a_wire_the_letters_mean_its_source(panel, qtbot):
    press(panel, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.connect_requested) as asked:
        press(panel, Qt.Key.Key_C)
    assert asked.args == ["input_1"]


def test_delete_takes_a_layer_and_a_wire_away_as_one_step_each(panel, document):
    click(panel, "dense_2")
    press(panel, Qt.Key.Key_Delete)
    assert "dense_2" not in document.graph
    press(panel, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert Edge("input_1", "dense_1") not in document.graph.edges()
    assert document.undo_stack.count() == 2
    assert panel.model.index_of("dense_1").isValid()
    assert not panel.model.index_of("dense_2").isValid()


def test_what_is_open_stays_open_while_the_drawing_changes(panel, document):
    press(panel, Qt.Key.Key_Home, Qt.Key.Key_Right)
    document.push("", [document.graph.changed("dense_1", Dense(units=2))])
    document.push("", [RemoveEdge(Edge("add_1", "dense_3"))])
    QApplication.processEvents()
    assert panel.tree.isExpanded(panel.model.index_of("input_1"))


def test_enter_on_a_problem_mends_it(panel, document):
    document.push("", [document.graph.changed("dense_3", Dense(units=3, activation="sigmoid"))])
    QApplication.processEvents()
    fixable = next(problem for problem in document.inference.problems if problem.fix)
    panel.tree.expand(panel.model.index_of(fixable.node))
    number = next(n for n, problem in enumerate(panel.model.problems_of(fixable.node)) if problem.fix == fixable.fix)
    panel.tree.setCurrentIndex(panel.model.index_of(ProblemPart(fixable.node, number)))
    before = document.undo_stack.count()
    press(panel, Qt.Key.Key_Return)
    assert document.undo_stack.count() == before + 1
    assert fixable not in document.inference.problems


def test_the_menu_key_and_a_right_click_ask_for_the_canvas_menu(panel, qtbot):
    panel.tree.setCurrentIndex(panel.model.index_of("dense_1"))
    asked = []
    panel.menu_requested.connect(lambda part, place: asked.append((part, place)))
    index = panel.model.index_of("dense_1")
    panel.open_menu(index, QPoint(3, 4))
    assert asked == [("dense_1", QPoint(3, 4))]


def test_a_problem_offers_its_fix_in_a_menu(panel, document):
    document.push("", [document.graph.changed("dense_3", Dense(units=3, activation="sigmoid"))])
    QApplication.processEvents()
    fixable = next(problem for problem in document.inference.problems if problem.fix)
    number = panel.model.problems_of(fixable.node).index(fixable)
    panel.open_menu(panel.model.index_of(ProblemPart(fixable.node, number)), QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert fixable not in document.inference.problems


def test_groups_open_by_themselves(panel, document):
    made, changes = group(document.graph, ["dense_1", "dense_2"], "Twins")
    document.push("", changes)
    QApplication.processEvents()
    assert panel.tree.isExpanded(panel.model.index_of(made))
    click(panel, made)
    assert document.selection.annotations == {made}


def test_a_hidden_outline_is_brought_up_to_date_when_it_is_shown(panel, document):
    panel.hide()
    document.select(["dense_3"])
    document.delete_selection("")
    document.select(["add_1"])
    QApplication.processEvents()
    assert panel.model.index_of("dense_3").isValid()
    panel.show()
    assert not panel.model.index_of("dense_3").isValid()
    assert selected(panel) == {"add_1"}


def test_what_is_wrong_with_the_whole_drawing_stands_last_and_enter_does_nothing(panel, document):
    document.select(["output_1"])
    document.delete_selection("")
    QApplication.processEvents()
    press(panel, Qt.Key.Key_End)
    row = panel.tree.currentIndex()
    assert row.data(PART) == ProblemPart("", 0)
    assert "Output" in row.data()
    before = document.undo_stack.count()
    press(panel, Qt.Key.Key_Return, Qt.Key.Key_C, Qt.Key.Key_Delete)
    assert document.undo_stack.count() == before


def test_arrows_lead_the_canvas_into_a_collapsed_group_and_out_again(panel, document):
    made, changes = group(document.graph, ["dense_1", "dense_2"], "Twins")
    document.push("", changes)
    QApplication.processEvents()
    press(panel, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (document.scope, document.selection.single) == (made, "dense_1")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (document.scope, document.selection.single) == ("", "add_1")
    press(panel, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert document.selection.single_edge == Edge("dense_2", "add_1", 1)
    assert document.scope == "", "a wire that leaves the group is seen outside of it"


def test_with_control_rows_far_apart_are_selected(panel, document):
    click(panel, "input_1")
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ControlModifier)
    assert document.selection.nodes == {"input_1"}
    press(panel, Qt.Key.Key_Space, modifier=Qt.KeyboardModifier.ControlModifier)
    assert document.selection.nodes == {"input_1", "dense_2"}
    assert selected(panel) == {"input_1", "dense_2"}
