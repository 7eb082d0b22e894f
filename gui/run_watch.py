"""What of a run has changed since the window was told last."""

from __future__ import annotations

from itertools import zip_longest

from engine.history import History
from engine.runs.run import Run
from engine.timeline import Moment


class RunWatch:
    """Compares what stands with what stood when it was asked before; cheap enough for every frame."""

    def __init__(self) -> None:
        self._history: tuple[object, ...] = ()
        self._run: tuple[object, ...] = ()

    def has_grown(self, history: History) -> bool:
        """Whether the record holds more, or is another one."""
        steps, _ = history.batches()
        grown = (id(history), history.epochs, len(steps), steps[-1] if len(steps) else 0)
        before, self._history = self._history, grown
        return grown != before

    def has_changed(self, run: Run, viewed: Moment | None) -> bool:
        """Whether another run is at hand, its hyperparameters or moments are others, or another one is viewed."""
        known = (run, run.stages, run.timeline.moments, viewed)
        before, self._run = self._run, known
        return any(now is not then for now, then in zip_longest(known, before))
