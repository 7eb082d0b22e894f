"""The system's clipboard, as far as parts of a drawing go through it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from engine.graph import Graph
from engine.part_text import part_from_text, part_to_text
from gui.mime import PART_MIME


def put(part: Graph) -> None:
    """Offer layers to every window and, as text, to every program."""
    text = part_to_text(part)
    mime = QMimeData()
    mime.setData(PART_MIME, text.encode())
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def holds_text() -> bool:
    """Whether there is anything that may be layers."""
    mime = _offered()
    return mime is not None and (mime.hasFormat(PART_MIME) or mime.hasText())


def take() -> Graph:
    """The layers that are offered; GraphError says why there are none."""
    mime = _offered()
    if mime is not None and mime.hasFormat(PART_MIME):
        return part_from_text(bytes(mime.data(PART_MIME).data()).decode("utf-8", errors="replace"))
    return part_from_text(mime.text() if mime is not None else "")


def _offered() -> QMimeData | None:
    """None where nobody has ever copied anything, whatever the signature in Qt says."""
    return QGuiApplication.clipboard().mimeData()
