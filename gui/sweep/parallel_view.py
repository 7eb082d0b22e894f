"""Every trial as a line through its settings to its result: what good ones have in common is seen at a glance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plots.export import Table
from gui.plots.frame import Frame
from gui.sweep.axes import Axis, shares
from gui.theme import NOTE_PIXELS, Theme, body_font, current, number_font

HEAD, FOOT, LEFT, RIGHT = 24, 10, 30, 54
NEAR = 7
"""Pixels from a line within which it is meant."""
FEW = 300
"""Up to so many lines are drawn smoothly."""


class ParallelArea(QWidget):
    """The drawing. `pointed` carries the trial whose line is under the mouse, or None; `picked` the one clicked."""

    pointed = Signal(object)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.axes: tuple[Axis, ...] = ()
        self.ranking: tuple[int, ...] = ()
        self.shown: int | None = None
        self._lines: QPixmap | None = None
        self._under: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def show_trials(self, axes: Sequence[Axis], ranking: Sequence[int]) -> None:
        """Other lines: the trials from the best to the last, and their places on the axes."""
        self.axes, self.ranking = tuple(axes), tuple(ranking)
        self._redraw()

    def show_one(self, trial: int | None) -> None:
        """Let one trial's line stand out."""
        self.shown = trial
        self.update()

    # Places

    def place(self, axis: int, share: float) -> QPointF:
        """Where a share of an axis is."""
        width, height = self.width() - LEFT - RIGHT, self.height() - HEAD - FOOT
        return QPointF(LEFT + width * axis / max(1, len(self.axes) - 1), HEAD + height * (1 - share))

    def line(self, rank: int) -> QPolygonF:
        """The line of the trial at this rank."""
        return QPolygonF([self.place(number, axis.places[rank]) for number, axis in enumerate(self.axes)])

    def trial_at(self, place: QPointF) -> int | None:
        """The trial whose line is nearest, if it is near."""
        if len(self.axes) < 2 or not self.ranking:
            return None
        step = (self.width() - LEFT - RIGHT) / (len(self.axes) - 1)
        left = int(min(max((place.x() - LEFT) // step, 0), len(self.axes) - 2))
        share = min(max((place.x() - LEFT) / step - left, 0.0), 1.0)
        heights = np.array(self.axes[left].places) * (1 - share) + np.array(self.axes[left + 1].places) * share
        distances = np.abs(HEAD + (self.height() - HEAD - FOOT) * (1 - heights) - place.y())
        nearest = int(np.argmin(distances))
        return self.ranking[nearest] if distances[nearest] <= NEAR else None

    # Hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.trial_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        trial = self.trial_at(event.position())
        if trial is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(trial)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down lead from trial to trial, the better ones above."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self.ranking:
            super().keyPressEvent(event)
            return
        rank = self.ranking.index(self.shown) + step if self.shown in self.ranking else 0
        self.picked.emit(self.ranking[min(max(rank, 0), len(self.ranking) - 1)])

    def _point(self, trial: int | None) -> None:
        if trial != self._under:
            self._under = trial
            self.pointed.emit(trial)
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.axes:
            return
        if self._lines is None:
            self._lines = self._painted_lines()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for trial, width in ((self.shown, 3.0), (self._under, 2.0)):
            if trial in self.ranking:
                rank = self.ranking.index(trial)
                painter.setPen(QPen(QColor(current().panel), width + 3))
                painter.drawPolyline(self.line(rank))
                painter.setPen(QPen(QColor(current().accent), width))
                painter.drawPolyline(self.line(rank))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_axes(painter)

    def _painted_lines(self) -> QPixmap:
        """All lines, the best on top; painted once, as thousands of them take a while."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        few = len(self.ranking) <= FEW
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)  # smooth, thousands of lines take seconds
        known = shares(self.ranking)
        for rank in reversed(range(len(self.ranking))):
            painter.setPen(QPen(current().magnitude_color(known[self.ranking[rank]]), 1.5 if few else 1))
            painter.drawPolyline(self.line(rank))
        painter.end()
        return picture

    def _paint_axes(self, painter: QPainter) -> None:
        theme = current()
        width = self.width() / max(1, len(self.axes))
        for number, axis in enumerate(self.axes):
            top, bottom = self.place(number, 1), self.place(number, 0)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(top, bottom)
            painter.setPen(QColor(theme.text))
            painter.setFont(body_font(NOTE_PIXELS))
            metrics = QFontMetricsF(painter.font())
            name = metrics.elidedText(axis.name, Qt.TextElideMode.ElideMiddle, width - 4)
            half = metrics.horizontalAdvance(name) / 2 + 1
            middle = min(max(top.x(), half), self.width() - half)
            painter.drawText(QRectF(middle - half, 0, 2 * half, HEAD - 8), Qt.AlignmentFlag.AlignCenter, name)
            self._paint_ticks(painter, number, axis, width)

    def _paint_ticks(self, painter: QPainter, number: int, axis: Axis, width: float) -> None:
        """Words at the right of the axis, on a ground of their own."""
        theme = current()
        painter.setFont(number_font(NOTE_PIXELS))
        metrics = QFontMetricsF(painter.font())
        taken = float("inf")
        for share, text in sorted(axis.ticks):
            place = self.place(number, share)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(place - QPointF(3, 0), place + QPointF(3, 0))
            if taken - place.y() < metrics.height():
                continue
            taken = place.y()
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 16)
            advance = metrics.horizontalAdvance(text) + 4
            box = QRectF(place.x() + 6, place.y() - metrics.height() / 2, advance, metrics.height())
            ground = QColor(theme.panel)
            ground.setAlphaF(0.8)
            painter.fillRect(box, ground)
            painter.setPen(QColor(theme.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def _redraw(self) -> None:
        self._lines = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()
        super().changeEvent(event)


class ParallelView(Frame):
    """The drawing in its frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sweep_parallel", parent)
        self.area = ParallelArea()
        self._columns: Table = {}
        self.set_body(self.area)
        self.menu.removeAction(self.reset_action)
        self.dress()
        self.show_hint(True)

    def show_trials(
        self, axes: Sequence[Axis], ranking: Sequence[int], columns: Mapping[str, Sequence[float | str]]
    ) -> None:
        """Other trials; `columns` is what a file of them holds."""
        self._columns = columns
        self.area.show_trials(axes, ranking)
        self.show_hint(not ranking)

    def explain(self) -> None:
        """Say what is drawn, while no trial is pointed at."""
        self.note.setText(self.tr("Every line is a trial; the stronger its colour, the better."))

    def table(self) -> Table:
        return self._columns

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.area.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Parallel coordinates"))
        self.hint.setText(self.tr("Each trial that is done becomes a line through its settings."))
        self.explain()
        self.area.setAccessibleName(self.windowTitle())
        super().retranslate()
