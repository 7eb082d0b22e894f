"""One palette for all frames of an animation, so that no colour flickers: flat areas keep theirs exactly."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gui.recording.reel import Pixels

COLORS = 255
"""One entry of 256 stays free: it stands for what has not changed."""
UNCHANGED = COLORS
EXACT = 32
"""So many of the most frequent colours stand in the palette as they are."""
MOST, ROUNDS = 20_000, 4
"""Colours from which the palette is made, evenly over all, and how often it is bettered."""
AT_ONCE = 4096
"""Colours that are compared with the palette together."""


def palette_of(samples: Iterable[Pixels]) -> NDArray[np.uint8]:
    """(255, 3): colours for these frames; all of theirs, where there are no more."""
    colors, counts, seen = _counted(samples)
    if len(colors) <= COLORS:
        palette = np.zeros((COLORS, 3), np.uint8)
        palette[: len(colors)] = _parts(colors)
        return palette
    some = slice(None, None, math.ceil(len(colors) / MOST))
    palette = _reduced(_parts(colors[some]), seen[some] ** 2)  # what stays is looked at longer, however small it is
    for color in _parts(colors[np.argsort(counts)[::-1][:EXACT]])[::-1]:
        palette[_nearest(color[np.newaxis], palette)[0]] = color
    return palette


def _reduced(colors: NDArray[np.uint8], weights: NDArray[np.intp]) -> NDArray[np.uint8]:
    """Weighted colours as few: boxes cut at their medians, then the middles of what is nearest to each (Lloyd 1982)."""
    crowd = Image.fromarray(np.repeat(colors, weights, axis=0)[np.newaxis], "RGB")
    cut = np.array(crowd.quantize(COLORS, Image.Quantize.MEDIANCUT).getpalette(), np.uint8).reshape(-1, 3)[:COLORS]
    palette = np.zeros((COLORS, 3), np.uint8)
    palette[: len(cut)] = cut
    for _ in range(ROUNDS):
        nearest = _nearest(colors, palette)
        total = np.bincount(nearest, weights, COLORS)
        sums = np.stack([np.bincount(nearest, weights * colors[:, part], COLORS) for part in range(3)], axis=1)
        met = total > 0
        palette[met] = (sums[met] / total[met, np.newaxis]).round().astype(np.uint8)
    return palette


def _counted(samples: Iterable[Pixels]) -> tuple[NDArray[np.uint32], NDArray[np.intp], NDArray[np.intp]]:
    """All colours of these frames, how often each occurs, and in how many of the frames."""
    found = [np.unique(pixels, return_counts=True) for pixels in samples]
    colors, places = np.unique(np.concatenate([each for each, _ in found]), return_inverse=True)
    counts = np.bincount(places, np.concatenate([counts for _, counts in found])).astype(np.intp)
    return colors, counts, np.bincount(places)


class Mapper:
    """Finds the entry of the palette that is nearest to each colour, and remembers it."""

    def __init__(self, palette: NDArray[np.uint8]) -> None:
        self._palette = palette
        self._entries = np.full(1 << 24, UNCHANGED, np.uint8)

    def entries(self, pixels: Pixels) -> NDArray[np.uint8]:
        """(height, width) as entries of the palette."""
        entries = self._entries[pixels]
        new = entries == UNCHANGED
        if new.any():
            colors = np.unique(pixels[new])
            for start in range(0, len(colors), AT_ONCE):
                some = colors[start : start + AT_ONCE]
                self._entries[some] = _nearest(_parts(some), self._palette)
            entries = self._entries[pixels]
        return entries


def _parts(colors: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """(n,) packed colours as (n, 3) red, green and blue."""
    return np.stack([colors >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(np.uint8)


def _nearest(colors: NDArray[np.uint8], palette: NDArray[np.uint8]) -> NDArray[np.intp]:
    """The entry nearest to each of (n, 3) colours."""
    entries = palette.astype(np.float32)
    apart = (entries**2).sum(axis=1) - 2 * colors.astype(np.float32) @ entries.T  # less what all entries have alike
    return apart.argmin(axis=1)
