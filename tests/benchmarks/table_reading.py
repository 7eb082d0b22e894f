"""A million rows of twenty columns off the disk: time and peak memory, ours beside plain pandas.read_csv (Linux).

Ours knows nothing of the file: it detects how it is written, checks the width of every row and ends with the data set
as training takes it. pandas is told the delimiter and the decimal sign, and ends with its frame.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rich.console import Console

from tests.benchmarks.peak_memory import peak

ROWS, COLUMNS, BLOCK = 1_000_000, 20, 10_000
ROUNDS = 3
ARRAY = ROWS * COLUMNS * 8 / 2**20
"""Megabytes of the numbers that result."""
CASES = {"numbers": (",", "."), "classes, gaps, decimal comma": (";", ","), "quoted texts": (",", ".")}


def write(path: Path, case: str) -> None:
    """The same ten thousand rows again and again."""
    delimiter, decimal = CASES[case]
    rng = np.random.default_rng(0)
    cells = [[f"{value:.4g}".replace(".", decimal) for value in row] for row in rng.normal(size=(BLOCK, COLUMNS))]
    if case != "numbers":
        for row, label, gap in zip(cells, rng.integers(0, 3, BLOCK), rng.integers(0, 100, BLOCK), strict=True):
            row[-1] = ("setosa", "versicolor", "virginica")[label]
            row[gap % 4] = "" if gap < 4 else row[gap % 4]
            if case == "quoted texts":
                row[0] = f'"{("a, b", "say x", "c")[label]}"'
    block = "".join(delimiter.join(row) + "\n" for row in cells)
    with path.open("w", encoding="utf-8") as file:
        file.write(delimiter.join(f"x{number}" for number in range(COLUMNS)) + "\n")
        file.writelines(block for _ in range(ROWS // BLOCK))


def run(console: Console) -> None:
    """One process for each round, since a peak cannot be taken back."""
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            path = Path(folder) / "table.csv"
            write(path, case)
            found = {which: measure(which, case, path) for which in ("pandas", "read", "load")}
            seconds = {which: min(times for times, _ in rounds) for which, rounds in found.items()}
            peaks = {which: max(peaks for _, peaks in rounds) for which, rounds in found.items()}
            console.print(
                f"{case}, {path.stat().st_size / 2**20:.0f} MB: pandas.read_csv {seconds['pandas']:.2f} s, "
                f"{peaks['pandas']:.0f} MB; ours, table read {seconds['read']:.2f} s, {peaks['read']:.0f} MB; "
                f"ours, data set loaded {seconds['load']:.2f} s, {peaks['load']:.0f} MB. "
                f"Time {seconds['read'] / seconds['pandas']:.2f}x pandas, "
                f"{seconds['load'] / seconds['pandas']:.2f}x with the data set; "
                f"peak {peaks['read'] / ARRAY:.1f}x the array of {ARRAY:.0f} MB, "
                f"{peaks['load'] / ARRAY:.1f}x with the data set (goal <= 4x)",
                highlight=False,
            )


def measure(which: str, case: str, path: Path) -> list[tuple[float, float]]:
    """Seconds and megabytes beyond those before, round by round."""
    command = [sys.executable, "-m", "tests.benchmarks.table_reading", which, case, str(path)]
    answers = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(ROUNDS)]
    return [(float(seconds), float(peaks)) for seconds, peaks in (answer.split() for answer in answers)]


def work(which: str, case: str, path: str) -> None:
    """Read once and print what it took; the imports are in everybody's baseline."""
    import pandas

    from engine.data.tables import TableSource, guess, read_whole

    delimiter, decimal = CASES[case]

    def load() -> None:
        table = read_whole(path)
        TableSource.of(table, [each.column for each in guess(table)]).load()

    programs: dict[str, Callable[[], object]] = {
        "pandas": lambda: pandas.read_csv(path, sep=delimiter, decimal=decimal),
        "read": lambda: read_whole(path),
        "load": load,
    }
    before, start = peak(), time.perf_counter()
    programs[which]()
    print(time.perf_counter() - start, peak() - before)


if __name__ == "__main__":
    work(*sys.argv[1:])
