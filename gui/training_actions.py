"""What menu and keys do with the training, and when they can."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from engine.goals import Goal
from gui.dialogs.run_until import RunUntilDialog
from gui.settings import Settings
from gui.snapshot import State
from gui.speeds import faster, slower
from gui.training_session import TrainingSession


def commands(session: TrainingSession, window: QWidget) -> dict[str, Callable[[], object]]:
    """What each action does, by its id; questions are asked before the window."""
    return {
        "run": partial(_run_or_pause, session),
        "run_until": partial(_ask_goal, session, window),
        "stop": session.stop,
        "step_batch": session.step_batch,
        "step_epoch": session.step_epoch,
        "reset": session.reset,
        "new_seed": partial(session.reset, new_seed=True),
        "keep_weights": session.keep_weights,
        "slower": partial(_change_speed, session, slower),
        "faster": partial(_change_speed, session, faster),
    }


def enabled(session: TrainingSession) -> dict[str, bool]:
    """Which of them, and of those that need a network, would do something now."""
    wishes = session.wishes
    return {
        "run": wishes.can_ask or wishes.is_under_way,
        "stop": wishes.is_under_way or session.state is State.PAUSED,
        **dict.fromkeys(("step_batch", "step_epoch"), wishes.can_step),
        **dict.fromkeys(("run_until", "reset", "new_seed", "keep_weights"), wishes.can_ask),
        **dict.fromkeys(("export_weights", "load_weights"), session.can_run),
    }


def run_until(session: TrainingSession, goal: Goal | None) -> None:
    """Run for this goal, which the next question begins with; None for the last epoch."""
    if goal is not None:
        Settings().goal = goal
    session.run_until(goal)


def _run_or_pause(session: TrainingSession) -> None:
    if session.wishes.is_under_way:
        session.pause()
    else:
        session.run()


def _ask_goal(session: TrainingSession, window: QWidget) -> None:
    dialog = RunUntilDialog(Settings().goal, window)
    dialog.chosen.connect(partial(run_until, session))
    dialog.open()


def _change_speed(session: TrainingSession, change: Callable[[float], float]) -> None:
    document = session.document
    document.set_pace(change(document.project.steps_per_second))
