"""How one layer's card is painted: near with its words, far away as a block of its category's colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QStaticText

from engine.direction import Direction
from engine.graph import Node
from engine.inference import Severity
from gui import theme
from gui.canvas.cards import card_text
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
from gui.canvas.inks import Inks

FAR, FARTHEST = 0.5, 0.22
"""Below the first scale only the title is written, large; below the second nothing."""
FAR_TITLE_PIXELS = (26, 20, 15)
FADED = 0.4
"""The opacity of a card that stands back."""

TEXT_LEFT = 22.0
TEXT_RIGHT = 10.0
BAR_LEFT, BAR_WIDTH, BAR_INSET = 9.0, 4.0, 16.0
"""The bar stands clear of the ports on the left edge."""
FAR_BAR_WIDTH = 14.0
LINE_GAP = 3.0
TAG_WIDTH, TAG_HEIGHT, FAR_TAG_HEIGHT = 28.0, 6.0, 12.0
MARK_RADIUS, DOT_RADIUS = 8.0, 5.0
LINK_WIDTH, LINK_HEIGHT, LINK_GAP = 15.0, 6.0, 5.0
"""The mark of shared weights: two links of a chain, and the room behind it."""


@dataclass(frozen=True)
class CardState:
    """What changes about a card while its layer stays."""

    selected: bool = False
    focused: bool = False
    severity: Severity | None = None
    found: bool = False
    faded: bool = False
    """Dimmed, since the wire that is being drawn cannot end here or the search is for others."""


class Card:
    """One layer laid out: its words fitted to the width, its ports placed. Lives until the layer changes."""

    width = CARD_WIDTH

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
        self._far_bar = QRectF(self.rect.left(), self.rect.top(), FAR_BAR_WIDTH, self.rect.height())

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
        self._title_font = theme.body_font(theme.BODY_PIXELS, bold=True)
        self._id_font = theme.body_font(theme.NOTE_PIXELS - 1)
        rect = self.words_rect
        room = rect.width() - TEXT_LEFT - TEXT_RIGHT
        titles, ids = QFontMetricsF(self._title_font), QFontMetricsF(self._id_font)
        layer_title = title
        title = titles.elidedText(title, Qt.TextElideMode.ElideRight, room)
        if not matters:
            matters, node_id = [node_id], ""
        id_room = room - titles.horizontalAdvance(title) - GRID
        shown_id = node_id if ids.horizontalAdvance(node_id) <= id_room else ""
        indent = LINK_WIDTH + LINK_GAP if self._linked else 0.0
        detail, self._detail_font = _fitted(matters, room - indent)
        note = ids.elidedText(note, Qt.TextElideMode.ElideRight, room)
        detail_height = QFontMetricsF(self._detail_font).height()
        height = titles.height() + (LINE_GAP + detail_height if detail else 0) + (ids.height() if note else 0)
        left, top = rect.left() + TEXT_LEFT, rect.center().y() - height / 2
        self._title, self._id, self._detail, self._note = (_static(t) for t in (title, shown_id, detail, note))
        self._title_at = QPointF(left, top)
        right = rect.right() - TEXT_RIGHT - ids.horizontalAdvance(shown_id)
        self._id_at = QPointF(right, top + titles.ascent() - ids.ascent())
        self._detail_at = QPointF(left + indent, top + titles.height() + LINE_GAP)
        self._link_at = QPointF(left, self._detail_at.y() + detail_height / 2)
        self._note_at = QPointF(left, top + height - ids.height())
        self._lay_out_far(layer_title)

    def _lay_out_far(self, title: str) -> None:
        rect = self.words_rect
        lines, self._far_font = _far_title(title, rect.width() - FAR_BAR_WIDTH - 2 * TEXT_RIGHT)
        height = QFontMetricsF(self._far_font).height()
        left = rect.left() + FAR_BAR_WIDTH + TEXT_RIGHT
        top = rect.center().y() - height * len(lines) / 2
        self._far_lines = [(QPointF(left, top + height * row), _static(line)) for row, line in enumerate(lines)]

    def paint(self, painter: QPainter, inks: Inks, state: CardState, scale: float) -> None:
        """Paint around the origin."""
        if state.faded:
            painter.setOpacity(FADED)
        if scale < FAR:
            self._paint_far(painter, inks, state, scale)
        else:
            self._paint_near(painter, inks, state)

    def _paint_far(self, painter: QPainter, inks: Inks, state: CardState, scale: float) -> None:
        """Filled rectangles, as a thousand outlined ones take a third of a frame, and the title while it is legible."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        chosen = state.selected or state.found
        marked = chosen or state.severity is Severity.ERROR
        edge = (2.0 if marked else 1.0) / scale
        outline = inks.accent if chosen else inks.marks[Severity.ERROR] if marked else inks.far_outline
        painter.fillRect(self.rect, outline)
        painter.fillRect(self.rect.adjusted(edge, edge, -edge, -edge), inks.node)
        painter.fillRect(self._far_bar, self.bar(inks))
        if self.tag:
            painter.fillRect(_tag_rect(self.rect, FAR_TAG_HEIGHT), inks.tags[self.tag])
        if scale >= FARTHEST:
            self._write_far(painter, inks)

    def _write_far(self, painter: QPainter, inks: Inks) -> None:
        painter.setPen(inks.text)
        painter.setFont(self._far_font)
        for place, line in self._far_lines:
            painter.drawStaticText(place, line)

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
        painter.setBrush(inks.node)
        painter.drawRoundedRect(self.rect, CARD_RADIUS, CARD_RADIUS)

    def _paint_signs(self, painter: QPainter, inks: Inks) -> None:
        """The bar of the family beside the words, and the colour that people gave."""
        painter.setPen(Qt.PenStyle.NoPen)
        if self.tag:
            painter.setBrush(inks.tags[self.tag])
            painter.drawRoundedRect(_tag_rect(self.rect, TAG_HEIGHT), 2, 2)
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


def _tag_rect(card: QRectF, height: float) -> QRectF:
    """The ribbon in the colour that people gave, hanging from the upper edge above the title."""
    return QRectF(card.left() + TEXT_LEFT, card.top(), TAG_WIDTH, height)


def _fitted(matters: list[str], room: float) -> tuple[str, QFont]:
    """As many of the matters as there is room for, a little smaller where that saves one.

    Of the first one, which is always there, the middle may be cut: a value stands at either end.
    """
    fonts = [theme.body_font(pixels) for pixels in (theme.LABEL_PIXELS, theme.NOTE_PIXELS)]
    for count in range(len(matters), 0, -1):
        line = card_text.SEPARATOR.join(matters[:count])
        for font in fonts:
            if QFontMetricsF(font).horizontalAdvance(line) <= room:
                return line, font
    return QFontMetricsF(fonts[-1]).elidedText(matters[0], Qt.TextElideMode.ElideMiddle, room), fonts[-1]


def _far_title(title: str, room: float) -> tuple[list[str], QFont]:
    """As large as it fits, on one line or on two, since from afar the title is all that tells a layer."""
    first, _, rest = title.partition(" ")
    fonts = [theme.body_font(pixels, bold=True) for pixels in FAR_TITLE_PIXELS]
    for font in fonts:
        for lines in [[title]] if font is fonts[0] or not rest else [[title], [first, rest]]:
            if max(map(QFontMetricsF(font).horizontalAdvance, lines)) <= room:
                return lines, font
    metrics = QFontMetricsF(fonts[-1])
    lines = [first, rest] if rest and metrics.horizontalAdvance(first) <= room else [title]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines], fonts[-1]


def _static(text: str) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    return static


def paint_port(painter: QPainter, inks: Inks, at: QPointF, wired: bool, lit: bool, half_lit: bool = False) -> None:
    """One port: filled where a wire is, large in the accent colour where one may come, dashed with an adapter."""
    color = inks.accent if lit or half_lit else inks.port
    pen = QPen(color, 1.5)
    if half_lit:
        pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(color if wired and not lit else inks.node)
    radius = PORT_RADIUS + 1.5 if lit or half_lit else PORT_RADIUS
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
