"""Which unit of a network is looked at: all outputs together, or one of a layer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from gui.widgets.controls import ComboBox, name_aloud

LETTERS = 9
"""For which the layers' box has room where there is some."""


@dataclass(frozen=True)
class Units:
    """The units of one layer by what they are called."""

    node: str
    name: str
    units: Sequence[str]


class UnitChoice(QObject):
    """Two boxes for a plot's header: `layer`, whose first entry means all together, and `unit`, hidden beside that.

    A choice that is not offered for a while comes back with its layer.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.layer, self.unit = ComboBox(), ComboBox()
        self.layer.setMinimumContentsLength(LETTERS)
        self._offered: tuple[Units, ...] = ()
        self._wished = "", 0
        self.layer.currentIndexChanged.connect(lambda _index: self._take(str(self.layer.currentData()), 0))
        self.unit.currentIndexChanged.connect(lambda unit: self._take(self._wished[0], unit))

    @property
    def chosen(self) -> tuple[str, int] | None:
        """Layer and number of the unit; None where all stand together."""
        node, unit = self._wished
        found = self._found(node)
        return (node, unit) if found is not None and unit < len(found.units) else None

    def _found(self, node: str) -> Units | None:
        return next((units for units in self._offered if units.node == node), None)

    def choose(self, node: str, unit: int) -> None:
        """Look at this one; a layer that is not offered means all together."""
        self._take(node, unit)

    def _take(self, node: str, unit: int) -> None:
        if (node, unit) != self._wished:
            self._wished = node, unit
            self._show()
            self.changed.emit()

    def offer(self, together: str, layers: Iterable[Units]) -> None:
        """These layers, behind an entry that says what all together are."""
        self._offered = tuple(layers)
        with QSignalBlocker(self.layer):
            self.layer.clear()
            self.layer.addItem(together, "")
            for units in self._offered:
                self.layer.addItem(units.name, units.node)
        self._show()

    def _show(self) -> None:
        chosen = self.chosen
        found = self._found(chosen[0]) if chosen is not None else None
        with QSignalBlocker(self.layer), QSignalBlocker(self.unit):
            self.layer.setCurrentIndex(max(0, self.layer.findData(chosen[0])) if chosen is not None else 0)
            self.unit.clear()
            self.unit.addItems(list(found.units) if found is not None else [])
            self.unit.setCurrentIndex(chosen[1] if chosen is not None else -1)
        self.layer.setVisible(bool(self._offered))
        self.unit.setVisible(found is not None and len(found.units) > 1)

    def name(self, layer: str, unit: str) -> None:
        """What the boxes are called, for who does not see where they stand."""
        for box, told in ((self.layer, layer), (self.unit, unit)):
            name_aloud(box, told)
            box.setToolTip(told)
