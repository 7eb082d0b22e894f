"""Asks people to paint points of several classes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSlider, QWidget

from engine.data import PaintedPoints, StoredSource
from gui.dialogs.by_hand.board import Board
from gui.dialogs.by_hand.class_rows import ClassRows
from gui.dialogs.by_hand.points_area import ERASER, MOST_POINTS, Painting, PointsArea
from gui.i18n import grouped
from gui.widgets.row import Row

PERCENT = 100
LARGEST, DENSEST = 40, 20
"""Hundredths of the plane's unit that a brush reaches, and points that it sprays at once."""


class DrawPointsDialog(Board):
    """A brush for each class, as large and as dense as people want it, and an eraser."""

    def __init__(self, source: PaintedPoints, parent: QWidget | None) -> None:
        self.area = PointsArea(source)
        super().__init__(source, self.area.steps, parent)
        self.setObjectName("draw_points")
        self.setWindowTitle(self.tr("Draw points"))
        self.classes = ClassRows()
        self.size_slider = _slider(0, LARGEST, round(self.area.radius * PERCENT))
        self.density_slider = _slider(1, DENSEST, self.area.density)
        size, density = Row(self.size_slider), Row(self.density_slider)
        size.set_words(self.tr("Brush"), self.tr("How far the brush reaches; at the left end it paints single points."))
        density.set_words(self.tr("Density"), self.tr("How many points the brush sprays at once."))
        self.size_slider.valueChanged.connect(self._take_brush)
        self.density_slider.valueChanged.connect(self._take_brush)
        self.classes.chosen.connect(self._choose)
        self.classes.renamed.connect(self._rename)
        self.classes.count_asked.connect(self._recount)
        self.area.tool_chosen.connect(self._choose)
        self.area.gesture_ended.connect(self.refresh)
        self.show_step()
        self.classes.choose(0)
        hint = self.tr("Paint with the mouse, or with the arrow keys and the space bar. 1, 2, … choose a class.")
        self.lay_out(self.area, (self.classes, size, density), self.tr("&Use these points"), hint)

    def _choose(self, number: int) -> None:
        self.classes.choose(number)
        self.area.erasing = number == ERASER
        if number != ERASER:
            self.area.code = number
        self.area.update()

    def _take_brush(self) -> None:
        self.area.radius = self.size_slider.value() / PERCENT
        self.area.density = self.density_slider.value()

    def _rename(self, names: tuple[str, ...]) -> None:
        painting = self.area.painting
        if names != painting.names:
            self.area.put(replace(painting, names=names))
            self.refresh()

    def _recount(self, count: int) -> None:
        painting = self.area.painting
        names = painting.names[:count]
        number = count
        while len(names) < count:
            free = str(number - 1)
            names += (free,) if free not in names else ()
            number += 1
        self.area.put(replace(painting.kept(painting.codes < count), names=names))
        self.show_step()
        self.refresh()

    # As a board

    def show_step(self) -> None:
        self.area.show_step()
        names = self.area.painting.names
        self.classes.show_names(names)
        if self.area.code >= len(names):
            self._choose(len(names) - 1)

    def blank(self) -> Painting:
        return Painting.blank(self.area.painting.names)

    def take(self, source: StoredSource) -> None:
        assert isinstance(source, PaintedPoints)
        self.area.source = source
        self.area.update()

    def drawn(self) -> StoredSource:
        painting = self.area.painting
        return self.source.replace(classes=painting.names).with_content(painting.arrays)

    def summary(self) -> str:
        painting = self.area.painting
        counts = zip(painting.names, painting.counts(), strict=True)
        told = ", ".join(f"{name}: {grouped(count)}" for name, count in counts)
        full = self.tr("No more points find room.") if len(painting.points) >= MOST_POINTS else ""
        return f"{told}\n{full}".rstrip()

    def problem(self) -> str:
        painting = self.area.painting
        named = dict(zip(painting.names, painting.counts(), strict=True))
        if len(named) < len(painting.names) or "" in named:
            return self.tr("Every class needs a name of its own.")
        empty = [name for name, count in named.items() if not count]
        if len(empty) == len(named):
            return self.tr("Paint some points of each class.")
        if empty:
            return self.tr("There is no point of {names} yet.").format(names=", ".join(empty))
        return ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.area.update()


def _slider(low: int, high: int, value: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setValue(value)
    slider.setMinimumHeight(30)
    return slider
