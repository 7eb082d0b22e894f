"""Where the docks stand in a fresh window."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.dock_tabs import DockTabs
from gui.docks import Place, placed

Docks = Mapping[str, QDockWidget]

VERSION = 8
"""Counts up when docks come or go, so that a layout of before is not put upon them."""
NARROW = 1100
"""Below this width in pixels the plots share two places instead of four."""
SIDES, PLOT_SHARES = (212, 304), (0.26, 0.21, 0.215, 0.315)
"""Pixels of the columns at the left and right, and the plots' shares of the width between them."""
RIGHT_SHARES = (0.36, 0.44)
"""Shares of the height for the layer that is chosen, and for what there is to set of the training."""
SUMMARY_SIZE = QSize(940, 420)
"""The summary is wider than any place beside the canvas, so it opens as a window of its own."""
LEFT = ("palette", "outline", "history")
RIGHT = ("inspector", "training", "data", "problems")
PLOTS = tuple(spec.name for spec in placed(Place.BESIDE))
APART = ("history", "summary")
"""What has a place of its own for those who ask for it."""
IN_FRONT = ("palette", "training", "plot_loss", "plot_boundary")


def is_narrow(window: QMainWindow) -> bool:
    """Whether the window is too narrow for all plots side by side."""
    return window.width() < NARROW


def arrange(window: QMainWindow, docks: Docks) -> None:
    """Put every dock in its place, with the size that it has in a fresh installation; the window keeps its own."""
    area, size = Qt.DockWidgetArea, _wanted(window)
    closed = {*(spec.name for spec in placed(Place.CLOSED)), *APART}
    for name in closed:
        docks[name].hide()  # beside others they would widen the window
    for name in LEFT:
        window.addDockWidget(area.LeftDockWidgetArea, docks[name])
    for name in RIGHT:
        window.addDockWidget(area.RightDockWidgetArea, docks[name])
    for front, behind in (*itertools.pairwise(LEFT), *itertools.pairwise(RIGHT[1:])):
        window.tabifyDockWidget(docks[front], docks[behind])
    _arrange_plots(window, docks)
    for name, dock in docks.items():
        dock.setFloating(False)
        dock.setVisible(name not in closed)
    for name in IN_FRONT:
        docks[name].raise_()
    _take_back(window, size)
    _size(window, docks)
    _set_apart(window, docks["summary"])


def _wanted(window: QMainWindow) -> QSize:
    """The window's size; no more than the screen where docks that have no place yet let it not be smaller."""
    size = window.size()
    forced = size.width() <= window.minimumSizeHint().width()
    return size.boundedTo(window.screen().availableSize()) if forced else size


def _take_back(window: QMainWindow, size: QSize) -> None:
    """Undo what the window has grown by while docks stood beside each other that no longer do."""
    layout = window.layout()
    if layout is not None and not window.isMaximized() and not window.isFullScreen():
        layout.activate()  # which knows only then how small the window may be
        window.resize(size)


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
    _tabify(window, docks, Place.BEHIND)
    _tabify(window, docks, Place.CLOSED)


def begin(window: QMainWindow, docks: Docks) -> DockTabs:
    """Before a layout is known: closed docks get a place only then, since hidden tabs would widen a narrow window."""
    tabs = DockTabs(window)
    _tabify(window, docks, Place.BEHIND)
    return tabs


def raise_windows(docks: Docks) -> None:
    """Those that float stand before the window: when it opens, they are shown earlier than it is."""
    for dock in docks.values():
        if dock.isFloating() and dock.isVisible():
            dock.raise_()


def _tabify(window: QMainWindow, docks: Docks, place: Place) -> None:
    """Put those behind others that have no place of their own."""
    docks["summary"].hide()  # it would widen a narrow window before the docks are arranged
    for spec in placed(place):
        window.tabifyDockWidget(docks[spec.behind], docks[spec.name])
        docks[spec.name].setVisible(spec.place is Place.BEHIND)


def _size(window: QMainWindow, docks: Docks) -> None:
    """Shares of what there is: where more is asked for, Qt takes it from the docks as it comes."""
    width, height = window.width() - sum(SIDES), window.height()
    plots = [docks[name] for name in PLOTS]
    window.resizeDocks([docks["palette"], docks["inspector"]], list(SIDES), Qt.Orientation.Horizontal)
    window.resizeDocks(plots, [max(244, height * 32 // 100)] * len(plots), Qt.Orientation.Vertical)
    window.resizeDocks(plots, [round(width * share) for share in PLOT_SHARES], Qt.Orientation.Horizontal)
    rows = [round(height * share) for share in RIGHT_SHARES]
    window.resizeDocks([docks["inspector"], docks["training"]], rows, Qt.Orientation.Vertical)


def _set_apart(window: QMainWindow, dock: QDockWidget) -> None:
    """A hidden window of its own over the middle."""
    dock.setFloating(True)
    place = QRect(window.geometry().topLeft(), SUMMARY_SIZE)
    place.moveCenter(window.geometry().center())
    dock.setGeometry(place)
    dock.hide()
