"""The chosen data, loaded and prepared off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from engine.data import DataSource, Preparation, Prepared
from engine.project import Project
from gui.worker import Worker

Key = tuple[DataSource, Preparation, int]


class DataLoader(QObject):
    """Holds the data of the last request; `data` is None from a request until it is met, and `ready` tells of that."""

    ready = Signal(object)
    _loaded = Signal(object, object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data: Prepared | None = None
        self._wanted: Key | None = None
        self._worker = worker
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def load(self, project: Project) -> None:
        """Ask for what this project names; an earlier request that is not met yet is forgotten."""
        source, preparation, seed = self._wanted = (project.data, project.preparation, project.training.seed)
        key, self.data = self._wanted, None
        self._worker.put(lambda: self._loaded.emit(key, preparation.apply(source.load(), seed)))

    def _take(self, key: Key, prepared: Prepared) -> None:
        if key == self._wanted:
            self.data = prepared
            self.ready.emit(prepared)
