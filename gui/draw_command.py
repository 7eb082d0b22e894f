"""The headless command that draws a network into a file; Qt is loaded only when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from engine.cli import AddCommand, UsageError, add_file, number, open_project, require_apart
from engine.hyperparameters import is_real

LEAST_SCALE, MOST_SCALE = 0.5, 8.0


def add_draw(add: AddCommand) -> None:
    """Put `draw` among the commands."""
    command = add("draw", run_draw, "draw a network as SVG, PDF or PNG")
    add_file(command)
    command.add_argument("out", type=Path, metavar="OUT", help="the file to write; its suffix chooses the format")
    command.add_argument("--title", action="store_true", help="write the project's title above the drawing")
    command.add_argument("--legend", action="store_true", help="explain the colours below the drawing")
    command.add_argument("--transparent", action="store_true", help="leave out the white background")
    command.add_argument("--scale", type=number, default=1, metavar="X", help="of a PNG; 2 has twice the pixels a side")


def run_draw(options: argparse.Namespace) -> int:
    """Draw what a project holds; it needs no display."""
    if not (is_real(options.scale) and LEAST_SCALE <= options.scale <= MOST_SCALE):
        raise UsageError(f"--scale takes a number from {LEAST_SCALE:g} to {MOST_SCALE:g}. Received: {options.scale}")
    project = open_project(options.file)
    require_apart({"FILE": options.file}, [("OUT", options.out)])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from gui.app import create_application
    from gui.drawing.drawing import Drawing, DrawingOptions
    from gui.drawing.formats import require_format, write
    from gui.i18n import words

    require_format(options.out)
    _application = create_application(sys.argv[:1])  # lives until the drawing is written
    title = (words(project.title) or Path(options.file).stem) if options.title else ""
    write(Drawing(project, DrawingOptions(title, options.legend, not options.transparent)), options.out, options.scale)
    return 0
