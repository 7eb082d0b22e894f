"""What people want of a run next: what has to wait is kept, so that nothing is lost that they press."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.goals import Pursuit
from gui.snapshot import State, Stretch

if TYPE_CHECKING:
    from gui.training_session import TrainingSession

Wish = Pursuit | Stretch
STEPS = (Stretch.BATCH, Stretch.EPOCH)


class RunWishes:
    """A run begins as soon as its data are there, and a step as soon as the one before is done.

    `going` tells how far the run goes that trains now, None for none; `begin` lets another one begin.
    """

    def __init__(
        self, session: TrainingSession, going: Callable[[], Wish | None], begin: Callable[[Wish], None]
    ) -> None:
        self._session = session
        self._going = going
        self._begin = begin
        self._waiting: deque[Wish] = deque()

    @property
    def can_ask(self) -> bool:
        """Whether a run may be asked for: the graph has no errors, and the data are there or on their way."""
        session = self._session
        return not session.document.inference.obstacles and (session.data is not None or session.is_loading)

    @property
    def can_step(self) -> bool:
        """Whether a step may be asked for, which comes behind those that are on their way."""
        return self.can_ask and self.last in (None, *STEPS)

    @property
    def last(self) -> Wish | None:
        """How far it shall go after all that was asked for; None where nothing more is to be done."""
        return self._waiting[-1] if self._waiting else self._going()

    @property
    def is_under_way(self) -> bool:
        """Whether a run goes on, or will as soon as it can."""
        return self._session.state is State.RUNNING or bool(self._waiting)

    @property
    def count(self) -> int:
        """How many things wait, such as steps besides the one that is being made."""
        return len(self._waiting)

    def ask(self, wish: Wish) -> None:
        """Begin this now, or as soon as it can; a run that goes on already takes no other wish."""
        if not (self.can_step if wish in STEPS else self.can_ask and self.last is None):
            return
        session, before = self._session, self._session.state
        self._waiting.append(wish)
        self.begin_next()
        if session.state is before:
            session.state_changed.emit(before)

    def begin_next(self) -> None:
        """Begin what was asked for first, unless it has to wait; what can never begin is given up."""
        if not self.can_ask:
            self._waiting.clear()
        if self._waiting and self._session.can_run and self._going() is None:
            self._begin(self._waiting.popleft())

    def give_up(self) -> None:
        """Begin nothing more of what was asked for."""
        if self._waiting:
            self._waiting.clear()
            self._session.state_changed.emit(self._session.state)
