"""Docks: a panel that cannot be made, one that a tab covers, and all of them by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QMenu

from gui.dock import Dock, Excuse
from gui.dock_list import lettered


def test_a_panel_that_cannot_be_made_is_told_once_and_tried_again(qtbot, monkeypatch):
    told, answers = [], [ValueError("broken"), QLabel("whole")]
    monkeypatch.setattr("sys.excepthook", lambda *info: told.append(str(info[1])))

    def make():
        if isinstance(answer := answers.pop(0), Exception):
            raise answer
        return answer

    window, dock = QMainWindow(), Dock("frail", make)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert told == []
    dock.show()
    assert told == ["broken"]
    assert isinstance(dock.widget(), Excuse)
    assert "could not be opened" in dock.widget().text()
    dock.close()
    dock.show()
    assert dock.widget().text() == "whole"
    assert told == ["broken"]


def front(window, name):
    dock = window._docks[name]
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def test_the_menu_brings_a_covered_panel_to_the_front_and_closes_the_one_in_front(small_window, qtbot):
    results = small_window._docks["results"]
    small_window._docks["plot_boundary"].raise_()
    qtbot.waitUntil(lambda: front(small_window, "plot_boundary") and not front(small_window, "results"))
    assert results.entry.isChecked()
    results.entry.trigger()
    qtbot.waitUntil(lambda: front(small_window, "results"))
    assert results.entry.isChecked()
    results.entry.trigger()
    assert results.isHidden()
    assert not results.entry.isChecked()


def test_a_panel_that_needs_a_window_of_its_own_leaves_the_tab_in_front_that_was_there(small_window, qtbot):
    small_window._docks["plot_boundary"].raise_()
    qtbot.waitUntil(lambda: front(small_window, "plot_boundary"))
    QTest.keySequence(small_window, "Ctrl+Shift+C")
    qtbot.waitUntil(small_window._docks["runs"].isFloating)
    qtbot.waitUntil(lambda: front(small_window, "plot_boundary"))
    assert not front(small_window, "results")


def test_a_letter_in_the_list_brings_a_panel_to_the_front_with_the_keyboard_in_it(small_window, qtbot):
    qtbot.waitUntil(small_window.canvas.hasFocus)
    QTest.keyClick(small_window.canvas, Qt.Key.Key_F6)
    menu = small_window.findChild(QMenu, "panel_list")
    letters = [entry.text().casefold().partition("&")[2][:1] for entry in menu.actions()]
    marked = [letter for letter in letters if letter]
    assert len(set(marked)) == len(marked) == len(small_window._docks)
    QTest.keyClick(menu, Qt.Key.Key_R)
    dock = small_window._docks["runs"]
    qtbot.waitUntil(lambda: front(small_window, "runs"))
    qtbot.waitUntil(lambda: dock.isAncestorOf(QApplication.focusWidget()))
    focused = QApplication.focusWidget()
    for floats in (True, False):
        QTest.keyClick(focused, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda floats=floats: dock.isFloating() is floats and QApplication.focusWidget() is focused)


def test_the_letters_of_the_list_stay_when_problems_are_counted(small_window):
    def letters():
        return [text.partition("&")[2][:1] for text in lettered([dock.windowTitle() for dock in docks])]

    docks = small_window._docks.values()
    before = letters()
    small_window.actions_by_id["select_all"].trigger()
    small_window.actions_by_id["delete"].trigger()
    assert small_window._docks["problems"].windowTitle() == "Problems (1)"
    assert letters() == before


def test_one_key_brings_the_runs_to_the_front(small_window, qtbot):
    QTest.keyClick(
        small_window.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: front(small_window, "runs"))
    qtbot.waitUntil(lambda: small_window._docks["runs"].isAncestorOf(QApplication.focusWidget()))


def test_the_status_bar_tells_where_a_panel_has_written(small_window, qtbot, monkeypatch, tmp_path):
    dock = small_window._docks["plot_weights"]
    qtbot.waitUntil(dock.widget().body.isVisible)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "weights"), ""))
    before = dock.grab().toImage()
    dock.widget().svg_action.trigger()
    assert small_window.statusBar().currentMessage() == "The picture is written to weights.svg."
    assert ">Weights<" in (tmp_path / "weights.svg").read_text().replace("\n", "")
    assert dock.grab().toImage() == before, "the panel is as it was"
