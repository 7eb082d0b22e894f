"""Frames on disk until they are written as an animation: each only as far as it differs from the one before."""

from __future__ import annotations

import contextlib
import struct
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.files import writing

Pixels = NDArray[np.uint32]
"""(height, width): red, green and blue in the lower three bytes."""

SIZE, FRAME = struct.Struct("<II"), struct.Struct("<II")
"""What the file begins with: width and height; and every frame: its time in milliseconds and its bytes."""
QUICK = 1
"""How hard zlib tries: most of a difference is zero."""
NAME = "frames"


class Reel:
    """Frames of one size in a folder of their own, in which there is room for what is made of them; `close` removes it.

    An ExportError says why a frame could not be kept; those before it stay.
    """

    def __init__(self) -> None:
        with writing(Path(tempfile.gettempdir())):
            self._holder = tempfile.TemporaryDirectory(prefix="rambat-", ignore_cleanup_errors=True)
            self.folder = Path(self._holder.name)
            self.path = self.folder / NAME
            self._file = self.path.open("wb", buffering=0)
        self._last: Pixels | None = None
        self.count = 0
        self.bytes = 0

    def add(self, pixels: Pixels, milliseconds: int) -> None:
        """Keep a frame that was taken so long after the first."""
        start = b""
        if self._last is None:
            height, width = pixels.shape
            start, self._last = SIZE.pack(width, height), np.zeros_like(pixels)
        changed = pixels ^ self._last
        packed = zlib.compress(changed.data, QUICK) if changed.any() else b""
        self._write(start + FRAME.pack(milliseconds, len(packed)) + packed)
        self._last = pixels.copy()
        self.count += 1

    def _write(self, record: bytes) -> None:
        """Whole, or not at all."""
        with writing(self.path):
            try:
                written = self._file.write(record)
                if written != len(record):
                    raise OSError(28, "No space left on device")
            except OSError:
                with contextlib.suppress(OSError):
                    self._file.truncate(self.bytes)
                raise
        self.bytes += len(record)

    def close(self) -> None:
        """Forget all frames."""
        self._file.close()
        self._holder.cleanup()


def size_of(reel: Path) -> tuple[int, int]:
    """Width and height."""
    with reel.open("rb") as file:
        width, height = SIZE.unpack(file.read(SIZE.size))
    return width, height


def times(reel: Path) -> list[int]:
    """When each frame was taken, in milliseconds, without unpacking any."""
    found = []
    with reel.open("rb") as file:
        file.seek(SIZE.size)
        while len(head := file.read(FRAME.size)) == FRAME.size:
            milliseconds, length = FRAME.unpack(head)
            file.seek(length, 1)
            found.append(milliseconds)
    return found


def frames(reel: Path) -> Iterator[Pixels]:
    """One after the other; each is a fresh array."""
    with reel.open("rb") as file:
        width, height = SIZE.unpack(file.read(SIZE.size))
        pixels: Pixels = np.zeros((height, width), np.uint32)
        while len(head := file.read(FRAME.size)) == FRAME.size:
            _, length = FRAME.unpack(head)
            if length:
                changed = np.frombuffer(zlib.decompress(file.read(length)), np.uint32)
                pixels = pixels ^ changed.reshape(height, width)
            yield pixels
