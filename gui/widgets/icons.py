"""The program's own icons: SVGs of one stroke on a 20×20 grid, tinted by the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui import theme
from resources import ICONS

SIZES = (16, 20, 32, 40)
"""Pixels at which each icon is drawn: small and regular, on plain and on dense screens."""


def icon(name: str, color: str = "") -> QIcon:
    """The icon in a colour, by default the text's of the theme that is worn; ask anew after a change of theme."""
    return _tinted(name, color or theme.current().text)


@cache
def _tinted(name: str, color: str) -> QIcon:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    tinted = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        tinted.addPixmap(pixmap)
    return tinted
