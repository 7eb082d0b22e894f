"""How classes look: colours that people with any colour vision tell apart, and a shape each."""

from __future__ import annotations

from typing import NamedTuple

from gui.theme import Theme

# Okabe and Ito, "Color Universal Design" (2008), without black, and two greys for the rare ninth and tenth class.
OKABE_ITO = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
    "#8A6FB0",
    "#7F7F7F",
    "#BFBFBF",
)

PALE, ON_LIGHT = "#F0E442", "#D9C600"
"""The yellow, which a white panel would swallow, and the one that stands there in its place."""


class Shape(NamedTuple):
    """One of pyqtgraph's symbols, at a size in pixels at which all look equally large."""

    symbol: str
    size: float


SHAPES = (
    Shape("o", 8.0), Shape("s", 6.8), Shape("t1", 8.5), Shape("d", 10.5), Shape("t", 8.5),
    Shape("p", 8.5), Shape("star", 10.5), Shape("h", 8.5), Shape("t2", 8.5), Shape("t3", 8.5),
)  # fmt: skip


def class_colors(count: int, theme: Theme) -> tuple[str, ...]:
    """One colour a class: the two ends of the sign ramp for two, the negative one first."""
    if count <= 2:
        return (theme.negative, theme.positive)
    colors = (OKABE_ITO[index % len(OKABE_ITO)] for index in range(count))
    return tuple(ON_LIGHT if color == PALE and theme.name == "light" else color for color in colors)


def class_shapes(count: int) -> tuple[Shape, ...]:
    """One shape a class."""
    return tuple(SHAPES[index % len(SHAPES)] for index in range(count))
