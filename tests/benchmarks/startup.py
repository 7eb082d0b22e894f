"""How long the window takes from the start of the interpreter to its first painted frame, warm."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from rich.console import Console

RUNS = 7
PROGRAM = """
import gc
import time
import main
main.limit_threads()
gc.disable()
from gui.app import create_application, WELCOME
from engine.project import load_example
from gui.document import Document
from gui.main_window import MainWindow
app = create_application(["rambat"])
window = MainWindow(Document(load_example(WELCOME)))
window.show()
app.processEvents()
window.grab()
print(time.time() - float(__import__("os").environ["STARTED"]))
window.session.close()
"""


def run(console: Console) -> None:
    """Start the program several times and print the median."""
    seconds = [start() for _ in range(RUNS)][1:]
    console.print(f"Start to first frame: median {statistics.median(seconds):.2f} s of {len(seconds)} (goal 1.5 s)")


def start() -> float:
    """One start in a process of its own."""
    command = f"import time, os; os.environ['STARTED'] = str(time.time())\n{PROGRAM}"
    done = subprocess.run(
        [sys.executable, "-c", command],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    return float(done.stdout.split()[-1])
