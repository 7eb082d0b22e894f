"""A reel as an animated GIF, or as numbered pictures, frame by frame, so that no more than one is in memory."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import getdata

from gui.recording import reel as reels
from gui.recording.palette import UNCHANGED, Mapper, palette_of

SAMPLES = 12
"""Frames from which the palette is made, evenly over all."""
TICK = 10
"""Milliseconds: GIF tells time in hundredths of a second."""
LEAST_TICKS = 2
"""Shorter frames are shown much longer by browsers."""
ENDLESS = 0
LEAVE = 1
"""What is not drawn anew stays."""

Entries = NDArray[np.uint8]
Part = tuple[Entries, tuple[int, int]]
"""What is drawn anew, and where its left upper corner is."""


def write_gif(reel: Path, out: Path) -> Iterator[float]:
    """Write it, endlessly repeated; what share is done comes back on the way. The last frame lasts as the one before.

    Frames that show the same are one; of the others only what has changed is written.
    """
    times = reels.times(reel)
    chosen = set(np.linspace(0, len(times) - 1, min(SAMPLES, len(times))).round().astype(int).tolist())
    palette = palette_of(pixels for number, pixels in enumerate(reels.frames(reel)) if number in chosen)
    mapper, last = Mapper(palette), times[-1] - times[-2] if len(times) > 1 else 1000
    ends = [time // TICK for time in (*times[1:], times[-1] + last)]
    with out.open("wb") as file:
        file.write(_head(reels.size_of(reel), palette))
        shown: Entries | None = None
        waiting: Part | None = None
        start = times[0] // TICK
        for number, pixels in enumerate(reels.frames(reel)):
            entries = mapper.entries(pixels)
            if (part := _difference(entries, shown)) is not None:
                if waiting is not None:
                    start = _write(file, waiting, start, ends[number - 1])
                shown, waiting = entries, part
            yield (number + 1) / len(times)
        if waiting is not None:
            _write(file, waiting, start, ends[-1])
        file.write(b";")


def _difference(entries: Entries, shown: Entries | None) -> Part | None:
    """The smallest rectangle in which something has changed, see-through where nothing has; None for nothing."""
    if shown is None:
        return entries, (0, 0)
    differs = entries != shown
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return None
    inside = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return np.where(differs[inside], entries[inside], np.uint8(UNCHANGED)), (int(columns[0]), int(rows[0]))


def _head(size: tuple[int, int], palette: NDArray[np.uint8]) -> bytes:
    colors = np.vstack([palette, np.zeros((1, 3), np.uint8)]).tobytes()
    screen = struct.pack("<HHBBB", *size, 0xF7, 0, 0)
    return b"GIF89a" + screen + colors + b"!\xff\x0bNETSCAPE2.0" + struct.pack("<BBHB", 3, 1, ENDLESS, 0)


def _write(file: BinaryIO, part: Part, start: int, end: int) -> int:
    """One frame that is seen from tick to tick; when the next one begins."""
    end = max(end, start + LEAST_TICKS)
    entries, corner = part
    image = Image.fromarray(entries, "P")
    for block in getdata(image, corner, duration=(end - start) * TICK, transparency=UNCHANGED, disposal=LEAVE):
        file.write(block)
    return end


def write_stills(reel: Path, out: Path) -> Iterator[float]:
    """Write each frame as a PNG beside `out`, which gives the name: run-0001.png and so on."""
    count = len(reels.times(reel))
    for number, pixels in enumerate(reels.frames(reel), 1):
        parts = np.stack([pixels >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(np.uint8)
        Image.fromarray(parts, "RGB").save(out.with_name(f"{out.stem}-{number:04}.png"))
        yield number / count


def stills_of(out: Path) -> list[Path]:
    """The numbered pictures that are there already under the name that `out` gives."""
    known = re.compile(re.escape(out.stem) + r"-\d{4,}\.png")
    return sorted(path for path in out.parent.iterdir() if known.fullmatch(path.name))


WRITERS: Mapping[str, Callable[[Path, Path], Iterator[float]]] = {".gif": write_gif, ".png": write_stills}
"""By the suffix of the file that people name."""
