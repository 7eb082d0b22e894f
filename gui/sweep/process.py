"""The sweep's own process: the headless command on a folder, followed through the folder's journal.

It ends when its standard input closes, so also with this program, however that ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import engine
from engine.sweep.runner import Means

ROOT = Path(engine.__file__).parents[1]
LOOK = 300
"""Milliseconds between two looks at the journal."""
PATIENCE = 8000
"""Milliseconds for a process to end its workers and itself."""
POLITE, IN_VAIN = (0, 129, 130, 143), 1
"""Exit codes of a sweep that has ended as it should: done, or stopped; and of one in which trials have no result, which
is also Python's own after an error that nobody expected."""
SPEAKER = "rambat: "
"""What the command's own words begin with."""


class SweepProcess(QObject):
    """`looked` says that there may be news in the folder; `ended` that the process is gone, and why if it failed."""

    looked = Signal()
    ended = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._looks = QTimer(self, interval=LOOK)
        self._looks.timeout.connect(self.looked)
        self._mercy = QTimer(self, singleShot=True, interval=PATIENCE)
        self._mercy.timeout.connect(self._kill)
        self._made_to_end = False

    @property
    def is_running(self) -> bool:
        """Whether trials are being made."""
        return self._process is not None

    @property
    def number(self) -> int:
        """The process's id, 0 where none runs."""
        return self._process.processId() if self._process is not None else 0

    def start(self, folder: Path, means: Means) -> None:
        """Make the trials that the folder lacks."""
        arguments = ["-m", "main", "sweep", str(folder), "--until-stdin-closes"]
        if means.processes is not None:
            arguments += ["--jobs", str(means.processes)]
        if means.address:
            arguments += ["--dask", means.address]
        process = QProcess(self)
        process.setWorkingDirectory(str(ROOT))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        self._process, self._made_to_end = process, False
        self._looks.start()
        process.start(sys.executable, arguments)

    def cancel(self) -> None:
        """Let it end: what is done stays, and the rest can be made later."""
        if self._process is not None:
            self._process.closeWriteChannel()
            self._mercy.start()

    def close(self) -> None:
        """End it now, and wait until it is gone."""
        if self._process is not None:
            self._process.blockSignals(True)
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(PATIENCE):
                self._process.kill()
                self._process.waitForFinished(PATIENCE)
            self._forget()

    def _kill(self) -> None:
        """It was asked to end and does not; nothing is amiss for those who asked."""
        if self._process is not None:
            self._made_to_end = True
            self._process.kill()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        assert self._process is not None
        told = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        self._forget()
        killed = status is not QProcess.ExitStatus.NormalExit  # so that its last words tell of something else
        in_vain = code == IN_VAIN and told.rpartition("\n")[2].startswith(SPEAKER)
        if self._made_to_end or (not killed and (code in POLITE or in_vain)):
            self.ended.emit("")
        else:
            words = "" if killed else _last_words(told)
            self.ended.emit(words or self.tr("its process was killed"))

    def _fail(self, error: QProcess.ProcessError) -> None:
        """Only a process that has not begun sends no other word."""
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            reason = self._process.errorString()
            self._forget()
            self.ended.emit(reason)

    def _forget(self) -> None:
        self._looks.stop()
        self._mercy.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None


def _last_words(told: str) -> str:
    """Why a command gave up: what it said last, or else the error that nobody expected."""
    lines = told.splitlines()
    own = [line.removeprefix(SPEAKER) for line in lines if line.startswith(SPEAKER)]
    return next(reversed(own or lines), "")
