"""What an animation shows: parts of windows in one frame, each in a place that it keeps while it is recorded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QMainWindow, QWidget

from gui import theme
from gui.plots.plate import cover_controls
from gui.recording.reel import Pixels

GAP = 1
"""Pixels between two parts, for a hairline."""
LARGEST = QSize(1920, 1200)
"""Of a frame; larger ones are made smaller."""
KEEPING = ("xcb", "windows", "offscreen")
"""Platforms on which what a window has painted last can be read again."""
AS_THEY_ARE = (QMainWindow, QAbstractScrollArea)
"""The whole window, and the drawing with what lies over it: of all else controls are left out, as in a picture."""


class Stage:
    """The first part stands above the others, which stand side by side, as large as on the screen when it begins."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        self._places = list(zip(parts, _places([part.size() for part in parts]), strict=True))
        around = QRect()
        for _, place in self._places:
            around |= place
        self._whole = self.size = around.size()
        if self._whole.boundedTo(LARGEST) != self._whole:
            self.size = self._whole.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)

    def shoot(self) -> Pixels:
        """A frame as everything looks now."""
        image = QImage(self.size, QImage.Format.Format_RGB32)
        worn = theme.current()
        image.fill(QColor(worn.panel))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self.size.width() / self._whole.width()
        painter.scale(scale, scale)
        for _, place in self._places:
            painter.fillRect(place.adjusted(-GAP, -GAP, GAP, GAP), QColor(worn.hairline))
        for part, place in self._places:
            _draw(painter, part, place)
        painter.end()
        return pixels_of(image)


def _draw(painter: QPainter, part: QWidget, place: QRect) -> None:
    """The part at its place; smaller or larger where it is no longer of that size."""
    ground = part.palette().window()
    painter.fillRect(place, ground)
    if part.size().isEmpty():
        return
    fitted = QRect(place.topLeft(), part.size())
    if part.size() != place.size():
        fitted.setSize(part.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
    painter.save()
    painter.translate(fitted.topLeft())
    painter.scale(fitted.width() / part.width(), fitted.height() / part.height())
    if (painted := _painted(part)) is not None:
        painter.drawImage(part.rect(), painted)
    else:
        QWidget.render(part, painter, QPoint())
    if not isinstance(part, AS_THEY_ARE):
        cover_controls(painter, part, ground.color())
    painter.restore()


def _painted(part: QWidget) -> QImage | None:
    """What stands in the window already, where that can be had: painting anew would make window and training wait."""
    window = part.window()
    store = window.backingStore() if part.isVisible() and QGuiApplication.platformName() in KEEPING else None
    kept = store.paintDevice() if store is not None else None
    inside = QRect(part.mapTo(window, QPoint()), part.size())
    if not isinstance(kept, QImage) or not window.rect().contains(inside):
        return None
    ratio = kept.devicePixelRatio()
    wanted = QRect((inside.topLeft() * ratio), inside.size() * ratio)
    return kept.copy(wanted) if kept.rect().contains(wanted) else None


def pixels_of(image: QImage) -> Pixels:
    """A copy of what a picture shows."""
    packed = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return packed[:, : image.width()] & np.uint32(0xFFFFFF)


def _places(sizes: Sequence[QSize]) -> list[QRect]:
    """Of the first, and of the others in a row below it; the narrower row stands in the middle."""
    first, *others = sizes
    row = sum(size.width() for size in others) + GAP * max(0, len(others) - 1)
    width, height = max(first.width(), row), max((size.height() for size in others), default=0)
    places = [QRect(QPoint((width - first.width()) // 2, 0), first)]
    left = (width - row) // 2
    for size in others:
        places.append(QRect(left, first.height() + GAP, size.width(), height))
        left += size.width() + GAP
    return places
