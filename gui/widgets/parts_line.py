"""One line made of parts, of which as many are shown as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from gui.widgets.line_text import LineText

SEPARATOR = " · "


class PartsLine(LineText):
    """The first parts are the weightiest; one that has no room is left out, and those behind it that have are shown."""

    _parts: Sequence[str] = ()

    def set_parts(self, *parts: str) -> None:
        """Show these from the next frame on."""
        self._parts = parts
        self.setText(SEPARATOR.join(parts))

    def shown(self) -> str:
        metrics, told = self.fontMetrics(), ""
        for part in self._parts:
            longer = SEPARATOR.join(filter(None, (told, part)))
            if metrics.horizontalAdvance(longer) <= self.width():
                told = longer
        return told or super().shown()
