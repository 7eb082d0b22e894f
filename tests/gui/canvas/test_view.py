"""What the canvas tells: problems, hints, menus, theme and language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from engine.graph import Edge, RemoveEdge, SetNode
from engine.layers import Add, Dense, Dropout, Layer, Reshape
from engine.problems import Severity
from gui import theme
from gui.canvas.commands import choosing
from gui.canvas.commands.operations import add_layer, insert_layer
from gui.canvas.overlays.chooser import Chooser
from tests.gui.canvas.hands import pixel_of, wire_pixel
from tests.gui.projects import twins

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
    document.push("", [document.graph.changed("dense_2", Reshape(target_shape=(5,)))])
    item = view.network.nodes["dense_2"]
    assert item.state.severity is Severity.ERROR
    assert "Reshape to 5 needs 5 numbers" in item.toolTip()
    color = top_edge(view, "dense_2")
    assert color.red() > 150 > color.green()


def top_edge(view, node):
    """The colour of a card's outline."""
    return (
        view.viewport().grab().toImage().pixelColor(view.mapFromScene(view.network.nodes[node].pos()) - QPoint(0, 36))
    )


def test_an_unfinished_card_keeps_its_calm_outline(view, document):
    calm = top_edge(view, "dense_2")
    document.push("Disconnect", [RemoveEdge(WIRE)])
    item = view.network.nodes["dense_2"]
    assert item.state.severity is Severity.UNFINISHED
    assert "Its input is not connected yet." in item.toolTip()
    assert top_edge(view, "dense_2") == calm
    corner = view.mapFromScene(item.pos() + item.card.rect.topRight()) + QPoint(-4, 4)
    assert view.viewport().grab().toImage().pixelColor(corner) == view.network.look.inks.muted
    document.undo_stack.undo()
    assert item.state.severity is None


def test_menu_of_a_card(view, document):
    loose = add_layer(document, Add(), (200.0, 200.0))
    document.push("", [SetNode(document.graph[loose], replace(document.graph[loose], title="Sum & more"))])
    menu = menu_at(view, pixel_of(view, "dense_1"))
    assert document.selection.single_node == "dense_1"
    keys = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert (keys["Group layers"], keys["Rename"], keys["Delete"]) == ("Ctrl+G", "F2", "Del")
    choose(menu, "Connect to", choosing.node_text(document.graph, loose).replace("&", "&&"))
    assert Edge("dense_1", loose, 0) in document.graph.edges()
    menu.close()
    choose(menu_at(view, pixel_of(view, loose)), "Delete")
    assert loose not in document.graph


def test_menu_of_a_card_replaces_and_closes_the_gap(view, document):
    choose(menu_at(view, pixel_of(view, "dense_1")), "Replace with…")
    chooser = next(found for found in view.findChildren(Chooser) if found.isVisible())
    QTest.keyClicks(chooser.search, "dropout")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert document.graph["dropout_1"].layer == Dropout()
    choose(menu_at(view, pixel_of(view, "dropout_1")), "Delete and close the gap")
    assert Edge("input_1", "dense_2", 0) in document.graph.edges()
    assert document.undo_stack.count() == 2


def test_the_menu_key_opens_the_menu_of_the_selected_wire(view, document):
    document.select((), [WIRE])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(view.viewport(), event)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    assert "Reconnect…" in [action.text() for action in menu.actions()]


def test_menu_of_a_wire_reconnects(view, document):
    loose = add_layer(document, Dense(), (200.0, 200.0))
    choose(menu_at(view, wire_pixel(view, WIRE)), "Reconnect…")
    chooser = next(found for found in view.findChildren(Chooser) if found.isVisible())
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert Edge("dense_1", loose, 0) in document.graph.edges()


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
    wanted = view.mapToScene(QPoint(60, 500))
    choose(menu, "Add", "Core", "Dense")
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


def test_the_theme_reaches_cards_and_canvas(view, qapp):
    for worn in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, worn)
        QApplication.processEvents()
        image = view.viewport().grab().toImage()
        assert image.pixelColor(pixel_of(view, "dense_1") + QPoint(0, 28)) == QColor(worn.node)
        assert image.pixelColor(QPoint(3, 3)) in (QColor(worn.canvas), QColor(worn.grid))


def test_the_language_reaches_cards(view, monkeypatch):
    for place in ("gui.canvas.cards.card_text.words", "gui.names.words"):
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


def test_the_menu_of_a_card_shares_weights_and_parts_them(view, document):
    document.replace(twins())
    menu = menu_at(view, pixel_of(view, "dense_3"))
    assert "Share weights with" not in [action.text() for action in menu.actions()]
    menu.close()
    menu = menu_at(view, pixel_of(view, "dense_2"))
    assert "Use own weights" not in [action.text() for action in menu.actions()]
    choose(menu, "Share weights with", "Dense · dense_1")
    assert document.graph["dense_2"].shares == "dense_1"
    menu.close()
    choose(menu_at(view, pixel_of(view, "dense_2")), "Use own weights")
    assert document.graph["dense_2"].shares is None
    assert document.undo_stack.count() == 2


def test_the_menu_key_shares_weights(view, document):
    document.replace(twins())
    document.select(["dense_2"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(view.viewport(), event)
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    for code in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Right):  # edit, open, connect, share
        QTest.keyClick(menu, code)
    (sharing,) = [action.menu() for action in menu.actions() if action.text() == "Share weights with"]
    QTest.keyClick(sharing, Qt.Key.Key_Return)
    assert document.graph["dense_2"].shares == "dense_1"


def test_a_card_tells_whose_weights_it_uses(view, document):
    document.replace(twins())
    card, before = view.network.nodes["dense_2"], view.viewport().grab().toImage()
    assert "Uses the weights of" not in card.toolTip()
    document.push("Share", [document.graph.shared("dense_2", "dense_1")])
    assert "Uses the weights of dense_1" in card.toolTip()
    assert view.viewport().grab().toImage() != before
    document.undo_stack.undo()
    assert view.viewport().grab().toImage() == before
