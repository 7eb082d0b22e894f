"""The docks' places in a fresh installation."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QMainWindow

from gui.dock import Dock

PLOTS = ("plot_loss", "plot_gradients", "plot_weights", "plot_boundary")
SUMMARY_SIZE = QSize(940, 420)
"""The summary is wider than any place beside the canvas, so it opens as a window of its own."""


def arrange(window: QMainWindow, docks: Mapping[str, Dock], narrow: bool) -> None:
    """Layers left with the outline behind them, settings right, plots below; in two places where it is narrow."""
    area = Qt.DockWidgetArea
    for name in ("palette", "outline", "history"):
        window.addDockWidget(area.LeftDockWidgetArea, docks[name])
    window.tabifyDockWidget(docks["palette"], docks["outline"])
    window.tabifyDockWidget(docks["outline"], docks["history"])
    for name in ("inspector", "training", "data", "problems"):
        window.addDockWidget(area.RightDockWidgetArea, docks[name])
    window.tabifyDockWidget(docks["training"], docks["data"])
    window.tabifyDockWidget(docks["data"], docks["problems"])
    plots = [docks[name] for name in PLOTS]
    for plot in plots:
        window.addDockWidget(area.BottomDockWidgetArea, plot)
    if narrow:
        window.splitDockWidget(docks["plot_loss"], docks["plot_boundary"], Qt.Orientation.Horizontal)
        window.tabifyDockWidget(docks["plot_loss"], docks["plot_weights"])
        window.tabifyDockWidget(docks["plot_boundary"], docks["plot_gradients"])
    else:
        for left, right in itertools.pairwise(plots):
            window.splitDockWidget(left, right, Qt.Orientation.Horizontal)
    for dock in docks.values():
        dock.setFloating(False)
        dock.show()
    docks["history"].hide()  # a place of its own is for those who ask for it
    for name in ("palette", "training", "plot_loss", "plot_boundary"):
        docks[name].raise_()
    _size(window, docks, plots)
    _set_apart(window, docks["summary"])


def _size(window: QMainWindow, docks: Mapping[str, Dock], plots: list[Dock]) -> None:
    window.resizeDocks([docks["palette"], docks["inspector"]], [212, 304], Qt.Orientation.Horizontal)
    half = window.height() // 2
    window.resizeDocks([docks["inspector"], docks["training"]], [half, half], Qt.Orientation.Vertical)
    window.resizeDocks(plots, [max(210, window.height() * 3 // 10)] * len(plots), Qt.Orientation.Vertical)
    window.resizeDocks(plots, [300, 220, 200, 260], Qt.Orientation.Horizontal)


def _set_apart(window: QMainWindow, dock: Dock) -> None:
    """A hidden window of its own over the middle."""
    dock.setFloating(True)
    place = QRect(window.geometry().topLeft(), SUMMARY_SIZE)
    place.moveCenter(window.geometry().center())
    dock.setGeometry(place)
    dock.hide()
