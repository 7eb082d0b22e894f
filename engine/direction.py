"""Which way a drawing runs. All that knows geometry reckons for a drawing to the right, and turns what comes of it."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Where the wires of a drawing lead; y grows downwards."""

    RIGHT = "right"
    DOWN = "down"

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """How far along and how far across the drawing a place lies, or the place that lies so: each way the same."""
        return (x, y) if self is Direction.RIGHT else (y, x)

    @property
    def spacing(self) -> float:
        """Scene units from the middle of a card to that of the next along the drawing."""
        return 200.0 if self is Direction.RIGHT else 128.0

    @property
    def other(self) -> Direction:
        """The other one."""
        return Direction.DOWN if self is Direction.RIGHT else Direction.RIGHT
