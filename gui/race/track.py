"""The variants side by side, in charts with the same axes, and below them how they stand."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from engine.race import Race, Racer
from gui.plots.ranges import SteadyRange
from gui.race.card import Card
from gui.race.ranking import Ranking
from gui.race.runner import Surfaces
from gui.race.small_chart import Range
from gui.widgets.pace import Pace

COLUMNS = {2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
"""Cards in a row, by how many there are."""
MARGIN, GAP = 16, 10
CUT = 4.0
"""Times as large as that of half of them a first loss may be and still be seen whole."""
INTERVAL, CALM = 100, 600
"""Milliseconds between two drawings of the curves, and between two changes of who leads."""


class Track(QWidget):
    """`used` carries the Racer that people want for the project."""

    used = Signal(object)

    def __init__(self, race: Race, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.race = race
        self.logarithmic = False
        self.cards = [Card(race, racer) for racer in race.racers]
        self.ranking = Ranking()
        self._surfaces: Surfaces = ()
        self._x = SteadyRange(room=0.06, little=0.9, pinned=0.0)
        self._y = SteadyRange(room=0.06)
        self._pace = Pace(self.refresh, INTERVAL, self)
        self._calm = Pace(self._rank, CALM, self)
        for card in self.cards:
            card.used.connect(lambda racer=card.racer: self.used.emit(racer))
            card.pointed.connect(self.point_out)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        columns = COLUMNS[len(self.cards)]
        for number, card in enumerate(self.cards):
            grid.addWidget(card, number // columns, number % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        for place in range(grid.rowCount()):
            grid.setRowStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, 10)
        column.setSpacing(GAP)
        column.addLayout(grid, 1)
        column.addWidget(self.ranking)

    # Showing

    def look(self, surfaces: Surfaces) -> None:
        """Something has moved."""
        self._surfaces = surfaces
        self._pace.ask()

    def stand_still(self) -> None:
        """Show all as it is, at once."""
        self._pace.stop()
        self._calm.stop()
        self.refresh()
        self._rank()

    def refresh(self) -> None:
        """Draw all anew."""
        x, y = self._ranges()
        for number, card in enumerate(self.cards):
            if number < len(self._surfaces):
                card.show_surface(self._surfaces[number])
            card.show_curves(x, y, self.logarithmic)
        self._calm.ask()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Draw the loss in powers of ten, or as it is."""
        self.logarithmic = logarithmic
        self._y.reset()
        self.refresh()

    @property
    def units(self) -> int:
        """How many numbers a network says of a place, as far as that is known by now; 0 where nothing is drawn."""
        return max((surface.values.shape[2] for surface in self._surfaces if surface is not None), default=0)

    def show_unit(self, unit: int | None) -> None:
        """Let the pictures show one of these numbers, or all of them."""
        for card in self.cards:
            card.picture.show_unit(unit)

    def point_out(self, epoch: int | None) -> None:
        """Mark one epoch in all charts, and tell its numbers."""
        for card in self.cards:
            card.point_out(epoch)

    def _rank(self) -> None:
        """Mark who leads; one alone leads nobody."""
        self.ranking.show_race(self.race)
        leader = self.leader
        over = not any(racer.is_racing for racer in self.race.racers)
        for card in self.cards:
            word = (self.tr("best") if over else self.tr("in front")) if card.racer is leader else ""
            card.mark(word)

    @property
    def leader(self) -> Racer | None:
        """Who stands first, where epochs have been done."""
        first = self.race.ranking()[0]
        return first.racer if first.racer.error is None and first.end is not None else None

    def _ranges(self) -> tuple[Range, Range]:
        """From the first epoch to the last, and from the least loss to the largest that anybody began with.

        So a variant that diverges leaves the others' curves as high as they were.
        """
        going = [racer for racer in self.race.racers if racer.error is None] or self.race.racers
        columns = [racer.compared.columns("epoch", "loss", "val_loss") for racer in going]
        last = max((float(epochs[-1]) for epochs, _, _ in columns if len(epochs)), default=1.0)
        first = [value for _, *curves in columns for curve in curves for value in curve[:1]]
        low = [float(np.nanmin(curve)) for _, *curves in columns for curve in curves if np.isfinite(curve).any()]
        tops = sorted(value for value in first if np.isfinite(value))
        if not tops:
            return (0.0, 1.0), (0.0, 1.0)
        least = min(low)
        usual = tops[(len(tops) - 1) // 2]  # the lower middle: of two the one that has not run away
        top = max(min(float(tops[-1]), CUT * float(usual)), least)
        if self.logarithmic and top > 0:
            floor = np.log10(max(least, 1e-12, top * 1e-8))
            return self._x.follow(0.0, last), self._y.follow(
                float(floor), max(float(np.log10(top)), float(floor) + 0.3)
            )
        vertical = self._y.follow(min(0.0, least), top)
        return self._x.follow(0.0, max(1.0, last)), (min(0.0, least) if least >= 0 else vertical[0], vertical[1])

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        for card in self.cards:
            card.retranslate()
        self._rank()
