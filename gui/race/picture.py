"""The decision boundary of one variant, as a little picture with the data on it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from engine.data import Prepared
from engine.network import Network
from engine.probes import Surface
from gui.class_looks import class_colors
from gui.plots.points import class_labels, graded
from gui.plots.surface import surface_colors
from gui.theme import current

LEAST, LARGEST = 72, 220
"""Pixels of a side."""
MOST, DOT = 150, 1.7
"""Samples that are drawn, and the pixels from the middle of one to its edge."""


class Picture(QWidget):
    """What a network says of every place of data of two features: all of it, or one of its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.surface: Surface | None = None
        self.unit: int | None = None
        self._image, self._samples = QImage(), QPixmap()
        self._prepared: Prepared | None = None
        self._network: Network | None = None
        self.hide()

    def take_room(self, side: int) -> None:
        """Be about so large."""
        side = min(max(side, LEAST), LARGEST)
        self.setFixedSize(side, side)

    def show_surface(self, surface: Surface, prepared: Prepared, network: Network) -> None:
        """Draw this one; of the network only its declaration is read."""
        self.surface, self._prepared, self._network = surface, prepared, network
        self._draw()
        self.setVisible(True)

    def show_unit(self, unit: int | None) -> None:
        """Draw this number of what the network says; None for all of them, or the first of a regression."""
        self.unit = unit
        self.retheme()

    def _draw(self) -> None:
        if self.surface is None or self._prepared is None or self._network is None:
            return
        colors = surface_colors(self.surface, self._prepared, self._network, current(), self.unit)
        colors = np.ascontiguousarray(colors[::-1])
        height, width, _ = colors.shape
        self._image = QImage(colors.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.update()

    def retheme(self) -> None:
        """Take over another theme's colours."""
        self._samples = QPixmap()
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.surface is None or self._prepared is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        if self._samples.deviceIndependentSize() != QSizeF(self.size()):
            self._paint_samples(self.surface, self._prepared)
        painter.drawPixmap(0, 0, self._samples)
        painter.setPen(QPen(QColor(current().hairline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_samples(self, surface: Surface, prepared: Prepared) -> None:
        """Once, since samples stay where they are."""
        ratio = self.devicePixelRatioF()
        self._samples = QPixmap((QSizeF(self.size()) * ratio).toSize())
        self._samples.setDevicePixelRatio(ratio)
        self._samples.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._samples)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, (inputs, targets) = current(), prepared.raw.training
        every = math.ceil(len(np.asarray(inputs)) / MOST)
        places, answers = np.asarray(inputs)[::every], np.asarray(targets)[::every]
        labels = class_labels(prepared.dataset, answers)
        palette = class_colors(len(prepared.dataset.classes), theme)
        numbers = answers.reshape(len(answers), -1)[:, self.unit or 0]
        colors = [QColor(palette[label]) for label in labels] if labels is not None else graded(numbers, theme)
        (left, right), (bottom, top) = surface.x, surface.y
        painter.setPen(QPen(QColor(theme.panel), 0.5))
        for (x, y), color in zip(places.tolist(), colors, strict=True):
            painter.setBrush(color)
            across, down = (x - left) / (right - left), (top - y) / (top - bottom)
            painter.drawEllipse(QPointF(across * self.width(), down * self.height()), DOT, DOT)
        painter.end()
