"""The outline's model: what stands where, how it is called, and that it follows every edit and its undoing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from engine import edits, groups
from engine.annotations import AddAnnotation, Frame, Note
from engine.graph import AddNode, Edge, Node, RemoveEdge, SetNode
from engine.layers import Conv2D, Dense, Flatten, Input
from gui.document import Document
from gui.widgets.outline_model import DETAIL, OutlineModel, ProblemPart, tree_of
from gui.widgets.selection_link import PART
from tests.gui.projects import moons, twins


@pytest.fixture
def document():
    return Document(twins())


@pytest.fixture
def model(qtbot, document):
    made = OutlineModel(document)
    made.refresh()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()


def rows(model, parent=QModelIndex()):  # noqa: B008
    """Everything below a row as nested lists of texts."""
    listed = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        below = rows(model, index)
        listed.append([index.data(), *below] if below else index.data())
    return listed


def matches_document(model, document, parent=QModelIndex()) -> bool:  # noqa: B008
    tree = tree_of(document.graph, document.inference)
    below = [model.part(model.index(row, 0, parent)) for row in range(model.rowCount(parent))]
    return below == tree.get(model.part(parent), []) and all(
        matches_document(model, document, model.index(row, 0, parent)) for row in range(len(below))
    )


def test_layers_stand_in_the_order_of_computation_with_their_wires_below(model):
    assert rows(model) == [
        ["Input", "to dense_1", "to dense_2"],
        ["Dense", "to add_1, input 1"],
        ["Dense", "to add_1, input 2"],
        ["Add", "to dense_3"],
        ["Dense", "to output_1"],
        "Output",
    ]
    dense = model.index(1, 0)
    assert dense.data(DETAIL) == "dense_1 · 4"
    assert model.index(0, 0, dense).data(DETAIL) == "4 values"


def test_a_screen_reader_hears_what_the_canvas_shows(model):
    text, description = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    dense = model.index(1, 0)
    assert dense.data(text) == "Dense, dense_1 · 4"
    assert dense.data(description) == "Input from input_1. Parameters: 12."
    wire = model.index(0, 0, dense)
    assert wire.data(text) == "to add_1, input 1, 4 values"
    assert wire.data(description) == "Connection from dense_1 to add_1"


def test_problems_have_a_sign_and_words(model, document):
    document.push("", [RemoveEdge(Edge("dense_2", "add_1", 1))])
    model.refresh()
    add = model.index_of("add_1")
    problem = model.index(0, 0, add)
    assert not add.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index_of("input_1").data(Qt.ItemDataRole.DecorationRole) is None
    assert problem.data(PART) == ProblemPart("add_1", 0)
    assert problem.data() == "It joins at least 2 inputs and has 1 so far."
    assert problem.data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""
    assert problem.data() in add.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_problem_tells_its_fix(model, document):
    document.push("", [document.graph.changed("dense_3", Dense(units=3, activation="sigmoid"))])
    model.refresh()
    (found,) = document.inference.problems
    problem = model.index_of(ProblemPart(found.node, 0))
    assert problem.data(Qt.ItemDataRole.AccessibleDescriptionRole) == f"Enter mends it: {found.fix.label}"


def test_groups_nest_and_stand_where_their_first_layer_does(model, document):
    graph = document.graph
    inner, changes = groups.group(graph, ["dense_1", "dense_2"], "Twins")
    document.push("", changes)
    outer, changes = groups.group(graph, [inner, "add_1"], "Block")
    beside = [AddAnnotation(Note("note_1", "Look here\nand there")), AddAnnotation(Frame("frame_1", "Part"))]
    document.push("", [*changes, *beside])
    model.refresh()
    assert rows(model)[1] == [
        "Block",
        ["Twins", ["Dense", "to add_1, input 1"], ["Dense", "to add_1, input 2"]],
        ["Add", "to dense_3"],
    ]
    assert model.index_of(outer).data(DETAIL) == "group of 1"
    assert [(model.index(r, 0).data(), model.index(r, 0).data(DETAIL)) for r in (4, 5)] == [
        ("Part", "frame"),
        ("Look here", "note"),
    ]


def test_it_follows_edits_and_their_undoing_row_by_row(model, document):
    steps = [
        edits.insert_on_edge(document.graph, Edge("input_1", "dense_1"), Dense())[1],
        [AddNode(Node("flatten_1", Flatten())), AddNode(Node("input_2", Input(shape=(3,))))],
        [RemoveEdge(Edge("add_1", "dense_3"))],
    ]
    for step in steps:
        assert document.push("", step)
        model.refresh()
        assert matches_document(model, document)
    document.select(["dense_1", "add_1"])
    document.delete_selection("")
    document.push("", groups.group(document.graph, ["dense_2", "input_1"], "Two")[1])
    model.refresh()
    assert matches_document(model, document)
    for go in (document.undo_stack.undo, document.undo_stack.redo):
        for _ in range(document.undo_stack.count()):
            go()
            model.refresh()
            assert matches_document(model, document)


def test_rows_that_stay_are_left_alone(model, document, qtbot):
    inserted, removed = [], []
    model.rowsInserted.connect(lambda parent, first, last: inserted.append((model.part(parent), first, last)))
    model.rowsRemoved.connect(lambda parent, first, last: removed.append((model.part(parent), first, last)))
    document.push("", [AddNode(Node("zero", Flatten()))])
    model.refresh()
    assert (inserted, removed) == ([("", 6, 6)], [])
    with qtbot.assertNotEmitted(model.rowsInserted):
        document.push("", [SetNode(document.graph["dense_3"], replace(document.graph["dense_3"], title="Answer"))])
        model.refresh()
    assert model.index_of("dense_3").data() == "Answer"


def test_a_row_whose_part_is_gone_says_nothing_until_the_next_refresh(model, document):
    stale = model.index_of("dense_1")
    document.select(["dense_1"])
    document.delete_selection("")
    assert stale.data() is None
    document.replace(moons())
    assert model.index(0, 0).data() == "Input"
    model.refresh()
    assert matches_document(model, document)


def test_pictures_tell_their_shape(qtbot):
    document = Document(moons())
    graph = document.graph
    document.push("", [graph.changed("input_1", Input(shape=(8, 8, 1))), graph.changed("dense_1", Conv2D(filters=2))])
    model = OutlineModel(document)
    model.refresh()
    wire = model.index(model.rowCount(model.index_of("input_1")) - 1, 0, model.index_of("input_1"))
    assert wire.data(DETAIL) == "8×8×1 values"


def test_a_layer_that_leaves_a_group_which_stays_has_one_row(model, document):
    made, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Twins")
    document.push("", changes)
    model.refresh()
    for around in ("", made, ""):
        document.push("", [groups.changed(document.graph, "dense_1", group=around)])
        model.refresh()
        assert matches_document(model, document)
        assert model.part(model.index_of("dense_1").parent()) == around
