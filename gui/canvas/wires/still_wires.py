"""Thousands of wires that stay where they are while others are led about: painted once, for as long as that lasts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap


class StillWires:
    """Holds a picture of the whole view; it is dropped by `forget`, and where the view is another."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._view: tuple[object, ...] = ()

    def forget(self) -> None:
        """Something about the wires is another, or none is led about any more."""
        self._picture = QPixmap()

    def paint(self, painter: QPainter, inks: object, draw: Callable[[QPainter], None]) -> None:
        """Paint what `draw` draws."""
        device = painter.device()
        ratio = device.devicePixelRatioF()
        view = (painter.worldTransform(), device.width(), device.height(), ratio, inks)
        if self._picture.isNull() or view != self._view:
            self._view = view
            self._picture = QPixmap(round(device.width() * ratio), round(device.height() * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as own:
                own.setTransform(painter.worldTransform())
                draw(own)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(0, 0), self._picture)
        painter.restore()
