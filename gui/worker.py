"""One thread that does one job after the other; a long job goes on between the others in slices."""

from __future__ import annotations

import heapq
import itertools
import math
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from engine.errors import Message, RambatError

Result = TypeVar("Result")
Job = Callable[[], None]

CALL_TIMEOUT = 30.0
"""Seconds that `call` waits for the worker to come to it."""


class Worker(QObject):
    """Runs jobs in order on its own thread.

    `failed` carries an error that the user caused; `crashed` carries exc_info of any other, which the window hands to
    the crash handler. The thread survives both.
    """

    failed = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._others_wait = False
        self._later: list[tuple[float, int, Job]] = []
        """Jobs whose time has not come, the next one first; the worker's own, as the two that follow."""
        self._due = math.inf
        self._count = itertools.count()
        self._thread = threading.Thread(target=self._work, name="training", daemon=True)
        self._thread.start()

    @property
    def interrupted(self) -> bool:
        """Whether another job waits, so that a long one should yield; cheap enough to ask every batch."""
        return self._others_wait or time.perf_counter() >= self._due

    def put(self, job: Job) -> None:
        """Do this after the jobs that wait already."""
        self._jobs.put(job)
        self._others_wait = True

    def wake(self) -> None:
        """Interrupt the job at hand, and let those whose time has not come look around."""
        self.put(self._hurry)

    def go_on(self, job: Job, at: float = 0.0) -> None:
        """From within a job: do this when the others are done, without interrupting anything.

        Where `at` is a time to come, of `time.perf_counter`, it waits for that, and the worker for it: a job that has
        to keep a pace never holds up another one, nor keeps the processor busy.
        """
        if at > time.perf_counter():
            heapq.heappush(self._later, (at, next(self._count), job))
            self._due = self._later[0][0]
        else:
            self._jobs.put(job)

    def call(self, function: Callable[[], Result]) -> Result:
        """Run a function between two jobs and wait for its result; its error is raised here.

        RambatError where the worker does not come to it for too long; it is not run afterwards either.
        """
        done, given_up = threading.Event(), threading.Event()
        results: list[Result] = []
        errors: list[BaseException] = []

        def job() -> None:
            if given_up.is_set():
                return
            try:
                results.append(function())
            except Exception as error:
                errors.append(error)
            finally:
                done.set()

        self.put(job)
        if not done.wait(CALL_TIMEOUT):
            given_up.set()
            raise RambatError(Message("The program is busy with a long computation. Try again in a moment."))
        if errors:
            raise errors[0]
        return results[0]

    def close(self) -> None:
        """Finish the job at hand and end the thread."""
        self._jobs.put(None)
        self._others_wait = True
        self._thread.join()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except RambatError as error:
                self.failed.emit(error)
            except MemoryError:
                self.failed.emit(RambatError(Message("This needs more memory than there is. Make the layers smaller.")))
            except Exception:
                self.crashed.emit(sys.exc_info())

    def _next(self) -> Job | None:
        job = self._get()
        self._others_wait = False  # first, since another may come in between
        if not self._jobs.empty():
            self._others_wait = True
        return job

    def _get(self) -> Job | None:
        """The next job, once there is one or the time of one has come."""
        while True:
            self._queue_those_due(time.perf_counter())
            try:
                return self._jobs.get(timeout=None if not self._later else max(0.0, self._due - time.perf_counter()))
            except queue.Empty:
                pass

    def _queue_those_due(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            self._jobs.put(heapq.heappop(self._later)[-1])
        self._due = self._later[0][0] if self._later else math.inf

    def _hurry(self) -> None:
        self._queue_those_due(math.inf)
