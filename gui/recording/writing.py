"""A reel becomes a file: made beside its place and moved there when it is whole."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from engine.errors import ExportError, Message
from engine.files import writing
from gui.recording.reel import Reel

PROJECT = Path(__file__).parents[2]
PATIENCE = 5000
"""Milliseconds within which a process ends that is killed."""


def require_place(out: Path) -> None:
    """ExportError where an animation cannot be written there, before anything is recorded."""
    from gui.recording.gif import WRITERS  # with the others it would delay the start

    if out.suffix.lower() not in WRITERS:
        raise ExportError(
            Message("An animation is written as {suffixes}. Received: {path}.", suffixes=", ".join(WRITERS), path=out)
        )
    if out.is_dir():
        raise ExportError(Message("{path} is a folder, not a file to write.", path=out))
    with writing(out), tempfile.NamedTemporaryFile(prefix=f".{out.name}.", dir=out.parent):
        pass


def scratch_beside(out: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder on the same disk, in which a file of that name can be made."""
    with writing(out):
        return tempfile.TemporaryDirectory(prefix=".rambat-", dir=out.parent, ignore_cleanup_errors=True)


def move_out(folder: Path, out: Path) -> list[Path]:
    """Put what was made there into its place; all of it comes back."""
    made = sorted(folder.iterdir())
    with writing(out):
        for path in made:
            os.replace(path, out.parent / path.name)
    return [out.parent / path.name for path in made]


class Writing(QObject):
    """A process of its own writes the reel, while window and training go on.

    `progressed` tells the share that is done, `finished` the files, `failed` an ExportError; after `cancel` nothing is
    told, and nothing of it is left on disk.
    """

    progressed = Signal(float)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, reel: Reel, out: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out = out
        self._scratch = scratch_beside(out)
        self._folder = Path(self._scratch.name)
        self._process = process = QProcess(self)
        process.setWorkingDirectory(str(PROJECT))
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail_to_start)
        process.start(
            sys.executable, ["-m", "gui.recording.write", str(reel.path), str((self._folder / out.name).absolute())]
        )

    def cancel(self) -> None:
        """Write no further."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(PATIENCE)
        self._scratch.cleanup()

    def _read(self) -> None:
        lines = bytes(self._process.readAllStandardOutput().data()).split()
        if lines:
            self.progressed.emit(float(lines[-1]))

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell(self._process.errorString())

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status is not QProcess.ExitStatus.NormalExit:
            told = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            self._tell(told.splitlines()[-1] if told else self._process.errorString())
            return
        try:
            files = move_out(self._folder, self._out)
        except ExportError as error:
            self.failed.emit(error)
            return
        finally:
            self._scratch.cleanup()
        self.finished.emit(files)

    def _tell(self, reason: str) -> None:
        self._scratch.cleanup()
        self.failed.emit(ExportError(Message("{path} could not be written: {reason}", path=self._out, reason=reason)))
