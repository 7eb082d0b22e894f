"""The ring around the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from tests.gui.canvas import hands


def test_it_follows_the_mouse_only_while_it_is_on(view, qtbot):
    ring = view.ring
    hands.lead(view, QPoint(200, 150))
    assert ring.isHidden()
    with qtbot.waitSignal(ring.turned) as told:
        ring.turn(True)
    assert told.args == [True]
    hands.lead(view, QPoint(300, 250))
    assert ring.isVisible()
    assert (ring.geometry().center() - QPoint(300, 250)).manhattanLength() <= 2
    ring.turn(False)
    assert ring.isHidden()
    hands.lead(view, QPoint(310, 250))
    assert ring.isHidden()


def test_the_mouse_goes_through_it(view, document):
    view.ring.turn(True)
    hands.lead(view, hands.pixel_of(view, "dense_1"))
    hands.click(view, hands.pixel_of(view, "dense_1"))
    assert document.selection.single_node == "dense_1"
