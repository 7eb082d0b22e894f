"""Where Tab stops: only at what people see. Qt takes for visible also what a tab of docks covers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QTabBar, QWidget


def move_on(window: QWidget, forward: bool) -> bool:
    """Take the keyboard to the next stop of the window, or to the one before; whether there is one."""
    focused: QWidget | None = window.focusWidget()
    stop = next_stop(window, window if focused is None else focused, forward)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return stop is not None


def next_stop(within: QWidget, start: QWidget, forward: bool = True) -> QWidget | None:
    """The stop within a widget that follows another one, or that is before it."""
    step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    stop = step(start)
    while stop is not None and stop is not start:
        if within.isAncestorOf(stop) and is_stop(stop):
            return stop
        stop = step(stop)
    return None


def is_stop(widget: QWidget) -> bool:
    """Whether a widget takes the keyboard for itself, and can be seen or be brought into view by scrolling."""
    takes_it = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes_it) and widget.isEnabled() and widget.isVisible() and not _is_covered(widget)


def _is_covered(widget: QWidget) -> bool:
    """Whether it is in a dock that another one covers, or is the tab bar of a dock that stands alone: Qt keeps both
    visible, beside the window."""
    part: QWidget | None = widget
    while part is not None and not part.isWindow():
        if isinstance(part, QDockWidget | QTabBar) and part.visibleRegion().isEmpty():
            return True
        part = part.parentWidget()
    return False
