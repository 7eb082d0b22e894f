"""`record` on the command line: an animation without a display, or one clear line."""

from __future__ import annotations

import errno
import os

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize

import main as entry
from engine.optimizers import SGD
from engine.project import load_example, save
from gui.document import Document
from gui.recording.gif import WRITERS
from gui.recording.showcase import Showcase
from gui.settings import Settings
from gui.training_session import TrainingSession
from tests.gui.projects import moons


@pytest.fixture(autouse=True)
def same_application(qapp, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_a_run_as_an_animation_of_the_wanted_length(tmp_path, capsys):
    out = tmp_path / "xor.gif"
    command = ["record", "xor", str(out), "--seconds", "1.5", "--epochs", "30", "--size", "480x300", "--theme", "dark"]
    fill = Settings().neuron_fill
    assert entry.main(command) == 0
    assert capsys.readouterr().out.startswith("xor.gif: 15 frames, ")
    with Image.open(out) as gif:
        assert (gif.size, gif.info["loop"]) == ((480, 300), 0)
        durations, frames = [], []
        for number in range(gif.n_frames):
            gif.seek(number)
            durations.append(gif.info["duration"])
            frames.append(np.array(gif.convert("RGB")).astype(int))
    assert sum(durations) == 1500
    assert len(frames) > 10, "it moves"
    assert frames[0].mean() < 80, "dark"
    canvas, plots = (slice(None), slice(0, 300)), (slice(None), slice(300, 480))
    assert all(np.abs(frames[0][part] - frames[-1][part]).max() > 60 for part in (canvas, plots))
    assert Settings().neuron_fill == fill, "what the user has chosen stays"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["xor.gif"]


def test_a_plot_that_has_nothing_to_say_of_the_data_is_left_out(qapp, qtbot):
    document = Document(load_example("iris"))
    session = TrainingSession(document)
    showcase = Showcase(document, session, ("canvas", "boundary", "loss"), QSize(480, 300))
    qtbot.addWidget(showcase)
    qtbot.waitUntil(lambda: session.data is not None and session.network is not None)
    showcase.leave_out()
    showcase.show()
    assert [plot.isVisible() for plot in showcase.plots] == [False, True]
    showcase.hide()
    session.close()
    session.deleteLater()


def test_a_disk_that_is_full_is_told(tmp_path, capsys, monkeypatch):
    def fill(reel, out):
        yield 0.5
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setitem(WRITERS, ".gif", fill)
    assert entry.main(["record", "xor", str(tmp_path / "a.gif"), "--seconds", "1", "--what", "canvas"]) == 2
    assert capsys.readouterr().err == f"rambat: {tmp_path / 'a.gif'} could not be written: No space left on device\n"
    assert not list(tmp_path.iterdir())


def test_a_run_that_diverges_is_told_and_seen_until_then(tmp_path, capsys):
    project = moons(epochs=2, optimizer=SGD(learning_rate=1e38), batch_size=1)
    save(project, tmp_path / "wild.rambat")
    out = tmp_path / "a.gif"
    assert entry.main(["record", str(tmp_path / "wild.rambat"), str(out), "--seconds", "1", "--what", "canvas"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    with Image.open(out) as gif:
        assert gif.size == (960, 540)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["xor", "a.mp4"], "An animation is written as .gif, .png. Received: a.mp4."),
        (["xor", "none/a.gif"], "none/a.gif could not be written"),
        (["nothing", "a.gif"], "no file and no example called nothing"),
        (["xor", "a.gif", "--seconds", "0.5"], "--seconds takes a number from 1 to 60. Received: 0.5"),
        (["xor", "a.gif", "--seconds", "long"], "--seconds takes a number from 1 to 60. Received: long"),
        (["xor", "a.gif", "--size", "9000x20"], "from 320x240 to 1920x1200. Received: 9000x20"),
        (["xor", "a.gif", "--what", "canvas,sound"], "canvas, boundary, loss, each once. Received: canvas,sound"),
        (["xor", "a.gif", "--epochs", "0"], "Epochs"),
        (["mine.rambat", "mine.rambat"], "FILE and OUT name the same file"),
    ],
)
def test_bad_input_is_one_line(arguments, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    save(load_example("xor"), tmp_path / "mine.rambat")
    assert entry.main(["record", *arguments]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.rambat"]
