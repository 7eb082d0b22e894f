"""How two programs are timed fairly: by turns in one process, the median of several rounds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

ROUNDS = 7


def interleaved(programs: Mapping[str, Callable[[], int]], rounds: int = ROUNDS) -> dict[str, float]:
    """Median seconds per unit of work; each program does a round of work and returns how many units it did."""
    spent: dict[str, list[float]] = {name: [] for name in programs}
    for program in programs.values():
        program()
    for _ in range(rounds):
        for name, program in programs.items():
            start = time.perf_counter()
            units = program()
            spent[name].append((time.perf_counter() - start) / units)
    return {name: statistics.median(times) for name, times in spent.items()}
