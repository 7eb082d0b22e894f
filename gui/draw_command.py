"""The headless command that draws a network into a file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from engine.cli import UsageError, open_project, require_apart
from engine.hyperparameters import is_real
from gui.app import create_application
from gui.drawing.drawing import Drawing, DrawingOptions
from gui.drawing.formats import require_format, write
from gui.i18n import words

LEAST_SCALE, MOST_SCALE = 0.5, 8.0


def run_draw(options: argparse.Namespace) -> int:
    """Draw what a project holds; it needs no display."""
    if not (is_real(options.scale) and LEAST_SCALE <= options.scale <= MOST_SCALE):
        raise UsageError(f"--scale takes a number from {LEAST_SCALE:g} to {MOST_SCALE:g}. Received: {options.scale}")
    project = open_project(options.file)
    require_apart({"FILE": options.file}, [("OUT", options.out)])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_format(options.out)
    _application = create_application(sys.argv[:1])  # lives until the drawing is written
    title = (words(project.title) or Path(options.file).stem) if options.title else ""
    write(Drawing(project, DrawingOptions(title, options.legend, not options.transparent)), options.out, options.scale)
    return 0
