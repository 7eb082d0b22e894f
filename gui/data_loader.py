"""The chosen data, loaded and prepared off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from engine.data import DataSource, Preparation, Prepared
from engine.project import Project
from gui.worker import Worker

Key = tuple[DataSource, Preparation, int]


class DataLoader(QObject):
    """Holds the data of the last request; `data` is None until it is met, and `changed` tells each time.

    `waiting` is true until the data are there or cannot be had; the worker tells why they cannot.
    """

    changed = Signal()
    _loaded = Signal(object, object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.data: Prepared | None = None
        self.waiting = False
        self._wanted: Key | None = None
        self._worker = worker
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def load(self, project: Project) -> None:
        """Ask for what this project names; an earlier request that is not met yet is forgotten."""
        source, preparation, seed = self._wanted = (project.data, project.preparation, project.training.seed)
        key, self.data, self.waiting = self._wanted, None, True
        self.changed.emit()

        def work() -> None:
            if key is not self._wanted:  # another choice has followed, as in one step that changes two settings
                return
            prepared = None
            try:
                prepared = preparation.apply(source.load(), seed)
            finally:
                self._loaded.emit(key, prepared)

        self._worker.put(work)

    def _take(self, key: Key, prepared: Prepared | None) -> None:
        if key == self._wanted:
            self.data, self.waiting = prepared, False
            self.changed.emit()
