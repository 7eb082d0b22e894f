"""What people are told of a data set before they choose it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.classes import class_count
from engine.data.source import DataSource
from engine.shapes import Shape


@dataclass(frozen=True)
class Card:
    """Facts that are known without loading; `samples` is None where they are not, `classes` 0 for measures."""

    origin: str
    licence: str
    suggested: tuple[str, ...]
    samples: int | None
    inputs: Shape
    targets: Shape
    classes: int


def card(source: DataSource) -> Card:
    """The card of a source with its options."""
    shape = source.shape
    return Card(
        source.origin,
        source.licence,
        source.suggested,
        source.sample_count,
        shape.inputs,
        shape.targets,
        class_count(shape.targets[0]) if shape.classification else 0,
    )
