"""What an output says of one sample: a bar for each class, a number, or a picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.shapes import Shape
from engine.trial import Said
from gui.class_looks import class_colors
from gui.i18n import measure
from gui.plots.pictures import paint_picture, picture
from gui.plots.predictions.sample_model import score_text
from gui.theme import LABEL_PIXELS, Theme, body_font, current, number_font

HIGHEST, LOWEST = 26, 13
"""Pixels of a row at most and at least; where there is no room for all, the largest are shown."""
THICKNESS, GAP, NAMES_SHARE = 0.5, 8, 0.45
LARGE, FEW = 28, 5
NARROW = 160
"""Below so many pixels of width, shares are told in whole per cent."""


class OutputBars(QWidget):
    """Rows in the order of the classes, in the colours that classes have everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said: Said | None = None
        self.picture: Shape | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoFillBackground(True)  # so that an answer does not paint what lies below

    def show_said(self, said: Said | None, shape: Shape | None = None) -> None:
        """Another answer; it is a picture where it has as many numbers as one of this shape."""
        self.said = said
        seen = shape is not None and said is not None and not said.names and said.values.size == int(np.prod(shape))
        self.picture = shape if seen else None
        self.setAccessibleDescription(", ".join(" ".join(row) for row in self.rows()))
        self.update()

    def rows(self, whole: bool = False) -> list[tuple[str, str]]:
        """Names and scores, where these are shares in `whole` per cent if wished; or the numbers of a measure."""
        if self.said is None:
            return []
        if self.said.names:
            shares = self.are_shares
            told = (f"{score:.0%}" if shares and whole else score_text(score, shares) for score in self.said.scores)
            return list(zip(self.said.names, told, strict=True))
        values = self.said.values.reshape(-1)
        unnamed = [""] if len(values) == 1 else [str(index + 1) for index in range(len(values))]
        measured = [measure(float(value), 5) for value in values]
        return list(zip(self.said.measures or unnamed, measured, strict=True))

    @property
    def are_shares(self) -> bool:
        """Whether the scores can be read as probabilities."""
        return self.said is not None and all(0 <= score <= 1 for score in self.said.scores)

    def decided(self) -> int | None:
        """The class with the largest score."""
        return int(np.argmax(self.said.scores)) if self.said is not None and self.said.scores else None

    def least_height(self) -> int:
        """Pixels that a few rows need."""
        return max(2, min(len(self.rows()), FEW)) * 16

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.said is None:
            return
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self.rows(whole=self.width() < NARROW)
        if self.picture is not None:
            values = self.said.values
            paint_picture(painter, picture(values, self.picture, min(0.0, float(values.min())), float(values.max())),
                          QRectF(self.rect()))  # fmt: skip
        elif len(rows) == 1:
            self._paint_measure(painter, theme, *rows[0])
        else:
            self._paint_rows(painter, theme, rows)

    def _paint_measure(self, painter: QPainter, theme: Theme, name: str, value: str) -> None:
        """One number, as large as there is room, and its name above it, or to its left where it is low."""
        box, width = QRectF(self.rect()), QFontMetricsF(number_font(LARGE)).horizontalAdvance(value)
        font = number_font(max(LABEL_PIXELS, int(LARGE * min(1.0, self.width() / width))))
        figures = QFontMetricsF(font)
        painter.setPen(QColor(theme.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, value)
        words = QFontMetricsF(body_font(LABEL_PIXELS))
        over, aside = (box.height() - figures.height()) / 2, (box.width() - figures.horizontalAdvance(value)) / 2
        place, edge = QRectF(0, 0, aside - GAP, box.height()), Qt.AlignmentFlag.AlignRight
        if over >= words.height():
            place, edge = QRectF(0, over - words.height(), box.width(), words.height()), Qt.AlignmentFlag.AlignHCenter
        painter.setPen(QColor(theme.muted))
        painter.setFont(body_font(LABEL_PIXELS))
        told = words.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | edge, told)

    def _paint_rows(self, painter: QPainter, theme: Theme, rows: list[tuple[str, str]]) -> None:
        assert self.said is not None
        scores = self.said.scores or (0.0,) * len(rows)
        shown = self._shown(scores)
        height = min(HIGHEST, self.height() / max(1, len(shown)))
        names, numbers = body_font(min(LABEL_PIXELS, int(height) - 2)), number_font(min(LABEL_PIXELS, int(height) - 2))
        words, figures = QFontMetricsF(names), QFontMetricsF(numbers)
        width = min(max(words.horizontalAdvance(rows[index][0]) for index in shown), NAMES_SHARE * self.width())
        right = max(figures.horizontalAdvance(rows[index][1]) for index in shown)
        right = max(right, figures.horizontalAdvance("100.0%"))
        room = self.width() - width - right - 2 * GAP
        colors, largest, decided = class_colors(len(rows), theme), max(map(abs, scores)) or 1.0, self.decided()
        scale = 1.0 if self.are_shares else largest
        for line, index in enumerate(shown):
            top = line * height
            name, text = rows[index]
            painter.setFont(names)
            painter.setPen(QColor(theme.text if index == decided else theme.muted))
            box = QRectF(0, top, width + 1, height)
            told = words.elidedText(name, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
            painter.setFont(numbers)
            box = QRectF(self.width() - right, top, right, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
            if self.said.names and room > 0:
                thick = THICKNESS * height
                bar = QRectF(width + GAP, top + (height - thick) / 2, room, thick)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.hover))
                painter.drawRoundedRect(bar, 2, 2)
                bar.setWidth(room * max(0.0, scores[index]) / scale)
                painter.setBrush(QColor(colors[index % len(colors)]))
                painter.drawRoundedRect(bar, 2, 2)

    def _shown(self, scores: tuple[float, ...]) -> list[int]:
        """Those for which there is room, the largest first where not all fit."""
        fit = max(1, self.height() // LOWEST)
        if len(scores) <= fit:
            return list(range(len(scores)))
        return sorted(range(len(scores)), key=lambda index: -scores[index])[:fit]
