"""Everything without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from engine.graph import Edge
from engine.layers import Add
from gui.canvas import NetworkView
from gui.canvas.chooser import Chooser
from gui.canvas.operations import add_layer
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
    assert [choice.value for choice in chooser(view)._choices] == [Edge("dense_1", "dropout_1", 0)]
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
    assert kinds[:2] == ["Input", "Dense"]


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
    assert document.selection.single_node == document.graph.order()[0]
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
    assert view.hint.isVisible()
    document.undo_stack.undo()
    assert document.graph == before
    assert not view.hint.isVisible()
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


def test_tab_leaves_the_canvas(project, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    view, field = NetworkView(Document(project)), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(view)
    layout.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    view.setFocus()
    QTest.keyClick(view, K.Key_Tab)
    assert field.hasFocus()
