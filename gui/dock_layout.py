"""Where the docks stand in a fresh window."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

Docks = Mapping[str, QDockWidget]

VERSION = 2
"""Counts up when docks come or go, so that a layout of before is not put upon them."""
NARROW = 1100
"""Below this width in pixels the plots share two places instead of four."""
SIDES, PLOT_SHARES = (212, 304), (0.275, 0.22, 0.175, 0.33)
"""Pixels of the columns at the left and right, and the plots' shares of the width between them."""
RIGHT = ("inspector", "training", "data", "problems")
PLOTS = ("plot_loss", "plot_gradients", "plot_weights", "plot_boundary")
IN_FRONT = ("training", "plot_loss", "plot_boundary")


def is_narrow(window: QMainWindow) -> bool:
    """Whether the window is too narrow for all plots side by side."""
    return window.width() < NARROW


def arrange(window: QMainWindow, docks: Docks) -> None:
    """Put every dock in its place, with the size that it has in a fresh installation."""
    area = Qt.DockWidgetArea
    window.addDockWidget(area.LeftDockWidgetArea, docks["palette"])
    for name in RIGHT:
        window.addDockWidget(area.RightDockWidgetArea, docks[name])
    for front, behind in itertools.pairwise(RIGHT[1:]):
        window.tabifyDockWidget(docks[front], docks[behind])
    _arrange_plots(window, docks)
    for dock in docks.values():
        dock.setFloating(False)
        dock.show()
    for name in IN_FRONT:
        docks[name].raise_()
    _size(window, docks)


def _arrange_plots(window: QMainWindow, docks: Docks) -> None:
    for name in PLOTS:
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, docks[name])
    if is_narrow(window):
        window.splitDockWidget(docks["plot_loss"], docks["plot_boundary"], Qt.Orientation.Horizontal)
        window.tabifyDockWidget(docks["plot_loss"], docks["plot_weights"])
        window.tabifyDockWidget(docks["plot_boundary"], docks["plot_gradients"])
    else:
        for left, right in itertools.pairwise(PLOTS):
            window.splitDockWidget(docks[left], docks[right], Qt.Orientation.Horizontal)
    window.tabifyDockWidget(docks["plot_boundary"], docks["results"])


def _size(window: QMainWindow, docks: Docks) -> None:
    """Shares of what there is: where more is asked for, Qt takes it from the docks as it comes."""
    width, height = window.width() - sum(SIDES), window.height()
    plots = [docks[name] for name in PLOTS]
    window.resizeDocks([docks["palette"], docks["inspector"]], list(SIDES), Qt.Orientation.Horizontal)
    window.resizeDocks(plots, [max(244, height * 32 // 100)] * len(plots), Qt.Orientation.Vertical)
    window.resizeDocks(plots, [round(width * share) for share in PLOT_SHARES], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["inspector"], docks["training"]], [height * 2 // 5] * 2, Qt.Orientation.Vertical)
