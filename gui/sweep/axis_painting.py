"""The axes of a sweep's lines as they are painted: names, values, what is kept along them, the colours of results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from gui.sweep.axes import Axis
from gui.sweep.brushes import Span
from gui.theme import NOTE_PIXELS, body_font, current, number_font

NAME_LINE, NAME_GAP = 16, 4
"""Pixels of a row of names, and between two names in it."""
SPAN, SPAN_OPACITY = 12, 0.22
"""Pixels across what is kept along an axis, and how much of the axis it covers."""
SCALE, STOPS = 6, 16
"""Pixels across the colours of results, and how many of these are taken on the way from the best to the last."""
GROUND_OPACITY = 0.92
"""How much of the lines the ground of a word covers."""


def rows_of_names(axes: Sequence[Axis], step: float) -> int:
    """In how many rows names stand, by turns: in two where one is too long for the way to the next axis."""
    metrics = QFontMetricsF(body_font(NOTE_PIXELS))
    return 2 if any(metrics.horizontalAdvance(axis.name) > step - NAME_GAP for axis in axes) else 1


def paint_names(painter: QPainter, axes: Sequence[Axis], tops: Sequence[float], width: float, chosen: int) -> None:
    """The names above axes that stand there, within a width; the chosen one stands out."""
    rows = rows_of_names(axes, tops[1] - tops[0] if len(tops) > 1 else width)
    painter.setFont(body_font(NOTE_PIXELS))
    metrics = QFontMetricsF(painter.font())
    wanted = [metrics.horizontalAdvance(axis.name) + 1 for axis in axes]
    begins = [min(max(top - wide / 2, 0.0), width - wide) for top, wide in zip(tops, wanted, strict=True)]
    ends: list[float] = [-NAME_GAP] * rows
    for number, (axis, top) in enumerate(zip(axes, tops, strict=True)):
        left, right, follower = ends[number % rows] + NAME_GAP, width, number + rows
        if follower < len(tops):  # half of the way, and more where the next name begins behind that
            right = max((tops[follower] + top - NAME_GAP) / 2, begins[follower] - NAME_GAP)
        name = metrics.elidedText(axis.name, Qt.TextElideMode.ElideMiddle, right - left)
        advance = metrics.horizontalAdvance(name) + 1
        place = min(max(top - advance / 2, left), right - advance)
        ends[number % rows] = place + advance
        painter.setPen(QColor(current().accent if number == chosen else current().text))
        box = QRectF(place, NAME_LINE * (number % rows), advance, NAME_LINE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def paint_span(painter: QPainter, way: QLineF, span: Span) -> None:
    """What is kept along an axis that goes up this way."""
    low, high = map(way.pointAt, span)
    color = QColor(current().accent)
    painter.setPen(QPen(color, 1))
    color.setAlphaF(SPAN_OPACITY)
    painter.setBrush(color)
    painter.drawRect(QRectF(high.x() - SPAN / 2, high.y(), SPAN, max(2.0, low.y() - high.y())))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_colors(painter: QPainter, way: QLineF, places: Sequence[float]) -> None:
    """The colours of trials along the axis of their results, the best first: the key to those of the lines."""
    last = len(places) - 1
    colors = QLinearGradient(way.p1(), way.p2())
    for stop in range(STOPS + 1):
        rank = round(stop * last / STOPS)
        colors.setColorAt(places[rank], current().magnitude_color(1 - rank / max(1, last)))
    painter.fillRect(QRectF(way.x2() - SCALE / 2, way.y2(), SCALE, way.y1() - way.y2()), colors)


def paint_ticks(painter: QPainter, way: QLineF, axis: Axis, room: float) -> None:
    """Words at the right of an axis, on a ground of their own."""
    theme = current()
    painter.setFont(number_font(NOTE_PIXELS))
    metrics = QFontMetricsF(painter.font())
    taken = float("inf")
    for share, text in sorted(axis.ticks):
        place = way.pointAt(share)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(place - QPointF(3, 0), place + QPointF(3, 0))
        if taken - place.y() < metrics.height():
            continue
        taken = place.y()
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        advance = metrics.horizontalAdvance(text) + 4
        box = QRectF(place.x() + 6, place.y() - metrics.height() / 2, advance, metrics.height())
        ground = QColor(theme.panel)
        ground.setAlphaF(GROUND_OPACITY)
        painter.fillRect(box, ground)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
