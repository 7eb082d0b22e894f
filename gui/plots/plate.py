"""A plot as it stands in a picture: under its title, with the room that it likes, and without its controls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QGraphicsView, QLineEdit, QWidget

from gui.theme import LABEL_PIXELS, body_font, current
from gui.widgets.line_text import LineText

LEAST = QSize(640, 400)
"""Of the drawing; one that is docked is often smaller, and leaves out what it has no room for."""
MARGIN, TITLE_ROW, KEY_ROW, GAP = 20, 30, 22, 12
TITLE_PIXELS = 16
INDENT = 6
"""Pixels from the left end of a control to its words."""
CONTROLS = (QAbstractButton, QComboBox, QLineEdit)
SEPARATOR = " \N{MIDDLE DOT} "


def controls_of(widget: QWidget) -> list[QWidget]:
    """What people choose with, from left to right; what lies in a part that scrolls belongs to the drawing."""
    found = [
        each
        for each in widget.findChildren(QWidget)
        if isinstance(each, CONTROLS) and each.isVisibleTo(widget) and not _scrolls(each, widget)
    ]
    return sorted(found, key=lambda each: each.mapTo(widget, QPoint()).x())


def chosen_in(controls: list[QWidget]) -> list[str]:
    """The words at which they stand, which a picture tells in their place."""
    return [text for text in map(_choice, controls) if text]


def _choice(control: QWidget) -> str:
    """The words at which it stands; none of a button that only does something."""
    if isinstance(control, QComboBox):
        return control.currentText()
    return control.text() if isinstance(control, QAbstractButton) and control.isChecked() else ""


def cover_controls(painter: QPainter, widget: QWidget, ground: QColor) -> None:
    """Over a picture of the widget, put words at which its controls stand in their places, and none where there are
    no words or where these stand already."""
    told = {label.text() for label in widget.findChildren(LineText) if label.isVisibleTo(widget)}
    painter.setPen(QColor(current().muted))
    for control in controls_of(widget):
        place = QRect(control.mapTo(widget, QPoint()), control.size())
        painter.fillRect(place, ground)
        text = _choice(control)
        if text not in told:
            painter.setFont(control.font())
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width() - INDENT)
            right = place.center().x() > widget.width() / 2
            edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(
                place.adjusted(0 if right else INDENT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | edge, text
            )


@dataclass(frozen=True)
class Plate:
    """A drawing, what it is called and what is `chosen` of it.

    At the right stands a `note`, such as the epoch whose values are told; `key` is that to the signs of the drawing,
    which has at least so much `room`.
    """

    drawing: QWidget
    title: str = ""
    chosen: str = ""
    note: str = ""
    key: QWidget | None = None
    room: QSize = LEAST

    @contextmanager
    def laid_out(self, scale: float) -> Iterator[QSize]:
        """Meanwhile the drawing is as in the picture, of which this is the size, in `scale` pixels for each of it."""
        drawing, key = self.drawing, self.key
        with ExitStack() as stack:
            for widget in (drawing, key):
                if widget is not None:
                    stack.callback(widget.resize, widget.size())
            for control in controls_of(drawing):
                stack.callback(control.show)
                if control.hasFocus():
                    stack.callback(control.setFocus)
                control.hide()
            for area in drawing.findChildren(QAbstractScrollArea):
                stack.callback(area.setVerticalScrollBarPolicy, area.verticalScrollBarPolicy())
                stack.callback(area.setHorizontalScrollBarPolicy, area.horizontalScrollBarPolicy())
                area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
                area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            drawing.resize(drawing.size().expandedTo(self.room))
            if key is not None:
                key.resize(drawing.width(), key.height())
            for widget in (drawing, *drawing.findChildren(QWidget)):
                if (layout := widget.layout()) is not None:
                    layout.activate()
            stack.enter_context(_drawn_anew(drawing, scale / drawing.devicePixelRatioF()))
            yield drawing.size() + QSize(2 * MARGIN, MARGIN + self._top)

    @property
    def _top(self) -> int:
        """Where the drawing begins."""
        return MARGIN + (TITLE_ROW if self.title else 0) + (KEY_ROW if self.key is not None else 0)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it, while it is laid out."""
        width, height = self.drawing.width() + 2 * MARGIN, self._top + self.drawing.height() + MARGIN
        painter.fillRect(QRect(0, 0, width, height), QColor(current().panel))
        self._paint_title(painter, QRectF(MARGIN, MARGIN - 4, self.drawing.width(), TITLE_ROW - GAP + 4))
        if self.key is not None:
            _render(painter, self.key, QPoint(MARGIN, self._top - KEY_ROW))
        _render(painter, self.drawing, QPoint(MARGIN, self._top))

    def _paint_title(self, painter: QPainter, row: QRectF) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(body_font(TITLE_PIXELS, bold=True))
        painter.setPen(QColor(current().text))
        painter.drawText(row, flags, self.title)
        left = QFontMetricsF(painter.font()).horizontalAdvance(self.title)
        painter.setFont(body_font(LABEL_PIXELS))
        painter.setPen(QColor(current().muted))
        painter.drawText(row, flags | Qt.AlignmentFlag.AlignRight, self.note)
        metrics = QFontMetricsF(painter.font())
        rest = row.adjusted(left + GAP, 0, -metrics.horizontalAdvance(self.note) - GAP, 0)
        chosen = metrics.elidedText(self.chosen, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, flags, chosen)


def _render(painter: QPainter, widget: QWidget, place: QPoint) -> None:
    painter.save()
    painter.translate(place)
    QWidget.render(widget, painter, QPoint())  # a QGraphicsView's own `render` would draw the scene alone
    painter.restore()


def _scrolls(widget: QWidget, within: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not within:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@contextmanager
def _drawn_anew(widget: QWidget, wider: float) -> Iterator[None]:
    """Meanwhile nothing is kept in pixels, which would be all that a drawing of lines would get of it.

    Curves are so much `wider`, since their pens do not grow with the picture.
    """
    views = [each for each in (widget, *widget.findChildren(QGraphicsView)) if isinstance(each, QGraphicsView)]
    backgrounds = [(view, view.cacheMode()) for view in views]
    items = [(item, item.cacheMode()) for view in views for item in view.scene().items()]
    points = [item for item, _mode in items if isinstance(item, pg.ScatterPlotItem)]
    curves = [(item, item.opts["pen"]) for item, _mode in items if isinstance(item, pg.PlotCurveItem)]
    for view in views:
        view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
    for item, _mode in items:
        item.setCacheMode(item.CacheMode.NoCache)
    for item in points:
        item.setExportMode(True)  # else pieces of one picture of all symbols, which a drawing of lines tears
    for curve, pen in curves:
        curve.opts["pen"] = wide = QPen(pen)
        wide.setWidthF(pen.widthF() * wider)
    try:
        yield
    finally:
        for curve, pen in curves:
            curve.opts["pen"] = pen
        for item in points:
            item.setExportMode(False)
        for view, flags in backgrounds:
            view.setCacheMode(flags)
        for item, mode in items:
            item.setCacheMode(mode)
