"""Only what has come into view or has changed is painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion

from gui.canvas.exposed import MOST_PARTS, exposed_parts


def parts_of(region: QRegion) -> list[QRectF]:
    """What is told of a picture of which only this region is painted, in which a unit is two pixels."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(2.0, 2.0)
    painter.paintEngine().setSystemClip(region)
    found = exposed_parts(painter, QRectF(0, 0, 50, 50))
    painter.end()
    return found


def test_the_two_strips_of_a_pan_are_told_apart(qapp):
    strips = QRegion(QRect(0, 0, 100, 10)) + QRegion(QRect(0, 10, 20, 90))
    assert parts_of(strips) == [QRectF(0, 0, 50, 5), QRectF(0, 5, 10, 45)]


def test_where_all_is_painted_or_very_many_parts_it_is_the_whole(qapp):
    many = QRegion()
    for number in range(MOST_PARTS + 1):
        many += QRegion(QRect(0, 10 * number, 5, 5))
    for region in (QRegion(), QRegion(QRect(0, 0, 100, 100)), many):
        assert parts_of(region) == [QRectF(0, 0, 50, 50)]
