"""What is drawn beside the network: notes, frames, and groups of layers. Nothing of it changes what is computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engine.errors import GraphError, Message

Point = tuple[float, float]
Sides = tuple[tuple[str, tuple[float, float, float, float]], ...]
"""How far the left, top, right and bottom of things have moved, by their ids."""

TAGS = ("blue", "teal", "green", "amber", "orange", "magenta")
"""The colours that people may give to layers, notes, frames and groups; "" is none."""


@dataclass(frozen=True)
class Note:
    """A text stuck on the canvas: `position` is its upper left corner in scene units, `size` its width and height."""

    id: str
    text: str
    position: Point = (0.0, 0.0)
    size: Point = (200.0, 120.0)
    tag: str = ""
    group: str = ""


@dataclass(frozen=True)
class Frame:
    """A titled rectangle behind the cards; what lies within moves with it. Measured as a Note."""

    id: str
    title: str
    position: Point = (0.0, 0.0)
    size: Point = (400.0, 240.0)
    tag: str = ""
    group: str = ""


@dataclass(frozen=True)
class Group:
    """A title for the layers and annotations that name it as their `group`.

    Collapsed, one card with its centre at `position` stands for them all. It may belong to another group itself.
    Expanded, it remembers what was `pushed` aside for it.
    """

    id: str
    title: str
    position: Point = (0.0, 0.0)
    collapsed: bool = True
    tag: str = ""
    group: str = ""
    pushed: Sides = ()


Annotation = Note | Frame | Group


@dataclass(frozen=True)
class AddAnnotation:
    annotation: Annotation

    def inverse(self) -> RemoveAnnotation:
        return RemoveAnnotation(self.annotation)


@dataclass(frozen=True)
class RemoveAnnotation:
    annotation: Annotation

    def inverse(self) -> AddAnnotation:
        return AddAnnotation(self.annotation)


@dataclass(frozen=True)
class SetAnnotation:
    """Another text, place, size or other members under the same id."""

    before: Annotation
    after: Annotation

    def inverse(self) -> SetAnnotation:
        return SetAnnotation(self.after, self.before)


AnnotationEdit = AddAnnotation | RemoveAnnotation | SetAnnotation


class Annotations(Mapping[str, Annotation]):
    """The annotations of one graph by id. Every group that is named is there, and none is within itself."""

    def __init__(self) -> None:
        self._by_id: dict[str, Annotation] = {}

    def __getitem__(self, key: str) -> Annotation:
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def copy(self) -> Annotations:
        """An independent collection of the same annotations."""
        copied = Annotations()
        copied._by_id = self._by_id.copy()
        return copied

    # Groups

    def group(self, group_id: str) -> Group:
        """The group of that id; GraphError where there is none."""
        found = self._by_id.get(group_id)
        if not isinstance(found, Group):
            raise GraphError(Message("There is no group called {group}.", group=group_id))
        return found

    def around(self, group_id: str) -> Iterator[Group]:
        """This group and those around it, from the inside out; nothing for ""."""
        while group_id:
            group = self.group(group_id)
            yield group
            group_id = group.group

    # Changing; each raises GraphError and changes nothing where it cannot be

    def add(self, annotation: Annotation) -> None:
        """Take in another one."""
        self._check(annotation)
        self._by_id[annotation.id] = annotation

    def remove(self, annotation: Annotation) -> None:
        """Take one away that is as it is given here."""
        self._require_unchanged(annotation)
        if any(each.group == annotation.id for each in self._by_id.values()):
            raise GraphError(Message("{group} is not empty.", group=annotation.id))
        del self._by_id[annotation.id]

    def set(self, before: Annotation, after: Annotation) -> None:
        """Let one be another of its kind."""
        self._require_unchanged(before)
        if type(after) is not type(before) or after.id != before.id:
            raise GraphError(Message("{node} was changed by somebody else.", node=before.id))
        self._check(after)
        self._by_id[after.id] = after

    def rename(self, old: str, new: str) -> None:
        """A layer has another id from now on, under which groups remember to have pushed it."""
        for group in [each for each in self._by_id.values() if isinstance(each, Group) and each.pushed]:
            pushed = tuple(sorted((new if key == old else key, sides) for key, sides in group.pushed))
            self._by_id[group.id] = replace(group, pushed=pushed)

    def _require_unchanged(self, annotation: Annotation) -> None:
        if self._by_id.get(annotation.id) != annotation:
            raise GraphError(Message("{node} was changed by somebody else.", node=annotation.id))

    def _check(self, annotation: Annotation) -> None:
        if annotation.id in {group.id for group in self.around(annotation.group)}:
            raise GraphError(Message("{group} cannot be within itself.", group=annotation.id))
