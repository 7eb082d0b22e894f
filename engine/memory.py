"""How much memory the machine has, and about how much a network takes; asked before anything is allocated."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

SHARE = 0.8
"""Of the machine's memory; the rest is for everybody else."""
ARRAYS_PER_PARAMETER = 4
"""The parameter, its gradient, and the two moments of Adam."""
LEAST_CHUNK, CHUNK = 256, 1024
"""Samples per pass in inference: enough for the BLAS, at least and at most."""
USUAL_VALUES = 1 << 22
"""Numbers that all layers hold in one pass where the weights are few: measured, the caches like no more."""
CHUNK_VALUES = 3 << 25
"""Numbers that all layers hold in one pass at most, however few samples that are: 384 MB in float32."""
GROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""Where Linux says what a container may use."""


@cache
def machine_memory() -> int:
    """Bytes that programs may use here; a very large number where the system does not tell."""
    limits = [_installed()]
    with contextlib.suppress(OSError, ValueError):  # no such file, or "max"
        limits.append(int(GROUP_LIMIT.read_text(encoding="ascii")))
    return min(limits)


def _installed() -> int:
    if sys.platform == "win32":
        return _installed_on_windows()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return sys.maxsize


def _installed_on_windows() -> int:
    kilobytes = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  the name exists on Windows only
    return kilobytes.value * 1024 if kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes)) else sys.maxsize


class Footprint(NamedTuple):
    """About how many numbers a layer or a network holds: learned ones, for each sample, and whatever the batch."""

    parameters: int = 0
    per_sample: int = 0
    shared: int = 0

    @classmethod
    def total(cls, parts: Iterable[Footprint]) -> Footprint:
        """That of all parts together."""
        return cls(*map(sum, zip(cls(), *parts, strict=True)))

    def training_bytes(self, batch: int, itemsize: int = 4) -> int:
        """About what training takes with batches of this size."""
        return itemsize * (ARRAYS_PER_PARAMETER * self.parameters + self.per_sample * batch + self.shared)

    @property
    def chunk(self) -> int:
        """Samples per pass in inference, the same on every machine, since sums of losses depend on it.

        Every pass reads all weights, so many weights want many samples. A power of two leaves the BLAS the same odd
        rows at the end, whose last bits may differ.
        """
        wanted = max(USUAL_VALUES, ARRAYS_PER_PARAMETER * self.parameters) // self.per_sample
        most = max(1, min(CHUNK, CHUNK_VALUES // self.per_sample, max(LEAST_CHUNK, wanted)))
        return 1 << (most.bit_length() - 1)


def fits(needed: int) -> bool:
    """Whether this many bytes can be had without taking the machine from its user."""
    return needed <= SHARE * machine_memory()


def gigabytes(size: int) -> str:
    """A size in words, such as "2.5 GB"."""
    return f"{size / 2**30:.1f} GB"
