"""How much memory training 784-2048-2048-10 on batches of 256 takes at its peak, ours beside PyTorch's (Linux)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console


def run(console: Console) -> None:
    """One process for each, since a peak cannot be taken back."""
    peaks = {"ours": measure("ours")} | ({"PyTorch": measure("theirs")} if find_spec("torch") else {})
    told = ", ".join(f"{name} {peak:.0f} MB" for name, peak in peaks.items())
    ratio = f"; ratio {peaks['ours'] / peaks['PyTorch']:.2f} (goal <= 1)" if "PyTorch" in peaks else ""
    console.print(f"Peak memory of training 784-2048-2048-10 b256 Adam, beyond imports and data: {told}{ratio}")


def measure(which: str) -> float:
    """Megabytes at the peak beyond those before the first step."""
    command = [sys.executable, "-m", "tests.benchmarks.peak_memory", which]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def train(which: str) -> None:
    """Print the peak; the imports of step_time, PyTorch too, are in both baselines."""
    from tests.benchmarks.step_time import CASES, ours, theirs

    case = next(case for case in CASES if case.name.startswith("784-2048"))
    before = peak()
    program: Callable[[], int] = (ours if which == "ours" else theirs)(case)
    program()
    print(peak() - before)


def peak() -> float:
    """Megabytes that this process has had in memory at most, as Linux counts them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    train(sys.argv[1])
