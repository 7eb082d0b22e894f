"""Any mixture of what hands can do: after each step graph, scene and outline tell the same, and undo is exact."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget

from engine import edits
from engine.data import DataSource
from engine.graph import Graph
from engine.graph_json import graph_from_json, graph_to_json
from engine.inference import Inference
from engine.layers import Add, BatchNormalization, Concatenate, Conv2D, Dense, Dropout, Flatten, Input, Output
from engine.neighbours import reading_order
from engine.project import load
from gui import names, weight_sharing
from gui.canvas import NetworkView
from gui.canvas.annotations.surroundings import CardItem
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.commands import grouping, menus, table, twin
from gui.canvas.geometry import Port
from gui.canvas.overlays.chooser import Chooser
from gui.document import Document
from gui.panels.outline import OutlinePanel
from gui.template_actions import TemplateActions
from gui.widgets.outline_model import Part, ProblemPart
from gui.widgets.selection_link import MOST_WIRES, PART
from tests.gui.canvas import hands
from tests.gui.canvas.test_scene import assert_shows_graph, assert_shows_scope
from tests.gui.projects import moons

K, CONTROL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KINDS = (Input, Dense, Add, Concatenate, Dropout, Flatten, Conv2D, BatchNormalization, Output)
MOST = 24
"""Layers beyond which nothing more is added, so that each step stays quick."""
NUMBER = st.integers(0, 60)
ARROWS = (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down)
LETTERS = (K.Key_A, K.Key_C, K.Key_E, K.Key_R, K.Key_N, K.Key_O, K.Key_I, K.Key_F, K.Key_W)
KEYS = (
    *((key, 0) for key in (*LETTERS, K.Key_Return, K.Key_Escape, K.Key_Delete, K.Key_Backspace, K.Key_Tab)),
    *((key, keys) for key in ARROWS for keys in (0, SHIFT, CONTROL, ALT, ALT | SHIFT)),
    *((key, CONTROL) for key in (K.Key_A, K.Key_Delete, K.Key_1, K.Key_3)),
)
"""What the canvas hears, each with what is held down."""
OUTLINE_KEYS = (*ARROWS, K.Key_Return, K.Key_Delete, K.Key_A, K.Key_C, K.Key_R, K.Key_Home, K.Key_End)
COMMANDS = tuple(name for name in table.COMMANDS if name not in ("pointer_ring", "save_block"))
DEEDS: tuple[str | tuple[Qt.Key, ...], ...] = (
    *("group", "group", "collapse", "ungroup", "frame", "rename", "cut", "copy", "duplicate", "delete_and_heal"),
    *("align_left", "distribute_across", "arrange", "paste", "turn"),
    *((K.Key_C,), (K.Key_A,), (K.Key_R,), (K.Key_Return,), (K.Key_Delete,), (K.Key_I,), (K.Key_O,)),
    *((K.Key_E, K.Key_A), (K.Key_E, K.Key_R), (K.Key_E, K.Key_Delete)),
)
"""What people do with what they have clicked: commands by their ids, or keys one after the other."""
DATA = ("moons", "circles", "iris", "digits")
TEMPLATES = ("perceptron", "skip", "two_inputs")
FOREIGN = (
    "",
    "hello",
    "{",
    '{"nodes": 3}',
    '{"nodes": [], "edges": []}',
    '{"nodes": [{"id": 1}], "edges": []}',
    "[" * 999,
)


def leaves(menu: QMenu) -> Iterator[QAction]:
    """All entries that can be chosen, those of its menus too."""
    for action in menu.actions():
        if action.menu() is not None:
            yield from leaves(action.menu())
        elif action.isEnabled() and not action.isSeparator():
            yield action


def known(inference: Inference) -> list[object]:
    """All that is inferred but the fixes, which are made anew when they are asked for."""
    problems = [(problem.node, problem.message, problem.severity) for problem in inference.problems]
    return [inference.shapes, inference.specs, inference.parameters, problems]


def ports(card: CardItem) -> list[Port]:
    """The ports that a card shows, its own or those within for which they stand."""
    if isinstance(card, NodeItem):
        return [Port(card.node_id, number) for number in (*card.ports, None)]
    return list(card.ports())


class Editing(RuleBasedStateMachine):
    """One person at one canvas with the outline beside it."""

    @property
    def document(self) -> Document:
        return self.view.document

    @property
    def graph(self) -> Graph:
        return self.document.graph

    @initialize()
    def open(self) -> None:
        QGuiApplication.clipboard().clear()
        QSettings().clear()
        self.window, self.view, self.outline = side_by_side()
        self.note_start()

    def note_start(self) -> None:
        self.start = self.graph.copy(), self.document.project.direction, self.document.project.data

    # What is there to be pointed at

    def node(self, number: int) -> str:
        nodes = [node.id for node in self.graph]
        return nodes[number % len(nodes)]

    def pixel(self, number: int) -> QPoint:
        """Some place on screen where there is something: a card, a port, a wire, a corner, a title; or nothing."""
        network = self.view.network
        places = [*network.stops().values()]
        places += [network.port_at(port) for card in network.cards() for port in ports(card)]
        places += [network.wires.middle(edge) for edge in self.document.shown_edges()]
        places += [item.place().bottomRight() - QPointF(4, 4) for item in network.surroundings.items.values()]
        places += [self.view.mapToScene(QPoint(40, 500)), self.view.mapToScene(QPoint(500, 60))]
        return self.view.mapFromScene(places[number % len(places)])

    def has_layers(self) -> bool:
        return len(self.graph) > 0

    def has_room(self) -> bool:
        return len(self.graph) < MOST

    def answer(self, number: int) -> None:
        """Choose from the list that has opened, or write where there is to be written; now and then neither."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, Chooser):
            if not self.has_room() or number % 5 == 4:
                QTest.keyClick(popup.search, K.Key_Escape)
            else:
                for _ in range(number % 5):
                    QTest.keyClick(popup.search, K.Key_Down)
                QTest.keyClick(popup.search, K.Key_Return)
        elif popup is not None:
            popup.close()
        if self.view.editor is not None:
            QTest.keyClicks(self.view.editor, ("Part", "", "a b")[number % 3])
            QTest.keyClick(self.view.editor, K.Key_Escape if number % 2 else K.Key_Return)
            if self.view.editor is not None:
                QTest.keyClick(self.view.editor, K.Key_Escape)

    # Keys, menus and commands

    @precondition(has_layers)
    @rule(chosen=st.lists(NUMBER, min_size=1, max_size=3), deed=st.sampled_from(DEEDS), number=NUMBER)
    def click_and_do(self, chosen, deed, number):
        places = [*self.view.network.stops().values()]
        for count, place in enumerate(chosen if places else ()):
            pixel = self.view.mapFromScene(places[place % len(places)])
            hands.click(self.view, pixel, SHIFT if count else hands.NO_KEY)
        if isinstance(deed, str):
            self.command(deed, number)
        else:
            for key in deed:
                QTest.keyClick(self.view, key)
                self.answer(number)

    @precondition(has_layers)
    @rule(begin=NUMBER, end=NUMBER)
    def draw_wire(self, begin, end):
        """From some output on the canvas to some card."""
        cards = [*self.view.network.cards()]
        starts = [port for card in cards for port in ports(card) if port.is_output]
        if starts and cards:
            start = self.view.network.port_at(starts[begin % len(starts)])
            hands.drag(self.view, self.view.mapFromScene(start), self.view.mapFromScene(cards[end % len(cards)].pos()))

    @rule(key=st.sampled_from(KEYS), number=NUMBER)
    def press_key(self, key, number):
        QTest.keyClick(self.view, key[0], Qt.KeyboardModifier(key[1]))
        self.answer(number)

    @rule(name=st.sampled_from(COMMANDS), number=NUMBER)
    def any_command(self, name, number):
        self.command(name, number)
        self.search(("dense", "part", "zzz", "units")[number % 4], number % 3)

    def command(self, name, number):
        if table.enabled(self.view).get(name, True) and (self.has_room() or name not in ("paste", "duplicate")):
            table.COMMANDS[name](self.view)
            self.answer(number)

    @precondition(has_room)
    @rule(place=NUMBER, entry=st.integers(0, 400), number=NUMBER)
    def choose_from_menu(self, place, entry, number):
        menu = menus.menu_at(self.view, self.view.mapToScene(self.pixel(place)))
        found = list(leaves(menu))
        found[entry % len(found)].trigger()
        menu.deleteLater()
        self.answer(number)

    def search(self, text, steps):
        self.view.search.open()
        QTest.keyClicks(self.view.search.field, text)
        for _ in range(steps):
            QTest.keyClick(self.view.search.field, K.Key_Return)
        QTest.keyClick(self.view.search.field, K.Key_Escape)

    # The mouse

    @rule(place=NUMBER, keys=st.sampled_from([None, 0, SHIFT, CONTROL]), number=NUMBER)
    def click(self, place, keys, number):
        if keys is None:
            QTest.mouseDClick(self.view.viewport(), hands.LEFT, pos=self.pixel(place))
            self.answer(number)
        else:
            hands.click(self.view, self.pixel(place), Qt.KeyboardModifier(keys))

    @rule(begin=NUMBER, end=NUMBER, aside=st.sampled_from([0, 0, 70]), number=NUMBER)
    def drag(self, begin, end, aside, number):
        hands.drag(self.view, self.pixel(begin), self.pixel(end) + QPoint(aside, -aside))
        self.answer(number)

    @rule(begin=NUMBER, end=NUMBER)
    def drag_and_escape(self, begin, end):
        before, count = self.graph.copy(), self.document.undo_stack.count()
        hands.press(self.view, self.pixel(begin))
        hands.lead(self.view, self.pixel(end))
        QTest.keyClick(self.view, K.Key_Escape)
        hands.release(self.view, self.pixel(end))
        assert (self.graph, self.document.undo_stack.count()) == (before, count)

    @precondition(has_room)
    @rule(kind=st.sampled_from(KINDS), place=NUMBER)
    def drop(self, kind, place):
        assert hands.drop(self.view, hands.layer_mime(kind.name), self.pixel(place))

    # The outline

    @rule(key=st.sampled_from(OUTLINE_KEYS), times=st.integers(1, 3), number=NUMBER)
    def press_in_outline(self, key, times, number):
        for _ in range(times if key in ARROWS else 1):
            QTest.keyClick(self.outline.tree, key)
            self.answer(number)
            QApplication.processEvents()

    @rule(row=NUMBER)
    def click_in_outline(self, row):
        tree = self.outline.tree
        index = tree.indexAt(QPoint(40, 14 + 28 * (row % 12)))
        if index.isValid():
            QTest.mouseClick(tree.viewport(), hands.LEFT, pos=tree.visualRect(index).center())

    # What panels ask for

    @precondition(has_layers)
    @rule(what=st.sampled_from(["mend", "mend", "units", "share", "data", "template"]), number=NUMBER, other=NUMBER)
    def ask_of_a_panel(self, what, number, other):
        match what:
            case "mend":
                self.mend(number)
            case "units":
                self.set_units(number, 1 + other % 6)
            case "share":
                self.share_weights(number, other)
            case "data":
                self.document.set_setting("Data", "data", DataSource.resolve(DATA[other % len(DATA)]))
            case "template" if self.has_room():
                TemplateActions(self.document).insert(TEMPLATES[other % len(TEMPLATES)], self.view.content_rect())

    def mend(self, number):
        fixes = [problem.fix for problem in self.document.inference.problems if problem.fix is not None]
        if fixes:
            assert self.document.mend(fixes[number % len(fixes)])

    def set_units(self, number, units):
        node = self.node(number)
        if isinstance(self.graph[node].layer, Dense):
            changed = self.graph[node].layer.replace(units=units)
            self.document.push("Change", edits.change(self.graph, node, changed), merge=f"units {node}")

    def share_weights(self, user, number):
        owners: list[str | None] = [None] if self.graph[self.node(user)].shares is not None else []
        if owners := [*owners, *weight_sharing.offered(self.document, self.node(user))]:
            weight_sharing.use_weights_of(self.document, self.node(user), owners[number % len(owners)])

    # Back and forth

    @rule(steps=st.integers(-4, 3))
    def go_in_time(self, steps):
        stack = self.document.undo_stack
        for _ in range(abs(steps)):
            stack.undo() if steps < 0 else stack.redo()

    @rule(seldom=st.integers(0, 9), text=st.sampled_from(FOREIGN))
    def save_and_load_or_paste_what_is_none(self, seldom, text):
        if seldom == 0:
            self.save_and_load()
        elif seldom == 1:
            self.paste_foreign_text(text)

    def save_and_load(self):
        before = self.graph.copy()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "drawing.rambat"
            self.document.save(path)
            self.document.replace(load(path))
        assert self.graph == before
        assert self.document.undo_stack.count() == 0
        self.note_start()

    def paste_foreign_text(self, text):
        QGuiApplication.clipboard().setText(text)
        before, count = self.graph.copy(), self.document.undo_stack.count()
        table.COMMANDS["paste"](self.view)
        assert (self.graph, self.document.undo_stack.count()) == (before, count)

    # What always holds

    @invariant()
    def all_tell_the_same(self):
        self.view.glide.jump()
        selection = self.document.selection
        QApplication.processEvents()
        assert self.document.selection == selection, "panels that follow choose nothing"
        assert_shows_graph(self.view.network)
        if not self.view.network.look.pictures:  # a scene made anew has no layers opened
            assert_shows_scope(self.view.network)
        assert_tells_graph(self.outline, self.document)
        self.check_selection()
        assert known(self.document.inference) == known(self.document.project.infer())
        assert self.view.network.look.pictures.keys() <= self.document.seen()
        assert not self.view.is_busy

    def check_selection(self):
        selection = self.document.selection
        assert selection.nodes <= {node.id for node in self.graph}
        assert selection.annotations <= self.graph.annotations.keys()
        assert selection.keys <= self.document.seen()
        assert selection.edges <= set(self.document.shown_edges())

    def teardown(self):
        if not hasattr(self, "start"):
            return
        try:
            self.check_time()
        finally:
            self.window.close()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def check_time(self):
        """All the way back is the beginning, and all the way forth the end."""
        stack, project, end = self.document.undo_stack, self.document.project, self.graph.copy()
        here = stack.index()
        stack.setIndex(0)
        assert (self.graph, project.direction, project.data) == self.start
        self.view.glide.jump()
        assert_shows_graph(self.view.network)
        stack.setIndex(here)
        assert self.graph == end
        assert graph_from_json(graph_to_json(end)) == end


def assert_tells_graph(outline: OutlinePanel, document: Document) -> None:
    """Each layer, annotation, wire and problem has one row at its place, that says it; the selection is the same."""
    graph, model = document.graph, outline.model
    found = dict(rows(outline))
    wanted: dict[Part, object] = {edge: edge.source for edge in graph.edges()}
    wanted |= {node.id: node.group for node in graph}
    wanted |= {key: annotation.group for key, annotation in graph.annotations.items()}
    for key in ("", *(node.id for node in graph)):
        told = [problem for problem in document.inference.problems if problem.node == key]
        wanted |= {ProblemPart(key, number): key for number in range(len(told))}
        shown = [model.index_of(ProblemPart(key, number)).data() for number in range(len(told))]
        assert shown == [names.told(problem.message, graph) for problem in told]
    for node in graph:
        index = model.index_of(node.id)
        assert index.data() == names.heading(node)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith(f"{names.heading(node)}, {node.id}")
    assert found == wanted
    order = [part for part in found if part in graph]
    for group in {node.group for node in graph}:
        inside = [node for node in reading_order(graph) if graph[node].group == group]
        assert [part for part in order if graph[part].group == group] == inside
    selection = document.selection
    wires = selection.edges if len(selection.edges) <= MOST_WIRES else frozenset()
    picked = {index.data(PART) for index in outline.tree.selectionModel().selectedRows()}
    assert {part for part in picked if not isinstance(part, ProblemPart)} == selection.keys | wires


def rows(outline: OutlinePanel, above: QModelIndex = QModelIndex()) -> Iterator[tuple[Part, Part]]:  # noqa: B008
    """Every row with the one above it, in their order."""
    for row in range(outline.model.rowCount(above)):
        index = outline.model.index(row, 0, above)
        yield index.data(PART), outline.model.part(above)
        yield from rows(outline, index)


def side_by_side() -> tuple[QWidget, NetworkView, OutlinePanel]:
    """A canvas and an outline in one window, tied together as the program's window does it."""
    window, document = QWidget(), Document(moons())
    view, outline = NetworkView(document, parent=window), OutlinePanel(document, window)
    row = QHBoxLayout(window)
    row.addWidget(outline)
    row.addWidget(view, 1)
    outline.reveal_requested.connect(view.reveal)
    outline.edit_requested.connect(partial(grouping.open_key, view))
    outline.connect_requested.connect(partial(twin.connect_from, view))
    outline.add_requested.connect(partial(twin.add_after, view))
    outline.replace_requested.connect(partial(twin.replace, view))
    window.resize(1200, 640)
    window.show()
    window.activateWindow()
    return window, view, outline


def test_whatever_is_done_graph_scene_and_outline_agree_and_undo_is_exact(qtbot):
    # What fails is told as it came: to shorten it takes longer than a test may.
    whole = settings(max_examples=16, stateful_step_count=30, phases=[Phase.generate])
    run_state_machine_as_test(Editing, settings=whole)
