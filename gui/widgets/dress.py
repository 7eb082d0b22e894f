"""What the stylesheet knows of a widget, where that changes while it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def dress(widget: QWidget, **properties: str) -> None:
    """Let it look like this from now on, such as `role="error"`."""
    others = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in others.items():
        widget.setProperty(name, value)
    if others:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
