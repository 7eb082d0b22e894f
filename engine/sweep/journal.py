"""A sweep's folder: its project, a journal that only grows, and what its best trials have learned.

The journal has one line of JSON for what is searched and one for every trial that has ended. A line is written and
flushed at once; one that was cut off by a crash is passed over, and its trial is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from engine import VERSION as PROGRAM
from engine import project as projects
from engine.atomic_file import write_atomically
from engine.errors import DataError, ExportError, HyperparameterError, Message
from engine.events import EpochEnd
from engine.files import reading, writing
from engine.project import Project
from engine.sweep import space as spaces
from engine.sweep.drawing import Search, Trial, trials_of
from engine.sweep.settings import subject_of
from engine.sweep.space import Dimension
from engine.sweep.trial import Outcome, learned, ranked, read_signs, sign_name

FORMAT, VERSION = "rambat-sweep", 1
JOURNAL, PROJECT, TRIALS, SIGNS, LOCK = "journal.jsonl", "project.rambat", "trials", "running", "lock"
KEPT = 20
"""So many of the best trials keep what they have learned; the settings of the others give it again."""


@dataclass(frozen=True)
class Sweep:
    """What is searched: a project, known by its digest, the space, the search, and the trials that these make."""

    project: str
    space: tuple[Dimension, ...]
    search: Search
    trials: tuple[Trial, ...]

    @classmethod
    def of(cls, project: Project, space: Sequence[Dimension], search: Search) -> Sweep:
        """The sweep of a project; HyperparameterError says what is wrong with its space."""
        spaces.check(subject_of(project), space)
        return cls(digest(project), tuple(space), search, tuple(trials_of(space, search)))

    def without(self, numbers: Collection[int]) -> Sweep:
        """The same without some of its trials, by numbers that count from 1."""
        return replace(self, trials=tuple(each for place, each in enumerate(self.trials, 1) if place not in numbers))

    def to_json(self) -> dict[str, Any]:
        """The first line of the journal."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "program": PROGRAM,
            "project": self.project,
            "space": [each.to_json() for each in self.space],
            "search": self.search.to_json(),
            "trials": list(self.trials),
        }

    @classmethod
    def from_json(cls, written: Any) -> Sweep:
        """Read what `to_json` wrote; ValueError, or an error like it, where it is something else."""
        if written["format"] != FORMAT or written["version"] != VERSION:
            raise ValueError("unknown format")
        space = spaces.from_json(written["space"])
        names = [each.name for each in space]
        trials = tuple({name: _hashable(trial[name]) for name in names} for trial in written["trials"])
        return cls(str(written["project"]), space, Search.from_json(written["search"]), trials)


class Journal:
    """An open folder; `outcomes` holds what is known of trials by their numbers, which count from 1.

    `lost` are those whose process was killed, and that are or were tried once more; `obstacle` says why no trial could
    be made when that was tried last.
    """

    def __init__(self, folder: Path, sweep: Sweep) -> None:
        self.folder = folder
        self.sweep = sweep
        self.outcomes: dict[int, Outcome] = {}
        self.lost: set[int] = set()
        self.obstacle: tuple[Message, ...] = ()
        self._ranking: list[Outcome] | None = None
        self._kept: list[Outcome] = []
        self._read = 0

    # Making and reading

    @classmethod
    def begin(cls, folder: Path, project: Project, sweep: Sweep) -> Journal:
        """A new folder, or the one that holds this very sweep; DataError where it holds anything else."""
        if (folder / JOURNAL).exists():
            journal = cls.open(folder)
            if replace(journal.sweep, trials=sweep.trials) != sweep:  # which of them cannot run may be known only now
                raise DataError(
                    Message("{folder} holds another sweep: its project, space or search is not the same. Choose "
                            "another folder, or give its name alone to go on with it.", folder=folder)
                )  # fmt: skip
            return journal
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise DataError(Message("{folder} is not empty. Choose another folder for the sweep.", folder=folder))
        try:
            write_atomically(folder / PROJECT, projects.to_bytes(project.untrained()))
            write_atomically(folder / JOURNAL, _line(sweep.to_json()))
        except ExportError:  # or half a sweep would keep the folder from being used once there is room
            with contextlib.suppress(OSError):
                (folder / PROJECT).unlink(missing_ok=True)
            raise
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Journal:
        """Read a folder; DataError where it holds no sweep, or a damaged one."""
        path = folder / JOURNAL
        with reading(path):
            if not path.is_file():
                raise DataError(Message("There is no sweep in {folder}.", folder=folder))
            with path.open("rb") as file:
                first = file.readline()
        with _damage(path):
            journal = cls(folder, Sweep.from_json(json.loads(first)))
        journal._read = len(first)
        journal.follow()
        return journal

    def follow(self) -> bool:
        """Read what was added since, by another process too; whether that was something."""
        path, before = self.folder / JOURNAL, self._read
        with reading(path), path.open("rb") as file:
            file.seek(self._read)
            whole, _, _ = file.read().rpartition(b"\n")
        with _damage(path):
            for line in whole.splitlines():
                written = json.loads(line)
                self.obstacle = tuple(map(_message_from_json, written.get("obstacle", ())))
                if self.obstacle:
                    continue
                if "lost" in written:
                    self.lost.update(map(int, written["lost"]))
                    continue
                outcome = _outcome(written)
                if not 1 <= outcome.number <= len(self.sweep.trials):
                    raise ValueError("a trial that is none of the sweep's")
                self.outcomes[outcome.number] = outcome
        self._read += len(whole) + bool(whole)
        self._ranking = self._ranking if self._read == before else None
        return self._read > before

    def project(self) -> Project:
        """The project as it was when the sweep began, untrained."""
        return projects.load(self.folder / PROJECT)

    # Growing

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Be the only one who adds to the folder; DataError where another process does. A crash lets go of it."""
        with writing(self.folder):
            file = (self.folder / LOCK).open("ab")
        with file:
            if not _lock(file):
                raise DataError(Message("{folder} is at work already, in another process.", folder=self.folder))
            self._tidy()
            self.follow()
            self._kept = self.ranked()[:KEPT]
            try:
                yield
            finally:
                shutil.rmtree(self.folder / SIGNS, ignore_errors=True)

    def _tidy(self) -> None:
        """Take away what a crash has left: half a line, and signs of trials that do not run any more."""
        with writing(self.folder):
            shutil.rmtree(self.folder / SIGNS, ignore_errors=True)
            for name in (SIGNS, TRIALS):
                (self.folder / name).mkdir(exist_ok=True)
            with (self.folder / JOURNAL).open("rb+") as file:
                content = file.read()
                file.truncate(content.rfind(b"\n") + 1)

    def record(self, outcome: Outcome) -> None:
        """Add what came of a trial, and what it has learned as long as it is among the best."""
        kept = ranked([*self._kept, replace(outcome, content=b"")], self.sweep.search.measure)[:KEPT]
        if any(each.number == outcome.number for each in kept):
            write_atomically(self._learned(outcome.number), outcome.content)
        self._add(_written(outcome))
        for number in {each.number for each in self._kept} - {each.number for each in kept}:
            with contextlib.suppress(OSError):
                self._learned(number).unlink(missing_ok=True)
        self._kept = kept

    def note_lost(self, numbers: Sequence[int]) -> None:
        """Add that these trials were killed with their processes, which give no sign any more."""
        self._add({"lost": list(numbers)})
        for number in numbers:
            with contextlib.suppress(OSError):
                (self.folder / SIGNS / sign_name(number)).unlink(missing_ok=True)

    def note_obstacle(self, messages: Sequence[Message]) -> None:
        """Add why no trial can be made."""
        self._add({"obstacle": [_message_to_json(message) for message in messages]})

    def _add(self, written: Mapping[str, Any]) -> None:
        path = self.folder / JOURNAL
        with writing(path), path.open("ab") as file:
            file.write(_line(written))
        self.follow()

    # Asking

    def missing(self) -> list[int]:
        """The trials that are still to be made."""
        return [number for number in range(1, len(self.sweep.trials) + 1) if number not in self.outcomes]

    def ranked(self) -> list[Outcome]:
        """The trials that are done, the best first."""
        if self._ranking is None:
            self._ranking = ranked(list(self.outcomes.values()), self.sweep.search.measure)
        return self._ranking

    @property
    def judged_on(self) -> str:
        """The part of the data of which results are; "" where nothing is known yet, or it is not the same for all."""
        parts = {"training" if each.best.val_loss is None else "validation" for each in self.ranked() if each.best}
        return parts.pop() if len(parts) == 1 else ""

    def values(self, number: int) -> Trial:
        """The settings of a trial."""
        return self.sweep.trials[number - 1]

    def learned(self, number: int) -> tuple[dict[str, Any], tuple[EpochEnd, ...]] | None:
        """Weights and history of a trial; None where only its settings were kept."""
        path = self._learned(number)
        if not path.is_file():
            return None
        with reading(path):
            return learned(path.read_bytes())

    def signs(self) -> dict[int, Mapping[str, Any]]:
        """The trials that run now, and how far they are."""
        return read_signs(self.folder / SIGNS)

    def _learned(self, number: int) -> Path:
        return self.folder / TRIALS / f"{number}.zip"


def remove(folder: Path) -> None:
    """Delete a sweep for good; DataError where a process is at work in it."""
    with writing(folder):
        if is_at_work(folder):
            raise DataError(Message("{folder} is at work already, in another process.", folder=folder))
        shutil.rmtree(folder)


def is_at_work(folder: Path) -> bool:
    """Whether a process adds to it."""
    with (folder / LOCK).open("ab") as file:
        return not _lock(file)


def digest(project: Project) -> str:
    """A short text that another project does not have; what was learned does not count, nor do its runs."""
    return hashlib.sha256(projects.to_bytes(project.untrained())).hexdigest()


def _lock(file: IO[bytes]) -> bool:
    """Take the file for this process alone, for as long as it is open."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Say in a DataError what cannot be understood in the journal."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, HyperparameterError) as error:
        raise DataError(Message("{path} is damaged ({reason}).", path=path, reason=error)) from error


# One line


def _line(written: Mapping[str, Any]) -> bytes:
    return (json.dumps(written, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _written(outcome: Outcome) -> dict[str, Any]:
    figures = {"best": outcome.best, "last": outcome.last}
    return {
        "trial": outcome.number,
        **{name: end._asdict() for name, end in figures.items() if end is not None},
        **({"reason": _message_to_json(outcome.reason)} if outcome.reason is not None else {}),
        "seconds": round(outcome.seconds, 3),
    }


def _outcome(written: Mapping[str, Any]) -> Outcome:
    best, last = (EpochEnd(**written[name]) if name in written else None for name in ("best", "last"))
    reason = _message_from_json(written["reason"]) if "reason" in written else None
    if (best is None) is (reason is None):
        raise ValueError("an outcome without a result")
    return Outcome(int(written["trial"]), best, last, float(written["seconds"]), reason)


def _message_to_json(message: Message) -> dict[str, Any]:
    values = {
        name: _message_to_json(value) if isinstance(value, Message) else value if isinstance(value, int) else str(value)
        for name, value in message.values.items()
    }
    return {"template": message.template, "values": values}


def _message_from_json(written: Mapping[str, Any]) -> Message:
    values = {
        str(name): _message_from_json(value) if isinstance(value, dict) else value
        for name, value in written["values"].items()
    }
    template = str(written["template"])
    return Message(template, **values)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
