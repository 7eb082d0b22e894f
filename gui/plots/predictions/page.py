"""What the pages of the predictions panel share: they say what is to be computed, show it, and hand it on as text."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from engine.data import Prepared
from gui.mailbox import Probe
from gui.plots.export import Table
from gui.theme import Theme

APART, CLOSE = 20, 8
"""Pixels between two sides, and where there is little room."""


class Page(QWidget):
    """One page; `asked` tells that something else is to be computed.

    It has one or several sides, which stand beside each other where there is room, and of which else one is shown.
    `live` pages want every look, others about one a second. `part` and `node` are the part of the data and the output
    that it is about, and `tells_classes` says whether that output tells classes apart.
    """

    asked = Signal()
    live = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.part, self.node, self.tells_classes = "", "", False
        self.sides: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.layout_of_sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.layout_of_sides.setSpacing(APART)
        self._column.addLayout(self.layout_of_sides, 1)

    def add_above(self, widget: QWidget) -> None:
        """A row above all sides."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add_side(self, side: QWidget, share: int = 1) -> None:
        """One more beside the others."""
        self.sides.append(side)
        self.layout_of_sides.addWidget(side, share)

    def look_at(self, part: str, node: str, tells_classes: bool) -> None:
        """Be about another part of the data, or another output."""
        self.part, self.node, self.tells_classes = part, node, tells_classes

    def begin(self, prepared: Prepared) -> None:
        """Take notice of the data, before a result comes."""

    @abstractmethod
    def probe(self) -> Probe:
        """What is to be computed, by the worker; a DataError comes back where that cannot be."""

    @abstractmethod
    def show_result(self, result: object) -> None:
        """Draw what was computed."""

    @abstractmethod
    def titles(self) -> Sequence[str]:
        """What its sides are called where only one is shown; "" for those that then are not."""

    def arrange(self, side: int | None) -> None:
        """Show one side, or all that have something to show."""
        there = [index for index in range(len(self.sides)) if self.has(index)]
        shown = there if side is None else [side if side in there else there[0]]
        for index, widget in enumerate(self.sides):
            widget.setVisible(index in shown)

    def has(self, side: int) -> bool:
        """Whether a side has something to show."""
        return True

    def uses_part(self, side: int | None) -> bool:
        """Whether what is shown is about one part of the data."""
        return True

    def texts(self) -> list[list[list[str]]]:
        """Tables of words, as the clipboard takes them."""
        return []

    def table(self) -> Table:
        """The numbers, as a file takes them."""
        return {}

    def retheme(self, theme: Theme) -> None:
        """Take over another theme's colours."""

    def retranslate(self) -> None:
        """Set all texts in the window's language; the panel calls it."""
