"""Every trial as a line through its settings to its result: what good ones have in common is seen at a glance."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
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

from gui.i18n import grouped
from gui.plots.export import Table
from gui.plots.frame import Frame
from gui.sweep.axes import Axis, shares
from gui.sweep.axis_painting import (
    NAME_LINE,
    paint_colors,
    paint_names,
    paint_span,
    paint_ticks,
    rows_of_names,
)
from gui.sweep.brushes import Brushes
from gui.theme import Theme, current
from gui.widgets.controls import Button
from gui.widgets.focus_ring import paint_focus

HEAD, FOOT, LEFT, RIGHT = 24, 10, 30, 54
NEAR = 7
"""Pixels from a line within which it is meant."""
FEW = 300
"""Up to so many lines are drawn smoothly."""
MOVING = 1500
"""Lines that are drawn while the mouse drags, evenly from the best to the last."""
STEPS, TURNS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}, {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.KeyboardModifier.ControlModifier: 0, Qt.KeyboardModifier.ShiftModifier: 1}
"""Which end of what is kept the arrow keys move."""


class ParallelArea(QWidget):
    """The drawing. `pointed` carries the trial whose line is under the mouse, or None; `picked` the one clicked.

    A drag along an axis keeps the trials within, as `brushed` tells. With the focus, up and down lead from trial to
    trial, left and right from axis to axis; there Shift moves the upper end of what is kept, and Ctrl the lower one.
    """

    pointed = Signal(object)
    picked = Signal(int)
    brushed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.axes: tuple[Axis, ...] = ()
        self.ranking: tuple[int, ...] = ()
        self.brushes = Brushes()
        self.axis = 0
        """The one at which the keyboard is."""
        self.shown: int | None = None
        self._kept: NDArray[np.bool_] = np.ones(0, bool)
        self._head: float = HEAD
        self._begun: tuple[int, float] | None = None
        """The axis and the share at which the mouse was pressed."""
        self._drags = False
        self._lines: QPixmap | None = None
        self._under: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def show_trials(self, axes: Sequence[Axis], ranking: Sequence[int]) -> None:
        """Other lines: the trials from the best to the last, and their places on the axes."""
        self.brushes.follow(self.axes, axes)
        self.axes, self.ranking = tuple(axes), tuple(ranking)
        self.axis = min(self.axis, max(0, len(self.axes) - 1))
        self._measure()
        self._sift()

    @property
    def kept(self) -> tuple[int, ...] | None:
        """The trials within what is drawn along the axes, the best first; None where nothing is."""
        return tuple(np.array(self.ranking, int)[self._kept].tolist()) if self.brushes.spans else None

    def clear(self, axis: int | None = None) -> None:
        """Keep all trials again, as far as one axis or all of them are concerned."""
        self.brushes.clear(axis)
        self._sift()
        self.brushed.emit()

    def _sift(self) -> None:
        self._kept = np.array([self.brushes.keeps(self.axes, rank) for rank in range(len(self.ranking))], bool)
        self._redraw()

    def show_one(self, trial: int | None) -> None:
        """Let one trial's line stand out."""
        self.shown = trial
        self.update()

    # Places

    def place(self, axis: int, share: float) -> QPointF:
        """Where a share of an axis is."""
        width, height = self.width() - LEFT - RIGHT, self.height() - self._head - FOOT
        return QPointF(LEFT + width * axis / max(1, len(self.axes) - 1), self._head + height * (1 - share))

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
        distances = np.abs(self._head + (self.height() - self._head - FOOT) * (1 - heights) - place.y())
        distances[~self._kept] = np.inf
        nearest = int(np.argmin(distances))
        return self.ranking[nearest] if distances[nearest] <= NEAR else None

    def _name_at(self, place: QPointF) -> str:
        """All of the name that stands there, above the axis that is nearest."""
        if not self.axes or place.y() >= self._head:
            return ""
        away = [abs(self.place(number, 0).x() - place.x()) for number in range(len(self.axes))]
        return self.axes[away.index(min(away))].name

    def _axis_at(self, place: QPointF) -> tuple[int, float] | None:
        """The axis that is pressed, and the share of it."""
        for number in range(len(self.axes)):
            if abs(self.place(number, 0).x() - place.x()) <= NEAR and place.y() > self._head / 2:
                return number, self._share_at(place)
        return None

    def _share_at(self, place: QPointF) -> float:
        share = 1 - (place.y() - self._head) / max(1, self.height() - self._head - FOOT)
        return min(max(share, 0.0), 1.0)

    # Hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._begun is None:
            self._point(self.trial_at(event.position()))
            if self._under is None:
                self.setToolTip(self._name_at(event.position()))
            return
        axis, share = self._begun
        away = abs(self.place(axis, share).y() - event.position().y())
        if self._drags or away >= QGuiApplication.styleHints().startDragDistance():
            self._drags, self.axis = True, axis
            self.brushes.draw(axis, share, self._share_at(event.position()))
            self._sift()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begun, self._drags = self._axis_at(event.position()), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag along an axis, or a click that picks a line."""
        dragged, self._begun, self._drags = self._drags, None, False
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        trial = self.trial_at(event.position())
        if dragged:
            self._redraw()
            self.brushed.emit()
        elif trial is not None:
            self.picked.emit(trial)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep all that the axis has."""
        if (found := self._axis_at(event.position())) is not None:
            self.clear(found[0])

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step, turn = STEPS.get(key), TURNS.get(key)
        if step is not None and held in ENDS and self.axes:
            self.brushes.step(self.axis, self.axes[self.axis], ENDS[held], step)
            self._sift()
            self.brushed.emit()
        elif step is not None and not held and self._kept.any():
            among = self.kept or self.ranking
            place = among.index(self.shown) - step if self.shown in among else 0
            self.picked.emit(among[min(max(place, 0), len(among) - 1)])
        elif turn is not None and not held and self.axes:
            self.axis = min(max(self.axis + turn, 0), len(self.axes) - 1)
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.clear(self.axis)
        elif key == Qt.Key.Key_Escape and self.brushes.spans:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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
        if self.hasFocus():
            paint_focus(painter, self)

    def _painted_lines(self) -> QPixmap:
        """All lines, those that are kept above the others and the best on top; painted once, as that takes a while."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        few = len(self.ranking) <= FEW
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)  # smooth, thousands of lines take seconds
        known = shares(self.ranking)
        painter.setPen(QPen(QColor(current().hairline), 1))
        step = math.ceil(len(self.ranking) / MOVING) if self._drags else 1
        for rank in np.flatnonzero(~self._kept)[::step].tolist():
            painter.drawPolyline(self.line(rank))
        for rank in np.flatnonzero(self._kept)[::step][::-1].tolist():
            painter.setPen(QPen(current().magnitude_color(known[self.ranking[rank]]), 1.5 if few else 1))
            painter.drawPolyline(self.line(rank))
        painter.end()
        return picture

    def _paint_axes(self, painter: QPainter) -> None:
        ways = [QLineF(self.place(number, 0), self.place(number, 1)) for number in range(len(self.axes))]
        step = (self.width() - LEFT - RIGHT) / max(1, len(ways) - 1)
        for number, (axis, way) in enumerate(zip(self.axes, ways, strict=True)):
            last = number == len(ways) - 1
            if last and self.ranking:
                paint_colors(painter, way, axis.places)
            else:
                painter.setPen(QPen(QColor(current().muted), 1))
                painter.drawLine(way)
            if (span := self.brushes.spans.get(number)) is not None:
                paint_span(painter, way, span)
            paint_ticks(painter, way, axis, (RIGHT if last else step) - 12)
        tops = [way.x2() for way in ways]
        paint_names(painter, self.axes, tops, self.width(), self.axis if self.hasFocus() else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._redraw()

    def _measure(self) -> None:
        """Leave room for the names above the axes."""
        step = (self.width() - LEFT - RIGHT) / max(1, len(self.axes) - 1)
        self._head = HEAD + NAME_LINE * (rows_of_names(self.axes, step) - 1)

    def _redraw(self) -> None:
        self._lines = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()
        super().changeEvent(event)


class ParallelView(Frame):
    """The drawing in its frame, with a button that keeps all trials again; `table` is what a file of them holds."""

    def __init__(self, table: Callable[[], Table], parent: QWidget | None = None) -> None:
        super().__init__("sweep_parallel", parent)
        self.area = ParallelArea()
        self._failed = 0
        self._table = table
        self.clear_button = Button("sweep_clear", "segment")
        self.clear_button.clicked.connect(lambda: self.area.clear())
        self.add_control(self.clear_button)
        self.area.brushed.connect(self.explain)
        self.set_body(self.area)
        self.menu.removeAction(self.reset_action)
        self.dress()
        self.show_hint(True)

    def show_trials(self, axes: Sequence[Axis], ranking: Sequence[int], failed: int = 0) -> None:
        """Other trials, and how many have no line since they failed."""
        self._failed = failed
        self.area.show_trials(axes, ranking)
        self.show_hint(not ranking)
        self.explain()

    def explain(self) -> None:
        """Say what is drawn, while no trial is pointed at."""
        kept = self.area.kept
        self.clear_button.setVisible(kept is not None)
        if kept is None:
            told = self.tr("Every line is a trial, coloured by its result. Drag along an axis to keep some.")
            without = self.tr("{count} failed, without a line.").format(count=grouped(self._failed))
            self.note.setText(f"{told} {without}" if self._failed else told)
        else:
            told = self.tr("{count} of {all} trials lie within what is kept.")
            self.note.setText(told.format(count=grouped(len(kept)), all=grouped(len(self.area.ranking))))

    def table(self) -> Table:
        return self._table()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.area.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Parallel coordinates"))
        self.hint.setText(self.tr("Each trial that is done becomes a line through its settings."))
        self.clear_button.setText(self.tr("Keep all"))
        self.clear_button.setToolTip(self.tr("Keep the trials of all values again (Escape)"))
        self.explain()
        self.area.setAccessibleName(self.windowTitle())
        self.area.setAccessibleDescription(
            self.tr(
                "Left and right choose an axis. Shift with up and down moves the upper end of what is kept, Ctrl the "
                "lower one; Delete keeps all of the axis."
            )
        )
        super().retranslate()
