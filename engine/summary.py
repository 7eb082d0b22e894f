"""A network layer by layer, as Keras's `summary()` lists it: shapes, weights, work, memory, and what they add up to.

The columns are declared here once; the window and the command line both write them out.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from engine.errors import Message
from engine.graph import Graph, Node
from engine.inference import Inference
from engine.neighbours import reading_order
from engine.shapes import Shape, shape_text

ITEMSIZE = 4
"""Bytes of a float32."""
UNKNOWN = "?"


class Bytes(int):
    """A count of bytes, which people read as "1.5 kB"."""


Cell = str | int | Message | None
"""Words, a count, or None for what is not known yet."""


@dataclass(frozen=True)
class Line:
    """One layer: what it learns, and what it does with one sample; None where that is not known yet.

    `trainable` and `frozen` count parameters of its own. It has none where it uses those of `owner`.
    """

    node: Node
    shape: Shape | None = None
    trainable: int | None = None
    frozen: int | None = None
    multiply_adds: int | None = None
    owner: str | None = None

    @property
    def parameters(self) -> int | None:
        """All of its own, learned or not."""
        return None if self.trainable is None or self.frozen is None else self.trainable + self.frozen

    @property
    def activations(self) -> Bytes | None:
        """What the numbers that leave it take for one sample."""
        return None if self.shape is None else Bytes(ITEMSIZE * math.prod(self.shape))

    @property
    def weights(self) -> Bytes | None:
        """What its own parameters take."""
        return None if self.parameters is None else Bytes(ITEMSIZE * self.parameters)


class Column(NamedTuple):
    """One fact about each layer; `adds_up` where the sum of all is one about the network."""

    heading: Message
    cell: Callable[[Line], Cell]
    adds_up: bool = True


WORD_COLUMNS = (
    Column(Message("Layer"), lambda line: _name(line.node), adds_up=False),
    Column(Message("Kind"), lambda line: Message(line.node.layer.label or line.node.layer.name), adds_up=False),
    Column(Message("Output shape"), lambda line: None if line.shape is None else shape_text(line.shape), adds_up=False),
)
NUMBER_COLUMNS = (
    Column(Message("Parameters"), lambda line: _own_or_shared(line)),
    Column(Message("Trainable"), lambda line: line.trainable),
    Column(Message("Multiply-adds"), lambda line: line.multiply_adds),
    Column(Message("Activations"), lambda line: line.activations),
    Column(Message("Weights"), lambda line: line.weights),
)
COLUMNS = (*WORD_COLUMNS, *NUMBER_COLUMNS)


def summarize(graph: Graph, inference: Inference) -> list[Line]:
    """A line for each layer, in the order of computation."""
    return [_line(graph, inference, node_id) for node_id in reading_order(graph)]


def cells(line: Line) -> list[Cell]:
    """What the columns say of one layer."""
    return [column.cell(line) for column in COLUMNS]


def totals(lines: list[Line]) -> list[Cell]:
    """What the columns say of the network; what is not known yet counts nothing."""
    return [Message("Total"), *(_sum(column, lines) for column in COLUMNS[1:])]


def amount(size: int) -> str:
    """Bytes in words: "512 B", "1.5 kB", "2.0 MB"."""
    if size < 1000:
        return f"{size} B"
    step = min(int(math.log10(size)) // 3, 4)
    return f"{size / 1000**step:.1f} {' kMGT'[step]}B"


def cell_text(cell: Cell, say: Callable[[Message], str] = str, thousands: str = ",") -> str:
    """A cell as people read it; `say` puts its words into their language."""
    match cell:
        case None:
            return UNKNOWN
        case Message():
            return say(cell)
        case Bytes():
            return amount(cell)
        case int():
            return f"{cell:,}".replace(",", thousands)
        case str():
            return cell


def text_rows(
    lines: list[Line], say: Callable[[Message], str] = str, thousands: str = ",", exact: bool = False
) -> list[list[str]]:
    """The whole table as text, with headings and totals; `exact` writes every count in plain figures."""
    rows: list[list[Cell]] = [[column.heading for column in COLUMNS], *map(cells, lines), totals(lines)]
    return [[_exact(cell, say) if exact else cell_text(cell, say, thousands) for cell in row] for row in rows]


def _exact(cell: Cell, say: Callable[[Message], str]) -> str:
    return str(int(cell)) if isinstance(cell, int) else cell_text(cell, say)


def _line(graph: Graph, inference: Inference, node_id: str) -> Line:
    node, owner = graph[node_id], graph.owner(node_id)
    shape = inference.shapes.get(node_id)
    if shape is None:
        return Line(node, owner=None if owner == node_id else owner)
    entering = [inference.shapes[edge.source] for edge in graph.incoming(node_id)]
    work = node.layer.multiply_adds(*entering)
    if owner != node_id:
        return Line(node, shape, 0, 0, work, owner)
    specs = inference.specs.get(node_id, ())
    trainable = sum(math.prod(spec.shape) for spec in specs if spec.learned)
    return Line(node, shape, trainable, inference.parameters[node_id] - trainable, work)


def _name(node: Node) -> str:
    return f"{node.title} ({node.id})" if node.title else node.id


def _own_or_shared(line: Line) -> Cell:
    return line.parameters if line.owner is None else Message("those of {owner}", owner=line.owner)


def _sum(column: Column, lines: list[Line]) -> Cell:
    if not column.adds_up:
        return ""
    known = [cell for line in lines if isinstance(cell := column.cell(line), int)]
    return Bytes(sum(known)) if known and isinstance(known[0], Bytes) else sum(known)
