"""How the time of a step grows with width and with depth, ours beside PyTorch's: a table and a picture."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication
from rich.console import Console
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from tests.benchmarks.step_time import Case, ours, theirs, torch
from tests.benchmarks.timing import interleaved

WIDTHS, DEPTHS = (4, 16, 64, 256, 1024), (1, 2, 4, 8, 16, 32, 64)
STEP_TIMES = (10, 30, 100, 300, 1000, 3000)
WORK = 3e9
"""Multiplications in one round, about."""
PICTURE = Path(".benchmarks") / "growth.png"

Curve = dict[str, list[float]]


def run(console: Console) -> None:
    """Two hidden layers of growing width, and layers of 32 units in growing number; batch 32, SGD."""
    with threadpool_limits(1):
        if torch is not None:
            torch.set_num_threads(1)
        by_width = measure(console, "width", {width: (32, width, width, 10) for width in WIDTHS})
        by_depth = measure(console, "depth", {depth: (32,) * (depth + 1) + (10,) for depth in DEPTHS})
    PICTURE.parent.mkdir(exist_ok=True)
    draw((("Width of two hidden layers", WIDTHS, by_width), ("Hidden layers of 32 units", DEPTHS, by_depth)))
    console.print(f"Step time against width and depth: {PICTURE}")


def measure(console: Console, name: str, networks: dict[int, tuple[int, ...]]) -> Curve:
    """Microseconds a step by program, one for each network."""
    curve: Curve = {}
    for size, sizes in networks.items():
        products = sum(ins * outs for ins, outs in itertools.pairwise(sizes)) * 32 * 3
        case = Case(sizes, "tanh", 32, "SGD", 1.0, max(3, min(300, int(WORK / products / 50))))
        programs = {"Rambat": ours(case)} | ({"PyTorch": theirs(case)} if torch is not None else {})
        times = interleaved(programs, rounds=5)
        for program, seconds in times.items():
            curve.setdefault(program, []).append(seconds * 1e6)
        told = ", ".join(f"{program} {seconds * 1e6:,.0f} µs" for program, seconds in times.items())
        console.print(f"{name} {size}: {told}")
    return curve


def draw(panels: tuple[tuple[str, tuple[int, ...], Curve], ...]) -> None:
    """Both axes logarithmic, one picture for both."""
    application = QApplication.instance() or QApplication([])
    page = pg.GraphicsLayoutWidget()
    page.setBackground("w")
    page.resize(1200, 480)
    for title, sizes, curve in panels:
        plot = page.addPlot(title=title)
        plot.setLogMode(x=True, y=True)
        plot.setLabel("left", "µs a step")
        plot.getAxis("bottom").setTicks([marks(sizes)])
        plot.getAxis("left").setTicks([marks(STEP_TIMES)])
        plot.showGrid(y=True, alpha=0.2)
        plot.addLegend()
        for (program, times), color in zip(curve.items(), ("#2563EB", "#D9772B"), strict=False):
            plot.plot(sizes, times, pen=pg.mkPen(color, width=2), symbol="o", symbolBrush=color, name=program,
                      antialias=True)  # fmt: skip
    page.grab().save(str(PICTURE))
    application.processEvents()


def marks(values: Sequence[int]) -> list[tuple[float, str]]:
    """Where these values stand on a logarithmic axis, and what is written there."""
    return [(math.log10(value), f"{value:,}") for value in values]
