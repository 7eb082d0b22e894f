"""Notes and frames that go with the cards when these are arranged."""

from __future__ import annotations

from engine.annotations import AddAnnotation, Frame, Note
from engine.company import follow
from engine.direction import Direction
from engine.floor import CARD
from engine.graph import Edit, Graph
from engine.layers import Dense, Input

WAYS = Direction.RIGHT, Direction.DOWN
USUAL = dict.fromkeys(("input_1", "dense_1", "dense_2"), (0.0, 0.0, *CARD))


def row(*beside: Note | Frame) -> Graph:
    """input_1 -> dense_1 -> dense_2, 200 apart."""
    graph = Graph()
    x = graph.add(Input(), position=(0.0, 0.0))
    h = graph.add(Dense(), after=x, position=(200.0, 0.0))
    graph.add(Dense(), after=h, position=(400.0, 0.0))
    for annotation in beside:
        graph.apply(AddAnnotation(annotation))
    return graph


def stood_up(graph: Graph) -> Graph:
    """The same as a column 128 apart, with what goes along; a second time changes nothing."""
    moves: list[Edit] = [graph.moved(key, (0.0, 128.0 * number)) for number, key in enumerate(USUAL)]
    moves = [edit for edit in moves if edit.before != edit.after]
    moved = graph.copy()
    for edit in [*moves, *follow(graph, moves, WAYS, (USUAL, USUAL))]:
        moved.apply(edit)
    assert follow(moved, [], WAYS, (USUAL, USUAL)) == []
    return moved


def test_a_frame_keeps_its_margins_around_what_lay_in_it() -> None:
    moved = stood_up(row(Frame("frame_1", "Hidden", (108.0, -70.0), (384.0, 130.0))))
    frame = moved.annotations["frame_1"]
    assert isinstance(frame, Frame)
    # Around 128..472 by -36..36 before and -72..72 by 92..292 after: 20 left and right, 34 above, 24 below.
    assert (frame.position, frame.size) == ((-92.0, 58.0), (184.0, 258.0))


def test_a_note_goes_with_its_nearest_card_and_covers_no_other() -> None:
    near, far = Note("note_1", "", (130.0, 44.0), (140.0, 60.0)), Note("note_2", "", (900.0, 0.0), (80.0, 60.0))
    moved = stood_up(row(near, far))
    # It lay 8 below dense_1, where dense_2 begins 56 below now; it goes aside.
    (left, top), (width, height) = moved.annotations["note_1"].position, near.size
    assert moved.annotations["note_2"].position == far.position
    for key in USUAL:
        x, y = moved[key].position
        assert left >= x + 72 or left + width <= x - 72 or top >= y + 36 or top + height <= y - 36
    assert top == 44.0 + 128.0


def test_a_note_far_below_goes_with_a_card_that_lies_in_a_frame_with_it() -> None:
    note = Note("note_1", "", (330.0, 140.0), (140.0, 60.0))
    framed = row(note, Frame("frame_1", "Head", (308.0, -70.0), (184.0, 294.0)))
    moved = stood_up(framed)
    # dense_2 goes by -400, 256, and all that lies in the frame with it: the frame keeps its size and takes in no more.
    frame = moved.annotations["frame_1"]
    assert isinstance(frame, Frame)
    assert moved.annotations["note_1"].position == (-70.0, 396.0)
    assert (frame.position, frame.size) == ((-92.0, 186.0), (184.0, 294.0))


def test_an_empty_frame_stays() -> None:
    empty = Frame("frame_1", "Later", (0.0, 300.0), (100.0, 100.0))
    assert stood_up(row(empty)).annotations["frame_1"] == empty
