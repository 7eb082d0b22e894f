"""Words laid out for the painter, once for all cards that bear the same."""

from __future__ import annotations

from weakref import WeakValueDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QStaticText

_shared: WeakValueDictionary[tuple[str, str], QStaticText] = WeakValueDictionary()


def laid_out(text: str, font: QFont) -> QStaticText:
    """A text in this font. Qt lays each out anew at every scale, so a thousand of their own would slow a zoom."""
    key = text, font.key()
    words = _shared.get(key)
    if words is None:
        words = _shared[key] = QStaticText(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
    return words
