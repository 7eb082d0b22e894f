"""What a command line answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Answer:
    code: int
    out: str
    err: str

    def refused(self, *parts: str) -> None:
        """Bad input: code 2, and one line that says these things."""
        assert self.code == 2, self
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("rambat: ")
        assert "Traceback" not in self.err
        for part in parts:
            assert part in self.err


Run = Callable[..., Answer]
