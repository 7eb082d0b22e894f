"""Presentation mode and the docks around the canvas, in the whole window and by its keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from engine.project import load_example
from gui import theme
from gui.snapshot import State
from gui.speeds import SPEEDS
from tests.gui.canvas import hands
from tests.gui.projects import endless, moons
from tests.gui.rest import rest

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def presenting(window):
    window.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F5)
    rest()
    return window


VIEWS = ("plot_loss", "plot_boundary")


def chrome(window):
    docks = (dock for name, dock in window._docks.items() if name not in VIEWS)
    return [*docks, window.menuBar(), window.statusBar()]


def shape_of(window):
    seen = {name: dock for name, dock in window._docks.items() if not dock.visibleRegion().isEmpty()}
    docks = {name: dock.geometry() for name, dock in seen.items()}
    canvas = window.canvas
    bars = [widget.isVisible() for widget in (*chrome(window)[-2:], window.top_bar, window.top_bar.speed)]
    words = window.timeline.reading.width(), window.top_bar.run.width(), docked_header(window)
    return docks, bars, window.geometry(), canvas.viewpoint, theme.current(), canvas.legend.sizeHint(), words


def docked_header(window):
    return window._docks["plot_loss"].widget().header.height()


def test_the_drawing_and_its_run_are_left_and_a_ring_that_can_be_switched_off(presenting):
    assert not any(widget.isVisible() for widget in chrome(presenting))
    shown = [*(presenting._docks[name] for name in VIEWS), presenting.timeline, presenting.top_bar.run]
    assert all(widget.isVisible() for widget in shown)
    assert presenting.canvas.width() == presenting.width(), "a flat drawing has its run below it"
    assert presenting.windowState() & Qt.WindowState.WindowFullScreen
    assert theme.current() is theme.CONTRASTED["light"]
    assert presenting.canvas.visible_rect().contains(presenting.canvas.content_rect())
    assert presenting.canvas.ring.on
    assert presenting.actions_by_id["pointer_ring"].isChecked()
    QTest.keyClick(presenting.canvas, Qt.Key.Key_P, CTRL | SHIFT)
    assert not presenting.canvas.ring.on


def test_data_without_a_boundary_show_the_loss_alone_and_the_speed_is_a_choice(presenting, qtbot):
    loss, boundary = (presenting._docks[name] for name in VIEWS)
    speed = presenting.top_bar.speed
    speed.setFocus()
    QTest.keyClick(speed, Qt.Key.Key_Home)
    assert presenting.document.project.steps_per_second == SPEEDS[0]
    QTest.keyClick(presenting.canvas, Qt.Key.Key_Equal, CTRL | Qt.KeyboardModifier.AltModifier)
    assert speed.value == SPEEDS[1]
    presenting.document.replace(load_example("iris"))
    qtbot.waitUntil(boundary.isHidden)
    qtbot.waitUntil(lambda: loss.width() == presenting.width())
    presenting.document.replace(endless(moons()))
    qtbot.waitUntil(boundary.isVisible)


def test_a_high_drawing_has_its_run_beside_it_with_larger_words(window):
    window.document.select()
    QTest.keyClick(window.canvas, Qt.Key.Key_T, CTRL | SHIFT)
    small = docked_header(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_F5)
    rest()
    loss, boundary = (window._docks[name] for name in VIEWS)
    assert loss.geometry().bottom() < boundary.geometry().top()
    assert loss.x() > window.canvas.width()
    assert docked_header(window) > small


def test_afterwards_all_is_as_it_was(window):
    window._docks["outline"].raise_()
    window._docks["plot_weights"].close()
    window._docks["results"].raise_()
    window.canvas.zoom_out()
    rest()
    before = shape_of(window)
    small = window.top_bar.status.font().pixelSize()
    assert small == theme.LABEL_PIXELS
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
        assert window.top_bar.status.font().pixelSize() == small


def test_a_window_as_small_as_it_can_be_is_so_again_and_where_it_was(window, qtbot):
    qtbot.waitUntil(lambda: not window._docks["plot_weights"].widget().layer.isHidden())
    window.setGeometry(40, 60, 10, 10)
    rest()
    before = window.geometry()
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F5)
        rest()
    assert window.geometry() == before, "larger words do not leave it larger"


def test_a_screen_that_is_given_late_does_not_move_the_drawing(window):
    canvas, small = window.canvas, window.size()
    canvas.zoom_in()
    rest()
    before = canvas.viewpoint

    def present():
        for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            QTest.keyClick(canvas, key)
            rest()

    present()
    for _ in range(2):  # the window manager does now what it was asked for before
        window.resize(small + QSize(161, 90))
        rest()
        present()
        window.resize(small)
        rest()
        assert canvas.viewpoint == before
    canvas.zoom_in()
    moved = canvas.scale_factor
    for size in (small + QSize(161, 90), small):
        window.resize(size)
        rest()
    assert canvas.scale_factor == moved, "what people look at since then stays in view"


def test_what_people_change_afterwards_stays_though_the_window_comes_to_its_size_again(window):
    window.canvas.zoom_in()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
        QTest.keyClick(window.canvas, key)
        rest()
    own = window.size()
    window._docks["results"].raise_()
    window.setWindowState(Qt.WindowState.WindowMaximized)
    rest()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(own)
    rest()
    assert window.size() == own
    assert window._docks["results"].in_front


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
