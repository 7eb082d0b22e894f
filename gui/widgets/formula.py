"""Formulas written in LaTeX, drawn offline by ziamath, which is imported when the first one is shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.layer_details import ShownFormula
from gui.widgets.panel import text_label

PIXELS = 15
KEPT = 256


@lru_cache(KEPT)
def formula_svg(latex: str, color: str) -> bytes:
    """The formula as an SVG that QtSvg understands."""
    from ziamath import zmath
    from ziamath.config import config

    config.svg2 = False
    svg: str = zmath.Latex(latex, size=PIXELS, color=color).svg()
    return svg.encode()


class FormulaLabel(QWidget):
    """One formula, flush left, drawn smaller where the panel is too narrow for it."""

    def __init__(self, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._muted = muted
        self._latex = ""
        self._renderer = QSvgRenderer(self)
        self._natural = QSize()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_formula(self, latex: str) -> None:
        """Show this formula; drawn a moment later where ziamath, which takes a while, is not yet there."""
        if latex == self._latex:
            return
        self._latex = latex
        self.setAccessibleName(latex)
        if "ziamath" in sys.modules:
            self._render()
        else:
            QTimer.singleShot(0, self, self._render)

    def _render(self) -> None:
        worn = theme.current()
        if self._latex:
            svg = formula_svg(self._latex, worn.muted if self._muted else worn.text)
            self._renderer.load(QByteArray(svg))
        self._natural = self._renderer.defaultSize() if self._latex else QSize()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._natural.height() * self._scale(width))

    def sizeHint(self) -> QSize:
        return self._natural

    def _scale(self, width: int) -> float:
        return min(1.0, width / self._natural.width()) if self._natural.width() > 0 else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._natural.isEmpty():
            return
        scale = self._scale(self.width())
        painter = QPainter(self)
        self._renderer.render(
            painter, QRectF(0, 0, self._natural.width() * scale, self._natural.height() * scale)
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._latex:
            self._render()
        super().changeEvent(event)


class Formulas(QWidget):
    """Several formulas, one below the other, each with what its letters mean; the muted ones stand back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[ShownFormula] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def set_formulas(self, formulas: Sequence[ShownFormula]) -> None:
        """Show these."""
        if list(formulas) == self._shown:
            return
        self._shown = list(formulas)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for formula in formulas:
            label = FormulaLabel(formula.muted)
            label.set_formula(formula.latex)
            self._add(label)
            if formula.legend:
                meanings = text_label("note", "formula_legend")
                meanings.setText(formula.legend)
                self._add(meanings)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()  # at once: a layout would wait for the event loop, and squeeze all for the time of one frame
