"""Tab through the whole window, and the keys of a plot that was brought to the front."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QTabBar, QWidget

from gui.dock import Dock
from gui.snapshot import State

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def part_of(widget: QWidget) -> str:
    """The dock or the bar in which a stop is."""
    above = widget
    while above.parentWidget() is not None and not isinstance(above, Dock | QTabBar):
        if above.objectName() in ("top_bar", "canvas"):
            return above.objectName()
        above = above.parentWidget()
    return above.objectName().removeprefix("dock_") if isinstance(above, QDockWidget) else type(above).__name__


def round_trip(window, key, modifiers) -> list[QWidget]:
    """The stops from the canvas until it has the keyboard again."""
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, K.Key_Escape)
    stops: list[QWidget] = []
    while not window.canvas.hasFocus() or not stops:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 100, "it never comes back"
    return stops


def test_tab_leads_from_the_canvas_over_the_buttons_through_the_panels_that_are_seen(small_window, qtbot):
    qtbot.waitUntil(small_window.canvas.hasFocus)
    qtbot.waitUntil(lambda: small_window.session.can_run and small_window.session.network is not None)
    qtbot.waitUntil(lambda: not small_window._docks["plot_weights"].widget().body.isHidden())
    there = round_trip(small_window, K.Key_Tab, Qt.KeyboardModifier.NoModifier)
    parts = list(dict.fromkeys(map(part_of, there)))
    assert parts[:3] == ["top_bar", "palette", "training"]
    plots = [f"plot_{name}" for name in ("loss", "gradients", "weights", "boundary")]
    assert parts[3:7] == plots
    assert parts[-1] == "canvas"
    assert {"data", "outline", "results"}.isdisjoint(parts), "a tab covers them"
    shown = QRect(0, 0, small_window.width(), small_window.height())
    for stop in there:
        assert stop.window() is small_window
        assert shown.intersects(QRect(stop.mapTo(small_window, stop.rect().topLeft()), stop.size())), stop
    back = round_trip(small_window, K.Key_Backtab, SHIFT)
    assert back[:-1] == there[-2::-1]


def test_the_space_bar_trains_from_a_plot_that_was_brought_to_the_front(small_window, qtbot):
    session, loss = small_window.session, small_window._docks["plot_loss"]
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    qtbot.waitUntil(small_window.canvas.hasFocus)
    QTest.keyClick(small_window.canvas, K.Key_F6)
    menu = small_window.findChild(QMenu, "panel_list")
    entry = next(entry for entry in menu.actions() if entry.text().replace("&", "") == "Loss")
    QTest.keyClick(menu, getattr(K, f"Key_{entry.text().partition('&')[2][0].upper()}"))
    qtbot.waitUntil(loss.widget().hasFocus)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert session.state is State.RUNNING
    QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    qtbot.waitUntil(lambda: session.state is State.PAUSED)
    QTest.keyClick(QApplication.focusWidget(), K.Key_F6, SHIFT)
    qtbot.waitUntil(lambda: loss.isFloating() and loss.widget().hasFocus())
    QTest.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert session.state is State.RUNNING, "also from a window of its own"
    loss.setFloating(False)
