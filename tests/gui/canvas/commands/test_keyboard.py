"""Everything without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from engine.graph import Edge
from engine.layers import Add
from gui.canvas import NetworkView
from gui.canvas.commands.choosing import Joining
from gui.canvas.commands.operations import add_layer
from gui.canvas.overlays.chooser import Chooser
from gui.document import Document
from tests.gui.canvas.hands import key

CONTROL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


def chooser(view) -> Chooser:
    return next(found for found in view.findChildren(Chooser) if found.isVisible())


def test_add_connect_and_delete_by_keys_alone(view, document, qtbot):
    before = document.graph.copy()
    key(view, K.Key_A)
    QTest.keyClicks(chooser(view).search, "drop")
    assert chooser(view).list.item(0).text() == "Dropout"
    assert chooser(view).list.count() < 5
    QTest.keyClick(chooser(view).search, K.Key_Return)
    assert document.selection.single_node == "dropout_1"
    document.select(["dense_1"])
    view.network.focus(None)
    key(view, K.Key_C)
    assert [choice.value for choice in chooser(view)._choices] == [Joining(Edge("dense_1", "dropout_1", 0))]
    QTest.keyClick(chooser(view).search, K.Key_Return)
    assert Edge("dense_1", "dropout_1", 0) in document.graph.edges()
    document.select(["dropout_1"])
    key(view, K.Key_Delete)
    assert document.graph == before
    assert [document.undo_stack.text(k) for k in range(3)] == [
        "Add Dropout", "Connect dense_1 to dropout_1", "Delete dropout_1",
    ]  # fmt: skip
    for _ in range(3):
        document.undo_stack.undo()
    assert document.graph == before


def test_arrows_choose_in_the_list_and_escape_chooses_nothing(view, document):
    merge = add_layer(document, Add(), (200.0, 200.0))
    document.select([merge])
    key(view, K.Key_A)
    kinds = [chooser(view).list.item(row).text() for row in range(chooser(view).list.count())]
    QTest.keyClick(chooser(view).search, K.Key_Down)
    assert chooser(view).list.currentRow() == 1
    QTest.keyClick(chooser(view).search, K.Key_Up)
    QTest.keyClick(chooser(view).search, K.Key_Up)
    assert chooser(view).list.currentRow() == 0
    QTest.keyClick(chooser(view).search, K.Key_End)
    count = len(document.graph)
    QTest.keyClick(chooser(view).search, K.Key_Escape)
    assert len(document.graph) == count
    assert kinds[:2] == ["Dense", "Flatten"]
    assert kinds[-1] == "Input"


def test_where_nothing_can_follow_the_reason_is_told(view, document):
    document.select(["dense_1"])
    key(view, K.Key_C)
    assert view.note.isVisible()
    assert "dense_1" in view.note.text


def test_arrows_walk_along_wires_and_to_the_nearest(view, document):
    below = add_layer(document, Add(), (216.0, 160.0))
    document.select()
    view.network.focus(None)
    key(view, K.Key_Left)
    assert document.selection.single_node == "input_1", "not the single layer whose name comes first"
    document.select(["input_1"])
    view.network.focus(None)
    walked = []
    for code in (K.Key_Right, K.Key_Right, K.Key_Left, K.Key_Down, K.Key_Up):
        key(view, code)
        walked.append(document.selection.single_node)
    assert walked == ["dense_1", "dense_2", "dense_1", below, "dense_1"]
    assert view.network.nodes["dense_1"].state.focused
    key(view, K.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert document.selection.nodes == {"dense_1", "dense_2"}


def test_nudging_is_one_merged_step(view, document):
    before = document.graph.copy()
    document.select(["dense_1", "dense_2"])
    for _ in range(5):
        key(view, K.Key_Down, CONTROL)
    key(view, K.Key_Right, CONTROL)
    assert document.graph["dense_1"].position == (208.0, 40.0)
    assert document.graph["dense_2"].position == (408.0, 40.0)
    assert view.network.nodes["dense_2"].pos().toTuple() == (408.0, 40.0)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_nudging_nothing_is_no_step(view, document):
    key(view, K.Key_Down, CONTROL)
    assert document.undo_stack.count() == 0


def test_select_all_delete_undo_redo(view, document):
    before = document.graph.copy()
    key(view, K.Key_A, CONTROL)
    assert len(document.selection.nodes) == 4
    assert len(document.selection.edges) == 3
    key(view, K.Key_Backspace)
    assert not len(document.graph)
    assert view.hint.line.isVisible()
    document.undo_stack.undo()
    assert document.graph == before
    assert not view.hint.line.isVisible()
    document.undo_stack.redo()
    assert not view.network.nodes
    assert len(view.network.wires.geometry()) == 0


def test_enter_asks_to_edit_and_escape_lets_go(view, document, qtbot):
    document.select(["dense_2"])
    with qtbot.waitSignal(view.edit_requested) as asked:
        key(view, K.Key_Return)
    assert asked.args == ["dense_2"]
    key(view, K.Key_Escape)
    assert not document.selection


def test_a_key_that_means_nothing_here_goes_on_to_the_window(view):
    for code in (K.Key_Space, K.Key_Q):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier)
        view.keyPressEvent(event)
        assert not event.isAccepted()


def beside_a_field(project, qtbot):
    """The canvas in a window, with a field before it and one behind."""
    window = QWidget()
    qtbot.addWidget(window)
    before, view, behind = QLineEdit(), NetworkView(Document(project)), QLineEdit()
    layout = QVBoxLayout(window)
    for widget in (before, view, behind):
        layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return before, view, behind


def test_escape_and_tab_leave_the_canvas_and_shift_tab_does_always(project, qtbot):
    before, view, behind = beside_a_field(project, qtbot)
    view.setFocus()
    QTest.keyClick(view, K.Key_Escape)
    QTest.keyClick(view, K.Key_Tab)
    assert behind.hasFocus()
    view.setFocus()
    QTest.keyClick(view, K.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert before.hasFocus()


def test_a_second_tab_leaves_the_list_and_the_canvas(project, qtbot):
    _, view, behind = beside_a_field(project, qtbot)
    view.setFocus()
    QTest.keyClick(view, K.Key_Tab)
    search = chooser(view).search
    QTest.keyClick(search, K.Key_Tab)
    assert behind.hasFocus()
    assert not [found for found in view.findChildren(Chooser) if found.isVisible()]


def test_who_comes_by_tab_goes_on_by_tab_until_another_key(project, qtbot):
    before, view, behind = beside_a_field(project, qtbot)
    before.setFocus()
    QTest.keyClick(before, K.Key_Tab)
    assert view.hasFocus()
    QTest.keyClick(view, K.Key_Tab)
    assert behind.hasFocus()
    QTest.keyClick(behind, K.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, K.Key_Right)
    QTest.keyClick(view, K.Key_Tab)
    assert chooser(view).search.hasFocus()
    QTest.keyClick(chooser(view).search, K.Key_Escape)
    QTest.keyClick(view, K.Key_Tab)
    assert behind.hasFocus()


def test_e_goes_through_the_wires_of_a_layer_and_delete_takes_the_chosen_one(view, document):
    document.select(["dense_1"])
    seen = []
    for _ in range(3):
        key(view, K.Key_E)
        seen.append(document.selection.single_edge)
        assert view.note.text == f"{seen[-1].source} → {seen[-1].target}"
    assert seen == [Edge("input_1", "dense_1"), Edge("dense_1", "dense_2"), Edge("input_1", "dense_1")]
    key(view, K.Key_Delete)
    assert Edge("input_1", "dense_1") not in document.graph.edges()
    assert len(document.graph) == 4
    assert document.undo_stack.count() == 1


def test_where_there_are_no_wires_e_says_so(view, document):
    document.select([add_layer(document, Add(), (200.0, 200.0))])
    key(view, K.Key_E)
    assert view.note.text == "add_1 has no wires."


def test_control_delete_closes_the_gap_in_one_step(view, document):
    before = document.graph.copy()
    document.select(["dense_1", "dense_2"])
    key(view, K.Key_Delete, CONTROL)
    assert document.graph.edges() == (Edge("input_1", "output_1"),)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before
