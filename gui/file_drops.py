"""Files that are dropped anywhere on a window; the canvas takes its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from gui.mime import Contents, dragged_file, dragged_files, refusal

ARRIVING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrops(QObject):
    """Watches a window; `file_dropped` carries what was let go of, and `refused` why something has no place here."""

    file_dropped = Signal(object)
    refused = Signal(str)

    def __init__(self, window: QWidget, welcome: tuple[Contents, ...] = tuple(Contents)) -> None:
        super().__init__(window)
        self._welcome = welcome
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # entering and moving are such, too
            return False
        file = dragged_file(event.mimeData())
        if file is None or file.contents not in self._welcome:
            if event.type() == QEvent.Type.DragEnter and dragged_files(event.mimeData()):
                self.refused.emit(refusal(event.mimeData()))
            return False
        event.acceptProposedAction()
        if event.type() not in ARRIVING:
            self.file_dropped.emit(file)
        return True
