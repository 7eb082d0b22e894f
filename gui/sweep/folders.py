"""Where sweeps lie: in the user's data, those of a project in one folder, found again when the program is opened."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from engine.errors import RambatError
from engine.files import writing
from engine.sweep.journal import JOURNAL, is_at_work

MOST_BYTES = 1_000_000_000
"""What all sweeps may take together before another one begins."""
NAME = "name.txt"
"""What a project was called when it began a sweep; a folder's own name only tells it from others."""
EARLIER = "earlier.txt"
"""The sweeps that a project had begun under another name, a line each; they lie where they were begun."""


def home_of(path: Path | None, title: str, folder: Path) -> Path:
    """The folder of a project's sweeps, which goes by its file or, while it has none, by its title."""
    known = str(path.resolve()) if path is not None else f"title {title}"
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


def sweeps_of(home: Path) -> list[Path]:
    """The sweeps of a project, the newest first; also those that it had begun under an earlier name."""
    earlier: list[str] = []
    with contextlib.suppress(OSError, ValueError):
        earlier = (home / EARLIER).read_text(encoding="utf-8").splitlines()
    return _newest_first([*_begun_in(home), *filter(_is_sweep, (home.parent / line for line in earlier))])


def all_sweeps(folder: Path) -> list[Path]:
    """Those of all projects, the newest first."""
    homes: list[Path] = []
    with contextlib.suppress(OSError):
        homes = [path for path in folder.iterdir() if path.is_dir()]
    return _newest_first([path for home in homes for path in _begun_in(home)])


def go_along(before: Path, home: Path, called: str, saved_again: bool) -> None:
    """Let a project find its sweeps under another name.

    A file that is saved under a second name has its sweeps under both; of what had no file before, they move, but for
    one that is at work.
    """
    if before == home or not (listed := sweeps_of(before)):
        return
    begin_home(home, called)
    with writing(home):
        staying = [path for path in listed if saved_again or path.parent != before or is_at_work(path)]
        lines = [f"{path.parent.name}/{path.name}\n" for path in {*staying, *sweeps_of(home)} if path.parent != home]
        (home / EARLIER).write_text("".join(sorted(lines)), encoding="utf-8")
        for path in set(listed) - set(staying):
            path.rename(home / path.name)


def _begun_in(home: Path) -> list[Path]:
    try:
        return list(filter(_is_sweep, home.iterdir()))
    except OSError:
        return []


def _is_sweep(folder: Path) -> bool:
    return (folder / JOURNAL).is_file()


def _newest_first(sweeps: Iterable[Path]) -> list[Path]:
    return sorted(set(sweeps), key=lambda path: path.name, reverse=True)


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
