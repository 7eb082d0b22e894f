"""The drawing as a tree: layers as data flow through them, each with its problems and wires; groups hold theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor

from engine.annotations import Annotation, Frame, Group, Note
from engine.graph import Edge, Graph
from engine.groups import members
from engine.inference import Inference
from engine.layers import shape_text
from engine.neighbours import reading_order
from engine.problems import Problem
from gui import names, theme
from gui.document import Document
from gui.i18n import grouped
from gui.widgets.icons import icon
from gui.widgets.problem_row import SIGNS
from gui.widgets.selection_link import PART

ROOT = ""
DETAIL = PART + 1
"""The role of the quiet words at the end of a row."""
COLOR = PART + 2
"""The role of the colour of a layer's family."""
TAG = PART + 3
"""The role of the colour that people gave."""
ROW_HEIGHT = 28


@dataclass(frozen=True)
class ProblemPart:
    """One problem of a layer, or with "" of the whole drawing, by its number among them."""

    node: str
    number: int


Part = str | Edge | ProblemPart
"""What a row stands for: a layer or an annotation by id, a wire, a problem."""
Tree = dict[Part, list[Part]]
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


def tree_of(graph: Graph, inference: Inference) -> Tree:
    """The rows below each row.

    A group stands where its first layer does, notes and frames behind the layers, and last what is wrong with it all.
    """
    tree: Tree = {ROOT: []}
    order = reading_order(graph)
    for node_id in order:
        tree[node_id] = []
    for annotation in graph.annotations:
        tree[annotation] = []
    placed: set[Part] = {ROOT}
    for key in (*order, *sorted(graph.annotations)):
        for part, above in _upwards(graph, key):
            if part in placed:
                break
            placed.add(part)
            tree[above].append(part)
    numbers: defaultdict[str, Iterator[int]] = defaultdict(count)
    for problem in inference.problems:
        if problem.node in tree:
            tree[problem.node].append(ProblemPart(problem.node, next(numbers[problem.node])))
    for edge in graph.edges():
        tree[edge.source].append(edge)
    return tree


def _upwards(graph: Graph, key: str) -> Iterator[tuple[str, str]]:
    """A layer or annotation with the group around it, then that group with the one around it, and so on."""
    while key:
        above = graph[key].group if key in graph else graph.annotations[key].group
        yield key, above
        key = above


class OutlineModel(QAbstractItemModel):
    """Follows the document when `refresh` is called; rows that stay keep their place, and what is open stays open."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._tree: Tree = {ROOT: []}
        self._above: dict[Part, Part] = {}
        self._row: dict[Part, int] = {}
        self._parts: dict[int, Part] = {}
        self._numbers: dict[Part, int] = {}
        self._fresh_numbers = count(1)
        self._problems: dict[str, list[Problem]] = {}

    # Following

    def refresh(self) -> None:
        """Read the document anew."""
        graph, inference = self._document.graph, self._document.inference
        self._problems = {}
        for problem in inference.problems:
            self._problems.setdefault(problem.node, []).append(problem)
        fresh = tree_of(graph, inference)
        self._take_out(ROOT, fresh)  # all of it first: what moves out of a group is put in elsewhere
        self._put_in(ROOT, fresh)
        for part, below in self._tree.items():
            if below:
                above = self.index_of(part)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(below) - 1, 0, above))

    def _take_out(self, part: Part, fresh: Tree) -> None:
        """Remove what differs below a row, and go on below the rows that stay."""
        before, after = self._tree[part], fresh.get(part, [])
        head, tail = _alike(before, after)
        if gone := before[head : len(before) - tail]:
            self.beginRemoveRows(self.index_of(part), head, head + len(gone) - 1)
            del before[head : head + len(gone)]
            for each in gone:
                self._forget(each)
            self._number_rows(part)
            self.endRemoveRows()
        for each in before:
            self._take_out(each, fresh)

    def _put_in(self, part: Part, fresh: Tree) -> None:
        """Insert what is missing below a row, and go on below the rows that were there."""
        here, after = self._tree[part], fresh.get(part, [])
        stay = [*here]
        head, tail = _alike(here, after)
        if come := after[head : len(after) - tail]:
            self.beginInsertRows(self.index_of(part), head, head + len(come) - 1)
            here[head:head] = come
            for each in come:
                self._learn(each, part, fresh)
            self._number_rows(part)
            self.endInsertRows()
        for each in stay:
            self._put_in(each, fresh)

    def _learn(self, part: Part, above: Part, fresh: Tree) -> None:
        number = next(self._fresh_numbers)
        self._parts[number], self._numbers[part], self._above[part] = part, number, above
        self._tree[part] = list(fresh.get(part, []))
        for below in self._tree[part]:
            self._learn(below, part, fresh)
        self._number_rows(part)

    def _number_rows(self, part: Part) -> None:
        self._row.update({below: row for row, below in enumerate(self._tree[part])})

    def _forget(self, part: Part) -> None:
        for below in self._tree.pop(part):
            self._forget(below)
        del self._parts[self._numbers.pop(part)], self._above[part], self._row[part]

    # What views ask

    def part(self, index: Index) -> Part:
        """What a row stands for; ROOT for no row."""
        return self._parts[index.internalId()] if index.isValid() else ROOT

    def index_of(self, part: object) -> QModelIndex:
        """Where a part stands; no row for what is not there."""
        if part == ROOT or part not in self._numbers:
            return QModelIndex()
        return self.createIndex(self._row[part], 0, self._numbers[part])

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._tree[self.part(parent)]
        if column or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, self._numbers[below[row]])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self._above[self.part(index)]) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._tree[self.part(parent)])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """A screen reader would say "1" else."""
        return QCoreApplication.translate("Outline", "Layer") if role == Role.DisplayRole else None

    def problems_of(self, node: str) -> list[Problem]:
        """What is wrong at a layer."""
        return self._problems.get(node, [])

    def problem(self, part: ProblemPart) -> Problem:
        """The problem of that row."""
        return self._problems[part.node][part.number]

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        part = self.part(index)
        if not self._is_there(part):
            return None
        match role:
            case Role.DisplayRole:
                return self._words(part)[0]
            case _ if role == PART:
                return part
            case _ if role == DETAIL:
                return self._words(part)[1]
            case _ if role == COLOR and isinstance(part, str) and part in self._document.graph:
                return theme.current().category(self._document.graph[part].layer.category)
            case _ if role == TAG:
                return self._tag(part)
            case Role.DecorationRole:
                return self._sign(part)
            case Role.SizeHintRole:
                return QSize(60, ROW_HEIGHT)
            case Role.AccessibleTextRole:
                return ", ".join(text for text in self._words(part) if text)
            case Role.AccessibleDescriptionRole:
                return self._description(part)
            case Role.ToolTipRole:
                return "\n".join(text for text in (*self._words(part), self._description(part)) if text)
            case _:
                return None

    def _tag(self, part: Part) -> QColor | None:
        """The colour that people gave."""
        graph = self._document.graph
        node = None if not isinstance(part, str) else graph[part] if part in graph else graph.annotations[part]
        return QColor(theme.current().tags[node.tag]) if node is not None and node.tag else None

    def _is_there(self, part: Part) -> bool:
        """Whether the document still has it: rows outlive their part until the next refresh."""
        graph = self._document.graph
        if isinstance(part, ProblemPart):
            return part.number < len(self.problems_of(part.node))
        if isinstance(part, Edge):
            return part.source in graph and part.target in graph
        return part in graph or part in graph.annotations

    # Words

    def _words(self, part: Part) -> tuple[str, str]:
        """What a row says, and what it adds in quiet words."""
        if isinstance(part, ProblemPart):
            return names.told(self.problem(part).message, self._document.graph), ""
        if isinstance(part, Edge):
            return self._wire_words(part)
        graph = self._document.graph
        if part in graph.annotations:
            return names.name_of(graph, part), _annotation_detail(graph, graph.annotations[part])
        node = graph[part]
        shape = self._document.inference.shapes.get(part)
        quiet = (part, shape_text(shape) if shape else "")
        return names.heading(node), " \N{MIDDLE DOT} ".join(text for text in quiet if text)

    def _wire_words(self, edge: Edge) -> tuple[str, str]:
        graph = self._document.graph
        target = graph[edge.target].layer
        several = target.variadic or len(target.ports) > 1
        text = (
            QCoreApplication.translate("Outline", "to {node}, input {port}")
            if several
            else QCoreApplication.translate("Outline", "to {node}")
        )
        shape = self._document.inference.edge_shape(edge)
        values = QCoreApplication.translate("Outline", "{shape} values") if shape else ""
        return (
            text.format(node=names.name_of(graph, edge.target), port=edge.port + 1),
            values.format(shape=shape_text(shape) if shape else ""),
        )

    def _sign(self, part: Part) -> object:
        """The icon of a problem, and at a layer that of its gravest."""
        problems = [self.problem(part)] if isinstance(part, ProblemPart) else []
        if isinstance(part, str):
            problems = self.problems_of(part)
        if not problems:
            return None
        gravest = min(problems, key=lambda problem: problem.severity.rank)
        drawing, color = SIGNS[gravest.severity]
        return icon(drawing, getattr(theme.current(), color))

    def _description(self, part: Part) -> str:
        """What a screen reader says after the name, and the tooltip shows."""
        graph = self._document.graph
        if isinstance(part, ProblemPart):
            fix = self.problem(part).fix
            told = QCoreApplication.translate("Outline", "Enter mends it: {fix}")
            return told.format(fix=names.told(fix.label, self._document.graph)) if fix else ""
        if isinstance(part, Edge):
            told = QCoreApplication.translate("Outline", "Connection from {source} to {target}")
            source, target = (names.name_of(graph, end) for end in (part.source, part.target))
            return told.format(source=source, target=target)
        if part in graph.annotations:
            return ""
        sources = ", ".join(names.name_of(graph, edge.source) for edge in graph.incoming(part))
        inputs = QCoreApplication.translate("Outline", "Input from {nodes}.").format(nodes=sources) if sources else ""
        held = self._document.inference.parameters.get(part, 0)
        learns = QCoreApplication.translate("Outline", "Parameters: {count}.").format(count=grouped(held))
        wrong = (names.told(each.message, graph) for each in self.problems_of(part))
        return " ".join(text for text in (inputs, learns if held else "", *wrong) if text)


def _annotation_detail(graph: Graph, annotation: Annotation) -> str:
    match annotation:
        case Group():
            layers = sum(member in graph for member in members(graph, annotation.id))
            return QCoreApplication.translate("Outline", "group of {count}").format(count=layers)
        case Frame():
            return QCoreApplication.translate("Outline", "frame")
        case Note():
            return QCoreApplication.translate("Outline", "note")


def _alike(before: list[Part], after: list[Part]) -> tuple[int, int]:
    """How many entries two lists have in common at their heads, and then at their tails."""
    shorter = min(len(before), len(after))
    head = next((k for k in range(shorter) if before[k] != after[k]), shorter)
    tail = next((k for k in range(shorter - head) if before[-1 - k] != after[-1 - k]), shorter - head)
    return head, tail
