"""The first pictures of each class, a row for each, with its name and how many there are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.data import PictureSet
from engine.data.painted import CODES
from engine.data.pictures import PICTURES
from gui import theme
from gui.i18n import grouped
from gui.pictures.reading import class_sizes

SIDE, GAP, NAME = 44, 6, 116
MOST_ROWS, MOST_COLUMNS = 50, 24


class PictureGrid(QWidget):
    """As many pictures of a class as the row has room for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, int, list[QImage]]] = []

    def show_pictures(self, source: PictureSet | None) -> None:
        """Show these, or nothing."""
        self._rows = []
        if source is not None:
            held = source.held()
            for code, (name, count) in enumerate(class_sizes(source)[:MOST_ROWS]):
                first = np.flatnonzero(held[CODES] == code)[:MOST_COLUMNS]
                self._rows.append((name, count, [image_of(picture) for picture in held[PICTURES][first]]))
        self.setFixedHeight(len(self._rows) * (SIDE + GAP))
        self.setAccessibleDescription(", ".join(f"{name}: {count}" for name, count, _ in self._rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NAME + 6 * (SIDE + GAP), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.current()
        painter = QPainter(self)
        columns = max((self.width() - NAME) // (SIDE + GAP), 1)
        for number, (name, count, pictures) in enumerate(self._rows):
            top = number * (SIDE + GAP)
            painter.setFont(theme.body_font(theme.LABEL_PIXELS))
            painter.setPen(QColor(colors.text))
            shown = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, NAME - 12)
            painter.drawText(QRectF(0, top + 4, NAME - 8, 18), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(QColor(colors.muted))
            painter.setFont(theme.body_font(theme.NOTE_PIXELS))
            painter.drawText(QRectF(0, top + 22, NAME - 8, 16), Qt.AlignmentFlag.AlignVCenter, grouped(count))
            for column, picture in enumerate(pictures[:columns]):
                self._paint(painter, picture, NAME + column * (SIDE + GAP), top)
        painter.end()

    def _paint(self, painter: QPainter, picture: QImage, left: int, top: int) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(round(SIDE * ratio), round(SIDE * ratio))
        small = max(picture.width(), picture.height()) < SIDE * ratio
        # Small ones show their pixels; large ones would flicker so.
        how = Qt.TransformationMode.FastTransformation if small else Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, how)
        scaled.setDevicePixelRatio(ratio)
        shown = scaled.deviceIndependentSize()
        place = QRectF(left + (SIDE - shown.width()) / 2, top + (SIDE - shown.height()) / 2,
                       shown.width(), shown.height())  # fmt: skip
        painter.drawImage(place, scaled)
        painter.setPen(QColor(theme.current().hairline))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def image_of(picture: NDArray[np.uint8]) -> QImage:
    """A picture (height, width, channels) as Qt paints it."""
    height, width, channels = picture.shape
    form = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_Grayscale8
    return QImage(np.ascontiguousarray(picture).tobytes(), width, height, width * channels, form).copy()
