"""The shapes of samples, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass

Shape = tuple[int, ...]
"""The shape of one sample, without the batch axis; channels come last."""


def shape_text(shape: Shape) -> str:
    """How a shape is written everywhere: "28×28×1", "64"."""
    return "×".join(str(size) for size in shape) or "()"


@dataclass(frozen=True)
class DataShape:
    """What data bring along: the shapes of one sample, and whether the targets are classes or measures.

    `far_targets` says that measures are much larger or smaller than 1, which networks learn badly; `in_time` that
    samples follow each other in time, so that what comes later tells of what was before.
    """

    inputs: Shape
    targets: Shape
    classification: bool = True
    far_targets: bool = False
    in_time: bool = False
