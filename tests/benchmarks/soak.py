"""Whether memory stays flat over a long run with all panels open; RAMBAT_SOAK_MINUTES says how long."""

from __future__ import annotations

import os
import time

from PySide6.QtWidgets import QDockWidget
from rich.console import Console

import main
from gui.app import create_application
from gui.docks import DOCKS
from tests.benchmarks.lab import ROOM, opened
from tests.benchmarks.results_panel import wait

MINUTES = float(os.environ.get("RAMBAT_SOAK_MINUTES", "2"))
EXAMPLE = "moons"
BEGINNING = 0.2
"""Share of the time after which everything that is bounded should be full."""
LOOKS = 12


def run(console: Console) -> None:
    """Resident memory on the way, and its growth after the beginning."""
    main.limit_threads()
    create_application(["rambat"])
    window = opened(EXAMPLE)
    for spec in DOCKS:
        dock = window.findChild(QDockWidget, f"dock_{spec.name}")
        dock.setFloating(True)
        dock.resize(*ROOM)
        dock.show()
    window.session.run()
    started, seen = time.monotonic(), []
    while (minutes := (time.monotonic() - started) / 60) < MINUTES:
        wait(int(60_000 * MINUTES / LOOKS))
        seen.append((minutes, resident()))
        moments = window.session.at_hand.timeline.moments
        console.print(
            f"{minutes:5.1f} min: {seen[-1][1] / 1e6:,.1f} MB, step {window.session.last_snapshot.step:,}, "
            f"{len(moments)} moments"
        )
    settled = [size for minutes, size in seen if minutes >= BEGINNING * MINUTES]
    console.print(
        f"growth after the first {BEGINNING * MINUTES:.0f} minutes: {(settled[-1] - settled[0]) / 1e6:+.1f} MB "
        "(goal below 20 MB in 30 minutes)"
    )
    window.session.close()
    window.document.undo_stack.setClean()


def resident() -> int:
    """Bytes of memory that this process holds."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
