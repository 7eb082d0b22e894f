"""Docks beside and below the canvas through windows of other sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.dock_widths import DockWidths

NAMES = ("palette", "inspector", "plot_loss", "plot_gradients", "plot_weights", "plot_boundary")


@pytest.fixture
def window(window, qtbot):
    """Plots have what they show: docks that come to need more are wider by themselves."""
    weights = window._docks["plot_weights"].widget()
    qtbot.waitUntil(lambda: not weights.body.isHidden() and not weights.layer.isHidden())
    return window


def widths(window):
    return [window._docks[name].width() for name in NAMES]


def resize(window, qtbot, width, height):
    window.resize(width, height)
    settled = window.findChild(DockWidths)
    qtbot.waitUntil(lambda: window.size().toTuple() == (width, height) and not settled._giving.isActive())


def drag(window, qtbot, name, by):
    """Draw the right edge of a dock at the left so many pixels further."""
    dock, button = window._docks[name], Qt.MouseButton.LeftButton
    edge = dock.geometry().topRight() + QPoint(2, 200)
    before = dock.width()
    QTest.mouseMove(window, edge)
    QTest.mousePress(window, button, pos=edge)
    QTest.mouseMove(window, edge + QPoint(by, 0))
    qtbot.waitUntil(lambda: dock.width() == before + by)
    QTest.mouseRelease(window, button, pos=edge + QPoint(by, 0))


def test_a_window_made_small_and_large_again_gives_docks_the_widths_that_they_had(window, qtbot):
    drag(window, qtbot, "palette", 40)
    before = widths(window)
    resize(window, qtbot, 1100, 700)
    qtbot.waitUntil(lambda: window._docks["palette"].width() < before[0] - 20)
    resize(window, qtbot, 1440, 900)
    qtbot.waitUntil(lambda: widths(window) == pytest.approx(before, abs=2))
    resize(window, qtbot, 1700, 900)
    qtbot.waitUntil(lambda: widths(window)[2] > before[2] + 20)
    qtbot.waitUntil(lambda: widths(window)[:2] == pytest.approx(before[:2], abs=2))
    shares = [width / sum(widths(window)[2:]) for width in widths(window)[2:]]
    assert shares == pytest.approx([width / sum(before[2:]) for width in before[2:]], abs=0.01)


def test_a_panel_that_is_opened_in_a_small_window_does_not_make_the_others_narrow_for_ever(window, qtbot):
    before = widths(window)
    resize(window, qtbot, 1100, 700)
    qtbot.waitUntil(lambda: window._docks["inspector"].width() < before[1] - 20)
    window._docks["runs"].entry.trigger()
    qtbot.waitUntil(lambda: window._docks["runs"].in_front and window._docks["runs"].width() > 100)
    resize(window, qtbot, 1440, 900)
    qtbot.waitUntil(lambda: widths(window)[:2] == pytest.approx(before[:2], abs=2))


def test_what_is_dragged_in_a_small_window_is_what_people_want_from_then_on(window, qtbot):
    resize(window, qtbot, 1200, 800)
    drag(window, qtbot, "palette", -25)
    chosen = window._docks["palette"].width()
    resize(window, qtbot, 1440, 900)
    qtbot.waitUntil(lambda: window._docks["inspector"].width() >= 300)
    assert window._docks["palette"].width() == pytest.approx(chosen, abs=2)
