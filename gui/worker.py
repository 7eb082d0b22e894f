"""One thread that does one job after the other; a long job goes on between the others in slices."""

from __future__ import annotations

import queue
import sys
import threading
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
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._work, name="training", daemon=True)
        self._thread.start()

    @property
    def interrupted(self) -> bool:
        """Whether another job waits, so that a long one should yield; cheap enough to ask every batch."""
        return self._wake.is_set()

    def sleep(self, seconds: float) -> None:
        """Wait within a job, but no longer than until another arrives."""
        self._wake.wait(seconds)

    def put(self, job: Job) -> None:
        """Do this after the jobs that wait already."""
        self._jobs.put(job)
        self._wake.set()

    def wake(self) -> None:
        """Interrupt the job at hand, so that it looks around."""
        self.put(lambda: None)

    def go_on(self, job: Job) -> None:
        """From within a job: do this when the others are done, without interrupting anything."""
        self._jobs.put(job)

    def call(self, function: Callable[[], Result]) -> Result:
        """Run a function between two jobs and wait for its result; its error is raised here."""
        done = threading.Event()
        results: list[Result] = []
        errors: list[BaseException] = []

        def job() -> None:
            try:
                results.append(function())
            except Exception as error:
                errors.append(error)
            finally:
                done.set()

        self.put(job)
        if not done.wait(CALL_TIMEOUT):
            raise TimeoutError("the training thread does not answer")
        if errors:
            raise errors[0]
        return results[0]

    def close(self) -> None:
        """Finish the job at hand and end the thread."""
        self._jobs.put(None)
        self._wake.set()
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
        job = self._jobs.get()
        if self._jobs.empty():
            self._wake.clear()
            if not self._jobs.empty():
                self._wake.set()
        return job
