"""Presentation mode and the docks around the canvas, in the whole window and by its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar

from engine.graph import Edge
from gui import theme
from gui.snapshot import State
from tests.gui.canvas import hands
from tests.gui.rest import rest

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def presenting(window):
    window.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F5)
    return window


def chrome(window):
    return [*window._docks.values(), window.menuBar(), window.statusBar(), window.findChild(QToolBar, "top_toolbar")]


def shape_of(window):
    docks = {name: (dock.isVisible(), dock.geometry()) for name, dock in window._docks.items() if dock.isVisible()}
    canvas = window.canvas
    bars = [widget.isVisible() for widget in chrome(window)[-3:]]
    return docks, bars, window.size(), canvas.viewpoint, theme.current(), canvas.legend.sizeHint()


def test_nothing_but_the_canvas_is_left_and_a_ring_that_can_be_switched_off(presenting):
    assert not any(widget.isVisible() for widget in chrome(presenting))
    assert presenting.canvas.size() == presenting.centralWidget().size() == presenting.size()
    assert presenting.windowState() & Qt.WindowState.WindowFullScreen
    assert theme.current() is theme.CONTRASTED["light"]
    assert presenting.canvas.scale_factor >= 1.0
    assert presenting.canvas.ring.on
    assert presenting.actions_by_id["pointer_ring"].isChecked()
    QTest.keyClick(presenting.canvas, Qt.Key.Key_P, CTRL | SHIFT)
    assert not presenting.canvas.ring.on


def test_afterwards_all_is_as_it_was(window):
    window._docks["outline"].raise_()
    window._docks["plot_weights"].close()
    window.canvas.zoom_out()
    rest()
    before = shape_of(window)
    window.canvas.setFocus()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11):
        QTest.keyClick(window.canvas, Qt.Key.Key_F5)
        rest()
        QTest.keyClick(window.canvas, key)
        rest()
        assert shape_of(window) == before
        assert not window.canvas.ring.on
        assert not window.presentation.on
        assert window.settings.theme == ""


def test_the_space_bar_trains_while_presenting(presenting, qtbot):
    QTest.keyClick(presenting.canvas, Qt.Key.Key_Space)
    assert presenting.session.state is State.RUNNING
    qtbot.waitUntil(lambda: presenting.session.history.epochs > 2)
    legends = presenting.canvas.legend, presenting.canvas.value_legend
    usual = [legend.sizeHint().height() for legend in legends]
    QTest.keyClick(presenting.canvas, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: presenting.session.state is State.PAUSED)
    QTest.keyClick(presenting.canvas, Qt.Key.Key_Escape)
    assert all(legend.height() < before for legend, before in zip(legends, usual, strict=True))


def test_escape_in_the_search_ends_the_search_first(presenting):
    QTest.keyClick(presenting.canvas, Qt.Key.Key_F, CTRL)
    field = presenting.canvas.search.field
    assert QApplication.focusWidget() is field
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert presenting.presentation.on
    QTest.keyClick(presenting.canvas, Qt.Key.Key_Escape)
    assert not presenting.presentation.on


def test_escape_ends_a_walk_inside_and_a_wire_before_the_presentation(presenting):
    canvas = presenting.canvas
    assert canvas.note.text == "Escape ends the presentation, Ctrl+Shift+P hides the ring around the pointer."
    presenting.document.select(["dense_1"])
    QTest.keyClick(canvas, Qt.Key.Key_I)
    assert canvas.footing is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.footing is None
    assert presenting.presentation.on
    start = hands.port_pixel(canvas, "dense_1")
    hands.press(canvas, start)
    hands.lead(canvas, start + QPoint(40, 60))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.is_busy
    assert presenting.presentation.on
    hands.release(canvas, start + QPoint(40, 60))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not presenting.presentation.on


def test_closing_while_presenting_keeps_the_layout(window):
    window.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F5)
    window.document.undo_stack.setClean()
    window.close()
    assert not window._docks["palette"].isHidden()


def test_the_docks_are_a_key_away(window):
    for key, name, part in (
        (Qt.Key.Key_O, "outline", window.outline.tree),
        (Qt.Key.Key_H, "history", window.history),
        (Qt.Key.Key_Y, "summary", window.summary.table),
    ):
        QTest.keyClick(window, key, CTRL | SHIFT)
        rest()
        assert window._docks[name].isVisible(), name
        assert part.isVisible()
    summary = window._docks["summary"]
    assert summary.isFloating()
    assert summary.titleBarWidget().hide_dock.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL | SHIFT)
    assert not summary.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL | SHIFT)
    rest()
    QTest.keyClick(window.summary.table, Qt.Key.Key_Escape)
    assert not summary.isVisible()


def test_the_outline_connects_adds_and_edits_as_the_canvas_does(window, qtbot):
    document, tree = window.document, window.outline.tree
    QTest.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    document.select(["dense_1"])
    rest()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert window.inspector.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(tree, Qt.Key.Key_A)
    chooser = QApplication.activePopupWidget()
    QTest.keyClicks(chooser.search, "dropout")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert Edge("dense_1", "dropout_1") in document.graph.edges()
    assert document.undo_stack.count() == 1
    rest()
    QTest.keyClick(tree, Qt.Key.Key_A)
    chooser = QApplication.activePopupWidget()
    QTest.keyClicks(chooser.search, "concat")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    document.select(["dense_1"])
    rest()
    QTest.keyClick(tree, Qt.Key.Key_C)
    chooser = QApplication.activePopupWidget()
    assert "Connect dense_1 to" in chooser.accessibleName()
    QTest.keyClicks(chooser.search, "concat")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert Edge("dense_1", "concatenate_1", 1) in document.graph.edges()


def test_the_map_is_remembered(window):
    QTest.keyClick(window, Qt.Key.Key_M, CTRL | SHIFT)
    assert not window.settings.minimap
    assert not window.canvas.minimap.wanted
    QTest.keyClick(window, Qt.Key.Key_M, CTRL | SHIFT)
    assert window.settings.minimap


def test_what_is_selected_fills_the_view(window):
    for keys in ((Qt.Key.Key_8, CTRL), (Qt.Key.Key_F, SHIFT)):
        window.document.select(["dense_1", "dense_2"])
        window.canvas.fit()
        before = window.canvas.scale_factor
        QTest.keyClick(window.canvas, *keys)
        seen = window.canvas.visible_rect()
        wanted = window.canvas.network.rect_around(["dense_1", "dense_2"])
        assert seen.contains(wanted)
        assert (seen.center() - wanted.center()).manhattanLength() < 3
        assert window.canvas.scale_factor >= before
        window.document.select()
        hands.key(window.canvas, *keys)
        assert window.canvas.visible_rect().contains(window.canvas.content_rect())
