"""The map of a large drawing: when it is there, where it leads, and that it keeps clear of the legend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.edits import add
from engine.graph import AddNode, Node
from engine.layers import Dense
from gui.canvas.overlays.minimap import corners
from tests.gui.canvas import hands
from tests.patience import SECONDS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def large(view, document):
    """The view, of which a card lies far outside."""
    document.push("", add(document.graph, Dense(), (4000.0, 3000.0))[1])
    view.minimap._refresh.now()
    QApplication.processEvents()
    view.reset_zoom()
    return view


def test_it_is_there_only_while_the_drawing_does_not_fit(view):
    assert view.minimap.isHidden()
    for _ in range(8):
        hands.turn_wheel(view, QPoint(500, 300))
    assert view.minimap.isVisible()
    view.fit()
    assert view.minimap.isHidden()


def test_it_can_be_switched_off(large):
    assert large.minimap.isVisible()
    large.show_minimap(False)
    assert large.minimap.isHidden()
    large.pan(QPoint(50, 0))
    assert large.minimap.isHidden()


def test_a_press_goes_there_and_a_drag_goes_on(large, qtbot):
    minimap = large.minimap
    qtbot.waitUntil(lambda: minimap._content == large.content_rect())
    corner = minimap._shown(large.network.nodes["dense_3"].card.rect.translated(4000, 3000)).center().toPoint()
    QTest.mousePress(minimap, LEFT, pos=corner)
    QApplication.processEvents()
    assert large.visible_rect().contains(large.network.nodes["dense_3"].pos())
    assert (large.visible_rect().center() - large.network.nodes["dense_3"].pos()).manhattanLength() < 100
    home = minimap._shown(large.network.nodes["input_1"].card.rect).center().toPoint()
    QTest.mouseMove(minimap, home)
    QApplication.processEvents()
    QTest.mouseRelease(minimap, LEFT, pos=home)
    assert large.visible_rect().contains(large.network.nodes["input_1"].pos())


def test_the_frame_is_what_is_in_view(large, qtbot):
    minimap = large.minimap
    qtbot.waitUntil(lambda: minimap._content == large.content_rect())
    middle = minimap.scene_point(minimap._shown(large.visible_rect()).center())
    assert (middle - large.visible_rect().center()).manhattanLength() < 1e-6
    before = minimap.frame
    large.pan(QPoint(-400, -400))
    assert minimap.frame.left() > before.left()


def test_its_blocks_follow_the_drawing(large, document, qtbot):
    minimap = large.minimap
    qtbot.waitUntil(lambda: minimap._content == large.content_rect())
    document.undo_stack.undo()
    large.zoom(4, QPoint(10, 10))
    qtbot.waitUntil(lambda: minimap._content == large.content_rect())
    assert minimap.accessibleName() == "Map of the drawing"


@pytest.mark.parametrize("width", [460, 1200])
def test_no_corner_lies_over_the_legend_or_the_crumbs(width):
    room, legend, crumbs = QRect(0, 0, width, 400), QRect(16, 358, 260, 26), QRect(16, 16, 180, 30)
    places = corners(QSize(min(200, round(0.4 * width)), 132), legend, crumbs, room, 16)
    assert len({place.topLeft().toTuple() for place in places}) == 4
    for place in places:
        assert not place.intersects(legend)
        assert not place.intersects(crumbs)
        assert room.contains(place)


def test_at_rest_it_lies_where_it_covers_no_card_and_stays_there(large, qtbot):
    minimap = large.minimap
    below, card = minimap.geometry(), hands.pixel_of(large, "output_1")
    minimap._rest.setInterval(1000 * SECONDS)
    hands.drag(large, QPoint(40, 40), QPoint(40, 40) + below.center() - card, button=Qt.MouseButton.MiddleButton)
    assert minimap.geometry() == below, "it waits until people rest"
    minimap._rest.setInterval(0)
    qtbot.waitUntil(lambda: minimap.corner == 1)
    assert minimap.geometry().bottom() < below.top()
    assert not minimap.covering
    large.pan(card - below.center())
    qtbot.waitUntil(lambda: not minimap._rest.isActive())
    assert minimap.corner == 1, "nothing lies there, so it need not go back"


def test_where_it_covers_cards_everywhere_it_shimmers(large, document, qtbot):
    minimap = large.minimap
    large.settle_map()
    assert not minimap.covering
    places = [(x, y) for x in range(-400, 1000, 160) for y in range(-400, 500, 88)]
    document.push("", [AddNode(Node(f"card_{n}", Dense(), place)) for n, place in enumerate(places)])
    qtbot.waitUntil(lambda: minimap.covering)
    before = large.grab(minimap.geometry()).toImage()
    minimap.covering = False
    assert large.grab(minimap.geometry()).toImage() != before, "the cards below are seen through it"


def test_the_search_bar_does_not_lie_over_it(large, qtbot):
    large.minimap.corner = 1
    large.search.open()
    assert not large.minimap.geometry().intersects(large.search.geometry())
    large.search.close_search()
    assert large.minimap.geometry().top() < large.search.geometry().bottom()


def test_it_goes_out_of_the_way_of_what_is_selected_and_of_what_is_led_below_it(large, document):
    minimap = large.minimap
    below = minimap.geometry()
    large.pan(below.center() - hands.pixel_of(large, "output_1") - QPoint(100, 0))
    hands.click(large, hands.pixel_of(large, "output_1"))
    assert minimap.geometry().bottom() < below.top()
    hands.key(large, Qt.Key.Key_Escape)
    assert minimap.geometry() == below
    start = QPoint(40, 40)
    hands.press(large, start)
    hands.lead(large, below.center())
    assert minimap.geometry().bottom() < below.top()
    hands.release(large, below.center())
    document.select()
    assert minimap.geometry() == below
