"""Trials in real processes: all are made, also where some are killed; and what comes of them does not depend on it."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import DataError
from engine.sweep.journal import JOURNAL, Journal
from engine.sweep.runner import Lost, Means, run
from engine.sweep.trial import Outcome, learned
from tests.engine.sweep.conftest import Begin, made_here
from tests.patience import SECONDS

TWO = Means(processes=2)


def same(journal: Journal, expected: Mapping[int, Outcome]) -> bool:
    """Whether the trials have come to the same to the bit, the best one's weights too."""
    for number, other in expected.items():
        one = journal.outcomes[number]
        if one.best is None or other.best is None or one.last is None or other.last is None:
            return False
        if (one.best[:-1], one.last[:-1]) != (other.best[:-1], other.last[:-1]):  # but for the seconds that it took
            return False
    best = journal.ranked()[0].number
    kept, there = journal.learned(best), learned(expected[best].content)
    return kept is not None and all(np.array_equal(kept[0][key], array) for key, array in there[0].items())


def test_a_sweep_that_was_cut_off_goes_on_elsewhere_to_what_it_would_have_come_to(begin: Begin, cluster: str) -> None:
    journal = begin("a")
    events = run(journal, TWO)
    next(events)
    next(events)
    events.close()  # as Ctrl-C does
    path = journal.folder / JOURNAL
    path.write_bytes(path.read_bytes()[:-4])  # and as a crash does
    again = Journal.open(journal.folder)
    assert len(again.outcomes) == 1
    made = [event.number for event in run(again, Means(address=cluster)) if isinstance(event, Outcome)]
    assert len(made) == 5
    assert same(again, made_here(journal))
    assert list(run(again, Means(address=cluster))) == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
def test_a_killed_process_is_told_and_takes_nothing_along(begin: Begin) -> None:
    """The process of the first trial is killed in the midst of it, and when it is tried again."""
    journal = begin("a", "epochs=1000000,2,3,4,5")
    killed: list[int] = []
    lost: set[int] = set()
    with hunter(journal, killed):
        for event in run(journal, TWO):
            lost |= set(event.numbers) if isinstance(event, Lost) else set()
    assert len(killed) == 2
    assert 1 in lost
    assert "killed twice" in str(journal.outcomes[1].reason)
    assert {number for number, each in journal.outcomes.items() if each.reason is None} == {2, 3, 4, 5}
    assert Journal.open(journal.folder).lost == lost


@contextlib.contextmanager
def hunter(journal: Journal, killed: list[int]) -> Iterator[None]:
    """Someone who kills the process of a trial that would never end."""
    over = threading.Event()

    def hunt() -> None:
        while not over.wait(0.02):
            sign = journal.signs().get(1, {})
            if sign.get("epochs") == 1_000_000 and sign["process"] not in killed:
                killed.append(int(sign["process"]))
                os.kill(killed[-1], signal.SIGKILL)

    thread = threading.Thread(target=hunt)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@pytest.fixture
def worker(cluster: str, tmp_path: Path) -> Iterator[tuple[str, Any]]:
    """A cluster with one worker in a process of its own, which is begun anew when it is killed, and a client of it.

    The other one has begun before, and with it the threads that Dask keeps for ever.
    """
    distributed = pytest.importorskip("distributed")
    import dask

    folder = str(tmp_path / "dask")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, dashboard_address=":0", local_directory=folder,
        ) as local,
        distributed.Client(local) as client,
    ):  # fmt: skip
        assert client.submit(len, "warm").result() == 4
        yield local.scheduler_address, client


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
def test_a_worker_of_a_cluster_that_is_killed_is_told_and_takes_nothing_along(
    begin: Begin, worker: tuple[str, Any]
) -> None:
    """It is killed in the midst of the first trial, and when that is tried again after the others."""
    (address, client), journal = worker, begin("a", "epochs=1000000,2,3")
    killed: list[int] = []
    over = threading.Event()

    def hunt() -> None:
        while not over.wait(0.05):
            begun = any(client.processing().values())
            if begun and len(killed) < 2 and len(journal.outcomes) == 2 * len(killed):
                killed.append(next(iter(client.run(os.getpid).values())))
                os.kill(killed[-1], signal.SIGKILL)

    thread = threading.Thread(target=hunt)
    thread.start()
    try:
        told = list(run(journal, Means(address=address)))
    finally:
        over.set()
        thread.join()
    assert len(set(killed)) == 2
    assert told[0] == Lost((1,))
    assert [each.number for each in told if isinstance(each, Outcome)] == [2, 3, 1]
    assert "killed twice" in str(journal.outcomes[1].reason)
    assert {number for number, each in journal.outcomes.items() if each.best is not None} == {2, 3}


def test_a_worker_of_a_cluster_is_free_again_when_a_sweep_is_cancelled(begin: Begin, cluster: str) -> None:
    """It has one thread, in which nothing else could begin before a trial of a million epochs had ended."""
    from distributed import Client

    journal = begin("a", "epochs=2,1000000,3")
    events = run(journal, Means(address=cluster))
    next(events)
    with Client(cluster) as client:
        deadline = time.monotonic() + SECONDS
        while not any(client.run(lambda dask_worker: dask_worker.state.executing_count).values()):
            assert time.monotonic() < deadline
        events.close()
        assert client.submit(len, "free").result(timeout=SECONDS) == 4
    assert Journal.open(journal.folder).missing() == [2, 3]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (CancelledError("scheduler-connection-lost"), "does not answer any more"),
        (
            RuntimeError("Error during deserialization. See there."),
            "cannot train (Error during deserialization). Start",
        ),
    ],
)
def test_a_cluster_that_is_of_no_use_any_more_is_told(
    begin: Begin, cluster: str, monkeypatch: pytest.MonkeyPatch, reason: Exception, told: str
) -> None:
    journal = begin("a")
    monkeypatch.setattr(Journal, "record", lambda *_: (_ for _ in ()).throw(reason))
    with pytest.raises(DataError, match=re.escape(told)):
        list(run(journal, Means(address=cluster)))
    assert told in str(Journal.open(journal.folder).obstacle[0])


@pytest.mark.parametrize("address", ["nowhere", "tcp://127.0.0.1:1", ""])
def test_a_cluster_that_is_not_there_is_told(begin: Begin, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = begin("a")
    if not address:
        monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(
        DataError, match="No Dask scheduler answers at" if address else "pip install distributed"
    ) as told:
        list(run(journal, Means(address=address or "tcp://127.0.0.1:1")))
    assert list(map(str, Journal.open(journal.folder).obstacle)) == [str(told.value)]
    assert journal.missing() == [1, 2, 3, 4, 5, 6]
