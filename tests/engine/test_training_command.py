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


@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_ctrl_c_reports_and_keeps_what_was_learned(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "train", "moons", "--epochs", "1000000"]
    command += ["--log", "log.jsonl", "--export", "w.npz", "--save", "t.rambat", "--checkpoint", "c.ckpt"]
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + SECONDS
    while not ((tmp_path / "log.jsonl").exists() and (tmp_path / "log.jsonl").stat().st_size > 2000):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=SECONDS)
    assert running.returncode == 130
    assert "stopped in epoch" in err
    assert "Traceback" not in err
    epochs = len((tmp_path / "log.jsonl").read_text().splitlines())
    assert out.startswith(f"moons: {epochs} epochs, ")
    assert len(load(tmp_path / "t.rambat").history) == epochs
    assert (tmp_path / "w.npz").exists()
    last = process("train", "moons", "--epochs", str(epochs + 1), "--resume", "c.ckpt", cwd=tmp_path)
    assert (last.returncode, last.stderr) == (0, "")
    assert last.stdout.startswith(f"moons: {epochs + 1} epochs, ")


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
