"""Pictures written for tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage


def save(path: Path, color: str = "#FF0000", width: int = 12, height: int = 8) -> Path:
    """A picture of one colour, in the format of its suffix."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    assert image.save(str(path))
    return path
