"""Any mixture of edits, undo, redo, clipboard, groups, saving and loading: scene and graph agree, and undo is exact."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from engine import edits, groups
from engine.alignment import ACROSS, DOWN, Side
from engine.annotations import AddAnnotation, Frame, Group, Note
from engine.errors import GraphError
from engine.graph import Edge, Graph
from engine.graph_json import graph_from_json, graph_to_json
from engine.layers import Add, Dense, Dropout, Input, Output
from engine.project import load
from gui import clipboard
from gui.canvas import NetworkView
from gui.canvas.commands import aligning, copying, operations, selecting
from gui.document import Document
from tests.gui.canvas.test_scene import assert_shows_graph
from tests.gui.projects import moons

KINDS = (Input, Dense, Add, Dropout, Output)
MOST = 30
"""Layers beyond which nothing more is added, so that each step stays quick."""
NUMBER = st.integers(0, 60)
PLACE = st.tuples(st.integers(-40, 40), st.integers(-40, 40)).map(lambda place: (8.0 * place[0], 8.0 * place[1]))


class Editing(RuleBasedStateMachine):
    """One person at one canvas; `view` is set by the test."""

    view: NetworkView

    @property
    def document(self) -> Document:
        return self.view.document

    @property
    def graph(self) -> Graph:
        return self.document.graph

    @initialize()
    def open(self) -> None:
        QGuiApplication.clipboard().clear()
        self.document.replace(moons())
        self.start = self.graph.copy()

    def node(self, number: int) -> str:
        nodes = [node.id for node in self.graph]
        return nodes[number % len(nodes)]

    def group(self, number: int) -> str | None:
        found = sorted(key for key, each in self.graph.annotations.items() if isinstance(each, Group))
        return found[number % len(found)] if found else None

    def push(self, text: str, changes: Iterable[object]) -> None:
        self.document.push(text, changes)

    def has_layers(self) -> bool:
        return len(self.graph) > 0

    def has_room(self) -> bool:
        return len(self.graph) < MOST

    # Drawing

    @precondition(has_room)
    @rule(kind=st.sampled_from(KINDS), place=PLACE)
    def add(self, kind, place):
        operations.add_layer(self.document, kind(), place)

    @precondition(has_layers)
    @rule(begin=NUMBER, end=NUMBER)
    def connect(self, begin, end):
        end = self.node(end)
        operations.connect(self.document, Edge(self.node(begin), end, self.graph.free_port(end) or 0))

    @precondition(has_room)
    @rule(number=NUMBER)
    def insert(self, number):
        if wires := self.graph.edges():
            operations.insert_layer(self.document, wires[number % len(wires)], Dropout())

    @precondition(has_layers)
    @rule(user=NUMBER, owner=NUMBER)
    def share(self, user, owner):
        user, owner = self.node(user), self.node(owner)
        if user != owner and self.graph[user].layer.same_kind(self.graph[owner].layer):
            self.push("Share", edits.share_weights(self.graph, user, owner))

    @rule(place=PLACE)
    def annotate(self, place):
        stem = "note" if place[0] < 0 else "frame"
        key = self.graph.fresh_name(stem)
        made = Note(key, "Why", place) if stem == "note" else Frame(key, "Part", place)
        self.push("Note", [AddAnnotation(made)])

    @rule(place=PLACE)
    def move(self, place):
        operations.move(self.document, dict.fromkeys(self.document.selection.nodes, place))

    @rule(side=st.sampled_from(Side))
    def align(self, side):
        if aligning.count(self.document) >= 2:
            aligning.align_selection(self.view, side)

    @rule(axis=st.sampled_from([ACROSS, DOWN]))
    def distribute(self, axis):
        if aligning.count(self.document) >= 3:
            aligning.distribute_selection(self.view, axis)

    @rule()
    def delete(self):
        operations.delete_selection(self.document)

    # Selecting

    @precondition(has_layers)
    @rule(numbers=st.lists(NUMBER, max_size=4), wires=st.booleans(), notes=st.booleans())
    def select(self, numbers, wires, notes):
        chosen = self.graph.edges()[:2] if wires else ()
        self.document.select(map(self.node, numbers), chosen, self.graph.annotations if notes else ())

    @rule()
    def invert(self):
        selecting.invert(self.view)

    # Clipboard

    @rule()
    def copy(self):
        if self.document.selection.nodes or self.document.selection.annotations:
            before = self.graph.copy()
            copying.copy(self.view)
            assert self.graph == before

    @rule()
    def cut(self):
        if self.document.selection.nodes or self.document.selection.annotations:
            copying.cut(self.view)
            assert not self.document.selection

    @precondition(has_room)
    @rule(place=st.none() | PLACE)
    def paste(self, place):
        if clipboard.holds_text() and len(clipboard.take()) < MOST:
            before, wires = len(self.graph), len(self.graph.edges())
            part = clipboard.take()
            copying.paste(self.view, QPointF(*place) if place else None)
            assert len(self.graph) == before + len(part)
            assert len(self.graph.edges()) == wires + len(part.edges())

    @precondition(has_room)
    @rule()
    def duplicate(self):
        if self.document.selection.nodes or self.document.selection.annotations:
            copying.duplicate(self.view)

    # Groups

    @rule(title=st.sampled_from(["Encoder", "Decoder"]))
    def make_group(self, title):
        selection = self.document.selection
        try:
            _, changes = groups.group(self.graph, selection.nodes | selection.annotations, title)
        except GraphError:
            return
        self.push("Group", changes)

    @rule(number=NUMBER, collapsed=st.booleans())
    def collapse(self, number, collapsed):
        if group := self.group(number):
            self.push("Collapse", groups.collapse(self.graph, group, collapsed))

    @rule(number=NUMBER)
    def ungroup(self, number):
        if group := self.group(number):
            self.push("Ungroup", groups.ungroup(self.graph, group))

    # Back and forth

    @rule()
    def undo(self):
        self.document.undo_stack.undo()

    @rule()
    def redo(self):
        self.document.undo_stack.redo()

    @rule()
    def save_and_load(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "drawing.rambat"
            self.document.save(path)
            self.document.replace(load(path))
        assert self.document.undo_stack.count() == 0
        self.start = self.graph.copy()

    # What always holds

    @invariant()
    def scene_shows_the_graph(self):
        assert_shows_graph(self.view.network)

    @invariant()
    def selection_is_in_the_graph(self):
        selection = self.document.selection
        assert all(node in self.graph for node in selection.nodes)
        assert selection.edges <= set(self.graph.edges())
        assert selection.annotations <= self.graph.annotations.keys()

    def teardown(self):
        stack, end = self.document.undo_stack, self.graph.copy()
        here = stack.index()
        stack.setIndex(0)
        assert self.graph == getattr(self, "start", self.graph)
        assert_shows_graph(self.view.network)
        stack.setIndex(here)
        assert self.graph == end
        assert graph_from_json(graph_to_json(end)) == end


def test_whatever_is_done_scene_and_graph_agree_and_undo_is_exact(qtbot, monkeypatch):
    view = NetworkView(Document(moons()))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    monkeypatch.setattr(Editing, "view", view, raising=False)
    run_state_machine_as_test(Editing, settings=settings(max_examples=40, stateful_step_count=30))
