"""The menus: they tell every key, and the last step in the language of the window."""

from __future__ import annotations

from engine.errors import Message
from engine.graph import AddNode, Node
from engine.layers import Flatten


def test_menus_tell_the_keys_that_the_canvas_hears(small_window):
    told = {name: action.text().partition("\t")[2] for name, action in small_window.actions_by_id.items()}
    assert {name: keys for name, keys in told.items() if keys} == {
        "delete": "Del", "select_all": "Ctrl+A", "leave_group": "Alt+Up", "add_note": "N",
        "fit": "F, Ctrl+9", "fit_selection": "Shift+F, Ctrl+8", "open_layer": "O, Ctrl+Shift+Return",
    }  # fmt: skip
    assert small_window.actions_by_id["group"].toolTip() == "Group layers (Ctrl+G)"


def test_the_language_of_the_steps_follows_the_windows(small_window, qtbot):
    document = small_window.document
    document.push(Message("Learning rate"), [AddNode(Node("flatten_1", Flatten()))])
    small_window.choose_language("id")
    qtbot.waitUntil(lambda: document.undo_stack.text(0) == "Laju pembelajaran")
    assert small_window.actions_by_id["undo"].text().endswith(": Laju pembelajaran")
    small_window.choose_language("en")
    qtbot.waitUntil(lambda: document.undo_stack.undoText() == "Learning rate")
