"""The entry: which command lines open the window, and which never import it."""

from __future__ import annotations

import argparse
import sys
import types
from pathlib import Path

import pytest

import main as entry
from engine.cli import build_parser


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    made: list[tuple[str, list[str]]] = []
    window = types.ModuleType("gui.app")

    def note(name: str, code: int) -> None:
        def call(argv: list[str]) -> int:
            made.append((name, argv[1:]))
            return code

        setattr(window, name, call)

    note("run", 0)
    note("run_without_display", 0)
    monkeypatch.setitem(sys.modules, "gui.app", window)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return made


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_opens_the_window(
    variable: str, calls: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "x")
    assert entry.main([]) == 0
    assert entry.main(["my.rambat"]) == 0
    assert calls == [("run", []), ("run", ["my.rambat"])]


def test_without_a_display_the_main_job_is_done_without_one(calls: list[tuple[str, list[str]]]) -> None:
    entry.main([])
    assert calls == [("run_without_display", [])]


def test_other_systems_always_have_a_display(
    calls: list[tuple[str, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for platform in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        entry.main([])
    assert calls == [("run", []), ("run", [])]


def test_any_file_that_exists_opens_the_window(calls: list[tuple[str, list[str]]], tmp_path: Path) -> None:
    path = tmp_path / "project"
    path.touch()
    entry.main([str(path)])
    assert calls == [("run_without_display", [str(path)])]


def test_the_name_of_an_example_opens_the_window(calls: list[tuple[str, list[str]]]) -> None:
    assert entry.main(["digits"]) == 0
    assert calls == [("run_without_display", ["digits"])]


def test_commands_open_no_window(calls: list[tuple[str, list[str]]], capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main(["list", "losses"]) == 0
    capsys.readouterr()
    for words in (["dance"], ["digits", "--epochs", "3"], ["a.rambat", "b.rambat"], ["--dance"]):
        assert entry.main(words) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        for part in ("first: import, train, ", "the name of an example", f"Received: {' '.join(words)}. See: "):
            assert part in told
    assert calls == []


def test_arguments_of_the_process_are_the_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "list", "optimizers"])
    assert entry.main() == 0
    assert "Adam" in capsys.readouterr().out


def test_every_command_is_known() -> None:
    parser = build_parser({"draw": lambda options: 0, "record": lambda options: 0})
    offered = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    assert set(entry.COMMANDS) == set(offered.choices)
