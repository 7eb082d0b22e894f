"""The list of steps: a click and the arrow keys go back and forth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from engine.errors import Message
from engine.graph import AddNode, Node
from engine.layers import Flatten
from gui import i18n, theme
from gui.document import Document
from gui.panels.history import HistoryPanel
from tests.gui.projects import moons


@pytest.fixture
def document():
    return Document(moons())


@pytest.fixture
def panel(qtbot, document):
    panel = HistoryPanel(document)
    panel.resize(220, 300)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    for name in ("first", "second", "third"):
        document.push(f"Add {name}", [AddNode(Node(name, Flatten()))])
    panel.setFocus()
    return panel


def texts(panel):
    model = panel.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_lists_every_step_by_its_name(panel):
    assert texts(panel) == ["As it was opened", "Add first", "Add second", "Add third"]
    assert panel.accessibleName() == "Steps that can be undone"
    assert panel.currentIndex().row() == 3


def test_steps_are_told_in_the_language_of_the_window(panel, document, qapp):
    document.push(Message("Learning rate"), [AddNode(Node("fourth", Flatten()))])
    document.undo_stack.undo()
    i18n.install(qapp, "id")
    document.retranslate()
    told = texts(panel)
    i18n.install(qapp, "en")
    document.retranslate()
    assert told[1:] == ["Add first", "Add second", "Add third", "Laju pembelajaran"]
    assert texts(panel)[-1] == "Learning rate"
    assert document.undo_stack.redoText() == "Learning rate"


def test_a_click_goes_back_and_another_forward(panel, document):
    def click(row):
        place = panel.visualRect(panel.model().index(row, 0)).center()
        QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1)
    assert {"first", "second", "third"} & {node.id for node in document.graph} == {"first"}
    click(0)
    assert document.graph == moons().graph
    click(3)
    assert "third" in document.graph


def test_arrow_keys_go_step_by_step(panel, document):
    QTest.keyClick(panel, Qt.Key.Key_Up)
    assert document.undo_stack.index() == 2
    assert "third" not in document.graph
    QTest.keyClick(panel, Qt.Key.Key_Down)
    assert "third" in document.graph


def test_the_current_step_is_bold_and_those_undone_stand_back(panel, document):
    document.undo_stack.undo()

    def look(row):
        option = QStyleOptionViewItem()
        panel.itemDelegate().initStyleOption(option, panel.model().index(row, 0))
        return option.font.bold(), option.palette.color(QPalette.ColorRole.Text) == QColor(theme.current().muted)

    assert [look(row)[0] for row in range(4)] == [False, False, True, False]
    assert [look(row)[1] for row in range(4)][2:] == [False, True]
