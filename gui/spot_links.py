"""Who is told of a weight or a neuron that somebody presses on the canvas."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.canvas.view import NetworkView
from gui.pinned import PinnedNumbers
from gui.plots.boundary import BoundaryPlot


def link(canvas: NetworkView, pinned: PinnedNumbers | None, boundary: QWidget | None) -> None:
    """It is pinned beside the inspector, and what a neuron says over the plane is shown as boundary."""
    if pinned is not None:
        canvas.spot_pressed.connect(pinned.toggle)
        canvas.fill_changed.connect(pinned.show_fill)
        pinned.pins_changed.connect(canvas.opened.pin)
    if isinstance(boundary, BoundaryPlot):
        canvas.spot_pressed.connect(boundary.choose)
