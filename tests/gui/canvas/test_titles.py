"""What people call a layer is what they read of it everywhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import groups
from engine.edits import delete
from engine.graph import Edge
from gui import theme
from gui.canvas.cards.card import TEXT_LEFT
from gui.canvas.commands import grouping
from gui.panels.inspector import InspectorPanel
from gui.panels.problems import ProblemsPanel
from tests.gui.canvas.hands import click, key, pixel_of


def entry(menu, *texts):
    """The action under these texts, one menu in the other."""
    action = next(action for action in menu.actions() if action.text() == texts[0])
    return action if len(texts) == 1 else entry(action.menu(), *texts[1:])


def test_a_layer_is_renamed_in_place_as_one_step(view, document):
    click(view, pixel_of(view, "dense_1"))
    grouping.rename_selection(view)
    assert view.editor.placeholderText() == "Dense"
    QTest.keyClicks(view.editor, "  Tersembunyi ")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert document.graph["dense_1"].title == "Tersembunyi"
    assert document.undo_stack.count() == 1
    assert "Tersembunyi · dense_1</b><br>Dense · 4 units · tanh" in view.network.nodes["dense_1"].toolTip()
    grouping.rename_selection(view)
    view.editor.clear()
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert document.graph["dense_1"].title == ""


def test_escape_renames_nothing(view, document):
    click(view, pixel_of(view, "dense_1"))
    grouping.rename_selection(view)
    QTest.keyClicks(view.editor, "Other")
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert view.editor is None
    assert document.undo_stack.count() == 0
    assert view.hasFocus()


def test_a_group_keeps_its_title_rather_than_having_none(view, document):
    group_id, changes = groups.group(document.graph, ["dense_1"], "Block")
    document.push("Group", changes)
    document.select(annotations=[group_id])
    grouping.rename_selection(view)
    view.editor.clear()
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert document.graph.annotations[group_id].title == "Block"


def test_panels_say_the_title(view, document, qtbot):
    problems, inspector = ProblemsPanel(document), InspectorPanel(document)
    for panel in (problems, inspector):
        qtbot.addWidget(panel)

    def told() -> str:
        return next(row.name.text() for row in problems.rows if row.problem.node == "dense_1")

    document.push("Cut", delete(document.graph, edges=[Edge("input_1", "dense_1", 0)]))
    document.select(["dense_1"])
    assert told() == "dense_1"
    document.push("Rename", [groups.changed(document.graph, "dense_1", title="Hidden {x}")])
    assert told() == "Hidden {x}"
    assert inspector.layer_page.title.text() == "Hidden {x} · dense_1"
    assert inspector.layer_page.problem_rows[0].accessibleName().startswith("Hidden {x}: Its input")
    document.undo_stack.undo()
    assert inspector.layer_page.title.text() == "Dense · dense_1"


def test_a_colour_is_seen_on_the_card_beside_its_familys(view, document, qapp):
    click(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    card = view.network.nodes["dense_1"].place()
    place = view.mapFromScene(card.left() + TEXT_LEFT + 10, card.top()) + QPoint(0, 3)
    for worn in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, worn)
        QApplication.processEvents()
        image = view.viewport().grab().toImage()
        assert image.pixelColor(place) == QColor(worn.tags["blue"])


def test_the_menu_offers_colours_groups_and_frames(view, document):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pixel_of(view, "dense_1"), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    menu = view._popup
    entry(menu, "Colour", "Amber").trigger()
    assert document.graph["dense_1"].tag == "amber"
    entry(menu, "Colour", "No colour").trigger()
    assert document.graph["dense_1"].tag == ""
    entry(menu, "Group layers").trigger()
    view.close_editor()
    assert document.graph["dense_1"].group == "group_1"
    menu.close()
    place = view.mapFromScene(view.network.surroundings.items["group_1"].pos())
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint()))
    entry(view._popup, "Ungroup").trigger()
    assert not document.graph.annotations


def test_what_is_wrong_elsewhere_goes_by_the_new_title_at_once(view, document):
    document.push("", [document.graph.changed("dense_2", document.graph["dense_2"].layer.replace(activation="tanh"))])
    assert "dense_2 has Tanh" in view.network.nodes["output_1"].toolTip()
    document.push("", [groups.changed(document.graph, "dense_2", title="Answer")])
    assert "Answer has Tanh" in view.network.nodes["output_1"].toolTip()
    document.undo_stack.undo()
    assert "dense_2 has Tanh" in view.network.nodes["output_1"].toolTip()
