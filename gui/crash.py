"""An exception that nobody expected: into a log file, told in a dialog, and the program goes on."""

from __future__ import annotations

import datetime
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

MAX_LOG_BYTES = 1_000_000


def log_path() -> Path:
    """Where exceptions are written down."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / "errors.log"


class CrashHandler(QObject):
    """Installed as the hook for exceptions of all threads; tells each kind of exception once a run."""

    _happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._boxes: list[QMessageBox] = []
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nothing else caught, on every thread."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the exception down and tell it, from whatever thread."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        write_log(text)
        summary = f"{kind.__name__}: {error}"
        if summary not in self._told:
            self._told.add(summary)
            self._happened.emit(summary)

    def _tell(self, summary: str) -> None:
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(
            self.tr("Rambat met an error that it did not expect. Your project is still open; save it under a new name.")
        )
        box.setInformativeText(
            self.tr("The details are in {path}. Please send that file with a report.").format(path=log_path())
        )
        box.setDetailedText(summary)
        self._boxes = [shown for shown in self._boxes if shown.isVisible()] + [box]
        box.open()


def write_log(text: str) -> None:
    """Append to the log, which is begun anew when it has grown large; a full disk must not make things worse."""
    path = log_path()
    stamp = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > MAX_LOG_BYTES else "a"
        with path.open(mode, encoding="utf-8") as file:
            file.write(f"{stamp}\n{text}\n")
    except OSError:
        sys.stderr.write(text)
