"""Samples that are pictures, as people see them: of one pixel a place, drawn as large as there is room."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.shapes import Shape

Array = NDArray[np.floating]


def picture(sample: Array, shape: Shape, low: float, high: float) -> QImage:
    """A sample (height, width, channels) in grey or colour, black at `low` and white at `high`."""
    height, width, _ = shape
    values = np.nan_to_num(sample.reshape(shape).astype(np.float64), nan=low)
    shares = (values - low) / (high - low if high > low else 1.0)
    if shape[2] != 3:
        shares = shares.mean(axis=2, keepdims=True)
    pixels = np.ascontiguousarray((np.clip(shares, 0.0, 1.0) * 255).round().astype(np.uint8))
    form = QImage.Format.Format_RGB888 if shape[2] == 3 else QImage.Format.Format_Grayscale8
    return QImage(pixels.data, width, height, width * pixels.shape[2], form).copy()


def paint_picture(painter: QPainter, image: QImage, place: QRectF) -> QRectF:
    """Draw it as large as there is room, its pixels sharp; where it stands comes back."""
    scale = min(place.width() / image.width(), place.height() / image.height())
    where = QRectF(0, 0, image.width() * scale, image.height() * scale)
    where.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
    painter.drawImage(where, image)
    return where
