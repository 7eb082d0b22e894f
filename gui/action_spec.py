"""One action of the window: its words, keys, icon and when its key is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

Standard = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action; `text` is asked anew when the language changes.

    A key that buttons and lists need themselves, as the space bar, does not go `before_widgets`: the window hears of it
    only where the focused widget has no use for it. `canvas_key` is one that the canvas hears itself, while it has the
    focus; the menu tells it beside the others.
    """

    id: str
    menu: str
    text: Callable[[], str]
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    before_widgets: bool = True
    checkable: bool = False
    canvas_key: str = ""

    def all_keys(self) -> list[QKeySequence]:
        """All that the menu and the help page tell, the shortest first."""
        entries = (QKeySequence.keyBindings(key)[:1] if not isinstance(key, str) else [QKeySequence(key)]
                   for key in self.shortcuts)  # fmt: skip
        listed = [key for found in entries for key in found]
        return [QKeySequence(self.canvas_key), *listed] if self.canvas_key else listed

    def menu_text(self) -> str:
        """The entry, and behind a tab its keys where Qt does not know them all."""
        native = QKeySequence.SequenceFormat.NativeText
        keys = ", ".join(key.toString(native) for key in self.all_keys())
        return f"{self.text()}\t{keys}" if self.canvas_key else self.text()
