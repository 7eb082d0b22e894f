"""The moment after an event, when the program comes to rest."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def rest() -> None:
    """Let everything happen that is due at once: what was posted, and timers without an interval.

    `QApplication.processEvents()` may leave some of it for later where a worker posts at the same time.
    """
    timer = QTimer(singleShot=True, interval=0)
    timer.start()
    while timer.isActive():
        QApplication.processEvents()
