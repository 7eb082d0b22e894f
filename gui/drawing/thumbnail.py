"""A network small: painted as the canvas paints it from far away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from engine.project import Project
from gui.canvas.scene import NetworkScene
from gui.document import Document

LARGEST = 0.45
"""No thumbnail is larger than that; beyond, the canvas writes words that are too small to read here."""


def thumbnail(project: Project, size: QSize, ratio: float) -> QPixmap:
    """The whole network in the middle of a transparent picture, in the colours of the theme that is worn."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    document = Document(project)
    network = NetworkScene(document)
    network.leave_out_problems()
    source = network.content_rect().adjusted(-8, -8, 8, 8)
    scale = min(size.width() / source.width(), size.height() / source.height(), LARGEST)
    target = QRectF(QPointF(), source.size() * scale)
    target.moveCenter(QPointF(size.width() / 2, size.height() / 2))
    painter = QPainter(pixmap)
    network.render(painter, target, source)
    painter.end()
    return pixmap
