"""Numbers as colours of the one diverging map, and the legend that tells which."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from gui.i18n import number
from gui.plots.log_scale import strengths
from gui.theme import NOTE_PIXELS, STEPS, Theme, number_font

Array = NDArray[np.floating]
Ramp = NDArray[np.uint8]

GAP, BAR = 5.0, 54.0
"""Pixels between a number and the ramp, and of the ramp."""


def sign_image(values: Array, reach: float, theme: Theme, logarithmic: bool = False) -> QImage:
    """(rows, columns) with the ends of the map at -reach and reach; what is no number looks like 0."""
    return ramp_image(_shares(values, reach, logarithmic), theme.sign_ramp)


def sign_legend(theme: Theme, logarithmic: bool) -> Ramp:
    """The ramp of a legend whose places are numbers, also where colours tell their orders of magnitude."""
    places = _shares(np.linspace(-1.0, 1.0, STEPS), 1.0, logarithmic)
    ramp: Ramp = theme.sign_ramp[(places * (STEPS - 1) + 0.5).astype(np.intp)]
    return ramp


def _shares(values: Array, reach: float, logarithmic: bool) -> Array:
    """0 to 1 from -reach to reach; a half for 0, and for what is no number."""
    signed = np.sign(values) * strengths(np.abs(values), reach or 1.0, logarithmic)
    shares: Array = np.nan_to_num(signed + 1, nan=1.0) / 2
    return shares


def ramp_image(shares: Array, ramp: Ramp) -> QImage:
    """(rows, columns) of shares from 0 to 1 in the colours of a ramp (256, 3)."""
    entries = (np.clip(shares, 0.0, 1.0) * (STEPS - 1) + 0.5).astype(np.uint8)
    pixels = _packed(ramp.tobytes())[entries]
    rows, columns = pixels.shape
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=8)
def _packed(ramp: bytes) -> NDArray[np.uint32]:
    colors = np.frombuffer(ramp, np.uint8).reshape(STEPS, 3).astype(np.uint32)
    red, green, blue = colors.T
    return np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue


def legend_width(low: float, high: float, bar: float = BAR) -> float:
    """Pixels that the legend takes with a `bar` so long."""
    advance = QFontMetricsF(number_font(NOTE_PIXELS)).horizontalAdvance
    return advance(number(low, 3)) + advance(number(high, 3)) + 2 * GAP + bar


def paint_legend(
    painter: QPainter, room: QRectF, low: float, high: float, theme: Theme, ramp: Ramp, length: float = BAR
) -> None:
    """The ramp, of a `length`, between the numbers at its ends, at the right of a room."""
    painter.setFont(number_font(NOTE_PIXELS))
    painter.setPen(QColor(theme.muted))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, number(high, 3))
    right = room.right() - painter.fontMetrics().horizontalAdvance(number(high, 3)) - GAP
    bar = QRectF(right - length, room.center().y() - 4, length, 8)
    strip = ramp_image(np.linspace(0.0, 1.0, STEPS)[np.newaxis], ramp)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(bar, strip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawText(
        QRectF(room.left(), room.top(), bar.left() - GAP - room.left(), room.height()), flags, number(low, 3)
    )
