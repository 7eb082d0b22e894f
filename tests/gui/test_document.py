"""The only door to the graph: checked edits, one undo step each, exact in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import groups
from engine.annotations import AddAnnotation, Note
from engine.errors import ProjectError
from engine.graph import AddEdge, AddNode, Edge, Node
from engine.layers import Activation, Dense, Flatten
from gui.document import Document, Selection
from tests.gui.projects import moons


@pytest.fixture
def document(qapp):
    return Document(moons())


def test_a_refused_edit_changes_nothing_and_says_why(document, qtbot):
    before = document.graph.copy()
    with qtbot.waitSignal(document.refused) as refused:
        assert not document.push("Connect", [AddEdge(Edge("dense_2", "dense_1", 0))])
    assert "one wire" in str(refused.args[0])
    assert document.graph == before
    assert document.undo_stack.count() == 0


def test_several_edits_are_one_step(document):
    before = document.graph.copy()
    node = Node("flatten_1", Flatten(), (10.0, 20.0))
    document.push("Add", [AddNode(node), AddEdge(Edge("dense_2", "flatten_1"))])
    after = document.graph.copy()
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before
    document.undo_stack.redo()
    assert document.graph == after


def test_stepping_a_value_is_one_step_and_none_if_it_returns(document):
    for units in (5, 6, 7):
        document.push("Units", [document.graph.changed("dense_1", Dense(units=units))], merge="dense_1 units")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph["dense_1"].layer.units == 4
    document.undo_stack.redo()
    assert document.graph["dense_1"].layer.units == 7


def test_settings_are_undoable(document):
    training = document.project.training
    document.set_setting("Epochs", "training", training.replace(epochs=3))
    document.set_setting("Epochs", "training", training.replace(epochs=4))
    assert document.project.training.epochs == 4
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project.training == training


def test_moving_a_card_does_not_infer_anew(document, qtbot):
    with qtbot.assertNotEmitted(document.inferred):
        document.push("Move", [document.graph.moved("dense_1", (40.0, 8.0))])
    with qtbot.waitSignal(document.inferred):
        document.push("Units", [document.graph.changed("dense_1", Dense(units=9))])


def test_selection_loses_what_is_deleted(document):
    document.select(["dense_1", "dense_2"], [Edge("input_1", "dense_1")])
    document.select(["dense_1"], [Edge("input_1", "dense_1")])
    document.delete_selection("Delete")
    assert document.selection == Selection()
    assert "dense_1" not in document.graph
    document.undo_stack.undo()
    assert document.graph.incoming("dense_1") == (Edge("input_1", "dense_1"),)


def test_save_and_open(document, tmp_path):
    path = tmp_path / "a.rambat"
    document.push("Units", [document.graph.changed("dense_1", Dense(units=9))])
    assert document.modified
    document.save(path)
    assert not document.modified
    other = Document(moons())
    other.open(path)
    assert other.graph == document.graph
    assert other.path == path


def test_a_damaged_file_leaves_the_open_project(document, tmp_path):
    path = tmp_path / "broken.rambat"
    path.write_bytes(b"PK not a zip")
    before = document.graph.copy()
    with pytest.raises(ProjectError):
        document.open(path)
    assert document.graph == before


def test_a_save_that_fails_leaves_the_old_file(document, tmp_path):
    with pytest.raises(ProjectError, match="could not be written"):
        document.save(tmp_path / "no such folder" / "a.rambat")
    assert document.path is None


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from([Dense(units=2), Activation(), Flatten()])),
        st.tuples(st.just("connect"), st.tuples(st.integers(0, 9), st.integers(0, 9))),
        st.tuples(st.just("move"), st.integers(0, 9)),
        st.tuples(st.just("delete"), st.integers(0, 9)),
        st.tuples(st.just("undo"), st.integers(1, 3)),
        st.tuples(st.just("redo"), st.integers(1, 3)),
    ),
    max_size=25,
)


@given(changes=CHANGES)
def test_undoing_everything_gives_the_first_graph_back(qapp, changes):
    document = Document(moons())
    first = document.graph.copy()
    for kind, value in changes:
        perform(document, kind, value)
    last = document.graph.copy()
    place = document.undo_stack.index()
    document.undo_stack.setIndex(0)
    assert document.graph == first
    document.undo_stack.setIndex(place)
    assert document.graph == last


def perform(document: Document, kind: str, value: object) -> None:
    names = [node.id for node in document.graph]
    stack = document.undo_stack
    if kind == "add":
        document.push("Add", [AddNode(Node(document.graph.fresh_id(type(value)), value))])
    elif kind == "connect" and names:
        source, target = (names[index % len(names)] for index in value)
        document.push("Connect", [AddEdge(Edge(source, target))])
    elif kind == "move" and names:
        document.push("Move", [document.graph.moved(names[value % len(names)], (8.0 * value, 16.0))])
    elif kind == "delete" and names:
        document.select([names[value % len(names)]])
        document.delete_selection("Delete")
    elif kind == "undo":
        stack.setIndex(max(0, stack.index() - value))
    elif kind == "redo":
        stack.setIndex(min(stack.count(), stack.index() + value))


def test_what_is_added_in_a_group_belongs_to_it_and_undo_is_exact(document):
    group_id, changes = groups.group(document.graph, ["dense_1"], "Block")
    document.push("Group", changes)
    document.enter(group_id)
    before = document.graph.copy()
    document.push("Add", [AddNode(Node("new", Dense())), AddAnnotation(Note("note_1", "Hi"))])
    assert (document.graph["new"].group, document.graph.annotations["note_1"].group) == (group_id, group_id)
    document.undo_stack.undo()
    assert document.graph == before
    document.leave()
    document.push("Add", [AddNode(Node("new", Dense()))])
    assert document.graph["new"].group == ""


def test_what_a_group_hides_is_no_longer_selected(document):
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.select_all()
    document.push("Group", changes)
    assert document.selection.keys == {"input_1", "output_1"}
    assert document.selection.edges == {Edge("input_1", "dense_1"), Edge("dense_2", "output_1")}
    document.select_all()
    assert document.selection.keys == {"input_1", "output_1", group_id}


def test_a_group_that_goes_while_one_is_in_it_leads_to_the_one_around(document):
    outer, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Outer")
    document.push("Group", changes)
    inner, changes = groups.group(document.graph, ["dense_1"], "Inner")
    document.push("Group", changes)
    document.enter(inner)
    document.undo_stack.undo()
    assert document.scope == outer
    document.replace(moons())
    assert document.scope == ""


def test_a_fix_is_made_for_the_layers_as_they_are_by_now(document):
    """Moving or naming a card changes no shape, so the problems stand as they were found."""
    document.push("", [document.graph.changed("dense_2", Dense(units=3, activation="sigmoid"))])
    (problem,) = [each for each in document.inference.problems if each.fix]
    document.push("", [document.graph.moved("dense_2", (40.0, 80.0))])
    document.push("", [groups.changed(document.graph, "dense_2", title="Answer", tag="blue")])
    assert document.mend(problem.fix)
    mended = document.graph["dense_2"]
    assert (mended.layer.units, mended.position, mended.title) == (1, (40.0, 80.0), "Answer")
    document.undo_stack.undo()
    assert document.graph["dense_2"].layer.units == 3


def test_an_error_within_a_step_is_told_and_does_not_end_the_program(document, monkeypatch):
    told = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: told.append(kind))
    monkeypatch.setattr(document.project, "infer", lambda: ()[0])
    assert document.push("", [AddNode(Node("flatten_1", Flatten()))])
    document.undo_stack.undo()
    assert told == [IndexError, IndexError]
    assert "flatten_1" not in document.graph
