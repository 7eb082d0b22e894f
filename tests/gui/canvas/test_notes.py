"""Notes and frames: written, moved and resized, by mouse and by keys, each one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from engine.annotations import AddAnnotation, Frame, Note
from gui.canvas.commands import grouping
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, press, release

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTE = Note("note_1", "Remember", (96.0, 160.0), (200.0, 120.0))
FRAME = Frame("frame_1", "Hidden", (120.0, -96.0), (160.0, 160.0))


@pytest.fixture
def note(view, document):
    document.push("Add", [AddAnnotation(NOTE)])
    view.fit()
    return NOTE.id


@pytest.fixture
def frame(view, document):
    """Around dense_1 alone."""
    document.push("Add", [AddAnnotation(FRAME)])
    view.fit()
    return FRAME.id


def item(view, name):
    return view.network.surroundings.items[name]


def at(view, name, x, y):
    """A pixel within an item: 0, 0 is its upper left corner and 1, 1 its lower right one."""
    place = item(view, name).place()
    return view.mapFromScene(place.left() + x * place.width(), place.top() + y * place.height())


def test_n_sticks_a_note_at_the_cursor_and_what_is_written_is_one_step_with_it(view, document):
    before = document.graph.copy()
    lead(view, QPoint(200, 400))
    key(view, Qt.Key.Key_N)
    QTest.keyClicks(view.editor, "First line")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    QTest.keyClicks(view.editor, "second")
    assert document.graph.annotations["note_1"].text == ""
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    made = document.graph.annotations["note_1"]
    assert made.text == "First line\nsecond"
    assert (view.mapFromScene(*made.position) - QPoint(200, 400)).manhattanLength() <= 9
    assert document.undo_stack.count() == 1
    assert view.hasFocus()
    document.undo_stack.undo()
    assert document.graph == before
    assert "note_1" not in view.network.surroundings.items


def test_with_the_mouse_elsewhere_a_note_lies_on_no_card(view, document):
    key(view, Qt.Key.Key_N)
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    note = item(view, "note_1").place()
    assert not any(note.intersects(card.place()) for card in view.network.cards())
    assert view.visible_rect().contains(note)


@pytest.mark.parametrize("way", ["double click", "Enter", "F2"])
def test_a_note_is_written_anew_in_place(view, document, note, way):
    if way == "double click":
        click(view, at(view, note, 0.5, 0.5))
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, note, 0.5, 0.5))
    else:
        document.select(annotations=[note])
        key(view, Qt.Key.Key_Return) if way == "Enter" else grouping.rename_selection(view)
    assert view.editor.toPlainText() == "Remember"
    QTest.keyClicks(view.editor, "Other")
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert document.graph.annotations[note].text == "Other"
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.graph.annotations[note] == NOTE


def test_a_press_elsewhere_keeps_what_was_written(view, document, note):
    document.select(annotations=[note])
    key(view, Qt.Key.Key_Return)
    QTest.keyClicks(view.editor, "Kept")
    view.setFocus()
    assert document.graph.annotations[note].text == "Kept"
    assert view.editor is None


def test_unchanged_text_makes_no_step(view, document, note):
    document.select(annotations=[note])
    key(view, Qt.Key.Key_Return)
    QTest.keyClick(view.editor, Qt.Key.Key_Escape)
    assert document.undo_stack.count() == 1


def test_zooming_ends_the_writing(view, document, note):
    document.select(annotations=[note])
    key(view, Qt.Key.Key_Return)
    QTest.keyClicks(view.editor, "Kept")
    view.zoom_in()
    assert view.editor is None
    assert document.graph.annotations[note].text == "Kept"


def test_a_note_is_moved_by_mouse_and_keys(view, document, note):
    start = at(view, note, 0.5, 0.5)
    drag(view, start, start + QPoint(40, 24))
    scale = view.scale_factor
    moved = document.graph.annotations[note].position
    assert abs(moved[0] - 96.0 - 40 / scale) <= 4
    assert [place % 8 for place in moved] == [0, 0]
    key(view, Qt.Key.Key_Left, CONTROL)
    assert document.graph.annotations[note].position == (moved[0] - 8, moved[1])
    assert document.undo_stack.count() == 3
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.graph.annotations[note] == NOTE


@pytest.mark.parametrize("name", ["note", "frame"])
def test_the_corner_resizes_as_one_step(view, document, name, request):
    made = request.getfixturevalue(name)
    start = at(view, made, 1, 1) - QPoint(4, 4)
    press(view, start)
    lead(view, start + QPoint(10, 10), start + QPoint(64, 32))
    width = item(view, made).rect.width()
    assert document.graph.annotations[made].size != (width, item(view, made).rect.height())
    release(view, start + QPoint(64, 32))
    assert document.graph.annotations[made].size[0] == width
    assert document.undo_stack.count() == 2
    start = at(view, made, 1, 1) - QPoint(4, 4)
    drag(view, start, start - QPoint(500, 500))
    assert document.graph.annotations[made].size == (64.0, 40.0)


def test_escape_gives_the_size_back(view, document, note):
    start = at(view, note, 1, 1) - QPoint(4, 4)
    press(view, start)
    lead(view, start + QPoint(64, 32))
    key(view, Qt.Key.Key_Escape)
    release(view, start + QPoint(64, 32))
    assert item(view, note).rect.size().toTuple() == NOTE.size
    assert document.undo_stack.count() == 1


def test_keys_resize_several_in_a_row_as_one_step(view, document, note):
    document.select(annotations=[note])
    for _ in range(3):
        key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | SHIFT)
    key(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | SHIFT)
    assert document.graph.annotations[note].size == (224.0, 128.0)
    assert document.undo_stack.count() == 2


def test_a_frame_is_drawn_around_what_is_selected(view, document):
    before = document.graph.copy()
    document.select(["dense_1", "dense_2"])
    grouping.frame_selection(view)
    QTest.keyClicks(view.editor, "Hidden")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert document.graph.annotations["frame_1"].title == "Hidden"
    place = item(view, "frame_1").place()
    for node in ("dense_1", "dense_2"):
        assert place.contains(view.network.nodes[node].place())
    assert not place.intersects(view.network.nodes["input_1"].place())
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_with_its_title_a_frame_takes_along_what_lies_within(view, document, frame):
    start = at(view, frame, 0.5, 0.1)
    drag(view, start, start + QPoint(0, 80))
    moved = document.graph.annotations[frame].position[1] - FRAME.position[1]
    assert moved > 0
    assert document.graph["dense_1"].position[1] == moved
    assert document.graph["dense_2"].position[1] == 0.0
    assert document.undo_stack.count() == 2


def test_the_mouse_goes_through_a_frame(view, document, frame):
    click(view, pixel_of(view, "dense_1"))
    assert document.selection.keys == {"dense_1"}
    drag(view, at(view, frame, 0.1, 0.9), at(view, frame, 0.9, 0.3))
    assert "dense_1" in document.selection.keys
    assert frame not in document.selection.keys
    click(view, at(view, frame, 0.5, 0.1))
    assert document.selection.keys == {frame}
    key(view, Qt.Key.Key_Delete)
    assert document.graph.annotations == {}
    assert "dense_1" in document.graph


def test_arrows_walk_to_notes_too(view, document, note):
    document.select(["dense_1"])
    key(view, Qt.Key.Key_Down)
    assert document.selection.keys == {note}
    key(view, Qt.Key.Key_Up)
    assert document.selection.keys == {"dense_1"}


def test_a_colour_is_given_by_key_and_taken_by_the_same(view, document, note):
    document.select(["dense_1"], (), [note])
    key(view, Qt.Key.Key_3, CONTROL)
    assert (document.graph["dense_1"].tag, document.graph.annotations[note].tag) == ("green", "green")
    color = view.viewport().grab().toImage().pixelColor(at(view, note, 0.5, 0) + QPoint(0, 3))
    assert color == QColor(view.network.look.inks.theme.tags["green"])
    key(view, Qt.Key.Key_3, CONTROL)
    assert (document.graph["dense_1"].tag, document.graph.annotations[note].tag) == ("", "")
    assert document.undo_stack.count() == 3
