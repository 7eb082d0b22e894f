"""Words laid out for the painter, once for all cards that bear the same."""

from __future__ import annotations

from weakref import WeakValueDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from gui import theme

LINE_BREAK = "\N{LINE SEPARATOR}"
"""The one at which Qt begins another line in a static text."""
_shared: WeakValueDictionary[tuple[str, str], QStaticText] = WeakValueDictionary()


def laid_out(text: str, font: QFont) -> QStaticText:
    """A text in this font. Qt lays each out anew at every scale, so a thousand of their own would slow a zoom."""
    key = text, font.key()
    words = _shared.get(key)
    if words is None:
        words = _shared[key] = QStaticText(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def broken(text: str, font: QFont, room: float) -> list[str]:
    """The text on two lines, the first as full as there is room for; on one where its first word has none."""
    words, metrics = text.split(" "), QFontMetricsF(font)
    for count in range(len(words) - 1, 0, -1):
        if metrics.horizontalAdvance(first := " ".join(words[:count])) <= room:
            return [first, " ".join(words[count:])]
    return [text]


def elided(lines: list[str], font: QFont, room: float) -> list[str]:
    """The lines, the ends of those that are too long left out."""
    metrics = QFontMetricsF(font)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]


def fitted_title(title: str, room: float, sizes: tuple[int, ...]) -> tuple[list[str], QFont]:
    """As large as it fits, on one line or, where it is not the largest, on two."""
    fonts = [theme.body_font(pixels, bold=True) for pixels in sizes]
    for font in fonts:
        for lines in [[title]] if font is fonts[0] else [[title], broken(title, font, room)]:
            if max(map(QFontMetricsF(font).horizontalAdvance, lines)) <= room:
                return lines, font
    return elided(broken(title, fonts[-1], room), fonts[-1], room), fonts[-1]
