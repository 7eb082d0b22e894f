"""What menu and keys do with the training, and when they can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gui.snapshot import State
from gui.training_session import TrainingSession


def commands(session: TrainingSession) -> dict[str, Callable[[], object]]:
    """What each action does, by its id."""
    return {
        "run": partial(_run_or_pause, session),
        "stop": session.stop,
        "step_batch": session.step_batch,
        "step_epoch": session.step_epoch,
        "reset": session.reset,
        "new_seed": partial(session.reset, new_seed=True),
    }


def enabled(session: TrainingSession) -> dict[str, bool]:
    """Which of them, and of those that need a network, would do something now."""
    can_run, running = session.can_run, session.state is State.RUNNING
    return {
        "run": can_run or running,
        "stop": running or session.state is State.PAUSED,
        "step_batch": can_run and not running,
        "step_epoch": can_run and not running,
        **dict.fromkeys(("reset", "new_seed", "export_weights", "load_weights"), can_run),
    }


def _run_or_pause(session: TrainingSession) -> None:
    if session.state is State.RUNNING:
        session.pause()
    else:
        session.run()
