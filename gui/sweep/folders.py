"""Where sweeps lie: in the user's data, those of a project in one folder, found again when the program is opened."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from engine.errors import RambatError
from engine.files import writing
from engine.sweep.journal import JOURNAL
from gui.document import Document

MOST_BYTES = 1_000_000_000
"""What all sweeps may take together before another one begins."""
NAME = "name.txt"
"""What a project was called when it began a sweep; a folder's own name only tells it from others."""


def home_of(document: Document, folder: Path) -> Path:
    """The folder of this project's sweeps, which goes by its file or, while it has none, by its title."""
    known = str(document.path.resolve()) if document.path is not None else f"title {document.project.title}"
    return folder / hashlib.sha256(known.encode()).hexdigest()[:16]


def new_folder(home: Path) -> Path:
    """A folder for another sweep, later than all others."""
    name = datetime.now().strftime("%Y-%m-%d %H-%M-%S.%f")
    return home / name


def begin_home(home: Path, called: str) -> None:
    """Make a project's folder, and note what the project is called."""
    with writing(home):
        home.mkdir(parents=True, exist_ok=True)
        (home / NAME).write_text(called, encoding="utf-8")


def name_of(home: Path) -> str:
    """What the project of these sweeps was called; "" where that is not known."""
    with contextlib.suppress(OSError, ValueError):
        return (home / NAME).read_text(encoding="utf-8")
    return ""


def time_of(folder: Path) -> str:
    """When a sweep began, to the second."""
    day, _, clock = folder.name.partition(".")[0].partition(" ")
    return f"{day} {clock.replace('-', ':')}"


def sweeps_in(home: Path) -> list[Path]:
    """The sweeps of a project, the newest first."""
    try:
        return sorted((path for path in home.iterdir() if (path / JOURNAL).is_file()), reverse=True)
    except OSError:
        return []


def all_sweeps(folder: Path) -> list[Path]:
    """Those of all projects, the newest first."""
    homes: list[Path] = []
    with contextlib.suppress(OSError):
        homes = [path for path in folder.iterdir() if path.is_dir()]
    return sorted((path for home in homes for path in sweeps_in(home)), key=lambda path: path.name, reverse=True)


def move_sweeps(before: Path, home: Path, called: str) -> None:
    """Let sweeps go with their project, which is another file by now."""
    if listed := sweeps_in(before):
        begin_home(home, called)
        with writing(home):
            for path in listed:
                path.rename(home / path.name)


@contextlib.contextmanager
def taken_back(folder: Path) -> Iterator[None]:
    """Leave nothing behind of what could not be begun."""
    try:
        yield
    except RambatError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def bytes_of(folder: Path) -> int:
    """What a folder takes, with all that is in it."""
    with contextlib.suppress(OSError):
        return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return 0
