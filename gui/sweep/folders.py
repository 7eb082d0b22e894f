"""Where the sweeps of a project lie: in the user's data, found again when the program is opened anew."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from engine.sweep.journal import JOURNAL
from gui.document import Document


def home_of(document: Document, folder: Path) -> Path:
    """The folder of this project's sweeps, which goes by its file or, while it has none, by its title."""
    known = str(document.path.resolve()) if document.path is not None else f"title {document.project.title}"
    return folder / hashlib.sha256(known.encode()).hexdigest()[:16]


def new_folder(home: Path) -> Path:
    """A folder for another sweep, later than all others."""
    name = datetime.now().strftime("%Y-%m-%d %H-%M-%S.%f")
    return home / name


def sweeps_in(home: Path) -> list[Path]:
    """The sweeps of a project, the newest first."""
    try:
        return sorted((path for path in home.iterdir() if (path / JOURNAL).is_file()), reverse=True)
    except OSError:
        return []
