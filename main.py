"""Rambat's entry: no arguments, one project or the name of an example open the window, commands run without one."""

from __future__ import annotations

import argparse
import gc
import os
import sys

COMMANDS = (
    "import", "train", "sweep", "range-test", "evaluate", "predict", "runs",
    "export", "draw", "record", "check", "list",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run with these arguments (those of the process by default) and return the exit code."""
    if arguments is None:
        arguments = sys.argv[1:]
    limit_threads()
    if not wants_window(arguments):
        try:
            from engine.cli import main as run_command

            return run_command(arguments, {"draw": draw, "record": record})
        except KeyboardInterrupt:  # while it was being loaded
            print("rambat: stopped.", file=sys.stderr)
            return 130
    gc.disable()  # what is loaded now stays; `gui.app` has the collector look again once the window is open
    try:
        from gui.app import run, run_without_display

        argv = [sys.argv[0], *arguments]
        return run(argv) if has_display() else run_without_display(argv)
    finally:
        gc.enable()


def draw(options: argparse.Namespace) -> int:
    """It needs Qt, which is loaded only for it, as for the next."""
    from gui.draw_command import run_draw

    return run_draw(options)


def record(options: argparse.Namespace) -> int:
    """Train in front of a window that nobody sees."""
    from gui.record_command import run_record

    return run_record(options)


def limit_threads() -> None:
    """Leave a core to the window; in every command alike, so that a project trains to the same bits in all of them.

    The BLAS reads this when NumPy is loaded.
    """
    threads = str(max(1, (os.cpu_count() or 2) - 1))
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, threads)


def wants_window(arguments: list[str]) -> bool:
    """Whether there is no argument, or just a file or an example that is no command."""
    if not arguments:
        return True
    first = arguments[0]
    if len(arguments) > 1 or first in COMMANDS:
        return False
    return first.endswith(".rambat") or os.path.isfile(first) or is_example(first)


def is_example(name: str) -> bool:
    """Whether a built-in example is called so; asked last, since the engine is loaded for it."""
    from engine.project import examples

    return name in examples()


def has_display() -> bool:
    """Whether a window can be shown; only Linux and its like can be without."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
