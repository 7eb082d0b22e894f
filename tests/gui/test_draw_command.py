"""`draw` on the command line: a picture without a display, or one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import main as entry
from engine.project import load_example, save
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def same_application(qapp, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_without_a_display(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "main.py", "draw", "xor", str(tmp_path / "xor.svg"), "--title", "--legend"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = (tmp_path / "xor.svg").read_text(encoding="utf-8")
    assert "XOR</text>" in written
    assert "Dense</text>" in written


def test_a_project_without_a_title_is_called_by_its_file(tmp_path):
    project = load_example("xor")
    project.title = ""
    save(project, tmp_path / "mine.rambat")
    assert entry.main(["draw", str(tmp_path / "mine.rambat"), str(tmp_path / "a.svg"), "--title"]) == 0
    assert ">mine</text>" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_scale_and_transparency(tmp_path):
    for scale, name in (("1", "a.png"), ("2.5", "b.PNG")):
        assert entry.main(["draw", "xor", str(tmp_path / name), "--scale", scale, "--transparent"]) == 0
    small, large = QImage(str(tmp_path / "a.png")), QImage(str(tmp_path / "b.PNG"))
    assert large.width() == pytest.approx(2.5 * small.width(), abs=1)
    assert small.pixelColor(1, 1).alpha() == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["xor", "a.gif"], "A drawing is written as .svg, .pdf, .png. Received: a.gif."),
        (["xor", "none/a.pdf"], "none/a.pdf could not be written"),
        (["nothing", "a.svg"], "no file and no example called nothing"),
        (["xor", "a.png", "--scale", "many"], "--scale takes a number from 0.5 to 8. Received: many"),
        (["xor", "a.png", "--scale", "99"], "--scale takes a number from 0.5 to 8. Received: 99"),
        (["mine.rambat", "mine.rambat"], "FILE and OUT name the same file"),
        (["xor"], "the following arguments are required: OUT"),
    ],
)
def test_bad_input_is_one_line(arguments, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    save(load_example("xor"), tmp_path / "mine.rambat")
    assert entry.main(["draw", *arguments]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.rambat"]
