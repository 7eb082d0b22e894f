"""The summary: its numbers follow the drawing, rows are layers, and it can be copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.graph import SetNode
from engine.layers import Dense
from gui.document import Document
from gui.panels.summary import SummaryPanel
from tests.gui.projects import moons, twins


@pytest.fixture
def document():
    return Document(moons())


@pytest.fixture
def panel(qtbot, document):
    panel = SummaryPanel(document)
    panel.resize(760, 300)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def row(panel, number):
    return [panel.model.index(number, column).data() for column in range(panel.model.columnCount())]


def test_a_row_for_each_layer_and_the_sums_in_words(panel):
    assert row(panel, 1) == ["dense_1", "Dense", "4", "12", "12", "8", "16 B", "48 B"]
    assert panel.sums.text() == (
        "17 parameters: 17 trainable, 0 frozen. 12 multiply-adds a sample. "
        "Memory: 68 B of weights, 32 B of activations a sample."
    )
    assert panel.table.accessibleName() == "Summary of the network"
    assert panel.model.index(1, 5).data(Qt.ItemDataRole.AccessibleTextRole) == "Multiply-adds: 8"


def test_it_follows_edits_and_their_undoing(panel, document):
    document.push("", [document.graph.changed("dense_1", Dense(units=1000, trainable=False))])
    QApplication.processEvents()
    assert row(panel, 1)[3:6] == ["3\N{NARROW NO-BREAK SPACE}000", "0", "2\N{NARROW NO-BREAK SPACE}000"]
    assert "3\N{NARROW NO-BREAK SPACE}000 frozen" in panel.sums.text()
    document.push("", [SetNode(document.graph["dense_2"], replace(document.graph["dense_2"], title="Answer"))])
    QApplication.processEvents()
    assert row(panel, 2)[0] == "Answer (dense_2)"
    document.undo_stack.undo()
    document.undo_stack.undo()
    QApplication.processEvents()
    assert row(panel, 1)[3] == "12"


def test_shared_weights_name_their_owner(qtbot):
    panel = SummaryPanel(Document(twins(shared=True)))
    qtbot.addWidget(panel)
    panel.show()
    assert row(panel, 2)[3] == "those of dense_1"


def test_a_click_selects_the_layer_and_asks_to_see_it(panel, document, qtbot):
    place = panel.table.visualRect(panel.model.index(2, 3)).center()
    with qtbot.waitSignal(panel.reveal_requested) as revealed:
        QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert revealed.args == ["dense_2"]
    assert document.selection.single_node == "dense_2"
    QTest.keyClick(panel.table, Qt.Key.Key_Up)
    assert document.selection.single_node == "dense_1"
    document.select(["input_1", "output_1"])
    QApplication.processEvents()
    assert {index.row() for index in panel.table.selectionModel().selectedRows()} == {0, 3}


def test_copy_as_aligned_text(panel):
    QTest.mouseClick(panel.as_text, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split()[:2] == ["Layer", "Kind"]
    assert lines[2] == "dense_1   Dense   4                     12         12              8         16 B     48 B"
    assert lines[-1].split() == ["Total", "17", "17", "12", "32", "B", "68", "B"]
    assert len({line.rindex("B") for line in lines[1:]}) == 1
    QGuiApplication.clipboard().clear()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == lines


def test_copy_as_csv_in_plain_figures(panel, document):
    document.push("", [document.graph.changed("dense_1", Dense(units=1000))])
    QTest.mouseClick(panel.as_csv, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Layer,Kind,Output shape,Parameters,Trainable,Multiply-adds,Activations,Weights"
    assert lines[2] == "dense_1,Dense,1000,3000,3000,2000,4000,12000"
