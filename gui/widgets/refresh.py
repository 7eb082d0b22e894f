"""Many changes, one refresh: a view that is read anew once the program comes to rest, and only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class Refresh(QObject):
    """Emits `due` once after any number of calls of `ask`; of a widget that is not seen once it is.

    A panel behind the tab of another counts as visible to Qt and is only moved out of sight; it tells by being painted.
    """

    due = Signal()

    def __init__(self, widget: QWidget, delay_ms: int = 0) -> None:
        super().__init__(widget)
        self._widget = widget
        self._stale = False
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self.now)
        widget.installEventFilter(self)

    def ask(self, *_change: object) -> None:
        """Something has changed."""
        self._stale = True
        if not self._timer.isActive() and not self._widget.visibleRegion().isEmpty():
            self._timer.start()

    def now(self) -> None:
        """Refresh what is stale at once."""
        if self._stale:
            self._stale = False
            self._timer.stop()
            self.due.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.now()
        elif event.type() == QEvent.Type.Paint and self._stale and not self._timer.isActive():
            self._timer.start()
        return False
