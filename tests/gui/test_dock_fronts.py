"""Which tab stands in front: one that has something to say of the data, until people have chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from engine.project import load_example
from tests.gui.projects import moons


def in_front(window):
    return [name for name in ("plot_boundary", "results") if window._docks[name].in_front]


def opened(window, qtbot, project):
    """The window with another project, whose data are there."""
    window.document.replace(project)
    qtbot.waitUntil(lambda: window.session.data is not None and window.session.network is not None)


def press_tab(window, name):
    title = window._docks[name].windowTitle()
    for bar in window.findChildren(QTabBar):
        titles = [bar.tabText(place) for place in range(bar.count())]
        if title in titles:
            QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(titles.index(title)).center())


def test_a_boundary_that_cannot_be_drawn_gives_way_and_comes_back(small_window, qtbot):
    qtbot.waitUntil(lambda: small_window.session.data is not None)
    assert in_front(small_window) == ["plot_boundary"]
    opened(small_window, qtbot, load_example("iris"))
    qtbot.waitUntil(lambda: in_front(small_window) == ["results"])
    opened(small_window, qtbot, moons())
    qtbot.waitUntil(lambda: in_front(small_window) == ["plot_boundary"])


@pytest.mark.parametrize("way", ["tab", "menu", "menu of the frame"])
def test_a_tab_that_people_have_chosen_is_theirs_until_the_layout_is_put_back(small_window, qtbot, way):
    qtbot.waitUntil(lambda: small_window.session.data is not None)
    for name in ("results", "plot_boundary"):
        dock = small_window._docks[name]
        if way == "tab":
            press_tab(small_window, name)
        elif way == "menu":
            dock.entry.trigger()
        else:
            dock.close()
            dock.toggleViewAction().trigger()
        qtbot.waitUntil(lambda name=name: in_front(small_window) == [name])
    opened(small_window, qtbot, load_example("iris"))
    assert in_front(small_window) == ["plot_boundary"]
    small_window.actions_by_id["reset_layout"].trigger()
    qtbot.waitUntil(lambda: in_front(small_window) == ["results"])
