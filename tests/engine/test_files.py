"""Paths that lead to one file, and commands that must not write over what they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import DataError, ExportError, ProjectError
from engine.files import reading, same_file, writing
from engine.project import load
from tests.engine.commands import Run


def test_the_systems_reason_is_told_under_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "none"
    with pytest.raises(DataError, match="none could not be read: No such file"), reading(path):
        path.read_bytes()
    with pytest.raises(ProjectError, match="none could not be read: No such file"), reading(path, ProjectError):
        path.read_bytes()
    with pytest.raises(ExportError, match="could not be written"), writing(tmp_path):
        tmp_path.write_bytes(b"")


def test_one_file_has_many_paths(tmp_path: Path) -> None:
    here, other = tmp_path / "a", tmp_path / "b"
    assert same_file(here, tmp_path / "folder" / ".." / "a")
    assert not same_file(here, other)
    other.symlink_to(here)
    assert same_file(here, other)
    here.write_bytes(b"")
    assert same_file(here, other)
    assert not same_file(here, tmp_path / "c")


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("train own.rambat --checkpoint own.rambat", "FILE and --checkpoint"),
        ("train own.rambat --log folder/../own.rambat", "FILE and --log"),
        ("train own.rambat --export link.npz", "FILE and --export"),
        ("train own.rambat --log hard.jsonl", "FILE and --log"),
        ("train xor --save new.rambat --checkpoint new.rambat", "--save and --checkpoint"),
        ("train xor --save new.rambat --checkpoint folder/../new.rambat", "--save and --checkpoint"),
        ("train xor --export a.npz --export a.npz", "--export and --export"),
        ("train xor --resume c.ckpt --log c.ckpt", "--resume and --log"),
        ("train xor --log a.npz --export a.npz", "--log and --export"),
        ("export own.rambat own.rambat --to npz", "FILE and OUT"),
        ("export own.rambat link.npz", "FILE and OUT"),
        ("predict own.rambat --input x.csv --output x.csv", "--input and --output"),
        ("predict own.rambat --input x.csv --output own.rambat", "FILE and --output"),
    ],
    ids=lambda text: text,
)
def test_no_file_is_written_over_one_that_is_read_or_written(
    run: Run, command: str, options: str, tmp_path: Path
) -> None:
    assert run("train", "iris", "--epochs", "1", "--save", "own.rambat", "--checkpoint", "c.ckpt").code == 0
    Path("folder").mkdir()
    Path("x.csv").write_text("1,2,3,4\n")
    Path("link.npz").symlink_to("own.rambat")
    Path("hard.jsonl").hardlink_to("own.rambat")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    run(*command.split()).refused(f"{options} name the same file")
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_project_is_trained_in_its_own_file_and_a_checkpoint_goes_on_in_its_own(run: Run) -> None:
    options = ["--save", "own.rambat", "--checkpoint", "c.ckpt"]
    assert run("train", "xor", "--epochs", "1", *options).code == 0
    answer = run("train", "own.rambat", "--epochs", "2", "--resume", "c.ckpt", *options)
    assert (answer.code, answer.err) == (0, "")
    assert len(load("own.rambat").history) == 2
