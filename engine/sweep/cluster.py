"""A Dask cluster as a place where joblib lets trials run, which also tells of those that came to no end."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from typing import Any

from joblib import parallel_config
from joblib._dask import DaskDistributedBackend

from engine.errors import DataError, Message
from engine.sweep.trial import GivenUp, Outcome, Task, run

PATIENCE = 10
"""Seconds that the scheduler at an address has to answer."""


class TellingBackend(DaskDistributedBackend):  # type: ignore[misc]
    """Joblib's own says nothing of a task that fails as a whole, so that whoever waits for it waits for ever.

    And of a cluster that takes one task at a time it makes no use, but does the work in this very process.
    """

    def effective_n_jobs(self, n_jobs: int) -> int:
        jobs: int = super().effective_n_jobs(n_jobs)
        return max(2, jobs)

    def submit(self, func: Callable[[], Any], callback: Callable[[Any], None]) -> Future[Any]:
        future: Future[Any] = super().submit(func, callback)
        future.add_done_callback(lambda done: callback(done.exception()) if done.exception() is not None else None)
        return future

    def abort_everything(self, ensure_ready: bool = True) -> None:
        """Joblib's own no longer listens; the cluster is to work no longer, too."""
        super().abort_everything(ensure_ready)
        for future in list(self._results):
            future.release()

    def retrieve_result_callback(self, out: Any) -> Any:
        if isinstance(out, BaseException):
            raise out
        return super().retrieve_result_callback(out)


def run_there(task: Task) -> Outcome:
    """A trial on a worker of the cluster, which is free again soon after nobody waits for the trial any more."""
    return run(task, _look)


def _look() -> None:
    """Dask ends no task that runs, but knows whether whoever gave it has cancelled it or is gone."""
    from distributed import get_worker

    worker = get_worker()
    task = worker.state.tasks.get(worker.get_current_task())
    if task is None or task.state == "cancelled":
        raise GivenUp


@contextlib.contextmanager
def at_work(address: str) -> Iterator[int]:
    """Let joblib give its tasks to the cluster at an address; how many it takes at a time.

    DataError where there is none, or no longer.
    """
    try:
        from distributed import Client
        from distributed.comm.addressing import get_address_host_port
    except ImportError as error:
        raise DataError(
            Message("A Dask cluster needs the package distributed. Install it: pip install distributed")
        ) from error
    try:
        place = get_address_host_port(address)
        socket.create_connection(place, PATIENCE).close()  # for a client that finds nobody leaves a thread behind
        client: Any = Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise DataError(
            Message("No Dask scheduler answers at {address} ({reason}). Start one: dask scheduler",
                    address=address, reason=str(error) or type(error).__name__)
        ) from error  # fmt: skip
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise DataError(
                Message("The Dask scheduler at {address} has no workers. Start one: dask worker {address}",
                        address=address)
            )  # fmt: skip
        try:
            with parallel_config(backend=TellingBackend(client=client)):
                yield threads
        except CancelledError as error:
            raise DataError(
                Message("The Dask scheduler at {address} does not answer any more. Start it again, and resume the "
                        "sweep.", address=address)
            ) from error  # fmt: skip
        except (RuntimeError, ImportError) as error:  # of tasks that do not find their code there
            reason = str(error).partition(". ")[0]
            raise DataError(
                Message("The Dask cluster at {address} cannot train ({reason}). Start its scheduler and its workers in "
                        "the folder of this program, with its packages: PYTHONPATH=. dask worker {address}",
                        address=address, reason=reason)
            ) from error  # fmt: skip
