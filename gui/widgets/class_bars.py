"""How many samples each class has: its name, a bar in its colour, and the count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.class_looks import class_colors
from gui.i18n import grouped
from gui.theme import LABEL_PIXELS, body_font, current, number_font

ROW, BAR = 22, 8
NAME_SHARE, LEAST_BAR, GAP = 0.42, 24, 10


class ClassBars(QWidget):
    """One row a class, as many as are given; `whole` counts of all classes give a share beside each count."""

    def __init__(self, shares: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = shares
        self._names: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, names: Sequence[str], counts: Sequence[int], shown: int | None = None) -> None:
        """Show these classes; with `shown`, only the first so many of them, in the colours that they have among all."""
        self._names, self._counts = tuple(names), tuple(counts)
        self._shown = len(self._names) if shown is None else min(shown, len(self._names))
        self.setAccessibleName(", ".join(f"{name} {text}" for name, text in self.texts()))
        self.setToolTip("\n".join(f"{name}: {text}" for name, text in self.texts()))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[tuple[str, str]]:
        """What stands at the ends of each row."""
        shown = zip(self._names[: self._shown], self._counts, strict=False)
        return [(name, self._told(count)) for name, count in shown]

    def _told(self, count: int) -> str:
        total = sum(self._counts)
        if not self._shares or not total:
            return grouped(count)
        return f"{grouped(count)}  {count / total:>4.0%}"

    def sizeHint(self) -> QSize:
        return QSize(120, ROW * self._shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW * self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, numbers = body_font(LABEL_PIXELS), number_font()
        texts, widths = self.texts(), QFontMetricsF(words)
        longest = max((widths.horizontalAdvance(name) for name, _ in texts), default=0.0)
        right = max((QFontMetricsF(numbers).horizontalAdvance(text) for _, text in texts), default=0.0)
        left = min(longest, NAME_SHARE * self.width())
        room = max(LEAST_BAR, self.width() - left - right - 2 * GAP)
        middle, most = Qt.AlignmentFlag.AlignVCenter, max(self._counts, default=0)
        for index, (name, text) in enumerate(texts):
            line = QRectF(0, index * ROW, self.width(), ROW)
            painter.setPen(QColor(theme.muted))
            painter.setFont(words)
            shown = widths.elidedText(name, Qt.TextElideMode.ElideRight, left + 0.5)
            painter.drawText(line, middle, shown)
            painter.setPen(Qt.PenStyle.NoPen)
            top = line.center().y() - BAR / 2
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(left + GAP, top, room, BAR), 2, 2)
            if self._counts[index]:
                painter.setBrush(QColor(class_colors(len(self._names), theme)[index]))
                width = max(2.0, room * self._counts[index] / most)
                painter.drawRoundedRect(QRectF(left + GAP, top, width, BAR), 2, 2)
            painter.setPen(QColor(theme.text))
            painter.setFont(numbers)
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, text)
