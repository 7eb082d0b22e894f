"""How one layer's card is painted: near with its words, far away as a block of its category's colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.direction import Direction
from engine.graph import Node
from engine.problems import Severity
from gui import theme
from gui.canvas.cards import card_text
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.card_words import LINE_BREAK, broken, elided, fitted_title, laid_out
from gui.canvas.cards.far_cards import FarCard, FarPainter
from gui.canvas.geometry import (
    CARD_HEIGHT,
    CARD_RADIUS,
    CARD_WIDTH,
    GRID,
    PORT_RADIUS,
    card_rect,
    input_places,
    output_places,
)
from gui.canvas.inks import PORT_LINE, Inks

FAR = 0.5
"""Below this scale cards are painted as seen from afar."""
FADED = 0.4
"""The opacity of a card that stands back."""

TITLE_PIXELS = (theme.BODY_PIXELS, theme.LABEL_PIXELS)
TEXT_LEFT = 22.0
TEXT_RIGHT = 10.0
BAR_LEFT, BAR_WIDTH, BAR_INSET = 9.0, 4.0, 16.0
"""The bar stands clear of the ports on the left edge."""
LINE_GAP = 3.0
TAG_HEIGHT = 7.0
"""Of the band along the upper edge in the colour that people gave."""
MARK_RADIUS, DOT_RADIUS = 8.0, 5.0
LINK_WIDTH, LINK_HEIGHT, LINK_GAP = 15.0, 6.0, 5.0
"""The mark of shared weights: two links of a chain, and the room behind it."""


class Card:
    """One layer laid out: its words fitted to the width, its ports placed. Lives until the layer changes."""

    width = CARD_WIDTH
    far_below = FAR

    def __init__(
        self,
        node: Node,
        inputs: int,
        direction: Direction = Direction.RIGHT,
        owner: str = "",
        note: str = "",
        least: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        layer = node.layer
        self.category = layer.category
        self.tag = node.tag
        self._place_ports(inputs, int(layer.has_output), direction, least)
        detail = card_text.detail(layer, titled=bool(node.title), owner=owner)
        self._lay_out(node.title or card_text.title(layer), node.id, detail, note, linked=bool(owner))

    def _place_ports(
        self, inputs: int, outputs: int, direction: Direction, least: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        self._most_ports = max(inputs, outputs)
        self.rect = self.rect_in(direction, least)
        self.inputs = input_places(self.rect, inputs, direction)
        self.outputs = output_places(self.rect, outputs, direction)

    def rect_in(self, direction: Direction, least: tuple[float, float] = (0.0, 0.0)) -> QRectF:
        """The card in a drawing that runs that way, at least so wide and so high."""
        width, height = least
        return card_rect(self._most_ports, direction, max(self.width, width), max(CARD_HEIGHT, height))

    @property
    def output(self) -> QPointF | None:
        """Where wires leave, from the first place at which they do."""
        return self.outputs[0] if self.outputs else None

    @property
    def words_rect(self) -> QRectF:
        """Where the words stand, centred in height."""
        return self.rect

    @property
    def mark_at(self) -> QPointF:
        """The middle of the mark that tells of a problem."""
        return self.rect.topRight() + QPointF(-4, 4)

    def bar(self, inks: Inks) -> QBrush:
        """The colour of the bar at its left."""
        return inks.categories[self.category]

    def _lay_out(self, title: str, node_id: str, matters: list[str], note: str = "", linked: bool = False) -> None:
        self._linked = linked
        self._id_font = theme.body_font(theme.NOTE_PIXELS - 1)
        rect = self.words_rect
        room = rect.width() - TEXT_LEFT - TEXT_RIGHT
        title_lines, self._title_font = fitted_title(title, room, TITLE_PIXELS)
        titles, ids = QFontMetricsF(self._title_font), QFontMetricsF(self._id_font)
        if not matters:
            matters, node_id = [node_id], ""
        id_room = room - titles.horizontalAdvance(title_lines[0]) - GRID
        shown_id = node_id if ids.horizontalAdvance(node_id) <= id_room else ""
        indent = LINK_WIDTH + LINK_GAP if self._linked else 0.0
        details, self._detail_font = _fitted(matters, room - indent, 1 if note else 2)
        note = ids.elidedText(note, Qt.TextElideMode.ElideRight, room)
        title_height, line_height = titles.height() * len(title_lines), QFontMetricsF(self._detail_font).height()
        height = title_height + LINE_GAP + line_height * len(details) + (ids.height() if note else 0)
        left, top = rect.left() + TEXT_LEFT, rect.center().y() - height / 2
        self._title = laid_out(LINE_BREAK.join(title_lines), self._title_font)
        self._id, self._note = (laid_out(text, self._id_font) for text in (shown_id, note))
        self._detail = laid_out(LINE_BREAK.join(details), self._detail_font)
        self._title_at = QPointF(left, top)
        right = rect.right() - TEXT_RIGHT - ids.horizontalAdvance(shown_id)
        self._id_at = QPointF(right, top + titles.ascent() - ids.ascent())
        self._detail_at = QPointF(left + indent, top + title_height + LINE_GAP)
        self._link_at = QPointF(left, self._detail_at.y() + line_height / 2)
        self._note_at = QPointF(left, top + height - ids.height())
        self.far = FarCard.lay_out(self.rect, self.words_rect, title)

    def paint(self, painter: QPainter, inks: Inks, state: CardState, scale: float) -> None:
        """Paint around the origin."""
        if state.faded:
            painter.setOpacity(FADED)
        if scale < self.far_below:
            FarPainter(painter, inks, scale).paint(self.far, state, self.bar(inks), self.tag)
        else:
            self._paint_near(painter, inks, state)

    def _paint_near(self, painter: QPainter, inks: Inks, state: CardState) -> None:
        self._paint_frame(painter, inks, state)
        self._paint_signs(painter, inks)
        self._write(painter, inks)
        if state.severity:
            paint_mark(painter, inks, state.severity, self.mark_at)

    def _paint_frame(self, painter: QPainter, inks: Inks, state: CardState) -> None:
        if state.focused or state.found:
            painter.setPen(inks.ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect.adjusted(-4, -4, 4, 4), CARD_RADIUS + 4, CARD_RADIUS + 4)
        outline = inks.wrong if state.severity is Severity.ERROR else inks.outline
        painter.setPen(inks.selected if state.selected else outline)
        painter.setBrush(inks.tags[self.tag] if self.tag else inks.node)
        painter.drawRoundedRect(self.rect, CARD_RADIUS, CARD_RADIUS)
        if self.tag:  # what is left of it above the rest of the card is the band
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.node)
            painter.drawRoundedRect(self.rect.adjusted(0.5, TAG_HEIGHT, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)

    def _paint_signs(self, painter: QPainter, inks: Inks) -> None:
        """The bar of the family beside the words."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.bar(inks))
        bar = self.words_rect.adjusted(BAR_LEFT, BAR_INSET, 0, -BAR_INSET)
        bar.setWidth(BAR_WIDTH)
        painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)

    def _write(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(inks.text)
        painter.setFont(self._title_font)
        painter.drawStaticText(self._title_at, self._title)
        painter.setPen(inks.muted)
        painter.setFont(self._id_font)
        painter.drawStaticText(self._id_at, self._id)
        painter.drawStaticText(self._note_at, self._note)
        painter.setFont(self._detail_font)
        painter.drawStaticText(self._detail_at, self._detail)
        if self._linked:
            paint_link(painter, inks, self._link_at)


def _fitted(matters: list[str], room: float, most: int) -> tuple[list[str], QFont]:
    """As many of the matters as there is room for, a little smaller where that saves one.

    The first one is always there: on two lines where so many may be, or else with its middle cut, as a value stands
    at either end.
    """
    fonts = [theme.body_font(pixels) for pixels in (theme.LABEL_PIXELS, theme.NOTE_PIXELS)]
    for count in range(len(matters), 0, -1):
        line = card_text.SEPARATOR.join(matters[:count])
        for font in fonts:
            if QFontMetricsF(font).horizontalAdvance(line) <= room:
                return [line], font
    font, lines = fonts[-1], broken(matters[0], fonts[-1], room)
    if 1 < len(lines) <= most:
        return elided(lines, font, room), font
    return [QFontMetricsF(font).elidedText(matters[0], Qt.TextElideMode.ElideMiddle, room)], font


def paint_port(painter: QPainter, inks: Inks, at: QPointF, wired: bool, lit: bool, half_lit: bool = False) -> None:
    """One port: filled where a wire is, large in the accent colour where one may come, dashed with an adapter."""
    called = lit or half_lit
    pen = QPen(inks.accent, PORT_LINE) if called else inks.port_pen
    if half_lit:
        pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(pen.color() if wired and not lit else inks.node)
    radius = PORT_RADIUS + 1.5 if called else PORT_RADIUS
    painter.drawEllipse(at, radius, radius)


def paint_link(painter: QPainter, inks: Inks, at: QPointF) -> None:
    """Two links of a chain, their left end half-way up at a point."""
    painter.setPen(QPen(inks.muted, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    link = QRectF(at.x(), at.y() - LINK_HEIGHT / 2, 0.6 * LINK_WIDTH, LINK_HEIGHT)
    for shift in (0.0, 0.4 * LINK_WIDTH):
        painter.drawRoundedRect(link.translated(shift, 0), LINK_HEIGHT / 2, LINK_HEIGHT / 2)


def paint_mark(painter: QPainter, inks: Inks, severity: Severity, centre: QPointF) -> None:
    """A quiet dot where something is unfinished; a round mark for an error and a three-cornered one for a warning.

    The last two bear a "!".
    """
    painter.setPen(QPen(inks.on_mark, 2))
    painter.setBrush(inks.marks[severity])
    radius = MARK_RADIUS
    if severity is Severity.UNFINISHED:
        painter.drawEllipse(centre, DOT_RADIUS, DOT_RADIUS)
        return
    if severity is Severity.ERROR:
        painter.drawEllipse(centre, radius, radius)
    else:
        corners = [QPointF(0, -radius), QPointF(radius + 1, radius - 1), QPointF(-radius - 1, radius - 1)]
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.on_mark)
    painter.drawRoundedRect(QRectF(centre.x() - 0.9, centre.y() - 4.2, 1.8, 5.0), 0.9, 0.9)
    painter.drawEllipse(centre + QPointF(0, 3.2), 1.1, 1.1)
