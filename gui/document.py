"""The open project and the only door to its graph: every change is one undoable command."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine import edits, groups, room
from engine.alignment import Box
from engine.annotations import AddAnnotation, Group
from engine.data import DataSource, Preparation
from engine.errors import GraphError, Message
from engine.graph import AddNode, Edge, Graph, SetId, concerns_network
from engine.inference import Inference
from engine.problems import Fix
from engine.project import Project, load, save
from engine.weight_check import misfits
from gui import names
from gui.edit_command import DocumentEdit, EditCommand, SetSetting
from gui.i18n import words


@dataclass(frozen=True)
class Selection:
    """What is selected on the canvas."""

    nodes: frozenset[str] = field(default_factory=frozenset)
    edges: frozenset[Edge] = field(default_factory=frozenset)
    annotations: frozenset[str] = field(default_factory=frozenset)

    @property
    def keys(self) -> frozenset[str]:
        """All that is selected but wires."""
        return self.nodes | self.annotations

    @property
    def single(self) -> str | None:
        """The id of the one layer or annotation that is selected, or None."""
        return next(iter(self.keys)) if len(self.keys) == 1 and not self.edges else None

    @property
    def single_node(self) -> str | None:
        """The id of the one selected node, or None."""
        return next(iter(self.nodes)) if len(self.nodes) == 1 and not (self.edges or self.annotations) else None

    @property
    def single_edge(self) -> Edge | None:
        """The one selected wire, or None."""
        return next(iter(self.edges)) if len(self.edges) == 1 and not (self.nodes or self.annotations) else None

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges or self.annotations)


class Document(QObject):
    """Holds one Project. Views read `graph`, `project`, `inference` and `selection`, and change it through `push`.

    `edited` tells each edit as it is applied, on undo and redo too; `applied` all of a command once they are, and
    `inferred` then the shapes and problems; `replaced` that another project is open and everything must be read anew;
    `refused` a Message why an edit was not made.

    `scope` is the group that people have entered, "" for the whole drawing: what it holds is on the canvas, and what
    is added belongs to it.
    """

    edited = Signal(object)
    applied = Signal(object)
    scope_changed = Signal(str)
    inferred = Signal(object)
    setting_changed = Signal(str)
    selection_changed = Signal(object)
    replaced = Signal()
    refused = Signal(object)
    title_changed = Signal()

    def __init__(self, project: Project, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.title_changed)
        self.project = project
        self.path = path
        self.selection = Selection()
        self.scope = ""
        self._shown: dict[str, str] | None = None
        self._weights_changed = False
        self._measure: weakref.WeakMethod[Callable[[], Mapping[str, Box]]] | None = None
        self.inference = self._infer()

    @property
    def graph(self) -> Graph:
        """The drawn network; to be read, never changed."""
        return self.project.graph

    # Changing

    def push(self, said: Message | str, changes: Iterable[DocumentEdit], merge: str = "") -> bool:
        """Check the edits and make them one undoable step; False, and `refused`, where the graph refuses them.

        `said` is what the step is called in the window's language, or a name that is the same in all.
        """
        listed = [self._within_scope(change) for change in changes]
        if not listed:
            return False
        try:
            self.graph.check(change for change in listed if not isinstance(change, SetSetting))
        except GraphError as error:
            self.refused.emit(error.messages[0])
            return False
        told = Message(said) if isinstance(said, str) else said
        self.undo_stack.push(EditCommand(self.apply, told, listed, merge))
        return True

    def insert(self, said: Message | str, changes: Iterable[DocumentEdit]) -> bool:
        """Push edits that add layers or put them between others, with room made for them in the drawing."""
        listed = [self._within_scope(change) for change in changes]
        drawn = [change for change in listed if not isinstance(change, SetSetting)]
        try:
            drawn = room.let_in(self.graph, drawn, self.project.direction, self.measured())
        except GraphError:
            return self.push(said, listed)  # which says why it is refused
        return self.push(said, [*drawn, *(change for change in listed if isinstance(change, SetSetting))])

    def measured(self) -> Mapping[str, Box]:
        """The boxes of cards as a canvas shows them; empty where nothing is shown."""
        measure = self._measure() if self._measure is not None else None
        return measure() if measure is not None else {}

    def measure_with(self, measure: Callable[[], Mapping[str, Box]]) -> None:
        """Let a canvas tell how large cards are; it is held weakly."""
        self._measure = weakref.WeakMethod(measure)

    def set_setting(self, said: Message | str, name: str, value: Any, part: str = "") -> bool:
        """Change one field of the project, such as `training`, as an undoable step that merges with its like.

        `part` names what changes within the value, so that changes of different parts are steps of their own.
        """
        before = getattr(self.project, name)
        if before == value:
            return False
        return self.push(said, [SetSetting(name, before, value)], merge=f"setting {name} {part}")

    def use_data(
        self, said: Message, source: DataSource, preparation: Preparation, more: Sequence[DocumentEdit] = (),
        merge: str = "",
    ) -> bool:  # fmt: skip
        """Make these the project's data, and prepare them so, as one step with `more` of them."""
        project = self.project
        changes: list[DocumentEdit] = [SetSetting("data", project.data, source)]
        if preparation != project.preparation:
            changes.append(SetSetting("preparation", project.preparation, preparation))
        return self.push(said, [*changes, *more], merge)

    def mend(self, fix: Fix, run: SetSetting | None = None) -> bool:
        """Apply the fix of a problem as one step; `run` puts one at hand with which the network begins anew."""
        fix = self._made_anew(fix)
        values = [(name, getattr(fix, name)) for name in ("data", "preparation", "training")]
        chosen = [SetSetting(name, getattr(self.project, name), after) for name, after in values if after is not None]
        if run is not None:  # first and last, as where a run is opened
            chosen = [run, *chosen, SetSetting(run.name, run.after, run.after)]
        label = fix.label if run is None else fix.label_anew
        return self.insert(names.renamed(label, self.graph), [*fix.edits, *chosen])

    def _made_anew(self, fix: Fix) -> Fix:
        """The fix for the layers as they are: cards may have been moved or named since the problem was found."""
        for known, fresh in zip(self.inference.problems, self._infer().problems, strict=True):
            if known.fix is fix and fresh.fix is not None:
                return fresh.fix
        return fix

    def set_pace(self, steps_per_second: float) -> None:
        """Show a run at this pace, which the next save keeps; like the zoom it is no edit, and nothing to undo."""
        self.project.steps_per_second = steps_per_second
        self.setting_changed.emit("steps_per_second")

    def delete_selection(self, said: Message | str) -> bool:
        """Take away what is selected, wires with their nodes and groups with their members."""
        return self.push(
            said, edits.delete(self.graph, self.selection.nodes, self.selection.edges, self.selection.annotations)
        )

    def retranslate(self) -> None:
        """Call all steps in the window's language."""
        for number in range(self.undo_stack.count()):
            command = self.undo_stack.command(number)
            if isinstance(command, EditCommand):
                command.retranslate()

    def apply(self, changes: Sequence[DocumentEdit]) -> None:
        """Carry out edits that were checked; for EditCommand only."""
        ways_up = [group.id for group in self.graph.annotations.around(self.scope)]
        for change in changes:
            if isinstance(change, SetSetting):
                setattr(self.project, change.name, change.after)
                self.setting_changed.emit(change.name)
                if change.name == "title":
                    self.title_changed.emit()
            else:
                self.graph.apply(change)
            self.edited.emit(change)
        self._shown = None
        reshaped = any(_concerns_shapes(change) for change in changes)
        if reshaped:
            self.inference = self._infer()  # before anyone is told, so that nobody meets new layers with old shapes
        scope = self.scope
        self.scope = next((key for key in ways_up if key in self.graph.annotations), "")
        self.applied.emit(changes)
        self.select_again(
            self.selection, {change.before: change.after for change in changes if isinstance(change, SetId)}
        )
        if scope != self.scope:
            self.scope_changed.emit(self.scope)
        if reshaped:
            self.inferred.emit(self.inference)

    def _infer(self) -> Inference:
        return self.project.infer()

    # What is on the canvas

    @property
    def shown(self) -> Mapping[str, str]:
        """For each layer and annotation in scope what stands for it: itself, or a collapsed group."""
        if self._shown is None:
            self._shown = groups.all_shown(self.graph, self.scope)
        return self._shown

    def enter(self, group_id: str) -> None:
        """Let only what this group holds be on the canvas; "" is the whole drawing."""
        if group_id == self.scope:
            return
        self.scope = group_id
        self._shown = None
        self.select_again(self.selection)
        self.scope_changed.emit(group_id)

    def leave(self) -> None:
        """Go one group up, and select the one that was left."""
        if left := self.scope:
            self.enter(self.graph.annotations.group(left).group)
            self.select(annotations=[left])

    def _within_scope(self, change: DocumentEdit) -> DocumentEdit:
        match change:
            case AddNode(node) if self.scope and not node.group:
                return AddNode(replace(node, group=self.scope))
            case AddAnnotation(annotation) if self.scope and not annotation.group:
                return AddAnnotation(replace(annotation, group=self.scope))
            case _:
                return change

    # Selection

    def select(self, nodes: Iterable[str] = (), edges: Iterable[Edge] = (), annotations: Iterable[str] = ()) -> None:
        """Select these nodes, wires and annotations and nothing else."""
        chosen = Selection(frozenset(nodes), frozenset(edges), frozenset(annotations))
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit(chosen)

    def select_keys(self, keys: Iterable[str], edges: Iterable[Edge] = ()) -> None:
        """Select these layers and annotations, whichever they are, and wires."""
        listed = set(keys)
        annotations = listed & self.graph.annotations.keys()
        self.select(listed - annotations, edges, annotations)

    def selected_groups(self) -> set[str]:
        """The groups among what is selected."""
        return {key for key in self.selection.annotations if isinstance(self.graph.annotations[key], Group)}

    def selected_layers(self) -> set[str]:
        """The selected layers and those in selected groups."""
        inside = {key for group_id in self.selected_groups() for key in groups.within(self.graph, group_id)}
        return {*self.selection.nodes, *(key for key in inside if key in self.graph)}

    def seen(self) -> set[str]:
        """The layers and annotations that are on the canvas themselves."""
        return {key for key, stands in self.shown.items() if key == stands}

    @property
    def several_selected(self) -> bool:
        """Whether the selection is more than one thing and holds layers."""
        return len(self.selection.keys) > 1 and bool(self.selected_layers())

    def select_all(self) -> None:
        """Select every node, wire and annotation that is on the canvas."""
        self.select_keys(self.seen(), self.shown_edges())

    def shows(self, edge: Edge) -> bool:
        """Whether a wire is on the canvas: it does not run within a collapsed group or out of scope."""
        source, target = self.shown.get(edge.source), self.shown.get(edge.target)
        return source is not None and target is not None and source != target

    def shown_edges(self) -> Iterator[Edge]:
        """The wires on the canvas."""
        return filter(self.shows, self.graph.edges())

    def select_again(self, wanted: Selection, renamed: Mapping[str, str] | None = None) -> None:
        """Select what of this is still on the canvas, under the ids that it has now."""
        now = renamed or {}
        keys = {now.get(key, key) for key in wanted.keys}
        edges = {Edge(now.get(e.source, e.source), now.get(e.target, e.target), e.port) for e in wanted.edges}
        wires = set(self.shown_edges()) if edges else set()
        self.select_keys((key for key in keys if self._is_seen(key)), edges & wires)

    def _is_seen(self, key: str) -> bool:
        """Whether this is on the canvas itself; within a command `shown` may still name what is gone."""
        return self.shown.get(key) == key and (key in self.graph or key in self.graph.annotations)

    # Files

    @property
    def name(self) -> str:
        """What the project is called: its file, or else its data's, or the example that it began as."""
        return self.path.name if self.path else words(self.project.title)

    @property
    def modified(self) -> bool:
        """Whether something would be lost by closing."""
        return self._weights_changed or not self.undo_stack.isClean()

    @property
    def has_learned(self) -> bool:
        """Whether there are weights that closing would lose."""
        return self._weights_changed

    def mark_trained(self) -> None:
        """Note that there are weights which closing would lose; training is no undoable edit."""
        if not self._weights_changed:
            self._weights_changed = True
            self.title_changed.emit()

    def replace(self, project: Project, path: Path | None = None) -> None:
        """Open another project in place of this one; the undo list begins anew."""
        self.select()
        self.enter("")
        self.project = project
        self._shown = None
        self.path = path
        self._weights_changed = False
        self.undo_stack.clear()
        self.inference = self._infer()
        self.replaced.emit()
        self.inferred.emit(self.inference)
        self.title_changed.emit()

    def open(self, path: Path) -> None:
        """Read a project file; ProjectError leaves the open project as it is."""
        self.replace(load(path), path)

    def save(self, path: Path) -> None:
        """Write the project so that a failure leaves the old file; ProjectError says why it failed."""
        save(self.project, path)
        self.path = path
        self._weights_changed = bool(self.project.weights and misfits(self.graph, self.project.weights))
        self.undo_stack.setClean()
        self.title_changed.emit()


def _concerns_shapes(change: DocumentEdit) -> bool:
    """Few settings tell what enters the network."""
    return change.name in ("data", "preparation") if isinstance(change, SetSetting) else concerns_network(change)
