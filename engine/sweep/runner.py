"""Trials in parallel processes, through joblib: on this machine, or on those of a Dask cluster.

`run` is an iterator of what happens; stopping is ceasing to iterate, which ends the processes here at once. On a
cluster nothing more begins then, and what was begun ends as soon as it notices.
"""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from engine.errors import DataError, Message
from engine.hyperparameters import Bounds, Configurable, hyper
from engine.sweep.journal import PROJECT, SIGNS, Journal
from engine.sweep.trial import Outcome, Task
from engine.sweep.trial import run as run_trial

IDLE = 10
"""Seconds after which a process ends that has nothing to do, as where the one that would give it work was killed."""

RunOne = Callable[[Task], Outcome]
"""Makes a trial where a process is free."""


class Means(Configurable):
    """Where the trials run; what comes of them does not depend on it."""

    label = "Processes"

    processes: int | None = hyper(
        None,
        label="Processes",
        help="How many trials train at the same time; left empty, one for each core but one.",
        bounds=Bounds(1, 256),
        absent="one a core, less one",
    )
    address: str = hyper(
        "",
        label="Dask scheduler",
        help="The address of a Dask cluster, such as tcp://10.0.0.5:8786, whose machines then train; "
        "left empty, this one does.",
        advanced=True,
    )


@dataclass(frozen=True)
class Lost:
    """Processes were killed, and these trials with them; each is tried once more, alone."""

    numbers: tuple[int, ...]


def run(journal: Journal, means: Means) -> Iterator[Outcome | Lost]:
    """Make the trials that are missing, in the journal too; DataError where the cluster does not answer."""
    with journal.held():
        try:
            with _workers(means) as (jobs, run_one):
                yield from _Runner(journal, means, jobs, run_one).run()
        except DataError as error:
            journal.note_obstacle(error.messages)
            raise


class _Runner:
    """Rounds of trials: all that wait, and after a killed process those alone that were running when it died.

    Whoever is alone cannot be mistaken for another: a trial that ends its process twice is given up.
    """

    def __init__(self, journal: Journal, means: Means, jobs: int, run_one: RunOne) -> None:
        self._journal = journal
        self._jobs, self._run_one = jobs, run_one
        self._remote = bool(means.address)
        project = journal.folder / PROJECT
        self._source = project.read_bytes() if self._remote else str(project)
        self._given: set[int] = set()

    def run(self) -> Iterator[Outcome | Lost]:
        suspects: list[int] = []
        while waiting := [number for number in self._journal.missing() if number not in suspects]:
            lost = yield from self._round(waiting, self._jobs)
            if lost:
                suspects += lost
                self._journal.note_lost(lost)
                yield Lost(tuple(lost))
        for number in suspects:
            if (yield from self._round([number], 1)):
                reason = Message(
                    "Its process was killed twice. Perhaps there was not enough memory; fewer processes need less."
                )
                outcome = Outcome(number, reason=reason)
                self._journal.record(outcome)
                yield outcome

    def _round(self, numbers: list[int], jobs: int) -> Generator[Outcome, None, list[int]]:
        """Make these trials, at most so many at a time; the ones are returned that were lost with their process."""
        from joblib import Parallel, delayed

        self._given.clear()
        # With one job joblib would train in this very process, which nothing may kill; so there are two at least, and
        # what is handed out says how many of them are at work.
        parallel = Parallel(
            n_jobs=-1 if self._remote else max(2, jobs), pre_dispatch=jobs, batch_size=1, max_nbytes=None,
            return_as="generator_unordered", **({} if self._remote else {"idle_worker_timeout": IDLE}),
        )  # fmt: skip
        outcomes = parallel(delayed(self._run_one)(task) for task in self._tasks(numbers))
        try:
            for outcome in outcomes:
                self._journal.record(outcome)
                yield outcome
        except _killed(self._remote):
            return self._lost(numbers)
        finally:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # joblib regrets the work that is thrown away
                outcomes.close()
        return []

    def _tasks(self, numbers: list[int]) -> Iterator[Task]:
        search = self._journal.sweep.search
        signs, parent = ("", 0) if self._remote else (str(self._journal.folder / SIGNS), os.getpid())
        for number in numbers:
            self._given.add(number)
            yield Task(number, self._source, self._journal.values(number), search.epochs, search.measure, signs, parent)

    def _lost(self, numbers: list[int]) -> list[int]:
        """Those that had begun; where nothing is known of that, those that were handed out."""
        missing = set(self._journal.missing()) & set(numbers)
        begun = missing & self._journal.signs().keys() or missing & self._given
        return sorted(begun)


@contextlib.contextmanager
def _workers(means: Means) -> Iterator[tuple[int, RunOne]]:
    """How many trials are given to processes at a time, and what makes one there."""
    if not means.address:
        with _local(means.processes) as jobs:
            yield jobs, run_trial
        return
    from engine.sweep.cluster import at_work, run_there  # which takes a second to load

    with at_work(means.address) as jobs:
        yield jobs, run_there


@contextlib.contextmanager
def _local(processes: int | None) -> Iterator[int]:
    from joblib import cpu_count, parallel_config
    from joblib.externals.loky import get_reusable_executor

    try:
        with parallel_config(backend="loky", inner_max_num_threads=1):
            yield processes or max(1, cpu_count() - 1)
    finally:
        get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)


def _killed(remote: bool) -> tuple[type[Exception], ...]:
    """What is raised when a process that trains is killed."""
    if remote:
        from distributed import KilledWorker

        return (KilledWorker,)
    from concurrent.futures.process import BrokenProcessPool

    return (BrokenProcessPool,)
