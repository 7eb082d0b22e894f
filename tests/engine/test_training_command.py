"""Real processes: pipes, terminals, Ctrl-C, and what is imported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from engine.project import load, load_example
from engine.weights_file import read_weights
from tests.engine.commands import Run
from tests.engine.faults import little_room
from tests.patience import SECONDS

ROOT = Path(__file__).parents[2]


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        capture_output=True, text=True, timeout=SECONDS, env=environment, check=False, **options,
    )  # fmt: skip


def test_a_real_process_trains_without_window_or_bar(tmp_path: Path) -> None:
    done = process("train", "xor", "--export", "w.npz", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("xor: 300 epochs, 300 steps in ")
    assert "\x1b" not in done.stdout
    here = load_example("xor")
    assert read_weights(tmp_path / "w.npz").keys() == here.network().state_dict().keys()


def test_headless_commands_import_neither_window_nor_scikit_learn(tmp_path: Path) -> None:
    code = """
import sys, main
code = main.main(["train", "moons", "--epochs", "1", "--save", "t.rambat"]) or main.main(["list", "datasets"])
strange = [name for name in ("gui", "PySide6", "sklearn", "rich") if name in sys.modules]
sys.exit(str(strange) if strange else code)
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def wait_for_epochs(log: Path) -> None:
    """Until some are logged."""
    deadline = time.monotonic() + SECONDS
    while not (log.exists() and log.stat().st_size > 2000):
        assert time.monotonic() < deadline
        time.sleep(0.02)


ENDLESS = ["train", "moons", "--epochs", "1000000", "--log", "log.jsonl", "--save", "t.rambat"]
AT_A_TERMINAL = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGHUP, getattr(signal, sys.argv[1]))  # whatever was inherited from who runs the tests
if os.isatty(0):
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""


def hearing(hang_up: str, *arguments: str) -> list[str]:
    """A command whose SIGHUP is SIG_DFL, as a shell begins it, or SIG_IGN, as `nohup` does."""
    return [sys.executable, "-c", AT_A_TERMINAL, hang_up, str(ROOT / "main.py"), *arguments]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_who_is_asked_to_end_reports_and_keeps_what_was_learned(name: str, code: int, tmp_path: Path) -> None:
    command = hearing("SIG_DFL", *ENDLESS, "--export", "w.npz", "--checkpoint", "c.ckpt")
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for_epochs(tmp_path / "log.jsonl")
    running.send_signal(getattr(signal, name))
    out, err = running.communicate(timeout=SECONDS)
    assert running.returncode == code
    assert "of 1000000." in err.partition("rambat: stopped in epoch ")[2]
    assert "Traceback" not in err
    epochs = len((tmp_path / "log.jsonl").read_text().splitlines())
    assert out.startswith(f"moons: {epochs} epochs, ")
    assert len(load(tmp_path / "t.rambat").history) == epochs
    assert (tmp_path / "w.npz").exists()
    last = process("train", "moons", "--epochs", str(epochs + 1), "--resume", "c.ckpt", cwd=tmp_path)
    assert (last.returncode, last.stderr) == (0, "")
    assert last.stdout.startswith(f"moons: {epochs + 1} epochs, ")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_a_terminal_that_is_closed_takes_nothing_of_what_was_learned_along(tmp_path: Path) -> None:
    """Whatever is said to it from then on would be an error."""
    master, slave = os.openpty()
    command = hearing("SIG_DFL", *ENDLESS)
    environment = {**os.environ, "TERM": "xterm"}
    running = subprocess.Popen(
        command, cwd=tmp_path, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    )
    os.close(slave)
    wait_for_epochs(tmp_path / "log.jsonl")
    os.close(master)
    assert running.wait(timeout=SECONDS) == 129
    assert len(load(tmp_path / "t.rambat").history) == len((tmp_path / "log.jsonl").read_text().splitlines())


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_who_is_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    running = subprocess.Popen(
        hearing("SIG_IGN", *ENDLESS), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    wait_for_epochs(tmp_path / "log.jsonl")
    running.send_signal(signal.SIGHUP)
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=SECONDS)
    assert running.returncode == 143, "the second signal ended it, not the first"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_a_terminal_gets_a_progress_bar(tmp_path: Path) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, str(ROOT / "main.py"), "train", "xor"]
    environment = {**os.environ, "TERM": "xterm"}
    running = subprocess.Popen(command, cwd=tmp_path, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 65536):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(master)
    assert running.wait(timeout=SECONDS) == 0
    assert "━".encode() in shown
    assert b"xor: 300 epochs" in shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that Linux has")
def test_what_cannot_be_said_keeps_nothing_back(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "train", "xor", "--epochs", "3", "--save", "t.rambat"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=SECONDS, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "what was to be said could not be written: No space left" in done.stderr
    assert len(load(tmp_path / "t.rambat").history) == 3


def test_a_reader_that_leaves_early_is_no_error() -> None:
    running = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "list", "layers", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == ""
    running.stderr.close()
    assert running.wait(timeout=SECONDS) == 0


def test_a_file_that_finds_no_room_keeps_no_other_back(run: Run) -> None:
    """Checkpoint and project hold all that the optimizer remembers and are too large; the weights alone are less."""
    with little_room(35_000):
        answer = run(
            "train", "digits", "--epochs", "1", "--checkpoint", "c.ckpt", "--export", "d.npz", "--save", "d.rambat"
        )
    told = [f"{name} could not be written: File too large" for name in ("c.ckpt", "d.rambat")]
    assert (answer.code, answer.err) == (2, f"rambat: {' '.join(told)}\n")
    assert read_weights("d.npz")["dense_1.kernel"].shape == (64, 32)
    assert os.listdir() == ["d.npz"]


def test_a_log_that_finds_no_room_stops_the_run_which_is_kept(run: Run) -> None:
    with little_room(4_000):
        answer = run("train", "xor", "--epochs", "300", "--log", "log.jsonl", "--export", "w.npz")
    assert (answer.code, answer.err) == (2, "rambat: log.jsonl could not be written: File too large\n")
    summary, told = answer.out.splitlines()
    epochs = int(summary.split()[1])
    assert 5 < epochs < 300
    assert told == f"The run stopped in epoch {epochs + 1} of 300, since not all could be written."
    assert run("train", "xor", "--epochs", str(epochs), "--export", "same.npz").code == 0
    assert Path("w.npz").read_bytes() == Path("same.npz").read_bytes()


def test_ctrl_c_on_the_way_to_a_goal_names_no_last_epoch_and_leaves_no_epoch_half_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run goes beyond the project's 300 epochs; a batch is a whole epoch of it."""

    def interrupted(goal: Any, end: Any) -> bool:
        if end.epoch == 400:
            signal.raise_signal(signal.SIGINT)
        return False

    monkeypatch.setattr("engine.goals.LossWatch.is_met", interrupted)
    answer = run("train", "xor", "--until", "loss=1e-30", "--log", "log.jsonl")
    assert (answer.code, answer.err) == (130, "rambat: stopped in epoch 401.\n")


def test_a_time_that_is_up_lets_an_epoch_that_is_done_be_told(run: Run) -> None:
    answer = run("train", "xor", "--until", "seconds=0.01", "--log", "log.jsonl")
    assert answer.code == 0
    epochs, steps = (int(answer.out.split()[place]) for place in (1, 3))
    assert epochs == steps == len(Path("log.jsonl").read_text().splitlines()), "an epoch is one step"
