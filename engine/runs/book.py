"""All runs of a project, within a bound of bytes for the moments of all of them."""

from __future__ import annotations

from collections.abc import Iterable

from engine.runs.run import Run
from engine.runs.settings import RunSettings
from engine.timeline import LIMIT, Moment


class RunBook:
    """The runs in the order in which they began, and the one at hand, which is listed once it trains.

    The moments of the run at hand go last where there is too little room: those of the run that ended longest ago are
    thinned first. Written by the thread that trains; the tuple `runs` is replaced as a whole.
    """

    def __init__(self, runs: Iterable[Run] = (), current: Run | None = None, limit: int = LIMIT) -> None:
        self.runs = tuple(runs)
        self.current = current or Run()
        self.limit = limit
        self._weigh()

    def begin(self, settings: RunSettings) -> None:
        """Let the run at hand begin, or another that has its weights where it was made with something else."""
        before = self.current
        if before.settings is None:
            before.number, before.settings = self._fresh_number(), settings
            self.runs = (*self.runs, before)
        elif not before.settings.suits(settings):
            self._turn_to(Run(self._fresh_number(), settings))

    def withdraw(self) -> None:
        """Let the run at hand not have begun after all: nothing could train it."""
        self.runs = tuple(run for run in self.runs if run is not self.current)
        self.current.number, self.current.settings = 0, None

    def branch(self, step: int) -> None:
        """Go on from a step of the run at hand as another run."""
        assert self.current.settings is not None
        self._turn_to(self.current.branch(self._fresh_number(), self.current.settings, step))

    def put_aside(self, run: Run | None = None) -> None:
        """Keep the run at hand as it is, with another one in its place that has not begun."""
        self.current = run or Run()
        self._weigh()

    def take_in(self, run: Run) -> None:
        """List a run that was made elsewhere, if it has a number and is not listed yet."""
        if run.number and run not in self.runs:
            self.runs = (*self.runs, run)

    def make_room(self) -> None:
        """Thin the moments of earlier runs until those of all have room; a single run keeps to its own limit."""
        while self._past and self._past + self.current.timeline.size > self.limit:
            run = next(run for run in self.runs if self._own_moments(run))
            if len(run.timeline.moments) > 1:
                run.timeline.halve()
            else:
                run.timeline.clear()
            self._weigh()

    def _weigh(self) -> None:
        """Find out what the moments of earlier runs take; one that runs share counts once."""
        self._past = sum(moment.size for moment in set[Moment]().union(*map(self._own_moments, self.runs)))

    def _own_moments(self, run: Run) -> set[Moment]:
        """Those that would give room: of another run than the one at hand, which does not share them."""
        return set(run.timeline.moments) - set(self.current.timeline.moments)

    def _turn_to(self, run: Run) -> None:
        self.current = run
        self.runs = (*self.runs, run)
        self._weigh()

    def _fresh_number(self) -> int:
        return max((run.number for run in self.runs), default=0) + 1
