"""What each panel costs that is closed at first; `lab` measures what all cost together."""

from __future__ import annotations

import statistics
from collections.abc import Mapping

from PySide6.QtWidgets import QDockWidget
from rich.console import Console

import main
from gui.app import create_application
from gui.dock import Dock
from gui.docks import Place, placed
from gui.main_window import MainWindow
from gui.plots.base import Plot
from tests.benchmarks.results_panel import Stretch, TimedPanel, end, pair, running, wait

ROUNDS = 6
EXAMPLES = ("moons", "digits", "digits_cnn")


def run(console: Console) -> None:
    """Each panel of the table of docks in a window of its own, open and closed by turns."""
    main.limit_threads()
    create_application(["rambat"])
    for name in EXAMPLES:
        window = running(name)
        clocks = made(window)
        for dock, clock in clocks.items():
            tell(console, f"{name}, {dock}", measured(window, {dock: clock}))
        end(window)


def made(window: MainWindow) -> dict[str, TimedPanel]:
    """The panels that are plots, each afloat so that none covers another, and closed again."""
    clocks = {}
    for spec in placed(Place.CLOSED):
        dock = window.findChild(QDockWidget, f"dock_{spec.name}")
        assert isinstance(dock, Dock)
        dock.setFloating(True)
        dock.show()
        wait(100)
        if isinstance(panel := dock.widget(), Plot):
            clocks[spec.name] = TimedPanel(panel)
        dock.hide()
    return clocks


def measured(window: MainWindow, clocks: Mapping[str, TimedPanel]) -> list[tuple[Stretch, Stretch]]:
    """Without and with these docks."""
    return [pair(window, clocks, open_first=bool(turn % 2)) for turn in range(ROUNDS)]


def tell(console: Console, what: str, pairs: list[tuple[Stretch, Stretch]]) -> None:
    """One line."""
    closed, opened = (Stretch(*map(statistics.median, zip(*side, strict=True))) for side in zip(*pairs, strict=True))
    slower = statistics.median(1 - with_it.steps / without.steps for without, with_it in pairs)
    console.print(
        f"{what}: {slower:.1%} fewer steps/s ({closed.steps:,.0f} without, {opened.steps:,.0f} with it), which says "
        f"something on an idle machine only; its probes take "
        f"{opened.computing:.1%} of the worker's time, the window {closed.drawing:.0%} of a core without it and "
        f"{opened.drawing:.0%} with it"
    )
