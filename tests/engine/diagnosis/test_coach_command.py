"""`train --coach`, as a user types it."""

from __future__ import annotations

from pathlib import Path

from tests.engine.commands import Run


def test_the_coach_speaks_at_the_end(run: Run) -> None:
    plain, coached = run("train", "xor", "--export", "a.npz"), run("train", "xor", "--export", "b.npz", "--coach")
    assert "coach:" not in plain.out
    assert coached.out.splitlines()[-1] == "coach: Nothing stands out."
    assert Path("a.npz").read_bytes() == Path("b.npz").read_bytes()
    answer = run("train", "plane", "--learning-rate", "1.3", "--coach")
    assert answer.code == 1
    (line,) = (line for line in answer.out.splitlines() if line.startswith("coach:"))
    assert line.startswith("coach: The run has diverged: At step ")
    assert line.endswith("Try a learning rate ten times smaller, with fresh weights.")
