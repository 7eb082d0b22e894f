"""How runs look in charts and lists: a colour for each, and other dashes each time that colours come again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QSize, Qt
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
THICK, SPINE = 3, 27
"""Pixels of a line's width there, and of one that stands upright before two lines of words."""


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


def run_swatch(number: int, ratio: float, upright: bool = False) -> QPixmap:
    """A piece of the run's line for lists, level or upright; `ratio` pixels of the screen for each of its own."""
    return _swatch(*run_look(number, current()), ratio, upright)


@lru_cache(maxsize=512)
def _swatch(color: str, dashes: Dashes, ratio: float, upright: bool) -> QPixmap:
    size = QSize(THICK, SPINE) if upright else QSize(SWATCH, SWATCH)
    pixmap = QPixmap((size.toSizeF() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(line_pen(color, dashes, THICK, SPINE if upright else SWATCH))
    across = QLineF(0, SWATCH / 2, SWATCH, SWATCH / 2)
    painter.drawLine(QLineF(THICK / 2, 0, THICK / 2, SPINE) if upright else across)
    painter.end()
    return pixmap
