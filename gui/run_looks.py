"""How runs look in charts and lists: one colour for each, and another stroke where colours come again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.theme import Theme, current

# Okabe and Ito, "Color Universal Design" (2008); yellow, which is lost on white, and black give way to a violet and
# the text's own colour.
COLORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#8A6FB0")
STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
SWATCH = 18
"""Pixels of the square in which a run's line stands."""


class RunLook(NamedTuple):
    """A colour and a stroke."""

    color: str
    stroke: Qt.PenStyle


def run_look(number: int, theme: Theme) -> RunLook:
    """The look of the run of this number; after twenty-four they begin again."""
    colors = (*COLORS, theme.text)
    turn, place = divmod(number - 1, len(colors))
    return RunLook(colors[place], STROKES[turn % len(STROKES)])


def run_swatch(number: int, ratio: float) -> QPixmap:
    """A piece of the run's line for lists; `ratio` pixels of the screen for each of its own."""
    return _swatch(*run_look(number, current()), ratio)


@lru_cache(maxsize=256)
def _swatch(color: str, stroke: Qt.PenStyle, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    pen = QPen(QColor(color), 3, stroke, Qt.PenCapStyle.FlatCap)
    if stroke is Qt.PenStyle.DashLine:
        pen.setDashPattern([2.0, 1.0])
    painter.setPen(pen)
    painter.drawLine(QPointF(0, SWATCH / 2), QPointF(SWATCH, SWATCH / 2))
    painter.end()
    return pixmap
