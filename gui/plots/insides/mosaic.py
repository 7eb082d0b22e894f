"""Pictures of numbers, section by section: one is pointed at, by the mouse or by the keys, and a click enlarges it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.i18n import MINUS
from gui.plots.insides import mosaic_layout
from gui.plots.insides.mosaic_layout import GAP, HEADING, NAME, Placed, Section, Spot, spot_at
from gui.plots.insides.value_colors import BAR, legend_width, paint_legend, sign_image, sign_legend
from gui.plots.log_scale import strengths
from gui.plots.pictures import paint_picture
from gui.theme import LABEL_PIXELS, NOTE_PIXELS, Theme, body_font, current, ink_on, number_font

STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
ZOOM, LARGEST = 1.25, 16.0
"""What one notch of the wheel changes, and how often larger than usual all may become."""
LOWEST = 13.0
"""Pixels of the height of a cell in which its number is written."""
NARROW = 240
"""Pixels of width below which ramps are shorter, so that titles have room beside them."""
MOST_DECIMALS = 4
"""Numbers that would need more are told where one points at them."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Mosaic(QAbstractScrollArea):
    """`pointed` carries the Spot under the mouse or chosen by the arrow keys, or None.

    Ctrl and the wheel, + and - zoom; Enter or a click shows one picture alone, Escape or another click all again.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.sections: tuple[Section, ...] = ()
        self.spot: Spot | None = None
        self.alone: tuple[int, int] | None = None
        """The section and the number of the picture that is shown by itself."""
        self.zoom = 1.0
        self._logarithmic = False
        self._places: list[Placed] = []
        self._images: dict[int, QImage] = {}
        self._pressed: QPointF | None = None

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Other numbers; where they are in the same places all else stays as it is."""
        same = [section.form for section in sections] == [section.form for section in self.sections]
        self.sections = tuple(sections)
        self._images.clear()
        if not same:
            self.alone = None
            self._point_at(None)
            self._lay_out()
        elif self.spot is not None:
            self.pointed.emit(self.spot)  # its number is another one now
        self.viewport().update()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Let colours tell orders of magnitude, so that small numbers are seen beside large ones."""
        self._logarithmic = logarithmic
        self._images.clear()
        self.viewport().update()

    def reset_view(self) -> None:
        """All pictures at their usual size."""
        self.alone, self.zoom = None, 1.0
        self._lay_out()

    # Places

    @property
    def _shown(self) -> Sequence[Section]:
        return self.sections if self.alone is None else (self.sections[self.alone[0]],)

    def _lay_out(self) -> None:
        room, metrics = self.viewport().size(), QFontMetricsF(body_font(NOTE_PIXELS))
        width, height = float(room.width()), float(room.height())
        if self.alone is None:
            self._places = mosaic_layout.placed(self.sections, width, height, self.zoom, metrics.horizontalAdvance)
        else:
            self._places = [mosaic_layout.enlarged(self.sections[self.alone[0]], width, height, self.zoom)]
        bottom = max((place.bottom for place in self._places), default=0.0)
        right = max((place.left + place.width for place in self._places), default=0.0)
        for bar, total, page in (
            (self.verticalScrollBar(), bottom, height),
            (self.horizontalScrollBar(), right, width),
        ):
            bar.setRange(0, max(0, round(total - page)))
            bar.setPageStep(round(page))
            bar.setSingleStep(24)
        self.viewport().update()

    def rect_of(self, section: int, tile: int) -> QRectF:
        """Where a picture stands on the viewport."""
        place = self._places[0 if self.alone is not None else section]
        return place.tile(0 if self.alone is not None else tile).translated(-self._shift)

    @property
    def _shift(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _cell(self, spot: Spot) -> QRectF:
        rect = self.rect_of(spot.section, spot.tile)
        _, rows, columns = self.sections[spot.section].tiles.values.shape
        width, height = rect.width() / columns, rect.height() / rows
        return QRectF(rect.left() + spot.column * width, rect.top() + spot.row * height, width, height)

    def value(self, spot: Spot) -> float:
        """The number in a cell."""
        return float(self.sections[spot.section].tiles.values[spot.tile, spot.row, spot.column])

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            moved = event.position() - self._pressed
            if moved.manhattanLength() > 4 or self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - moved.x()))
                self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() - moved.y()))
                self._pressed = event.position()
            return
        self._point_at(spot_at(self._shown, self._places, event.position() + self._shift, self.alone))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self.viewport().cursor().shape() == Qt.CursorShape.ClosedHandCursor
        pressed, self._pressed = self._pressed, None
        self.viewport().unsetCursor()
        if event.button() != Qt.MouseButton.LeftButton or dragged or pressed is None:
            return
        spot = spot_at(self._shown, self._places, event.position() + self._shift, self.alone)
        if self.alone is not None:
            self.show_alone(None)
        elif spot is not None:
            self.show_alone(spot)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def show_alone(self, spot: Spot | None) -> None:
        """Enlarge the picture of a spot, or show all again."""
        self.alone = None if spot is None else (spot.section, spot.tile)
        self.zoom = 1.0
        self._lay_out()

    def _point_at(self, spot: Spot | None) -> None:
        if spot != self.spot:
            self.spot = spot
            self.pointed.emit(spot)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self.sections:
            self._step(*STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.spot is not None:
            self.show_alone(None if self.alone is not None else self.spot)
        elif key == Qt.Key.Key_Escape and (self.alone is not None or self.zoom != 1.0):
            self.reset_view()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_by(1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM, QPointF(self.viewport().rect().center()))
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        """From cell to cell of a large picture, else from picture to picture, and on into the next section."""
        spot = self.spot
        if spot is None:
            self._point_at(Spot(*(self.alone or (0, 0)), 0, 0))
            return
        tiles, rows, columns = self.sections[spot.section].tiles.values.shape
        if self.alone is not None or self.sections[spot.section].is_matrix:
            row, column = spot.row + down, min(max(spot.column + right, 0), columns - 1)
            if 0 <= row < rows or self.alone is not None:
                self._go(Spot(spot.section, spot.tile, min(max(row, 0), rows - 1), column))
                return
            tile = -1 if row < 0 else tiles
        else:
            across = self._places[spot.section].across
            tile = spot.tile + right + down * across
            if down and spot.tile // across < (tiles - 1) // across:
                tile = min(tile, tiles - 1)  # the last line may be shorter
        if 0 <= tile < tiles:
            self._go(Spot(spot.section, tile, 0, 0))
        elif tile > 0 and spot.section + 1 < len(self.sections):
            self._go(Spot(spot.section + 1, 0, 0, 0))
        elif tile < 0 and spot.section:
            before = self.sections[spot.section - 1]
            last, rows, _ = before.tiles.values.shape
            self._go(Spot(spot.section - 1, last - 1, rows - 1 if before.is_matrix else 0, 0))

    def _go(self, spot: Spot) -> None:
        self._point_at(spot)
        cell, height = self._cell(spot), self.viewport().height()
        if cell.top() < HEADING:
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + cell.top() - HEADING))
        elif (beyond := min(cell.bottom(), cell.top() + height / 2) - height) > 0:
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + beyond + GAP))

    # Zooming

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def zoom_by(self, factor: float, around: QPointF) -> None:
        """Larger or smaller, about the place under the pointer."""
        before = self.zoom
        self.zoom = min(max(self.zoom * factor, 1.0), LARGEST)
        place = (around + self._shift) * (self.zoom / before)
        self._lay_out()
        self.horizontalScrollBar().setValue(round(place.x() - around.x()))
        self.verticalScrollBar().setValue(round(place.y() - around.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, height = QPainter(self.viewport()), current(), self.viewport().height()
        for index, (section, place) in enumerate(zip(self._shown, self._places, strict=True)):
            number_ = self.alone[0] if self.alone is not None else index
            top = place.top - self._shift.y()
            if top > height or place.bottom - self._shift.y() < 0:
                continue
            self._paint_heading(painter, section, top, theme)
            self._paint_tiles(painter, section, place, number_, theme)
        if self.spot is not None and self.spot.section < len(self.sections):
            self._paint_ring(painter, self.spot, theme)

    def _paint_heading(self, painter: QPainter, section: Section, top: float, theme: Theme) -> None:
        line = QRectF(0, top, self.viewport().width(), HEADING - 2)
        scaled = section.picture is None and section.reach > 0
        taken = 0.0
        if scaled:
            bar = BAR if line.width() >= NARROW else BAR / 2
            taken = legend_width(-section.reach, section.reach, bar) + 2 * GAP
            ramp = sign_legend(theme, self._logarithmic)
            paint_legend(painter, line, -section.reach, section.reach, theme, ramp, bar)
        painter.setFont(body_font(LABEL_PIXELS, bold=True))
        painter.setPen(QColor(theme.text))
        metrics, room = QFontMetricsF(painter.font()), line.width() - taken
        title = section.title
        if self.alone is not None and section.names:
            title = f"{title} \N{MIDDLE DOT} {section.names[self.alone[1]]}"
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, LEFT, title)
        left = metrics.horizontalAdvance(title) + 2 * GAP
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        # At the end of a note stands what it tells: an answer, or how many there are.
        note = QFontMetricsF(painter.font()).elidedText(section.note, Qt.TextElideMode.ElideLeft, room - left)
        if room > left:
            painter.drawText(line.adjusted(left, 1, 0, 1), LEFT, note)

    def _paint_tiles(self, painter: QPainter, section: Section, place: Placed, number_: int, theme: Theme) -> None:
        tiles, rows, columns = section.tiles.values.shape
        if number_ not in self._images:
            values = section.tiles.values.reshape(-1, columns)
            self._images[number_] = sign_image(values, section.reach, theme, self._logarithmic)
        image, bounds = self._images[number_], QRectF(self.viewport().rect())
        for tile in [self.alone[1]] if self.alone is not None else range(tiles):
            rect = self.rect_of(number_, tile)
            if not rect.adjusted(0, -NAME, 0, NAME).intersects(bounds):
                continue
            if section.picture is not None and tile == 0:
                paint_picture(painter, section.picture, rect)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, rect.width() < columns)
                painter.drawImage(rect, image, QRectF(0, tile * rows, columns, rows))
                self._paint_numbers(painter, section, tile, rect, theme)
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            if self.alone is None:
                self._paint_words(painter, section, tile, rect, theme)

    def _paint_numbers(self, painter: QPainter, section: Section, tile: int, rect: QRectF, theme: Theme) -> None:
        """Where cells are large enough for all of them."""
        _, rows, columns = section.tiles.values.shape
        width, height = rect.width() / columns, rect.height() / rows
        if height < LOWEST or not section.reach:
            return
        painter.setFont(number_font(NOTE_PIXELS))
        decimals = max(0, 1 - math.floor(math.log10(0.99 * section.reach)))
        longest = painter.fontMetrics().horizontalAdvance(f"{MINUS}{section.reach:.{decimals}f}")
        if decimals > MOST_DECIMALS or longest + 4 > width:
            return
        bounds, values = QRectF(self.viewport().rect()), section.tiles.values[tile]
        shares = np.sign(values) * strengths(np.abs(values), section.reach, self._logarithmic)
        for (row, column), value in np.ndenumerate(values):
            cell = QRectF(rect.left() + column * width, rect.top() + row * height, width, height)
            if cell.intersects(bounds):
                painter.setPen(ink_on(theme.sign_color(float(np.nan_to_num(shares[row, column])))))
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, _fixed(value, decimals))

    def _paint_words(self, painter: QPainter, section: Section, tile: int, rect: QRectF, theme: Theme) -> None:
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(theme.muted))
        metrics = QFontMetricsF(painter.font())
        if section.names:
            name = metrics.elidedText(section.names[tile], Qt.TextElideMode.ElideRight, rect.width() + GAP)
            line = QRectF(rect.left() - GAP / 2, rect.bottom() + 1, rect.width() + GAP, NAME)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, name)
        if section.rows and rect.left() + self._shift.x() > 0:
            height, room = rect.height() / len(section.rows), rect.left() + self._shift.x() - GAP
            for row, text in enumerate(section.rows):
                line = QRectF(-self._shift.x(), rect.top() + row * height, room, height)
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                                 metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))  # fmt: skip
        width = rect.width() / max(1, len(section.groups))
        for group, text in enumerate(section.groups):
            left = rect.left() + group * width
            painter.setPen(QColor(theme.muted))
            line = QRectF(left, rect.top() - NAME - 1, width - 2, NAME)
            painter.drawText(line, LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2))
            if group and len(section.groups) < section.tiles.values.shape[2]:
                painter.setPen(QPen(QColor(theme.muted), 1))
                painter.drawLine(QPointF(round(left), rect.top() - NAME), QPointF(round(left), rect.bottom()))

    def _paint_ring(self, painter: QPainter, spot: Spot, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2))
        if self.alone is None and not self.sections[spot.section].is_matrix:
            painter.drawRoundedRect(self.rect_of(spot.section, spot.tile).adjusted(-1, -1, 1, 1), 2, 2)
        cell = self._cell(spot)
        if min(cell.width(), cell.height()) >= 3:
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRect(cell)


def _fixed(value: float, decimals: int) -> str:
    """With so many decimals, and no sign before a 0."""
    text = f"{value:.{decimals}f}"
    return (text if float(text) else text.removeprefix("-")).replace("-", MINUS)
