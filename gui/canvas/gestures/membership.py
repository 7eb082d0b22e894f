"""The expanded group into which cards come that are led about, and that from which they are taken."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from engine import groups
from gui.canvas.annotations.group_outline import GroupOutlineItem

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

STAYING = 40.0
"""So far beyond the outline of their group cards stay in it: a group grows with what is put to its edge."""


class Membership:
    """Lives while the mouse leads these about; `group` is where they would belong, None where that stays as it is.

    Where all that a group holds is led about together, the group moves, and nothing is taken out of it.
    """

    def __init__(self, view: NetworkView, led: Collection[str]) -> None:
        self._network = view.network
        self._scope = view.document.scope
        graph = view.document.graph
        self._loose = frozenset(key for key in led if groups.group_of(graph, key) not in led)
        homes = {groups.group_of(graph, key) for key in self._loose}
        self._home = next(iter(homes)) if len(homes) == 1 else None
        self._moves_whole = bool(self._home) and self._loose.issuperset(groups.members(graph, self._home or ""))
        items = view.network.surroundings.items.items()
        self._outlines = {
            key: (item.zValue(), item.rect)
            for key, item in items
            if isinstance(item, GroupOutlineItem) and key not in led
        }
        if self._home in self._outlines:
            height, rect = self._outlines[self._home]
            self._outlines[self._home] = height, rect.adjusted(-STAYING, -STAYING, STAYING, STAYING)
        self.group: str | None = None

    def look(self, point: QPointF, wanted: bool) -> None:
        """Find the group around a point of the scene and light it; nothing changes unless that is wanted."""
        target = self._group_at(point) if wanted and not self._moves_whole else None
        self.group = target if target != self._home else None
        self._network.invite(self.group or "")
        self._network.surroundings.leaving = self._loose if self.group is not None else frozenset()

    def _group_at(self, point: QPointF) -> str | None:
        around = [(height, key) for key, (height, rect) in self._outlines.items() if rect.contains(point)]
        if around:
            return max(around)[1]
        return self._scope if self._home is not None else None

    def joining(self) -> dict[str, str]:
        """The group to which each belongs from now on, of those for which it is another."""
        return dict.fromkeys(self._loose, self.group) if self.group is not None else {}

    def clear(self) -> None:
        """Light nothing any more."""
        self._network.invite("")
        self._network.surroundings.leaving = frozenset()
        self._network.surroundings.surround(self._loose)
