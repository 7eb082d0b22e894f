"""What tests of several commands share."""

from __future__ import annotations

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
