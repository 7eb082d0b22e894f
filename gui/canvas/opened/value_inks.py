"""Numbers as colours inside opened layers: the one diverging map for signs, the one ramp for sizes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QTransform

from gui.theme import STEPS, Theme

Array = NDArray[np.floating]

FAINTEST = 0.14
"""What the weakest line keeps of its colour, so that its sign can be seen."""
LEVELS = 10
"""Steps of a line's colour and width on each side of zero."""


class ValueInks:
    """The colours of one theme; `signed` says whether shares run from -1 to 1 or from 0 to 1."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._packed = {True: _packed(theme.sign_ramp), False: _packed(theme.magnitude_ramp)}
        self._colors = [QColor(*rgb) for rgb in theme.sign_ramp.tolist()]

    def color(self, share: float, signed: bool = True) -> QColor:
        """The colour of one share."""
        return self.theme.sign_color(share) if signed else self.theme.magnitude_color(share)

    def colors(self, shares: Array) -> list[QColor]:
        """The colours of shares from -1 to 1."""
        return [self._colors[entry] for entry in _entries(shares, signed=True).tolist()]

    def line_color(self, level: int, signed: bool = True) -> QColor:
        """The colour of a line, from -LEVELS to LEVELS."""
        strength = FAINTEST + (1 - FAINTEST) * abs(level) / LEVELS if level else FAINTEST / 2
        return self.color(-strength if level < 0 else strength, signed)

    def image(self, shares: Array, blank: NDArray[np.bool_] | None, signed: bool = True) -> QImage:
        """(rows, columns) shares as a picture, transparent where it is blank."""
        pixels = self._packed[signed][_entries(shares, signed)]
        if blank is not None:
            pixels[blank] = 0
        rows, columns = pixels.shape
        return QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied).copy()


def plain(brush: QBrush) -> QImage:
    """One pixel, for all about which nothing is known."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(brush.color())
    return image


def stretched(image: QImage, rect: QRectF) -> QTransform:
    """What lays a picture over a rectangle."""
    moved = QTransform.fromTranslate(rect.left(), rect.top())
    return moved.scale(rect.width() / image.width(), rect.height() / image.height())


def line_levels(shares: Array) -> NDArray[np.int8]:
    """The step of each line, from -LEVELS to LEVELS."""
    return np.rint(shares * LEVELS).astype(np.int8)


def _entries(shares: Array, signed: bool) -> NDArray[np.intp]:
    """Places in a ramp, as the theme finds them."""
    scaled = (shares.astype(np.float64) + 1) / 2 if signed else shares
    return (scaled * (STEPS - 1)).astype(np.intp)


def _packed(ramp: NDArray[np.uint8]) -> NDArray[np.uint32]:
    red, green, blue = (ramp[:, k].astype(np.uint32) for k in range(3))
    return np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue
