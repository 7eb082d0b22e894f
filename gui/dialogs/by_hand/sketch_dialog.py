"""Asks people to sketch a function of one number."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.data import SketchedCurve, StoredSource
from gui.dialogs.by_hand.board import Board
from gui.dialogs.by_hand.sketch_area import COLUMNS, SketchArea
from gui.dialogs.drawing_dialog import labelled
from gui.i18n import grouped


class SketchFunctionDialog(Board):
    """A curve, and the noisy samples that are taken of it."""

    def __init__(self, source: SketchedCurve, parent: QWidget | None) -> None:
        self.area = SketchArea(source)
        super().__init__(source, self.area.steps, parent)
        self.setObjectName("sketch_function")
        self.setWindowTitle(self.tr("Sketch a function"))
        self.area.gesture_ended.connect(self.refresh)
        how = labelled(self.tr("Draw from left to right; what you draw again is replaced. The right button erases."))
        hint = self.tr("Draw with the mouse, or hold the space bar and go with the arrow keys.")
        self.lay_out(self.area, (how,), self.tr("&Use this function"), hint)

    def show_step(self) -> None:
        self.area.show_step()

    def blank(self) -> object:
        return np.full(COLUMNS, np.nan)

    def take(self, source: StoredSource) -> None:
        assert isinstance(source, SketchedCurve)
        self.area.source = source
        self.area.update()

    def drawn(self) -> StoredSource:
        return self.area.drawn()

    def summary(self) -> str:
        if not self.area.is_curve:
            return ""
        assert isinstance(self.source, SketchedCurve)
        return self.tr("{count} samples along the curve").format(count=grouped(self.source.samples))

    def problem(self) -> str:
        return "" if self.area.is_curve else self.tr("Draw a curve first.")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.area.update()
