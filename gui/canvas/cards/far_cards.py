"""Cards from afar: blocks of their categories' colours with large titles, all blocks of one colour at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QStaticText

from engine.problems import Severity
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.card_words import fitted_title, laid_out
from gui.canvas.inks import Inks

FARTHEST, LEGIBLE = 0.18, 3.5
"""Below this scale nothing is written, and no title that is smaller on screen than so many pixels."""
TITLE_PIXELS = (26, 20, 15, 13)
BAR_WIDTH, TITLE_MARGIN = 14.0, 10.0
TAG_HEIGHT = 14.0


@dataclass(frozen=True)
class FarCard:
    """One card laid out: its bar at the left, the band of its tag, and the lines of its title."""

    rect: QRectF
    bar: QRectF
    tag: QRectF
    lines: list[tuple[QPointF, QStaticText]]
    font: QFont
    font_key: str

    @classmethod
    def lay_out(cls, rect: QRectF, words: QRectF, title: str) -> FarCard:
        """A card with its title about the middle of the words' place."""
        lines, font = fitted_title(title, words.width() - BAR_WIDTH - 2 * TITLE_MARGIN, TITLE_PIXELS)
        height = QFontMetricsF(font).height()
        left, top = words.left() + BAR_WIDTH + TITLE_MARGIN, words.center().y() - height * len(lines) / 2
        return cls(
            rect,
            QRectF(rect.left(), rect.top(), BAR_WIDTH, rect.height()),
            QRectF(rect.left(), rect.top(), rect.width(), TAG_HEIGHT),
            [(QPointF(left, top + height * row), laid_out(line, font)) for row, line in enumerate(lines)],
            font,
            font.key(),
        )

    def at(self, place: QPointF) -> FarCard:
        """The same card there."""
        rect, bar, tag = (each.translated(place) for each in (self.rect, self.bar, self.tag))
        return FarCard(rect, bar, tag, [(place + at, line) for at, line in self.lines], self.font, self.font_key)

    def write(self, painter: QPainter, inks: Inks) -> None:
        """Write the title alone."""
        painter.setPen(inks.text)
        painter.setFont(self.font)
        for place, line in self.lines:
            painter.drawStaticText(place, line)


class FarPainter:
    """Paints cards from afar, the later ones on top; what they have in common is set once.

    Filled rectangles, as a thousand outlined ones would take a third of a frame, and titles while they are legible.
    """

    def __init__(self, painter: QPainter, inks: Inks, scale: float) -> None:
        self._painter = painter
        self._inks = inks
        self._scale = scale
        self._ground = inks.node.color()
        self._font: str = ""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(inks.text)

    def paint(self, card: FarCard, state: CardState, bar: QBrush, tag: str) -> None:
        """Paint a card where it was laid out."""
        inks, painter = self._inks, self._painter
        edge, outline = 1.0 / self._scale, inks.far_outline
        if state.selected or state.found:
            edge, outline = 2 * edge, inks.accent
        elif state.severity is Severity.ERROR:
            edge, outline = 2 * edge, inks.marks[Severity.ERROR]
        painter.fillRect(card.rect, outline)
        painter.fillRect(card.rect.adjusted(edge, edge, -edge, -edge), self._ground)
        painter.fillRect(card.bar, bar)
        if tag:
            painter.fillRect(card.tag.adjusted(edge, edge, -edge, 0), inks.tags[tag])
        if self._scale >= FARTHEST and self._scale * card.font.pixelSize() >= LEGIBLE:
            if card.font_key != self._font:
                self._font = card.font_key
                painter.setFont(card.font)
            for place, line in card.lines:
                painter.drawStaticText(place, line)
