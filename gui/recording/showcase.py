"""Canvas, boundary and loss of a run in one picture of a given size, for an animation that no window shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.canvas.commands import looking_inside
from gui.canvas.view import NetworkView
from gui.document import Document
from gui.plots.base import Plot
from gui.plots.boundary import BoundaryPlot
from gui.plots.loss import LossPlot
from gui.quantities import Fill
from gui.training_session import TrainingSession
from gui.widgets.line_text import LineText

CANVAS_SHARE, PLOTS_SHARE = 5, 3
"""How the width is shared out."""
PLOTS: Mapping[str, tuple[Callable[[TrainingSession], Plot], Callable[[], str]]] = {
    "boundary": (BoundaryPlot, lambda: QCoreApplication.translate("Docks", "Decision boundary")),
    "loss": (LossPlot, lambda: QCoreApplication.translate("Docks", "Loss")),
}
PARTS = ("canvas", *PLOTS)


class Showcase(QWidget):
    """The canvas at the left, plots one above the other at its right; without it they stand side by side."""

    def __init__(self, document: Document, session: TrainingSession, parts: Sequence[str], size: QSize) -> None:
        super().__init__()
        self._session = session
        self.canvas = NetworkView(document, session) if "canvas" in parts else None
        self.plots = [PLOTS[part][0](session) for part in parts if part in PLOTS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        plots = QHBoxLayout() if self.canvas is None else QVBoxLayout()
        self._holders = [_titled(plot, PLOTS[part][1]()) for plot, part in
                         zip(self.plots, (part for part in parts if part in PLOTS), strict=True)]  # fmt: skip
        for holder in self._holders:
            plots.addWidget(holder, 1)
        if self.canvas is not None:
            self.canvas.show_minimap(False)
            row.addWidget(self.canvas, CANVAS_SHARE)
        if self.plots:
            row.addLayout(plots, PLOTS_SHARE)
        self.setFixedSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # so that no button wears the ring of the keyboard

    def leave_out(self) -> None:
        """Show no plot that has nothing to say of the data, now that these are there, as long as something is left."""
        silent = [holder for plot, holder in zip(self.plots, self._holders, strict=True) if not plot.suits]
        if self.canvas is not None or len(silent) < len(self.plots):
            for holder in silent:
                holder.hide()

    def open_layers(self) -> None:
        """Where data have two features, show what every neuron says of them; nothing of it is remembered."""
        data = self._session.data
        inputs = data.raw.training[0] if data is not None else None
        if self.canvas is not None and isinstance(inputs, np.ndarray) and inputs.shape[1:] == (2,):
            self.canvas.opened.fill = Fill.SURFACE
            self.canvas.document.select()
            looking_inside.toggle(self.canvas)
            self.canvas.glide.jump()
            self.canvas.note.hide()
            self.canvas.fit()

    def draw(self) -> None:
        """Show how the run stands, now and not some time later."""
        for plot in self.plots:
            plot.refresh()
        QCoreApplication.processEvents()


def _titled(plot: Plot, title: str) -> QWidget:
    holder, head = QWidget(), LineText("dock")
    head.setText(title)
    plot.more.hide()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(2)
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 8, 0)
    row.addWidget(head)
    column.addLayout(row)
    column.addWidget(plot, 1)
    return holder
