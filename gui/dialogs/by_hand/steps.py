"""What was drawn, step by step, to go back and forth."""

from __future__ import annotations

from typing import Generic, TypeVar

State = TypeVar("State")
MOST = 200
"""Steps that are kept."""


class Steps(Generic[State]):
    """The states of a drawing in their order, and the one that stands."""

    def __init__(self, first: State) -> None:
        self._states = [first]
        self._index = 0

    @property
    def now(self) -> State:
        """The state that stands."""
        return self._states[self._index]

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return self._index > 0

    @property
    def can_redo(self) -> bool:
        """Whether a state that was undone can come back."""
        return self._index + 1 < len(self._states)

    def put(self, state: State) -> None:
        """Let another state stand; those that were undone are gone."""
        self._states = [*self._states[: self._index + 1], state][-MOST:]
        self._index = len(self._states) - 1

    def undo(self) -> None:
        """Go one state back."""
        self._index = max(self._index - 1, 0)

    def redo(self) -> None:
        """Go one state forth."""
        self._index = min(self._index + 1, len(self._states) - 1)
