"""The items of notes, frames and groups, and the cards that stand for layers, as the document shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from engine import groups
from engine.annotations import Annotation, Frame, Group, Note
from gui.canvas.annotations.annotation_item import AnnotationItem, Part
from gui.canvas.annotations.frame_item import FrameItem
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.annotations.group_outline import GroupOutlineItem
from gui.canvas.annotations.note_item import NoteItem
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.look import Look

CardItem = NodeItem | GroupCardItem


@dataclass
class Change:
    """What is to be done after settling: items that came and went, and layers whose wires end elsewhere."""

    made: list[AnnotationItem]
    gone: list[AnnotationItem]
    other_cards: bool
    """Whether layers are shown by other cards than before."""
    layers: list[str] = field(default_factory=list)


class Surroundings:
    """Holds what the scene shows beside the cards of layers; the scene adds and removes what `settle` names.

    `items` are the annotations in scope by id; `cards` is for each layer in scope the card that stands for it.
    """

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem]) -> None:
        self._look = look
        self._nodes = nodes
        self.items: dict[str, AnnotationItem] = {}
        self.cards: dict[str, CardItem] = {}
        self.leaving: frozenset[str] = frozenset()
        """What is led out of its group just now, so that no outline is drawn around it."""
        self._shown: Mapping[str, str] | None = None
        self._members: defaultdict[str, list[str]] = defaultdict(list)

    def forget_cards(self) -> None:
        """Cards of layers were made or dropped: `cards` is filled anew the next time."""
        self._shown = None

    def settle(self, touched: Set[str] | None) -> Change:
        """Read anew what is shown, of what stayed only what concerns these layers and annotations; None is all."""
        document = self._look.document
        shown, annotations = document.shown, document.graph.annotations
        layers: defaultdict[str, list[str]] = defaultdict(list)
        for key, stands in shown.items():
            if key in self._nodes and stands != key:
                layers[stands].append(key)
        wanted = {key: annotations[key] for key, stands in shown.items() if key == stands and key in annotations}
        gone = [
            item for key, item in self.items.items() if key not in wanted or type(item) is not _item_class(wanted[key])
        ]
        for item in gone:
            del self.items[item.key]
            self._look.forget(item.key)
        made = [_item_class(wanted[key])(self._look, key) for key in wanted if key not in self.items]
        self.items |= {item.key: item for item in made}
        change = Change(made, gone, other_cards=bool(made or gone) or shown != self._shown)
        for item in self.items.values():
            self._refresh(item, layers[item.key], touched, change)
        if change.other_cards:
            self._shown = shown
            self._assign_cards(shown)
        self._members.clear()
        for key, stands in shown.items():
            if key == stands:
                self._members[groups.group_of(document.graph, key)].append(key)
        self.surround(self.items)
        return change

    def _refresh(self, item: AnnotationItem, layers: list[str], touched: Set[str] | None, change: Change) -> None:
        """Read an item anew where something about it or the layers behind it is another."""
        behind = layers if isinstance(item, GroupCardItem) else []
        concerned = touched is None or item in change.made or not touched.isdisjoint((item.key, *behind))
        if isinstance(item, GroupCardItem) and (concerned or item.layers != layers):
            item.layers = layers
            item.refresh()
            change.layers += layers
        elif concerned:
            item.refresh()

    def _assign_cards(self, shown: Mapping[str, str]) -> None:
        """In place, as the wires hold this mapping."""
        self.cards.clear()
        for node_id, item in self._nodes.items():
            stands = shown.get(node_id)
            if item.isVisible() != (stands == node_id):
                item.setVisible(stands == node_id)
                item.refresh_state()
            group = self.items.get(stands or "")
            if stands == node_id:
                self.cards[node_id] = item
            elif isinstance(group, GroupCardItem):
                self.cards[node_id] = group

    def surround(self, moved: Iterable[str]) -> None:
        """Draw the outlines of the expanded groups around these anew, the inner ones first."""
        graph = self._look.document.graph
        touched: set[str] = set()
        for key in moved:
            if key in graph or key in graph.annotations:
                is_group = isinstance(graph.annotations.get(key), Group)
                innermost = key if is_group else groups.group_of(graph, key)
                touched.update(group.id for group in graph.annotations.around(innermost))
        for key in groups.inside_out(graph, touched):
            if isinstance(outline := self.items.get(key), GroupOutlineItem):
                outline.surround(self._around_members(key))

    def _around_members(self, group_id: str) -> QRectF:
        rect = QRectF()
        for key in self._members[group_id]:
            if key in self.leaving:
                continue
            rect |= (self._nodes.get(key) or self.items[key]).place()
        return rect

    def at(self, point: QPointF) -> tuple[str, Part] | None:
        """The annotation under a point and what of it, the topmost where several lie on each other."""
        found: tuple[str, Part] | None = None
        height = float("-inf")
        for key, item in self.items.items():
            if item.zValue() >= height and (part := item.part_at(point)) is not None:
                found, height = (key, part), item.zValue()
        return found

    def outlines(self) -> list[QRectF]:
        """Where expanded groups lie."""
        return [item.rect for item in self.items.values() if isinstance(item, GroupOutlineItem)]

    def frame_at(self, point: QPointF) -> str | None:
        """The topmost frame in which a point lies."""
        frames = (item for item in self.items.values() if isinstance(item, FrameItem) and item.place().contains(point))
        topmost = max(frames, key=FrameItem.zValue, default=None)
        return topmost.key if topmost is not None else None

    def group_card_at(self, point: QPointF, margin: float = 0.0) -> GroupCardItem | None:
        """The card of a collapsed group under a point."""
        for item in self.items.values():
            inside = item.place().adjusted(-margin, -margin, margin, margin).contains(point)
            if inside and isinstance(item, GroupCardItem):
                return item
        return None

    def touching(self, rect: QRectF) -> set[str]:
        """Notes and cards that touch a rectangle, and what lies behind the cards where it is within."""
        return {
            key
            for key, item in self.items.items()
            if (
                rect.contains(item.place())
                if isinstance(item, FrameItem | GroupOutlineItem)
                else rect.intersects(item.place())
            )
        }


def _item_class(annotation: Annotation) -> type[AnnotationItem]:
    match annotation:
        case Note():
            return NoteItem
        case Frame():
            return FrameItem
        case Group(collapsed=True):
            return GroupCardItem
        case Group():
            return GroupOutlineItem
