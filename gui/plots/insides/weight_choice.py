"""Two boxes in which single weights of a network are chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.network import Network
from gui.widgets.controls import ComboBox, name_aloud

MOST = 300
"""Weights that are offered: those that the run has moved farthest."""
ARROW = "\N{MULTIPLICATION SIGN}"


class WeightName(NamedTuple):
    """A parameter: its layer, the array, and where in it, from 0."""

    node: str
    array: str
    place: tuple[int, ...]


def arrays_of(network: Network) -> Iterator[tuple[int, str, str, tuple[int, ...]]]:
    """Where each learned array begins among the parameters, its layer, its name and its shape."""
    for node, (start, _) in network.spans.items():
        place = start
        for spec in network.specs[node]:
            if spec.learned:
                yield place, node, spec.name, spec.shape
                place += math.prod(spec.shape)


def weight_name(network: Network, parameter: int) -> WeightName:
    """Which weight a parameter is."""
    for start, node, name, shape in arrays_of(network):
        if start <= parameter < start + math.prod(shape):
            return WeightName(node, name, tuple(int(k) for k in np.unravel_index(parameter - start, shape)))
    raise IndexError(parameter)


def largest(values: NDArray[np.floating], most: int) -> NDArray[np.intp]:
    """Places of the largest, the largest first; all of a large network are not sorted for that."""
    some = np.argpartition(-values, most)[:most] if len(values) > most else np.arange(len(values))
    return some[np.lexsort((some, -values[some]))]


class WeightChoice(QWidget):
    """`chosen` tells that another pair is wanted; `pair` are places among the parameters."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = ComboBox(), ComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.boxes[0], 1)
        row.addWidget(QLabel(ARROW))
        row.addWidget(self.boxes[1], 1)
        for box in self.boxes:
            box.setMinimumContentsLength(4)
            box.currentIndexChanged.connect(self.chosen)

    @property
    def pair(self) -> tuple[int, int] | None:
        """Two that differ, or None."""
        first, second = (box.currentData() for box in self.boxes)
        return None if first is None or second is None or first == second else (int(first), int(second))

    def offer(self, network: Network, vectors: Sequence[NDArray[np.floating]], name_of: Callable[[str], str]) -> None:
        """List the weights of a network, and those that are chosen; at first the two that have come farthest are."""
        farthest = largest(np.abs(vectors[-1] - vectors[0]), MOST)
        listed = sorted({*farthest.tolist(), *(self.pair or ())})
        usual = [int(place) for place in farthest[:2]]
        for number, box in enumerate(self.boxes):
            kept = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for parameter in listed:
                    node, array, place = weight_name(network, parameter)
                    where = ", ".join(str(k + 1) for k in place)
                    layer = name_of(node) if array == "kernel" else f"{name_of(node)} {array}"
                    box.addItem(f"{layer} [{where}]", parameter)
                found = box.findData(kept)
                box.setCurrentIndex(found if found >= 0 else box.findData(usual[min(number, len(usual) - 1)]))

    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return self.boxes[0].currentText(), self.boxes[1].currentText()

    def forget(self) -> None:
        """Another network: nothing is chosen."""
        for box in self.boxes:
            with QSignalBlocker(box):
                box.clear()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        for box, text in zip(self.boxes, (self.tr("Weight along x"), self.tr("Weight along y")), strict=True):
            name_aloud(box, text)
