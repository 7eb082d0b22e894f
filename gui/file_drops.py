"""Files that are dropped anywhere on the window; the canvas takes its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from gui.mime import dragged_project, dragged_table

ARRIVING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrops(QObject):
    """Watches a window; `project_dropped` and `table_dropped` carry the file."""

    project_dropped = Signal(Path)
    table_dropped = Signal(Path)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # entering and moving are such, too
            return False
        project, table = dragged_project(event.mimeData()), dragged_table(event.mimeData())
        if project is None and table is None:
            return False
        event.acceptProposedAction()
        if event.type() not in ARRIVING:
            if project is not None:
                self.project_dropped.emit(project)
            elif table is not None:
                self.table_dropped.emit(table)
        return True
