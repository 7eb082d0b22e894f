"""All wires as one item: thousands of items would be slower by a factor of thirty."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.graph import Edge
from engine.layers import shape_text
from gui import names
from gui.canvas.cards.node_item import Floats, WireEnd, card_rects, end_cards, wire_ends
from gui.canvas.exposed import exposed_parts
from gui.canvas.geometry import EVERYWHERE
from gui.canvas.inks import LEVELS, QUIET_WIDTH, WIDEST, level_width, on_screen
from gui.canvas.look import Look
from gui.canvas.wires.magnitude import UNKNOWN, MagnitudeScale
from gui.canvas.wires.still_wires import StillWires
from gui.canvas.wires.wire_geometry import Rows, WireGeometry
from gui.canvas.wires.wire_labels import WireLabels
from gui.i18n import number

MOST_CURVES = 400
"""With more wires in view they are straight lines, drawn together by colour."""

MOST_LED = 120
"""With more wires in view none is led round cards before these come to rest."""

SMOOTH_LENGTH = 600_000
"""Pixels of wire in view beyond which smooth edges would cost more than a frame."""

LABEL_SCALE = 0.6
"""Below this scale shapes cannot be read and are left out."""

SINGLE_UPDATES = 48
"""More changed wires than this are painted anew as one rectangle."""

HIT_REACH = 7.0


@dataclass(frozen=True)
class Stroke:
    """How a wire is drawn; `level` is its step on the ramp or UNKNOWN."""

    level: int
    width: float
    color: QColor


class EdgesItem(QGraphicsItem):
    """Paints every wire that the document shows, in the colour and width of the gradient that flows along it."""

    def __init__(self, look: Look, cards: Mapping[str, WireEnd], outlines: Callable[[], list[QRectF]] = list) -> None:
        super().__init__()
        self._look = look
        self._outlines = outlines
        self._ends = partial(wire_ends, cards)
        self._cards = partial(end_cards, cards)
        self._read_obstacles = partial(card_rects, cards)
        self._obstacles: Floats | None = None
        self._visible = QRectF()
        self.magnitude = MagnitudeScale()
        self.emphasis: Edge | None = None
        self._lifted: Edge | None = None
        self.straight = False
        self._smooth = True
        self._observed: Mapping[Edge, float] = {}
        self._geometry = WireGeometry((), self._ends)
        self._fans: defaultdict[str, list[int]] = defaultdict(list)
        """For each card the wires that end at it."""
        self._levels = np.zeros(0, np.int8)
        self._chosen = np.zeros(0, bool)
        self._hidden: frozenset[Edge] = frozenset()
        self._shown = np.zeros(0, bool)
        self._labels = WireLabels()
        self._led: frozenset[int] = frozenset()
        """Wires that follow a card on its way."""
        self._still = StillWires()
        self._stale = True
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    # Following the document

    def rebuild(self) -> None:
        """Wires came or went; they are read from the graph when they are next needed."""
        self._stale = True
        self._obstacles = None
        self._led = frozenset()
        self._still.forget()
        self.update()

    def move(self, nodes: list[str]) -> None:
        """Follow cards that moved, and paint anew where their wires were and are."""
        self._obstacles = None
        if self._stale:
            return
        rows = list({row for node in nodes for row in self._geometry.rows_at(node)})
        self._lead(frozenset(rows))
        self._update_rows(rows)
        self._geometry.move(rows)
        self._update_rows(rows)

    def _lead(self, rows: frozenset[int]) -> None:
        if rows != self._led:
            self._led = rows
            self._still.forget()

    def observe(self, observed: Mapping[Edge, float]) -> None:
        """Show the size of the gradient along each wire; wires that are not named are shown as unknown."""
        self._observed = observed
        if observed:
            self.magnitude.follow(np.fromiter(observed.values(), float, len(observed)))
        else:
            self.magnitude.forget()
        if self._stale:
            return
        before = self._levels
        self._levels = self._level_wires()
        self._still.forget()
        self._update_rows(np.flatnonzero(before != self._levels).tolist())

    def show_like(self, other: EdgesItem) -> None:
        """Show the gradients that another item shows now, on its scale; for another scene of the same graph."""
        self.magnitude, self._observed = copy(other.magnitude), other._observed
        self.rebuild()

    @property
    def observing(self) -> bool:
        """Whether gradients are shown."""
        return self.magnitude.ends is not None

    def look_at(self, visible: QRectF, scale: float) -> None:
        """Choose how finely to draw for what is in view."""
        geometry = self.geometry()
        rows = geometry.within(visible)
        points = geometry.points[rows]
        lengths = np.hypot(points[:, 2] - points[:, 0], points[:, 3] - points[:, 1]) * scale
        longest = np.hypot(visible.width(), visible.height()) * scale
        self._visible = visible
        manner = len(rows) > MOST_CURVES, float(np.minimum(lengths, longest).sum()) <= SMOOTH_LENGTH
        if manner != (self.straight, self._smooth):
            self.straight, self._smooth = manner
            self.update()
        self.settle()

    def settle(self, moving: bool = False) -> None:
        """Lead the wires in view round the cards that stand in their way, or that move into it."""
        if not moving:
            self._lead(frozenset())
        geometry = self.geometry()
        rows = geometry.within(self._visible)
        if self.straight or self._visible.isEmpty() or (moving and len(rows) > MOST_LED):
            return
        self._lead_round(rows)

    def settle_all(self) -> None:
        """Lead every wire round the cards in its way, for a picture of the whole drawing."""
        self._lead_round(np.arange(len(self.geometry())))

    def _lead_round(self, rows: Rows) -> None:
        geometry = self.geometry()
        if self._obstacles is None:
            self._obstacles = self._read_obstacles()
        for row, before in geometry.settle(rows, self._obstacles):
            scene = self.scene()
            scene.update(before)
            scene.update(geometry.rect(row))

    def geometry(self) -> WireGeometry:
        """Where the wires run, brought up to date."""
        if self._stale:
            self._stale = False
            self._geometry = WireGeometry(list(self._look.document.shown_edges()), self._ends, self._look.direction)
            self._fans.clear()
            for row, edge in enumerate(self._geometry.edges):
                self._fans[self._look.document.shown[edge.target]].append(row)
            self._levels = self._level_wires()
            self._chosen = self._mark_chosen()
            self._shown = self._mark_shown()
        return self._geometry

    def _level_wires(self) -> np.ndarray:
        nan, observed = float("nan"), self._observed
        sizes = np.array([observed.get(edge, nan) for edge in self._geometry.edges], float)
        return self.magnitude.levels(sizes) if self.observing else np.full(len(sizes), UNKNOWN, np.int8)

    def _mark_chosen(self) -> np.ndarray:
        rows = map(self._geometry.row_of.get, self._look.document.selection.edges)
        chosen = np.zeros(len(self._geometry), bool)
        chosen[[row for row in rows if row is not None]] = True
        return chosen

    def _mark_shown(self) -> np.ndarray:
        return np.array([edge not in self._hidden for edge in self._geometry.edges], bool)

    def leave_out(self, edges: frozenset[Edge]) -> None:
        """Draw all but these, since the weights behind them are drawn one by one."""
        if edges != self._hidden:
            self._hidden = edges
            self._shown = self._mark_shown()
            self._still.forget()
            self.update()

    def _update_rows(self, rows: list[int]) -> None:
        """`QGraphicsScene.update` takes a region apart; an item's own update joins all into one rectangle.

        That is wanted where layers are opened, whose lines are between the wires: all is then painted in one go.
        """
        scene = self.scene()
        rows = [row for row in rows if self._shown[row] or self._chosen[row]]
        if not rows or scene is None:
            return
        update = self.update if self._hidden else scene.update
        if len(rows) > SINGLE_UPDATES:
            update(self._geometry.rect_around(rows))
        else:
            for row in rows:
                update(self._geometry.rect(row))

    # Asking

    def stroke(self, edge: Edge) -> Stroke:
        """How a wire is drawn now, selection and emphasis apart."""
        level = int(self._levels[self.geometry().row_of[edge]])
        pen = self._look.inks.wire_pen(level, 1.0)
        return Stroke(level, level_width(level), pen.color())

    def tooltip(self, edge: Edge) -> str:
        """Which layers a wire joins, what flows forward and what flows back."""
        shape = self._look.document.inference.edge_shape(edge)
        source, target = (
            html.escape(names.name_of(self._look.document.graph, end)) for end in (edge.source, edge.target)
        )
        lines = [f"<b>{source} \N{RIGHTWARDS ARROW} {target}</b>"]
        if shape is not None:
            lines.append(QCoreApplication.translate("Canvas", "Shape {shape}").format(shape=shape_text(shape)))
        if edge in self._observed:
            text = QCoreApplication.translate("Canvas", "Gradient, root mean square: {size}")
            lines.append(text.format(size=number(self._observed[edge], 3)))
        return "<br>".join(lines)

    def edge_at(self, point: QPointF, scale: float, reach: float = HIT_REACH) -> Edge | None:
        """The wire under a point; `reach` counts in pixels on screen."""
        row = self.geometry().nearest(point, reach / scale, self.straight)
        return None if row is None or not self._shown[row] else self._geometry.edges[row]

    def emphasize(self, edge: Edge | None) -> None:
        """Show that a drop would land on this wire."""
        if edge != self.emphasis:
            rows = [self.geometry().row_of[e] for e in (edge, self.emphasis) if e in self.geometry().row_of]
            self.emphasis = edge
            self._update_rows(rows)

    def lift(self, edge: Edge | None) -> None:
        """Leave a wire out while its end is led elsewhere; None puts it back."""
        row_of = self.geometry().row_of
        self._update_rows([row_of[each] for each in (edge, self._lifted) if each in row_of])
        self._lifted = edge

    def middle(self, edge: Edge) -> QPointF:
        """Half-way between the ends of a wire."""
        x0, y0, x1, y1 = self._ends(edge)
        return QPointF((x0 + x1) / 2, (y0 + y1) / 2)

    def choose(self, changed: frozenset[Edge]) -> None:
        """Show the document's selection; these wires came to it or left it."""
        if self._stale:
            return
        row_of = self._geometry.row_of
        rows = [row_of[edge] for edge in changed if edge in row_of]
        self._update_rows(rows)  # a wire that is drawn only while it is selected leaves its place, too
        self._chosen = self._mark_chosen()
        self._still.forget()
        self._update_rows(rows)

    # Qt

    def boundingRect(self) -> QRectF:
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        geometry = self.geometry()
        rows = geometry.within(*exposed_parts(painter, option.exposedRect))
        rows = rows[self._shown[rows] | self._chosen[rows]]
        if self._lifted is not None:
            rows = rows[rows != geometry.row_of.get(self._lifted)]
        if not rows.size:
            return
        scale = painter.worldTransform().m11()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._smooth)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        plain = rows[~self._chosen[rows]]
        if self.straight and self._led:
            self._still.paint(painter, self._look.inks, self._paint_still)
            plain = plain[np.isin(plain, list(self._led))]
        self._paint_by_level(painter, plain, scale)
        self._paint_chosen(painter, rows, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_emphasis(painter, scale)
        if not self.straight and scale >= LABEL_SCALE:
            shapes = self._look.document.inference
            fans, borders = self._fans_at(rows), self._outlines()
            self._labels.paint(painter, self._look.inks, geometry, fans, shapes.edge_shape, self._cards, borders)

    def _fans_at(self, rows: Rows) -> list[list[int]]:
        """All the wires that end at the same cards as these, card by card, whatever of them has to be painted."""
        shown, edges = self._look.document.shown, self._geometry.edges
        cards = dict.fromkeys(shown[edges[row].target] for row in rows.tolist())
        drawn = self._shown | self._chosen
        return [[row for row in self._fans[card] if drawn[row]] for card in cards]

    def _paint_still(self, painter: QPainter) -> None:
        """All in view that no card leads about."""
        rows = self._geometry.within(self._visible)
        rows = rows[self._shown[rows] & ~self._chosen[rows] & ~np.isin(rows, list(self._led))]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._smooth)
        self._paint_by_level(painter, rows, painter.worldTransform().m11())

    def _paint_by_level(self, painter: QPainter, rows: Rows, scale: float) -> None:
        """The weakest first, so that the strongest lie on top."""
        geometry, inks = self._geometry, self._look.inks
        levels = self._levels[rows]
        for level in range(UNKNOWN, LEVELS):
            same = rows[levels == level].tolist()
            if not same:
                continue
            painter.setPen(inks.wire_pen(level, scale))
            if self.straight:
                painter.drawLines([geometry.lines[row] for row in same])
            else:
                for row in same:
                    painter.drawPath(geometry.path(row))

    def _paint_chosen(self, painter: QPainter, rows: Rows, scale: float) -> None:
        chosen = rows[self._chosen[rows]].tolist()
        if self.straight:
            painter.setPen(self._accent_pen(WIDEST / 2, scale))
            painter.drawLines([self._geometry.lines[row] for row in chosen])
        else:
            for row in chosen:  # behind weights that are drawn one by one a thin line is enough
                width = level_width(max(int(self._levels[row]), 0)) + 1.5 if self._shown[row] else QUIET_WIDTH
                painter.setPen(self._accent_pen(width, scale))
                painter.drawPath(self._geometry.path(row))

    def _paint_emphasis(self, painter: QPainter, scale: float) -> None:
        if self.emphasis in self._geometry.row_of:
            painter.setPen(self._accent_pen(WIDEST, scale))
            painter.drawPath(self._geometry.path(self._geometry.row_of[self.emphasis]))

    def _accent_pen(self, width: float, scale: float) -> QPen:
        return on_screen(self._look.inks.accent, max(width, 2 / scale), scale)
