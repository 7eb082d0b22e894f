"""Cut, copy, paste and duplicate by keys and menus; what a clipboard may hold, good and bad."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from engine import groups
from engine.annotations import AddAnnotation, Frame, Note
from engine.edits import share_weights
from engine.graph import Edge, SetNode
from engine.graph_json import graph_to_json
from engine.layers import Dense
from engine.subgraph import part_of
from gui.canvas.commands import operations
from gui.document import Selection
from gui.mime import PART_MIME
from tests.gui.canvas.hands import click, lead, pixel_of
from tests.gui.canvas.test_view import choose, menu_at
from tests.gui.projects import moons

CONTROL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key
ROW = 112.0
"""From one card to the next across the drawing."""


def press_keys(window, key: Qt.Key) -> None:
    QTest.keyClick(window.canvas, key, CONTROL)


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def entry(window, name: str):
    return window.actions_by_id[name]


def test_copy_and_paste_by_keys_under_fresh_ids_beside_the_original(window):
    document, view = window.document, window.canvas
    before = document.graph.copy()
    document.select(["dense_1", "dense_2"])
    press_keys(window, K.Key_C)
    assert document.undo_stack.count() == 0
    press_keys(window, K.Key_V)
    assert document.selection == Selection(frozenset({"dense_3", "dense_4"}))
    assert document.graph.edges() == (
        *before.edges()[:1],
        Edge("dense_2", "output_1"),
        Edge("dense_3", "dense_4"),
        before.edges()[-1],
    )
    for copied, original in (("dense_3", "dense_1"), ("dense_4", "dense_2")):
        x, y = before[original].position
        assert document.graph[copied] == replace(before[original], id=copied, position=(x, y + ROW))
    assert document.undo_stack.undoText() == "Paste 2 layers"
    assert view.network.nodes["dense_3"].state.selected
    document.undo_stack.undo()
    assert document.graph == before


def test_repeated_pastes_stand_below_each_other(window):
    document = window.document
    document.select(["dense_1"])
    press_keys(window, K.Key_C)
    for _ in range(3):
        press_keys(window, K.Key_V)
    x, y = document.graph["dense_1"].position
    added = [document.graph[f"dense_{number}"].position for number in (3, 4, 5)]
    assert added == [(x, y + times * ROW) for times in (1, 2, 3)]


def test_paste_at_the_mouse(window):
    document, view = window.document, window.canvas
    document.select(["dense_1", "dense_2"])
    press_keys(window, K.Key_C)
    pixel = pixel_of(view, "dense_1") + QPoint(20, -140)
    lead(view, pixel + QPoint(9, 9), pixel)
    press_keys(window, K.Key_V)
    first, second = (document.graph[node].position for node in ("dense_3", "dense_4"))
    wanted = view.mapToScene(pixel)
    assert abs((first[0] + second[0]) / 2 - wanted.x()) <= 4
    assert abs(first[1] - wanted.y()) <= 4
    assert first[0] % 8 == first[1] % 8 == 0


def test_paste_in_another_place_of_a_large_drawing_is_seen(window):
    document, view = window.document, window.canvas
    document.select(["dense_1"])
    press_keys(window, K.Key_C)
    view.reset_zoom()
    view.pan(QPoint(5000, 5000))
    press_keys(window, K.Key_V)
    assert view.visible_rect().contains(view.network.nodes["dense_3"].pos())


def test_cut_and_paste_is_two_steps_and_both_go_back(window):
    document = window.document
    before = document.graph.copy()
    click(window.canvas, pixel_of(window.canvas, "dense_1"))
    press_keys(window, K.Key_X)
    assert "dense_1" not in document.graph
    assert document.undo_stack.undoText() == "Cut dense_1"
    press_keys(window, K.Key_V)
    assert document.graph["dense_1"].layer == before["dense_1"].layer
    assert not document.graph.incoming("dense_1")
    for _ in range(2):
        press_keys(window, K.Key_Z)
    assert document.graph == before


def test_duplicate_leaves_the_clipboard_alone(window):
    document = window.document
    QGuiApplication.clipboard().setText("shopping list")
    document.select(["dense_2"])
    press_keys(window, K.Key_D)
    assert document.graph["dense_3"].layer == document.graph["dense_2"].layer
    assert document.undo_stack.undoText() == "Duplicate dense_2"
    assert clipboard_text() == "shopping list"
    press_keys(window, K.Key_D)
    x, y = document.graph["dense_2"].position
    assert document.graph["dense_4"].position == (x, y + 2 * ROW)


def test_shared_weights_stay_shared_among_the_copies(window):
    document = window.document
    third = operations.add_layer(document, Dense(units=4, activation="tanh"), (200.0, 200.0))
    document.push("Share", share_weights(document.graph, third, "dense_1"))
    document.select(["dense_1", third])
    press_keys(window, K.Key_D)
    assert document.graph["dense_5"].shares == "dense_4"
    document.select([third])
    press_keys(window, K.Key_D)
    assert document.graph["dense_6"].shares is None


def test_notes_frames_and_groups_with_all_within_are_copied(window):
    document = window.document
    inner, changes = groups.group(document.graph, ["dense_1", "dense_2"], "R&D")
    changes += [AddAnnotation(Note("note_1", "Why", (0.0, 200.0))), AddAnnotation(Frame("frame_1", "Encoder"))]
    document.push("Group", changes)
    before = document.graph.copy()
    document.select((), (), [inner, "note_1", "frame_1"])
    press_keys(window, K.Key_C)
    press_keys(window, K.Key_V)
    assert document.undo_stack.undoText() == "Paste 3 objects"
    assert document.selection.annotations == {"group_2", "note_2", "frame_2"}
    assert not document.selection.nodes
    assert groups.members(document.graph, "group_2") == ("dense_3", "dense_4")
    document.undo_stack.undo()
    assert document.graph == before
    document.select((), (), [inner])
    press_keys(window, K.Key_D)
    assert document.undo_stack.undoText() == "Duplicate R&D"
    assert "R&&D" in entry(window, "undo").text()


def test_a_copy_in_a_group_stays_in_it(window):
    document = window.document
    key, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    document.select(["dense_1"])
    press_keys(window, K.Key_D)
    assert document.graph["dense_3"].group == key


def test_the_clipboard_is_readable_text_and_comes_back_from_an_editor(window):
    window.document.select(["dense_1", "dense_2"])
    press_keys(window, K.Key_C)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat(PART_MIME)
    assert json.loads(mime.text()) == graph_to_json(part_of(window.document.graph, ["dense_1", "dense_2"]))
    assert bytes(mime.data(PART_MIME).data()).decode() == mime.text()
    assert '\n  "layer": {' in mime.text().replace("   ", "  ")
    QGuiApplication.clipboard().setText(mime.text())  # through an editor, as nothing but text
    window.document.replace(moons(units=9))
    choose(menu_at(window.canvas, QPoint(20, 20)), "Paste here")
    assert window.document.selection.nodes == {"dense_3", "dense_4"}
    assert window.document.graph["dense_3"].layer.units == 4


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear Sir or Madam", "Only layers that were copied in Rambat can be pasted. Received: 'Dear Sir or Madam'."),
        ('{"nodes": [{"id": "x",', "damaged in line 1"),
        ('{"nodes": [{"id": "x", "layer": {"kind": "Lens"}}], "edges": []}', "There is no layer called 'Lens'"),
        ("x" * 5_000_000, "5000000 characters"),
    ],
    ids=["foreign", "damaged", "unknown kind", "huge"],
)
def test_what_is_no_part_is_refused_at_the_cursor(window, text, reason):
    document, view = window.document, window.canvas
    before = document.graph.copy()
    QGuiApplication.clipboard().setText(text)
    pixel = pixel_of(view, "dense_1") + QPoint(0, 120)
    lead(view, pixel + QPoint(9, 9), pixel)
    press_keys(window, K.Key_V)
    assert reason in view.note.text
    assert view.note.isVisible()
    assert view.note.geometry().adjusted(-24, -24, 24, 24).contains(pixel)
    assert document.graph == before
    assert document.undo_stack.count() == 0


def test_entries_are_enabled_where_they_would_do_something(window):
    document, clipboard = window.document, QGuiApplication.clipboard()
    document.select((), [Edge("input_1", "dense_1")])
    assert not any(entry(window, name).isEnabled() for name in ("cut", "copy", "paste", "duplicate"))
    document.select(["dense_1"])
    assert all(entry(window, name).isEnabled() for name in ("cut", "copy", "duplicate"))
    press_keys(window, K.Key_C)
    assert entry(window, "paste").isEnabled()
    picture = QMimeData()
    picture.setData("image/png", b"no layers")
    clipboard.setMimeData(picture)
    assert not entry(window, "paste").isEnabled()


def test_a_text_field_keeps_its_own_clipboard_keys(window):
    document = window.document
    document.select(["dense_1"])
    field = window.palette_panel.findChild(QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "conv")
    QTest.keyClick(field, K.Key_A, CONTROL)
    QTest.keyClick(field, K.Key_X, CONTROL)
    assert clipboard_text() == "conv"
    assert "dense_1" in document.graph
    QTest.keyClick(field, K.Key_V, CONTROL)
    assert field.text() == "conv"


def test_the_menu_of_a_card_cuts_copies_and_duplicates(window):
    document, view = window.document, window.canvas
    choose(menu_at(view, pixel_of(view, "dense_1")), "Duplicate")
    assert "dense_3" in document.graph
    document.undo_stack.undo()
    close_menus(view)
    choose(menu_at(view, pixel_of(view, "dense_1")), "Cut")
    assert "dense_1" not in document.graph
    close_menus(view)
    pixel = QPoint(60, view.height() - 60)
    wanted = view.mapToScene(pixel)
    choose(menu_at(view, pixel), "Paste here")
    assert (view.network.nodes["dense_1"].pos() - wanted).manhattanLength() < 12
    assert view.visible_rect().contains(view.network.nodes["dense_1"].place())


def close_menus(view) -> None:
    for menu in view.findChildren(QMenu):
        menu.close()


def test_a_title_names_the_step(window):
    document = window.document
    node = document.graph["dense_1"]
    document.push("Rename", [SetNode(node, replace(node, title="Hidden " * 20))])
    document.select(["dense_1"])
    QTest.keyClick(window.canvas, K.Key_Delete)
    assert document.undo_stack.undoText() == "Delete Hidden Hidden Hidden Hidden Hidden…"
