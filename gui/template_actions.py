"""A template put into the drawing that is open: its layers alone, beside those that are there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal

from engine import groups
from engine.annotations import Point
from engine.direction import Direction
from engine.errors import Message, RambatError
from engine.graph import Graph
from engine.layout import arrange
from engine.project import load_example
from engine.subgraph import insert, without_ends
from gui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, snap
from gui.document import Document
from gui.i18n import words

GAP = CARD_HEIGHT
"""Between the drawing and what comes beside it."""


class TemplateActions(QObject):
    """`done` says in a sentence what was inserted and what was not; `failed` carries a Message why nothing was."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def insert(self, name: str, drawn: QRectF) -> None:
        """Put the layers of an example beside what is drawn in this rectangle, and select them."""
        document = self._document
        try:
            project = load_example(name)
        except RambatError as error:
            self.failed.emit(error.messages[0])
            return
        title, direction = words(project.title), document.project.direction
        part, ends = without_ends(document.graph, project.graph)
        if not len(part):
            self.failed.emit(Message("{title} has no layers beside its ends, which the drawing has.", title=title))
            return
        if project.direction is not direction:
            for move in arrange(part, lambda _key: (CARD_WIDTH, CARD_HEIGHT), direction):
                part.apply(move)
        names, changes = insert(document.graph, part, _way(part, direction, drawn))
        if document.push(Message("Insert {template}", template=Message(project.title)), changes):
            document.select_keys(names[key] for key in _outermost(part))
            self.done.emit(self._told(title, bool(ends)))

    def _told(self, title: str, without: bool) -> str:
        text = self.tr("The layers of {template} are in the drawing. The data and the training stay as they are.")
        told = text.format(template=title)
        return told + " " + self.tr("Its ends were left out: the drawing has its own.") if without else told


def _outermost(part: Graph) -> list[str]:
    """What belongs to no group within the part."""
    return [key for key in (*(node.id for node in part), *part.annotations) if not groups.group_of(part, key)]


def _way(part: Graph, direction: Direction, drawn: QRectF) -> Point:
    """How far a part is moved so that it begins with the drawing and lies beside it, across the way it runs."""
    shown = set(groups.all_shown(part).values())
    xs, ys = zip(*(groups.position(part, key) for key in shown), strict=True)
    left, top = min(xs) - CARD_WIDTH / 2, min(ys) - CARD_HEIGHT / 2
    if drawn.isEmpty():
        return snap(-left), snap(-top)
    below = direction is Direction.RIGHT
    wanted = (drawn.left(), drawn.bottom() + GAP) if below else (drawn.right() + GAP, drawn.top())
    return snap(wanted[0] - left), snap(wanted[1] - top)
