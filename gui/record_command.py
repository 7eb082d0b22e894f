"""The headless command that trains a network and records that as an animation."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, qInstallMessageHandler

from engine.cli import UsageError, open_project, require_apart, require_runnable
from engine.errors import RambatError
from engine.files import writing
from engine.hyperparameters import is_real
from engine.interruption import Interruption, interrupts
from engine.project import Project
from gui import i18n, theme
from gui.app import create_application, tell_quietly
from gui.document import Document
from gui.recording.gif import WRITERS
from gui.recording.reel import Reel
from gui.recording.showcase import PARTS, Showcase
from gui.recording.stage import Stage
from gui.recording.writing import move_out, require_place, scratch_beside
from gui.snapshot import State
from gui.training_session import TrainingSession

RATE = 10
"""Frames a second."""
SHORTEST, LONGEST = 1, 60
HELD = 1.0
"""Seconds for which the end is seen, where there is time for it."""
SMALLEST, LARGEST = QSize(320, 240), QSize(1920, 1200)


def run_record(options: argparse.Namespace) -> int:
    """Train what a project holds and write how that looks; it needs no display.

    The frames are spread evenly over the steps, so that the same project makes the same animation on every machine.
    """
    if not (is_real(options.seconds) and SHORTEST <= options.seconds <= LONGEST):
        raise UsageError(f"--seconds takes a number from {SHORTEST} to {LONGEST}. Received: {options.seconds}")
    parts, size = _parts(options.what), _size(options.size)
    project = open_project(options.file)
    require_apart({"FILE": options.file}, [("OUT", options.out)])
    if options.epochs is not None:
        project.training = project.training.replace(epochs=options.epochs)
    project = replace(project.untrained(), steps_per_second=0)
    require_runnable(project)
    require_place(options.out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(tell_quietly)
    application = create_application(sys.argv[:1])  # lives until all is written
    if options.theme:
        theme.apply(application, theme.THEMES[options.theme])
    if options.language:
        i18n.install(application, options.language)
    with interrupts() as stopped:
        return _record(project, parts, size, options.seconds, options.out, stopped)


def _parts(text: str) -> list[str]:
    wanted = [part.strip() for part in text.split(",")]
    if not all(part in PARTS for part in wanted) or len(set(wanted)) < len(wanted):
        raise UsageError(f"--what takes some of {', '.join(PARTS)}, each once. Received: {text}")
    return wanted


def _size(text: str) -> QSize:
    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    size = QSize(*map(int, found.groups())) if found else QSize()
    if size.boundedTo(LARGEST) != size or size.expandedTo(SMALLEST) != size:
        told = (f"{each.width()}x{each.height()}" for each in (SMALLEST, LARGEST))
        raise UsageError(f"--size takes a width and a height from {' to '.join(told)}. Received: {text}")
    return size


def _record(project: Project, parts: list[str], size: QSize, seconds: float, out: Path, stopped: Interruption) -> int:
    document = Document(project)
    session = TrainingSession(document)
    reel = Reel()
    failures: list[RambatError] = []
    session.worker.failed.connect(failures.append, Qt.ConnectionType.DirectConnection)
    showcase = Showcase(document, session, parts, size)
    try:
        _wait(session, lambda: bool(failures) or (session.data is not None and session.network is not None))
        if session.data is None:
            raise failures[0]
        showcase.leave_out()
        showcase.show()
        showcase.open_layers()
        stage, count = Stage([showcase]), round(seconds * RATE)
        moving = count - (round(HELD * RATE) if seconds >= 3 * HELD else 0)
        for number, _ in enumerate(_stops(session, moving, failures)):
            showcase.draw()
            pixels = stage.shoot()
            reel.add(pixels, 1000 * number // RATE)
            if stopped.is_set():
                break
        for number in range(reel.count, count):
            reel.add(pixels, 1000 * number // RATE)
        files = _write(reel, out)
    finally:
        showcase.hide()
        showcase.deleteLater()
        reel.close()
        session.close()
    print(f"{files[0].name}: {count} frames, {sum(path.stat().st_size for path in files) / 1e6:.2g} MB.")
    if failures:
        raise failures[0]
    return stopped.code


def _stops(session: TrainingSession, count: int, failures: list[RambatError]) -> Iterator[int]:
    """The steps at which the run stands still for a frame, from the first one on; it may end before the last."""
    _go(session, session.step_batch)
    first = session.last_snapshot
    yield first.step
    total = first.step + round(first.steps_left)
    an_epoch = total / session.document.project.training.epochs
    for number in range(1, count):
        wanted = round(total * number / (count - 1))
        while (left := wanted - session.last_snapshot.step) > 0:
            before = session.last_snapshot.step
            _go(session, session.step_epoch if left >= an_epoch else session.step_batch)
            if failures or session.state is not State.PAUSED or session.last_snapshot.step == before:
                yield session.last_snapshot.step
                return
        yield session.last_snapshot.step


def _go(session: TrainingSession, step: Callable[[], None]) -> None:
    step()
    _wait(session, lambda: session.state is not State.RUNNING)


def _wait(session: TrainingSession, ready: Callable[[], bool]) -> None:
    """Let the window live until that is so; the session tells whenever something has changed."""
    if ready():
        return
    waiting = QEventLoop()

    def look(_state: object) -> None:
        if ready():
            waiting.quit()

    session.state_changed.connect(look)
    session.failed.connect(look)
    waiting.exec()
    session.state_changed.disconnect(look)
    session.failed.disconnect(look)


def _write(reel: Reel, out: Path) -> list[Path]:
    with writing(out), scratch_beside(out) as folder:
        for _share in WRITERS[out.suffix.lower()](reel.path, Path(folder) / out.name):
            pass
        return move_out(Path(folder), out)
