"""What a widget is in the looks of the window, where that changes while it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show_role(widget: QWidget, role: str) -> None:
    """Let it look like this from now on."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
