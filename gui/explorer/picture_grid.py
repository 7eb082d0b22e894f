"""Samples as pictures, class by class, of which only those in sight are drawn."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engine.data.description import spread
from engine.data.samples import Indices, Samples
from gui.i18n import grouped
from gui.plots.pictures import paint_picture, picture
from gui.theme import LABEL_PIXELS, body_font, current

TILE, GAP = 56, 6
"""Pixels of the longer side of a picture, at most as many again, and between two."""
HEADING, APART = 28, 10
LOOKED_AT = 2000
"""Samples from which the darkest and the lightest value are read."""
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Section(NamedTuple):
    """The pictures of one class, and where they begin."""

    name: str
    rows: Indices
    top: int


class PictureGrid(QAbstractScrollArea):
    """`pointed` carries the number of the sample under the mouse or chosen by the arrow keys, or None."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explorer_picture_grid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.samples: Samples | None = None
        self.sections: list[Section] = []
        self.row: int | None = None
        self.painted = 0
        """Pictures in the last frame."""
        self._kind: int | None = None
        self._span = (0.0, 1.0)

    def show_samples(self, samples: Samples | None, kind: int | None = None) -> None:
        """Other samples, of all classes or of one; or none."""
        if samples is not None and samples is not self.samples and samples.pictures is not None:
            seen = samples.pictures[spread(len(samples), LOOKED_AT)]
            self._span = float(seen.min()), float(seen.max())
        self.samples, self._kind = samples, kind
        self._point_at(None)
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def tile(self) -> QSize:
        """Pixels of a picture on the screen: small ones are enlarged by whole numbers, so that pixels look alike."""
        if self.samples is None or self.samples.pictures is None:
            return QSize(TILE, TILE)
        height, width = self.samples.pictures.shape[1:3]
        longest = max(height, width)
        scale = max(1, TILE // longest) if longest <= 2 * TILE else 2 * TILE / longest
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))

    def across(self) -> int:
        """How many pictures stand side by side."""
        return max(1, (self.viewport().width() + GAP) // (self.tile().width() + GAP))

    # Places

    def _lay_out(self) -> None:
        samples, self.sections = self.samples, []
        if samples is None:
            return
        top, step = 0, self.tile().height() + GAP
        for name, rows in self._groups(samples):
            self.sections.append(Section(name, rows, top))
            top += HEADING + -(-len(rows) // self.across()) * step + APART
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, top - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(step)
        self.viewport().update()

    def _groups(self, samples: Samples) -> list[tuple[str, Indices]]:
        labels = samples.labels
        if labels is None:
            return [("", np.arange(len(samples)))]
        kinds = range(len(samples.classes)) if self._kind is None else (self._kind,)
        groups = [(samples.classes[kind], np.flatnonzero(labels == kind)) for kind in kinds]
        return [group for group in groups if len(group[1])]

    def place_of(self, row: int) -> QRectF:
        """The rectangle of a sample's picture on the viewport, which may be out of sight."""
        size, across = self.tile(), self.across()
        for section in self.sections:
            place = int(np.searchsorted(section.rows, row))
            if place < len(section.rows) and section.rows[place] == row:
                line, column = divmod(place, across)
                top = section.top + HEADING + line * (size.height() + GAP) - self.verticalScrollBar().value()
                return QRectF(column * (size.width() + GAP), top, size.width(), size.height())
        return QRectF()

    def row_at(self, place: QPointF) -> int | None:
        """The sample whose picture lies at a place of the viewport."""
        size, y = self.tile(), place.y() + self.verticalScrollBar().value()
        section = next((each for each in reversed(self.sections) if each.top + HEADING <= y), None)
        if section is None:
            return None
        line, rest = divmod(y - section.top - HEADING, size.height() + GAP)
        column, aside = divmod(place.x(), size.width() + GAP)
        number = int(line) * self.across() + int(column)
        inside = rest < size.height() and aside < size.width() and 0 <= column < self.across()
        return int(section.rows[number]) if inside and number < len(section.rows) else None

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None and self.sections and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at(int(self.sections[0].rows[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across, key = self.across(), Qt.Key(event.key())
        steps = {**MOVES, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        if key not in steps or not self.sections:
            super().keyPressEvent(event)
            return
        order = np.concatenate([section.rows for section in self.sections])
        now = int(np.flatnonzero(order == self.row)[0]) if self.row is not None else 0
        self._point_at(int(order[min(max(now + steps[key], 0), len(order) - 1)]))
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        if self.row is None:
            return
        place, bar = self.place_of(self.row), self.verticalScrollBar()
        if place.top() < HEADING:
            bar.setValue(round(bar.value() + place.top() - HEADING))
        elif place.bottom() > self.viewport().height():
            bar.setValue(round(bar.value() + place.bottom() - self.viewport().height() + GAP))

    def _point_at(self, row: int | None) -> None:
        if row != self.row:
            self.row = row
            self.pointed.emit(row)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shift = QPainter(self.viewport()), self.verticalScrollBar().value()
        step, height = self.tile().height() + GAP, self.viewport().height()
        self.painted = 0
        for section in self.sections:
            top = section.top - shift
            lines = -(-len(section.rows) // self.across())
            if top > height or top + HEADING + lines * step < 0:
                continue
            self._paint_heading(painter, section, top)
            first = max(0, -(top + HEADING) // step)
            last = min(lines, (height - top - HEADING) // step + 1)
            for row in section.rows[first * self.across() : last * self.across()].tolist():
                self._paint_picture(painter, row)
        if self.row is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.place_of(self.row).adjusted(-2, -2, 2, 2), 3, 3)

    def _paint_heading(self, painter: QPainter, section: Section, top: int) -> None:
        painter.setFont(body_font(LABEL_PIXELS, bold=True))
        painter.setPen(QColor(current().text))
        line = QRectF(0, top, self.viewport().width(), HEADING)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, section.name)
        left = painter.fontMetrics().horizontalAdvance(section.name) + (10 if section.name else 0)
        painter.setFont(body_font(LABEL_PIXELS))
        painter.setPen(QColor(current().muted))
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, grouped(len(section.rows)))

    def _paint_picture(self, painter: QPainter, row: int) -> None:
        assert self.samples is not None
        assert self.samples.pictures is not None
        self.painted += 1
        pictures = self.samples.pictures
        paint_picture(painter, picture(pictures[row], pictures.shape[1:], *self._span), self.place_of(row))
