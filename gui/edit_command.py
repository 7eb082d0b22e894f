"""The one and only undo command, and the change of a setting that it carries beside edits of the drawing."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QUndoCommand

from engine.annotations import SetAnnotation
from engine.errors import Message
from engine.graph import Edit, SetNode
from gui.i18n import sentence

MERGED_EDITS = 1
"""The id that lets Qt offer two commands for merging."""


@dataclass(frozen=True)
class SetSetting:
    """Another value of a field of the project: training, data, its runs or what people call them."""

    name: str
    before: Any
    after: Any

    def inverse(self) -> SetSetting:
        return SetSetting(self.name, self.after, self.before)


DocumentEdit = Edit | SetSetting


class EditCommand(QUndoCommand):
    """Edits that were checked before; `apply`, a bound method, is given them in order, or inverted in reverse.

    Two commands with the same `merge` key that follow each other become one step, as when a value is stepped.
    """

    def __init__(
        self,
        apply: Callable[[Sequence[DocumentEdit]], None],
        said: Message,
        changes: Sequence[DocumentEdit],
        merge: str = "",
    ) -> None:
        super().__init__(sentence(said))
        self._said = said
        self._apply = weakref.WeakMethod(apply)  # a cycle through C++ would crash the garbage collector
        self._changes = list(changes)
        self._merge = merge

    def redo(self) -> None:
        self._perform(self._changes)

    def undo(self) -> None:
        self._perform([change.inverse() for change in reversed(self._changes)])

    def _perform(self, changes: Sequence[DocumentEdit]) -> None:
        """Carry out the edits. What goes wrong is told here: an exception that passes through Qt's stack may end the
        program, as PySide 6.11 does on Python 3.11."""
        apply = self._apply()
        try:
            if apply is not None:
                apply(changes)
        except Exception:
            sys.excepthook(*sys.exc_info())

    def retranslate(self) -> None:
        """Be called so in the window's language."""
        self.setText(sentence(self._said))

    def id(self) -> int:
        return MERGED_EDITS if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other._merge != self._merge:
            return False
        self._changes = _joined(self._changes, other._changes)
        self.setObsolete(not self._changes)
        return True


def _joined(first: Sequence[DocumentEdit], second: Sequence[DocumentEdit]) -> list[DocumentEdit]:
    """Both lists one after the other; a value set twice is set once, and not at all if it came back."""
    joined: dict[object, DocumentEdit] = {}
    for number, change in enumerate((*first, *second)):
        if isinstance(change, SetNode):
            earlier = joined.get(("node", change.after.id))
            before = earlier.before if isinstance(earlier, SetNode) else change.before
            joined["node", change.after.id] = SetNode(before, change.after)
        elif isinstance(change, SetAnnotation):
            earlier = joined.get(("annotation", change.after.id))
            noted = earlier.before if isinstance(earlier, SetAnnotation) else change.before
            joined["annotation", change.after.id] = SetAnnotation(noted, change.after)
        elif isinstance(change, SetSetting):
            earlier = joined.get(("setting", change.name))
            before = earlier.before if isinstance(earlier, SetSetting) else change.before
            joined["setting", change.name] = SetSetting(change.name, before, change.after)
        else:
            joined[number] = change
    setting = SetNode | SetAnnotation | SetSetting
    return [c for c in joined.values() if not (isinstance(c, setting) and c.before == c.after)]
