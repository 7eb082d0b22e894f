"""What the canvas tells: problems, hints, menus, theme and language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from engine.graph import Edge, RemoveEdge
from engine.inference import Severity
from engine.layers import Add, Dense, Layer
from gui import theme
from gui.canvas.operations import add_layer, insert_layer
from tests.gui.canvas.hands import pixel_of, wire_pixel

WIRE = Edge("dense_1", "dense_2", 0)


def menu_at(view, pixel: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pixel, view.viewport().mapToGlobal(pixel))
    QApplication.sendEvent(view.viewport(), event)
    return next(menu for menu in view.findChildren(QMenu) if menu.isVisible())


def choose(menu: QMenu, *path: str) -> None:
    """Trigger the entry at the end of a path of texts."""
    action = next(action for action in menu.actions() if action.text() == path[0])
    if len(path) > 1:
        choose(action.menu(), *path[1:])
    else:
        action.trigger()


def test_a_problem_marks_its_card_and_says_why(view, document):
    assert view.network.nodes["dense_2"].state.severity is None
    document.push("Disconnect", [RemoveEdge(WIRE)])
    item = view.network.nodes["dense_2"]
    assert item.state.severity is Severity.ERROR
    assert "dense_2 has no input" in item.toolTip()
    color = view.viewport().grab().toImage().pixelColor(view.mapFromScene(item.pos()) - QPoint(0, 36))
    assert color.red() > 150 > color.green()
    document.undo_stack.undo()
    assert item.state.severity is None


def test_menu_of_a_card(view, document):
    loose = add_layer(document, Add(), (200.0, 200.0))
    menu = menu_at(view, pixel_of(view, "dense_1"))
    assert document.selection.single_node == "dense_1"
    choose(menu, "Connect to", f"Add · {loose}")
    assert Edge("dense_1", loose, 0) in document.graph.edges()
    menu.close()
    choose(menu_at(view, pixel_of(view, loose)), "Delete")
    assert loose not in document.graph


def test_menu_of_a_wire(view, document):
    menu = menu_at(view, wire_pixel(view, WIRE))
    assert document.selection.edges == {WIRE}
    inserting = next(action.menu() for action in menu.actions() if action.text() == "Insert")
    assert "Output" not in [action.text() for action in inserting.actions()]
    choose(menu, "Insert", "Core", "Flatten")
    assert Edge("dense_1", "flatten_1", 0) in document.graph.edges()
    assert document.undo_stack.count() == 1


def test_menu_of_the_canvas_offers_every_kind(view, document):
    menu = menu_at(view, QPoint(60, 500))
    adding = next(action.menu() for action in menu.actions() if action.text() == "Add")
    offered = {entry.text() for group in adding.actions() for entry in group.menu().actions()}
    assert offered == {kind.label for kind in Layer.kinds().values()}
    choose(menu, "Add", "Core", "Dense")
    wanted = view.mapToScene(QPoint(60, 500))
    x, y = document.graph["dense_3"].position
    assert abs(x - wanted.x()) <= 4
    assert abs(y - wanted.y()) <= 4


def test_a_layer_added_from_outside_follows_the_selected_one(view, document):
    document.select(["dense_2"])
    view.add_layer("Dropout")
    assert document.graph["dropout_1"].position[0] == 600.0
    assert document.selection.single_node == "dropout_1"
    view.delete_selection()
    assert "dropout_1" not in document.graph


def test_room_is_made_for_what_follows_only(view, document):
    aside = add_layer(document, Dense(), (400.0, 200.0))
    insert_layer(document, WIRE, Dense())
    assert document.graph["output_1"].position == (800.0, 0.0)
    assert document.graph[aside].position == (400.0, 200.0)


def test_the_theme_reaches_cards_and_canvas(view, dressed):
    for worn in (theme.DARK, theme.LIGHT):
        theme.apply(dressed, worn)
        QApplication.processEvents()
        image = view.viewport().grab().toImage()
        assert image.pixelColor(pixel_of(view, "dense_1") + QPoint(0, 28)) == QColor(worn.node)
        assert image.pixelColor(QPoint(3, 3)) in (QColor(worn.canvas), QColor(worn.grid))


def test_the_language_reaches_cards(view, monkeypatch):
    for place in ("gui.canvas.card_text.words", "gui.names.words"):
        monkeypatch.setattr(place, lambda text: {"Units": "Neuron", "Dense": "Padat"}.get(text, text))
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert "Padat" in view.network.nodes["dense_1"].toolTip()
    assert "4 neuron" in view.network.nodes["dense_1"].toolTip()


def test_it_has_a_name_for_those_who_do_not_see_it(view):
    assert view.objectName() == "canvas"
    assert view.accessibleName()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_painting_at_every_zoom_and_with_a_long_name(view, document):
    document.push("Change", [document.graph.changed("dense_1", Dense(units=10**9, activation="softmax"))])
    for _ in range(30):
        view.zoom_out()
    for _ in range(60):
        shown = view.viewport().grab().toImage()
        assert not shown.isNull()
        view.zoom_in()
