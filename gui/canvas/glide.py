"""Cards on their way from where they stood to where the document says they stand."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation
from PySide6.QtWidgets import QStyle

from engine import groups

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

DURATION = 250
"""Milliseconds."""
MOST_CARDS = 300
"""More cards than this go to their places at once."""


@dataclass(frozen=True)
class Shot:
    """Where cards were shown, and what the camera saw."""

    places: Mapping[str, QPointF]
    scale: float
    centre: QPointF


class Glide(QVariantAnimation):
    """Leads the view from a shot to the present; the document has long been changed."""

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self._view = weakref.ref(view)
        self._before = self._after = Shot({}, 1.0, QPointF())
        self._moves: dict[str, tuple[QPointF, QPointF]] = {}
        """From where to where those go that do not stay where they are."""
        self.setDuration(DURATION)
        self.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._show)
        self.finished.connect(self._rest)

    def shot(self, coming_from: Iterable[str] = ()) -> Shot:
        """What the view shows now; what is within these groups will come from where they are."""
        view = self._view()
        assert view is not None
        places = view.network.places()
        for group_id in coming_from:
            start = QPointF(*groups.place_of(view.document.graph, group_id))
            places |= {key: start for key in groups.within(view.document.graph, group_id) if key not in places}
        return Shot(places, view.scale_factor, view.visible_rect().center())

    def run(self, before: Shot) -> None:
        """Go from there to what the view shows now; at once where people want no animation."""
        view = self._view()
        assert view is not None
        wanted = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view) > 0
        if wanted and len(before.places) <= MOST_CARDS and view.isVisible():
            self._before, self._after = before, self.shot()
            starts = ((key, before.places.get(key, place), place) for key, place in self._after.places.items())
            self._moves = {key: (start, place) for key, start, place in starts if start != place}
            self.start()

    def jump(self) -> None:
        """Be there, if the view is on its way: where the document says by now."""
        view = self._view()
        if view is None or self.state() is not QVariantAnimation.State.Running:
            return
        self.stop()
        view.network.put_back(self._moves)
        view.aim(self._after.scale, self._after.centre)
        self._rest()

    def _show(self, share: float) -> None:
        view = self._view()
        if view is None:
            return
        before, after = self._before, self._after
        if self._moves:
            view.network.place(
                {key: start * (1 - share) + place * share for key, (start, place) in self._moves.items()}
            )
        scale = before.scale ** (1 - share) * after.scale**share
        view.aim(scale, before.centre * (1 - share) + after.centre * share)

    def _rest(self) -> None:
        view = self._view()
        if view is not None:
            view.look_changed()
