"""The theme's colours, made once into what a painter takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from engine.layers import Category
from engine.problems import Severity
from gui.theme import Theme

LEVELS = 16
"""Steps of the magnitude ramp on the canvas; wires of one step are drawn together."""

THINNEST, WIDEST = 1.0, 6.0
QUIET_WIDTH = 1.25
"""The width of a wire about which nothing is known."""
PORT_LINE = 1.5


def blend(first: str, second: str, share: float) -> QColor:
    """An opaque colour between two."""
    a, b = QColor(first), QColor(second)
    mixed = (a.getRgb()[k] * (1 - share) + b.getRgb()[k] * share for k in range(3))  # type: ignore[index]
    return QColor(*(round(part) for part in mixed))


def _glass(color: str, share: float) -> QColor:
    """A colour through which what lies below is seen."""
    seen = QColor(color)
    seen.setAlphaF(share)
    return seen


def level_width(level: int) -> float:
    """How wide a wire of this step is, in scene units; steps below 0 stand for an unknown magnitude."""
    return QUIET_WIDTH if level < 0 else THINNEST + (WIDEST - THINNEST) * level / (LEVELS - 1)


def on_screen(color: QColor, width: float, scale: float) -> QPen:
    """A pen for wires, in pixels: a pen in scene units takes four times as long."""
    pen = QPen(color, max(width * scale, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setCosmetic(True)
    return pen


class Inks:
    """Pens and brushes of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.canvas = QColor(theme.canvas)
        self.grid = QColor(theme.grid)
        self.node = QBrush(QColor(theme.node))
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.accent = QColor(theme.accent)
        self.on_mark = QColor(theme.node)
        self.pill = QBrush(blend(theme.canvas, theme.muted, 0.12))
        self.port_pen = QPen(blend(theme.node, theme.muted, 0.65), PORT_LINE)
        self.quiet = blend(theme.canvas, theme.muted, 0.5)
        self.outline = QPen(blend(theme.hairline, theme.muted, 0.12), 1)
        self.far_outline = self.outline.color()
        self.selected = QPen(self.accent, 2)
        self.ring = QPen(blend(theme.canvas, theme.accent, 0.45), 2)
        self.marks = {
            Severity.ERROR: QColor(theme.danger),
            Severity.UNFINISHED: self.muted,
            Severity.WARNING: QColor(theme.warning),
        }
        self.wrong = QPen(self.marks[Severity.ERROR], 1.5)
        self.levels = tuple(theme.magnitude_color(level / (LEVELS - 1)) for level in range(LEVELS))
        self.categories = {category: QBrush(theme.category(category)) for category in Category}
        self.group = QBrush(blend(theme.node, theme.muted, 0.8))
        self.tags = {tag: QBrush(QColor(color)) for tag, color in theme.tags.items()}
        self.papers = {tag: QBrush(blend(theme.node, color, 0.16)) for tag, color in theme.tags.items()}
        self.papers[""] = QBrush(blend(theme.node, theme.muted, 0.1))
        self.grounds = {tag: QBrush(_glass(color, 0.07)) for tag, color in theme.tags.items()}
        self.grounds[""] = QBrush(_glass(theme.muted, 0.06))
        self.inviting = QBrush(_glass(theme.accent, 0.12))
        self.borders = {tag: QPen(blend(theme.canvas, color, 0.75), 1.25) for tag, color in theme.tags.items()}
        self.borders[""] = QPen(blend(theme.canvas, theme.muted, 0.45), 1.25)

    def tag_color(self, tag: str) -> QColor:
        """The colour that people gave, or a quiet one where they gave none."""
        return self.tags[tag].color() if tag else self.muted

    def wire_pen(self, level: int, scale: float) -> QPen:
        """The pen of a magnitude step, -1 where none is known; on screen it is never thinner than a pixel."""
        return on_screen(self.levels[level] if level >= 0 else self.quiet, level_width(level), scale)
