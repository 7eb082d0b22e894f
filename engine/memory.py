"""How much memory the machine has, and about how much a network takes; asked before anything is allocated."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from functools import cache
from pathlib import Path

SHARE = 0.8
"""Of the machine's memory; the rest is for everybody else."""
ARRAYS_PER_PARAMETER = 4
"""The parameter, its gradient, and the two moments of Adam."""
ARRAYS_PER_VALUE = 3
"""A layer's output, the gradient that comes back to it, and one array to compute in."""
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


def training_bytes(parameters: int, values: int, batch: int, itemsize: int = 4) -> int:
    """About what training takes: `values` numbers leave all layers together for each sample of a batch."""
    return itemsize * (ARRAYS_PER_PARAMETER * parameters + ARRAYS_PER_VALUE * values * batch)


def fits(needed: int) -> bool:
    """Whether this many bytes can be had without taking the machine from its user."""
    return needed <= SHARE * machine_memory()


def gigabytes(size: int) -> str:
    """A size in words, such as "2.5 GB"."""
    return f"{size / 2**30:.1f} GB"
