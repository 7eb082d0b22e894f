"""The plane into which points are painted, in the colours and shapes of the boundary plot."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QTransform

from engine.data import PaintedPoints
from engine.data.painted import CODES, POINTS
from gui import theme
from gui.class_looks import class_colors, class_shapes
from gui.dialogs.by_hand.plane import Plane
from gui.dialogs.by_hand.steps import Steps

Array = NDArray[np.float64]

MOST_CLASSES = 8
ERASER = MOST_CLASSES
"""The number of the tool behind those of all classes."""
MOST_POINTS = 20_000
STAMP = 16
"""Pixels of the square in which a point's shape lies."""
SPACING = 0.5
"""Of the brush's radius, after which a stroke sprays again; a brush of one point does so after LEAST."""
LEAST = 0.03
ERASER_LEAST = 0.03


@dataclass(frozen=True, eq=False)
class Painting:
    """Points (n, 2), the number of each one's class, and what the classes are called."""

    points: Array
    codes: NDArray[np.uint8]
    names: tuple[str, ...]

    @staticmethod
    def blank(names: tuple[str, ...]) -> Painting:
        """No points yet."""
        return Painting(np.empty((0, 2)), np.empty(0, np.uint8), names)

    @staticmethod
    def of(source: PaintedPoints) -> Painting:
        """The points of a source, before their noise; none where it has none yet."""
        if source.content is None:
            return Painting.blank(source.classes)
        held = source.held()
        return Painting(held[POINTS].astype(np.float64), held[CODES].astype(np.uint8), source.classes)

    @property
    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """What a source holds."""
        return {POINTS: self.points, CODES: self.codes}

    def counts(self) -> list[int]:
        """How many points each class has."""
        return np.bincount(self.codes, minlength=len(self.names)).tolist()

    def added(self, points: Array, code: int) -> Painting:
        """With these points behind the others."""
        codes = np.full(len(points), code, np.uint8)
        return replace(self, points=np.concatenate([self.points, points]), codes=np.concatenate([self.codes, codes]))

    def begins_with(self, other: Painting) -> bool:
        """Whether these are the other's points, and perhaps more behind them."""
        count = len(other.points)
        return np.array_equal(self.points[:count], other.points) and np.array_equal(self.codes[:count], other.codes)

    def kept(self, which: NDArray[np.bool_]) -> Painting:
        """With these points only."""
        return replace(self, points=self.points[which], codes=self.codes[which])


class PointsArea(Plane):
    """Paints points of class `code`, `density` at once within `radius`; the eraser takes away all within it.

    `tool_chosen` asks for a class by its number, or for the ERASER.
    """

    tool_chosen = Signal(int)

    def __init__(self, source: PaintedPoints) -> None:
        super().__init__(("x1", "x2"))
        self.steps = Steps(Painting.of(source))
        self.source = source
        self.code = 0
        self.erasing = False
        self.radius, self.density = 0.1, 3
        self._now = self.steps.now
        self._dice = np.random.default_rng()
        self._removing = False
        self._last = (0.0, 0.0)
        self._layer = QPixmap()
        self._painted = self._now
        self._look: tuple[object, ...] = ()

    @property
    def painting(self) -> Painting:
        """What is seen, also in the middle of a gesture."""
        return self._now

    def show_step(self) -> None:
        """Show the step that stands."""
        self._now = self.steps.now
        self.update()

    def put(self, painting: Painting) -> None:
        """Make this the next step."""
        self.steps.put(painting)
        self.show_step()

    def reach(self) -> float:
        return max(self.radius, ERASER_LEAST) if self.erasing else self.radius

    # Gestures

    def begin(self, x: float, y: float, erase: bool) -> None:
        self._removing = erase or self.erasing
        self._last = (x, y)
        self._dab(x, y)

    def move_to(self, x: float, y: float) -> None:
        from_x, from_y = self._last
        far = math.hypot(x - from_x, y - from_y)
        spacing = max(self.radius * SPACING, LEAST)
        for number in range(1, int(far / spacing) + 1):
            share = number * spacing / far
            self._last = (from_x + share * (x - from_x), from_y + share * (y - from_y))
            self._dab(*self._last)

    def end(self) -> None:
        if self._now is not self.steps.now:
            self.steps.put(self._now)

    def _dab(self, x: float, y: float) -> None:
        if self._removing:
            reach = max(self.radius, ERASER_LEAST)
            away = np.hypot(*(self._seen() - (x, y)).T) > reach
            if not away.all():
                self._now = self._now.kept(away)
            return
        points = np.clip([(x, y)], -1.0, 1.0) if not self.radius else self._sprayed(x, y)
        room = MOST_POINTS - len(self._now.points)
        if len(points) and room > 0:
            self._now = self._now.added(points[:room], self.code)

    def _sprayed(self, x: float, y: float) -> Array:
        """Points evenly within the brush; those beside the square fall away."""
        angle = self._dice.uniform(0.0, 2 * np.pi, self.density)
        far = self.radius * np.sqrt(self._dice.uniform(size=self.density))
        points = np.column_stack([x + far * np.cos(angle), y + far * np.sin(angle)])
        return points[(np.abs(points) <= 1.0).all(axis=1)]

    def _seen(self) -> Array:
        """Where the points are with their noise."""
        painting = self._now
        if not self.source.noise or not len(painting.points):
            return painting.points
        return self.source.replace(classes=painting.names).with_content(painting.arrays).shifted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1.value
        if not event.modifiers() and 0 <= number < len(self._now.names):
            self.tool_chosen.emit(number)
        elif not event.modifiers() and event.key() == Qt.Key.Key_E:
            self.tool_chosen.emit(ERASER)
        else:
            super().keyPressEvent(event)

    # Painting

    def paint(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._picture())

    def _picture(self) -> QPixmap:
        """All points; while a stroke grows, only what is new is painted, so that the hand is followed."""
        now, ratio = self._now, self.devicePixelRatioF()
        look = (self.size(), ratio, theme.current().name, self.source, now.names)
        if look != self._look or not now.begins_with(self._painted):
            self._look, self._painted = look, Painting.blank(now.names)
            self._layer = QPixmap(self.size() * ratio)
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
        if fresh := len(now.points) - len(self._painted.points):
            stamps = [stamp(code, len(now.names), ratio) for code in range(len(now.names))]
            half = QPointF(STAMP / 2, STAMP / 2)
            painter = QPainter(self._layer)
            for (x, y), code in zip(self._seen()[-fresh:].tolist(), now.codes[-fresh:].tolist(), strict=True):
                painter.drawPixmap(self.pixel(x, y) - half, stamps[code])
            painter.end()
            self._painted = now
        return self._layer


def stamp(code: int, count: int, ratio: float) -> QPixmap:
    """How a point of this class looks."""
    colors = theme.current()
    shape = class_shapes(count)[code]
    pixmap = QPixmap(round(STAMP * ratio), round(STAMP * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.panel), 1.0 / shape.size))
    painter.setBrush(QColor(class_colors(count, colors)[code]))
    painter.translate(STAMP / 2, STAMP / 2)
    painter.drawPath(QTransform.fromScale(shape.size, shape.size).map(Symbols[shape.symbol]))
    painter.end()
    return pixmap


def class_icon(code: int, count: int, ratio: float) -> QIcon:
    """The same on a button."""
    return QIcon(stamp(code, count, ratio))
