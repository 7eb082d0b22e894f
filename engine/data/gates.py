"""Truth tables of two inputs: four samples each, small enough to work through by hand."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.shapes import DataShape

YES_OR_NO = ("0", "1")
CORNERS = np.array([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)])
"""The inputs of a truth table, in its usual order."""


class Gate(DataSource):
    """A truth table of two inputs: four samples."""

    answers: ClassVar[tuple[int, ...]]

    origin = "A truth table."
    licence = "MIT, as the program."
    suggested = ("perceptron",)

    @property
    def shape(self) -> DataShape:
        return DataShape((2,), (1,))

    @property
    def sample_count(self) -> int:
        return len(CORNERS)

    @property
    def suggested_validation(self) -> float:
        """All four are needed to learn from."""
        return 0.0

    def load(self) -> Dataset:
        return Dataset(CORNERS.copy(), one_hot(np.array(self.answers), 2), None, YES_OR_NO, ("x1", "x2"))


class XorGate(Gate, name="xor_gate"):
    label = "XOR gate"
    summary = "The four points of exclusive or: no straight line separates them."
    suggested = ("xor",)
    answers = (0, 1, 1, 0)


class AndGate(Gate, name="and_gate"):
    label = "AND gate"
    summary = "The four points of logical and: one unit is enough."
    answers = (0, 0, 0, 1)


class OrGate(Gate, name="or_gate"):
    label = "OR gate"
    summary = "The four points of logical or: one unit is enough."
    answers = (0, 1, 1, 1)


class NandGate(Gate, name="nand_gate"):
    label = "NAND gate"
    summary = "The four points of not-and, of which every other gate can be built: one unit is enough."
    answers = (1, 1, 1, 0)


class NorGate(Gate, name="nor_gate"):
    label = "NOR gate"
    summary = "The four points of neither-nor: one unit is enough."
    answers = (1, 0, 0, 0)


class XnorGate(Gate, name="xnor_gate"):
    label = "XNOR gate"
    summary = "The four points of equality, the opposite of exclusive or: no straight line separates them."
    suggested = ("xor",)
    answers = (1, 0, 0, 1)
