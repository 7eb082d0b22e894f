"""The layer kinds that a person keeps at hand: favourites that they marked, and those used last."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from engine.layers import Layer
from gui.settings import Settings

MOST_RECENT = 4
Kind = type[Layer]


class LayerShelf(QObject):
    """Remembered between two runs; `changed` tells that either list did. Kinds that are gone are passed over."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def favourites(self) -> list[Kind]:
        """In the order in which they were marked."""
        return _known(self._settings.favourite_layers)

    @property
    def recent(self) -> list[Kind]:
        """The kinds used last, newest first."""
        return _known(self._settings.recent_layers)

    def toggle(self, kind: Kind) -> bool:
        """Mark a kind as a favourite, or no longer; whether it is one now."""
        names = self._settings.favourite_layers
        added = kind.name not in names
        self._settings.favourite_layers = [*names, kind.name] if added else [n for n in names if n != kind.name]
        self.changed.emit()
        return added

    def use(self, kind: Kind) -> None:
        """Note that a kind was put on the canvas."""
        before = self._settings.recent_layers
        after = [kind.name, *(name for name in before if name != kind.name)][:MOST_RECENT]
        if after != before:
            self._settings.recent_layers = after
            self.changed.emit()


def _known(names: Iterable[str]) -> list[Kind]:
    kinds = Layer.kinds()
    return [kinds[name] for name in names if name in kinds]
