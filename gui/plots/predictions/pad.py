"""A small pad on which one picture is drawn, and beside it what the network sees: its own few pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.shapes import Shape
from gui.plots.predictions.ink import RUBBER, Cell, Place, Placement, Sheet, Stroke
from gui.plots.predictions.tiles import paint_picture, picture
from gui.theme import NOTE_PIXELS, body_font, current

Array = NDArray[np.floating]

SMALL, BESIDE, GAP = 44, 112, 14
"""Pixels of what the network sees, at least and at most, and between it and the pad."""
CORNER, INSET = 0.26, 6
"""Where there is no room beside the pad, its share of the pad's side, and its distance from the corner."""
CAPTION = 18
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
PAINTING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Pad(QWidget):
    """The left button draws, the right one erases; with the keyboard the arrows choose a pixel, the space bar fills it
    and Backspace empties it. `edited` tells that `values` have changed.

    As long as `centres` is set, strokes on empty paper reach the network as large, and at the place, as `placement`
    says that the drawings of the data are.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.erases = False
        self.centres = True
        self.cursor_cell = (0, 0)
        self._points_at_cell = False
        self._last: QPointF | None = None
        self.set_shape((8, 8, 1), 0.0, 1.0, ink_is_high=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_shape(
        self, shape: Shape, low: float, high: float, ink_is_high: bool, placement: Placement | None = None
    ) -> None:
        """Pictures of this size, from `low`, which is black, to `high`; an empty one."""
        self.shape, self._span, self._placement = shape, (low, high), placement
        paper, ink = (low, high) if ink_is_high else (high, low)
        self._earlier: list[Sheet] = []
        self._show(Sheet(shape, paper, ink))

    def clear(self) -> None:
        """Empty the pad; emits nothing."""
        self._earlier.append(self.sheet)
        self._show(Sheet(self.shape, self.sheet.paper, self.sheet.ink))

    def set_values(self, values: Array) -> None:
        """Show another picture; emits nothing."""
        self._earlier.clear()
        self._show(replace(self.sheet, picture=values.reshape(self.shape), marks=()))

    @property
    def can_undo(self) -> bool:
        """Whether something was drawn, erased or cleared."""
        return bool(self._earlier)

    def undo(self) -> None:
        """Take back the last stroke, pixel or clearing."""
        if self._earlier:
            self._show(self._earlier.pop())
            self.edited.emit()

    def _show(self, sheet: Sheet) -> None:
        is_fine = sheet.is_plain and self.centres and self.can_centre
        self.sheet = replace(sheet, is_fine=is_fine)
        self._fine = self.sheet.rendered()
        self._seen: Array | None = None
        self.update()

    def centre(self, centres: bool) -> None:
        """Whether the network gets strokes where drawings of the data are, or where they were drawn."""
        self.centres = centres
        self._show(self.sheet)
        self.edited.emit()

    @property
    def can_centre(self) -> bool:
        """Whether the data are drawings that agree in size and place."""
        return self._placement is not None

    @property
    def places_strokes(self) -> bool:
        """Whether the network sees something else than what the pad shows."""
        return self.sheet.is_fine and self.sheet.is_freehand

    @property
    def values(self) -> Array:
        """The picture (height, width, channels) as the network gets it."""
        if self._seen is None:
            sheet, placement = self.sheet, self._placement
            if self.places_strokes and placement is not None:
                self._seen = sheet.averaged(sheet.placed(placement).rendered())
            else:
                self._seen = sheet.averaged(self._fine)
        return self._seen

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 72)

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def area(self) -> QRectF:
        """Where people draw: in the middle, or together with what the network sees beside it."""
        height, width = self.shape[:2]
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        beside = self._room_beside(area)
        return area.translated(-(beside + GAP) / 2, 0) if beside else area

    def _room_beside(self, area: QRectF) -> float:
        """The side of what the network sees; 0 where it does not fit or where the pad shows it itself."""
        room = self.width() - 2 - area.width() - GAP
        return min(room, BESIDE) if self.sheet.is_fine and room >= SMALL else 0.0

    def seen_area(self) -> QRectF:
        """Where it is shown what the network sees; empty where the pad shows it itself."""
        area = self.area()
        beside = self._room_beside(area)
        if not self.places_strokes:
            return QRectF()
        if beside:
            return QRectF(area.right() + GAP, area.top() + CAPTION, beside, beside * self.shape[0] / self.shape[1])
        side = area.width() * CORNER
        return QRectF(area.right() - side - INSET, area.top() + INSET, side, side * self.shape[0] / self.shape[1])

    # Drawing

    def _place(self, at: QPointF) -> Place:
        """Row and column in pixels of the picture."""
        area = self.area()
        scale = self.shape[0] / area.height()
        return (at.y() - area.top()) * scale, (at.x() - area.left()) * scale

    def _mark(self, mark: Stroke | Cell) -> None:
        """Something new on the sheet."""
        self._earlier.append(self.sheet)
        sheet = replace(self.sheet, marks=(*self.sheet.marks, mark))
        if sheet.is_plain:
            self._take(sheet)
        else:
            self._show(sheet)
            self.edited.emit()

    def _take(self, sheet: Sheet, since: int = 0) -> None:
        """The same sheet with more of its last mark."""
        self.sheet = sheet
        sheet.draw(self._fine, sheet.marks[-1], since)
        self._seen = None
        self.update()
        self.edited.emit()

    def fill_cell(self, erases: bool) -> None:
        """Fill or empty the pixel that the arrow keys have chosen."""
        self._mark(Cell(*self.cursor_cell, erases))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last, self._points_at_cell = event.position(), False
        erases = self.erases or event.button() == Qt.MouseButton.RightButton
        self._mark(Stroke((self._place(event.position()),), erases))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stroke = self.sheet.marks[-1] if self._last is not None and self.sheet.marks else None
        if isinstance(stroke, Stroke) and event.position() != self._last:
            self._last = event.position()
            longer = replace(stroke, places=(*stroke.places, self._place(event.position())))
            self._take(replace(self.sheet, marks=(*self.sheet.marks[:-1], longer)), len(stroke.places) - 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None
        self.update()

    def contextMenuEvent(self, event: object) -> None:
        """The right button erases here."""

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Claim the keys that draw before the window does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            draws = event.key() in (*PAINTING, *ERASING, *STEPS) and not event.modifiers()
            if draws or event.matches(QKeySequence.StandardKey.Undo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self._points_at_cell = self._points_at_cell or key in (*STEPS, *PAINTING, *ERASING)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif key in STEPS:
            moved = zip(self.cursor_cell, STEPS[key], self.shape[:2], strict=True)
            row, column = (min(max(place + step, 0), end - 1) for place, step, end in moved)
            self.cursor_cell = row, column
            self.update()
        elif key in PAINTING or key in ERASING:
            self.fill_cell(key in ERASING or self.erases)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._points_at_cell = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current(), self.area()
        if self.sheet.is_fine:
            self._paint_strokes(painter, area)
        else:
            paint_picture(painter, picture(self.values, self.shape, *self._span), area)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.hairline), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus() and self._points_at_cell:
            height, width = area.height() / self.shape[0], area.width() / self.shape[1]
            row, column = self.cursor_cell
            painter.drawRect(QRectF(area.left() + column * width, area.top() + row * height, width, height))
        seen = self.seen_area()
        if not seen.isEmpty():
            self._paint_seen(painter, seen)
        painter.end()

    def _paint_strokes(self, painter: QPainter, area: QRectF) -> None:
        """As lines, which are smooth at every size."""
        sheet, scale = self.sheet, area.height() / self.shape[0]
        paper, ink = (QColor("white" if value == self._span[1] else "black") for value in (sheet.paper, sheet.ink))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        painter.fillRect(area, paper)
        for mark in sheet.marks:
            if isinstance(mark, Stroke):
                width = 2 * sheet.radius * scale * (RUBBER if mark.erases else 1.0)
                round_ = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
                painter.setPen(QPen(paper if mark.erases else ink, width, *round_))
                line = [area.topLeft() + QPointF(column, row) * scale for row, column in mark.places]
                painter.drawPolyline(line if len(line) > 1 else line * 2)
        painter.restore()

    def _paint_seen(self, painter: QPainter, place: QRectF) -> None:
        theme = current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        paint_picture(painter, picture(self.values, self.shape, *self._span), place)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        if place.left() > self.area().right():
            painter.setFont(body_font(NOTE_PIXELS))
            caption = QRectF(place.left(), place.top() - CAPTION, self.width() - place.left(), CAPTION - 3)
            painter.drawText(caption, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.tr("Network sees"))
