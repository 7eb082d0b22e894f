"""What tests of several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import main as entry
from tests.engine.commands import Answer, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Answer:
        code = entry.main(list(arguments))
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return call


@pytest.fixture
def iris(run: Run) -> str:
    """The project of a trained network."""
    assert run("train", "iris", "--save", "iris.rambat").code == 0
    return "iris.rambat"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler and a worker in this process, which have done something: their threads are there before the test."""
    distributed = pytest.importorskip("distributed")
    folder = str(tmp_path_factory.mktemp("dask"))
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=":0",
            local_directory=folder,
        ) as local,
        distributed.Client(local) as client,
    ):  # fmt: skip
        assert client.submit(len, "warm").result() == 4
        yield local.scheduler_address
