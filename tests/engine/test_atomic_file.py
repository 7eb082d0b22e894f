"""Writes that fail leave the old file, and nothing else beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from engine.atomic_file import require_writable, write_atomically
from engine.errors import ExportError


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["x"]


def test_a_failure_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    write_atomically(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"x could not be written: No space left on device"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x"]


def test_a_missing_folder_and_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "folder" / "full").mkdir(parents=True)
    for path in (tmp_path / "none" / "x", tmp_path / "folder"):
        with pytest.raises(ExportError, match="could not be written"):
            write_atomically(path, b"new")
    assert os.listdir(tmp_path) == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    path, other = tmp_path / "x", tmp_path / "y"
    other.touch()
    write_atomically(path, b"")
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o640)
    write_atomically(path, b"")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_a_link_still_leads_to_the_file_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    path, link, pipe = tmp_path / "x", tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert (path.read_bytes(), link.is_symlink()) == (b"new", True)
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, b"told")
    assert os.read(reader, 10) == b"told"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_file_that_may_not_be_changed_is_refused_before_and_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who runs tests may have the right to change all, so the system's answer is given here."""
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda file, mode: (Path(file), mode) != (path, os.W_OK))
    for attempt in (lambda: require_writable(path), lambda: write_atomically(path, b"new")):
        with pytest.raises(ExportError, match="x could not be written: Permission denied"):
            attempt()
    assert path.read_bytes() == b"old"
    require_writable(tmp_path / "y")
    assert os.listdir(tmp_path) == ["x"]
