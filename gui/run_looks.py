"""How runs look in charts and lists: a colour for each, and other dashes each time that colours come again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.theme import Theme, current

# Okabe and Ito, "Color Universal Design" (2008); yellow, which is lost on white, and black give way to a violet and
# the text's own colour.
COLORS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#8A6FB0")
Dashes = tuple[float, ...]
"""Lengths of dashes and the gaps behind them, in widths of the pen; none for a line without gaps."""
DASH, DOT = (4.0, 2.0), (1.0, 2.0)
SWATCH = 18
"""Pixels of the square in which a run's line stands."""


class RunLook(NamedTuple):
    """A colour and dashes."""

    color: str
    dashes: Dashes


def run_look(number: int, theme: Theme) -> RunLook:
    """The look of the run of this number, which no other run has."""
    colors = (*COLORS, theme.text)
    turn, place = divmod(number - 1, len(colors))
    return RunLook(colors[place], _dashes(turn))


def _dashes(turn: int) -> Dashes:
    """None at first, then dashes, dots, and a dash with ever more dots."""
    return ((), DASH, DOT)[turn] if turn < 3 else DASH + (turn - 2) * DOT


def line_pen(color: str, dashes: Dashes, width: float, room: float | None = None) -> QPen:
    """A pen that draws so; in so many pixels of `room` all of its dashes are seen, closer together if need be."""
    pen = QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        scale = 1.0 if room is None else min(1.0, room / (width * sum(dashes)))
        pen.setDashPattern([scale * length for length in dashes])
    return pen


def run_swatch(number: int, ratio: float) -> QPixmap:
    """A piece of the run's line for lists; `ratio` pixels of the screen for each of its own."""
    return _swatch(*run_look(number, current()), ratio)


@lru_cache(maxsize=256)
def _swatch(color: str, dashes: Dashes, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(line_pen(color, dashes, 3, SWATCH))
    painter.drawLine(QPointF(0, SWATCH / 2), QPointF(SWATCH, SWATCH / 2))
    painter.end()
    return pixmap
