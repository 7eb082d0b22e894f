"""One variant as it races: its name, its numbers, its curves and, where data have two features, its boundary."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import Message
from engine.probes import Surface
from engine.race import Race, Racer
from gui.i18n import grouped, number, sentence
from gui.race.picture import Picture
from gui.race.small_chart import Range, SmallChart
from gui.widgets.controls import Button
from gui.widgets.line_text import LineText

PADDING, SPACING = 12, 4
PICTURE_SHARE, REASON_SHARE, ABOVE_AND_BELOW = 0.38, 0.5, 86
"""How much of a card's width its picture takes at most, or why it is out, and the height that is for words."""
BELOW_SHARE = 0.45
"""How much of a high card's height its picture takes below the chart."""
SEPARATOR = " \N{MIDDLE DOT} "


def name_of(racer: Racer) -> str:
    """What a variant is called."""
    return SEPARATOR.join(sentence(told) for told in racer.variant.told)


class Card(QFrame):
    """`used` tells that people want this variant, `pointed` the epoch that they point at in its chart, or None."""

    used = Signal()
    pointed = Signal(object)

    def __init__(self, race: Race, racer: Racer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_card")
        self.setProperty("role", "racer")
        self.race, self.racer = race, racer
        self.name = LineText("dock")
        self.epoch, self.badge = QLabel(), QLabel()
        self.epoch.setProperty("role", "note")
        self.badge.setProperty("role", "success")
        self.badge.hide()
        self.numbers = LineText("numbers")
        self.chart = SmallChart()
        self.chart.pointed.connect(self.pointed)
        self.picture = Picture()
        self.note = LineText("note")
        self.reason = QLabel()
        self.reason.setProperty("role", "error")
        self.reason.setWordWrap(True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reason.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)  # cards stay equally high
        self.reason.hide()
        self.use = Button("race_use", "link")
        self.use.clicked.connect(self.used)
        self._pointed: int | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.epoch)
        head.addWidget(self.badge)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8)
        self._body.addWidget(self.chart, 1)
        self._body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._body.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 8, PADDING, 6)
        column.setSpacing(SPACING)
        column.addLayout(head)
        column.addWidget(self.numbers)
        column.addLayout(self._body, 1)
        column.addLayout(foot)

    # Showing

    def show_curves(self, x: Range, y: Range, logarithmic: bool) -> None:
        """Draw the run so far within ranges that all cards have."""
        epochs, training, held_out = self.racer.compared.columns("epoch", "loss", "val_loss")
        curves = (training, held_out) if np.isfinite(held_out).any() else (training,)
        self.chart.show_curves(epochs, curves, x, y, logarithmic)
        if (error := self.racer.error) is not None and self.reason.isHidden():
            self._tell_reason(error)
            self.reason.show()
            self.picture.hide()
            self.use.hide()
            self._arrange()
        self.use.setEnabled(self.racer.network is not None and len(epochs) > 0)
        self._show_numbers()

    def show_surface(self, surface: Surface | None) -> None:
        """Draw what the network says of every place, where it has been asked."""
        if surface is None or surface is self.picture.surface:
            return
        if self.race.prepared is not None and self.racer.network is not None:
            self.picture.show_surface(surface, self.race.prepared, self.racer.network)

    def point_out(self, epoch: int | None) -> None:
        """Mark this epoch, or none, and tell its numbers."""
        self._pointed = epoch
        self.chart.point_out(epoch)
        self._show_numbers()

    def mark(self, word: str) -> None:
        """Stand out with this word beside the name, or not."""
        self.badge.setText(word)
        self.badge.setVisible(bool(word))
        if self.property("leads") != bool(word):
            self.setProperty("leads", bool(word))
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_numbers(self) -> None:
        """Those of the epoch that is pointed at, or of the last one."""
        epoch = self.racer.epochs if self._pointed is None else self._pointed
        end = self.racer.compared.epoch_end(epoch)
        if end is None:
            waits = self._pointed is None and self.racer.error is None
            self.epoch.clear()
            self.numbers.setText(
                self.tr("batch loss {loss}").format(loss=number(self.racer.batch_loss)) if waits else ""
            )
            return
        self.epoch.setText(self.tr("epoch {epoch}").format(epoch=grouped(end.epoch)))
        parts = [self.tr("loss {loss}").format(loss=number(end.loss, 3))]
        if end.val_loss is not None:
            parts.append(self.tr("validation {loss}").format(loss=number(end.val_loss, 3)))
        accuracy = end.monitored_accuracy
        if accuracy is not None:
            parts.append(f"{accuracy:.1%}")
        self.numbers.setText(SEPARATOR.join(parts))

    def _tell_reason(self, error: Message) -> None:
        self.reason.setText(sentence(error))
        self.reason.setToolTip(self.reason.text())

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.name.setText(name_of(self.racer))
        self.chart.setAccessibleName(self.tr("Loss of {name}").format(name=self.name.text()))
        self.use.setText(self.tr("Use this variant"))
        self.use.setToolTip(
            self.tr("Gives its settings and its weights to the project, as one step that can be undone.")
        )
        self.use.setAccessibleName(self.tr("Use {name}").format(name=self.name.text()))
        if (error := self.racer.error) is not None:
            self._tell_reason(error)
        own = ", ".join(self.racer.own)
        self.note.setText(self.tr("initial weights of its own: {weights}").format(weights=own) if own else "")
        self._show_numbers()

    def _arrange(self) -> None:
        """The picture beside the chart, or below it where the card is higher than wide."""
        width, height = self.width(), self.height() - ABOVE_AND_BELOW
        high = height > width and self.reason.isHidden()
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if high else QBoxLayout.Direction.LeftToRight)
        self.reason.setFixedWidth(int(REASON_SHARE * width))
        self.picture.take_room(
            min(width - 2 * PADDING, int(BELOW_SHARE * height)) if high else min(int(PICTURE_SHARE * width), height)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "picture"):
            self.picture.retheme()
        super().changeEvent(event)
