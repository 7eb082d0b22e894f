"""What of the scene is painted anew: Qt tells an item only the one rectangle around all parts."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

MOST_PARTS = 8
"""With more it is quicker to paint all that lies in the rectangle around them."""


def exposed_parts(painter: QPainter, whole: QRectF) -> list[QRectF]:
    """The parts of `whole` that are painted, such as the two strips that a pan brings into view."""
    region = painter.paintEngine().systemClip()
    if not 1 < region.rectCount() <= MOST_PARTS:
        return [whole]
    to_scene, _ = painter.deviceTransform().inverted()
    return [to_scene.mapRect(QRectF(part)) for part in region]  # type: ignore[attr-defined]  # the stub has no iteration
