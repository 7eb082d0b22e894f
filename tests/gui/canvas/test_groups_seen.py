"""Groups beside what shows the drawing in other ways: opened layers, search, map, outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from engine import groups
from engine.annotations import AddAnnotation, Note
from tests.gui.canvas.hands import key

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
GROUP = "group_1"


def group(document, collapsed=True):
    """Both dense layers in one group."""
    _, changes = groups.group(document.graph, {"dense_1", "dense_2"}, "Hidden layers")
    document.push("", changes)
    if not collapsed:
        document.push("", groups.collapse(document.graph, GROUP, False))


def test_an_opened_layer_goes_with_its_card_and_comes_back(view, document):
    group(document, collapsed=False)
    document.select(["input_1", "dense_1", "dense_2"])
    key(view, Qt.Key.Key_O)
    assert set(view.network.look.pictures) == {"input_1", "dense_1", "dense_2"}
    assert view.network.look.lined
    document.push("", groups.collapse(document.graph, GROUP, True))
    assert set(view.network.look.pictures) == {"input_1"}
    assert not view.network.look.lined
    document.enter(GROUP)
    assert set(view.network.look.pictures) == {"dense_1", "dense_2"}
    document.leave()
    document.undo_stack.undo()
    assert set(view.network.look.pictures) == {"input_1", "dense_1", "dense_2"}


def test_the_outline_of_a_group_makes_room_for_an_opened_layer(view, document):
    group(document, collapsed=False)
    outline = view.network.surroundings.items[GROUP]
    document.select(["dense_1"])
    key(view, Qt.Key.Key_O)
    assert outline.place().contains(view.network.nodes["dense_1"].place())
    assert view.content_rect().contains(outline.place())


def test_search_marks_the_group_of_a_hit_and_goes_into_it(view, document):
    group(document)
    view.activateWindow()
    card = view.network.surroundings.items[GROUP]
    view.search.open()
    QTest.keyClicks(view.search.field, "input")
    assert card.state.faded
    assert not card.state.found
    view.network.mark(frozenset({"dense_2"}))
    assert card.state.found
    assert not card.state.faded
    view.search.field.selectAll()
    QTest.keyClicks(view.search.field, "sigmoid")
    assert document.scope == GROUP
    assert document.selection.single_node == "dense_2"
    assert not view.breadcrumbs.geometry().intersects(view.search.geometry())
    QTest.keyClick(view.search.field, ESCAPE)
    assert document.selection.single_node == "dense_2"


def test_the_map_shows_what_is_on_the_canvas(view, document):
    shown = view.network.cards
    group(document)
    assert set(shown()) == {view.network.nodes[node] for node in ("input_1", "output_1")} | {
        view.network.surroundings.items[GROUP]
    }
    document.enter(GROUP)
    assert set(shown()) == {view.network.nodes[node] for node in ("dense_1", "dense_2")}


def test_arranging_keeps_opened_layers_of_a_group_apart(view, document):
    group(document, collapsed=False)
    document.select_all()
    key(view, Qt.Key.Key_O)
    view.arrange()
    first, second = (view.network.nodes[node].place() for node in ("dense_1", "dense_2"))
    assert not first.intersects(second)


def in_outline(window, key_pressed, part):
    """Press a key on a row of the outline."""
    outline = window.outline
    window._show_dock("outline", outline.focus_tree)
    outline._refresh.now()
    outline.tree.setCurrentIndex(outline.model.index_of(part))
    QTest.keyClick(outline.tree, key_pressed)
    QApplication.processEvents()


def test_enter_in_the_outline_goes_into_a_group_and_writes_on_a_note(window):
    document, canvas = window.document, window.canvas
    group(document)
    document.push("", [AddAnnotation(Note("note_1", "Remember", (0.0, 300.0), (200.0, 120.0)))])
    in_outline(window, ENTER, "note_1")
    assert canvas.editor is not None
    canvas.close_editor()
    in_outline(window, ENTER, GROUP)
    assert document.scope == GROUP


def test_a_layer_in_a_collapsed_group_is_renamed_from_the_outline(window):
    document, canvas = window.document, window.canvas
    group(document)
    in_outline(window, Qt.Key.Key_F2, "dense_1")
    assert document.scope == GROUP
    QTest.keyClicks(canvas.editor, "Encoder")
    QTest.keyClick(canvas.editor, ENTER)
    assert document.graph["dense_1"].title == "Encoder"


def test_the_outline_offers_for_a_group_what_the_canvas_does(window):
    group(window.document)
    outline = window.outline
    window._show_dock("outline", outline.focus_tree)
    outline._refresh.now()
    index = outline.model.index_of(GROUP)
    outline.open_menu(index, outline.tree.viewport().mapToGlobal(outline.tree.visualRect(index).center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Expand group" in [action.text() for action in menu.actions()]
    menu.close()
    assert window.document.selection.annotations == {GROUP}
