"""What of a sweep is known before it trains: in which trials the network would not run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.errors import HyperparameterError, Message, RambatError
from engine.project import Project
from engine.sweep.drawing import Trial
from engine.sweep.settings import with_values
from engine.sweep.space import Choices, Dimension, value_text

MOST_NETWORKS = 200
"""Different networks that are looked at, of a space that has more of them."""


def trials_in_vain(project: Project, space: Sequence[Dimension], trials: Sequence[Trial]) -> dict[int, Message]:
    """Those in which the network would not run, by numbers that count from 1, and why; training is no matter."""
    drawn = _drawn_by(project, space)
    known: dict[tuple[Any, ...], Message | None] = {}
    found: dict[int, Message] = {}
    for number, trial in enumerate(trials, 1):
        values = {name: trial[name] for name in drawn}
        network = tuple(values.values())
        if network not in known:
            if len(known) == MOST_NETWORKS:
                continue
            known[network] = _obstacle(project, values)
        if (why := known[network]) is not None:
            found[number] = why
    return found


def require_a_chance(space: Sequence[Dimension], trials: Sequence[Trial], in_vain: Mapping[int, Message]) -> None:
    """HyperparameterError where one of single values that were asked for runs in no trial at all."""
    for each in space:
        for value in each.values if isinstance(each, Choices) else ():
            having = [number for number, trial in enumerate(trials, 1) if trial[each.name] == value]
            if having and all(number in in_vain for number in having):
                raise HyperparameterError(
                    Message("With {value} for {name} the network cannot run: {reason} Leave that value out.",
                            value=value_text(value), name=each.name, reason=in_vain[having[0]])
                )  # fmt: skip


def _drawn_by(project: Project, space: Sequence[Dimension]) -> list[str]:
    """The settings that say what the network and its data are."""
    fields = {field.name for field in project.training.hyperparameters()}
    return [each.name for each in space if each.name.partition(".")[0] not in fields]


def _obstacle(project: Project, values: Mapping[str, Any]) -> Message | None:
    try:
        obstacles = with_values(project, values).infer().obstacles
    except RambatError as error:
        return error.messages[0]
    return obstacles[0].told if obstacles else None
