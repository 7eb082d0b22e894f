"""What nobody looked at while it was there: found afterwards, from the moments that a run has kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from engine.data import Prepared
from engine.network import Network
from engine.runs.run import Run
from engine.timeline import Moment
from gui.long_job import LongJob
from gui.snapshot import State
from gui.training_session import TrainingSession

Array = NDArray[np.floating]
Looks = list[tuple[int, Any]]
"""Steps, and what was seen there."""
MOST = 100
"""Moments of a run that are looked at, evenly from the first to the last."""
COARSE = (25, 5, 1)
"""Every so many-th of them first, so that soon something is known of the whole run."""


class PastLooks(QObject):
    """Looks at the moments of the run at hand between which nothing is known, on the worker, a few at a time.

    While a run trains this takes a tenth of the worker's time. `found` carries steps with what was seen there.
    """

    found = Signal(object)

    def __init__(
        self,
        session: TrainingSession,
        look: Callable[[Network, Prepared, Sequence[tuple[int, Array, Array]]], Iterator[Looks]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._job: LongJob | None = None
        self._run: Run | None = None
        self._taken = 0
        self._asked = set[int]()
        """Steps at which was looked: what came of it may be kept by nobody, beside what was known there."""

    def fill(self, known: Sequence[int]) -> None:
        """Find out what is missing beside these steps; what is on its way for another run is given up."""
        session, network, data = self._session, self._session.network, self._session.data
        if self._run is not session.at_hand:
            self.cancel()
        if self._job is not None or network is None or data is None or not session.can_look_back:
            return
        if missing := _missing(session.at_hand.timeline.moments, [*known, *self._asked]):
            self._run, self._taken = session.at_hand, 0
            self._asked.update(each.step for each in missing)
            looks = self._look(network, data, [(each.step, each.parameters, each.held) for each in missing])
            self._job = LongJob(session.worker, looks, lambda: session.state is State.RUNNING)
            self._job.told.connect(self._take)
            self._job.finished.connect(self._finish)
            self._job.failed.connect(self._give_up)

    def cancel(self) -> None:
        """Look no further."""
        job, self._job, self._run = self._job, None, None
        self._asked.clear()
        if job is not None:
            job.cancel()

    def _take(self, looks: Looks | None) -> None:
        if looks is None or self._run is not self._session.at_hand:
            return
        if fresh := looks[self._taken :]:
            self._taken += len(fresh)  # the worker may have added another one by now
            self.found.emit(fresh)

    def _finish(self, looks: Looks | None) -> None:
        self._take(looks)
        self._give_up()

    def _give_up(self) -> None:
        self._job = None


def _missing(moments: Sequence[Moment], known: Sequence[int]) -> list[Moment]:
    """Moments far from all that is known, first a few over the whole run."""
    places = np.unique(np.linspace(0, len(moments) - 1, min(MOST, len(moments))).round().astype(np.intp))
    chosen = [moments[place] for place in places]
    if not chosen:
        return []
    apart = max(1.0, (chosen[-1].step - chosen[0].step) / MOST)
    steps = np.array([*known, -np.inf, np.inf])
    missing = [moment for moment in chosen if np.abs(steps - moment.step).min() >= apart / 2]
    order: dict[Moment, None] = {}
    for stride in COARSE:
        order |= dict.fromkeys(missing[::stride])
    return list(order)
