"""What of a sweep is known before it trains: which trials cannot run, since their values do not go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from engine.errors import HyperparameterError, Message, RambatError
from engine.layers import Output
from engine.project import Project
from engine.sweep.drawing import MOST_TRIALS, Trial
from engine.sweep.settings import TRAINING, changed, with_values
from engine.sweep.space import Choices, Dimension, value_text

MOST_LAYERS = 10_000
"""Layers that are looked at, of different networks together, of a space that has more of them."""
NO_ACCURACY = Message("What is learned here are measures, which have no accuracy. Let the loss judge the trials.")

InVain = dict[int, Message]
"""Trials that cannot run, by numbers that count from 1, and why."""


def trials_in_vain(project: Project, space: Sequence[Dimension], trials: Sequence[Trial], measure: str) -> InVain:
    """Those that cannot run, or have not what is to judge them."""
    *_, found = looks(project, space, trials, measure)
    return found


def looks(project: Project, space: Sequence[Dimension], trials: Sequence[Trial], measure: str) -> Iterator[InVain]:
    """The same, after each trial that was looked at; the last event is the result."""
    parts, found = _parts(project, [each.name for each in space], measure), InVain()
    yield found
    for number, trial in enumerate(trials, 1):
        why = next((why for part in parts if (why := part.obstacle(trial)) is not None), None)
        if why is not None:
            found[number] = why
        yield found


def require_a_chance(space: Sequence[Dimension], trials: Sequence[Trial], in_vain: Mapping[int, Message]) -> None:
    """HyperparameterError where no trial at all can run, or none that has one of the single values asked for."""
    if all(why == NO_ACCURACY for why in in_vain.values()) and len(in_vain) == len(trials):
        raise HyperparameterError(NO_ACCURACY)
    for each in space:
        for value in each.values if isinstance(each, Choices) else ():
            having = [number for number, trial in enumerate(trials, 1) if trial[each.name] == value]
            if having and all(number in in_vain for number in having):
                raise HyperparameterError(
                    Message("With {value} for {name} no trial can run: {reason} Leave that value out.",
                            value=value_text(value), name=each.name, reason=in_vain[having[0]])
                )  # fmt: skip
    if len(in_vain) == len(trials):
        raise HyperparameterError(Message("No trial can run: {reason}", reason=next(iter(in_vain.values()))))


def has_accuracy(project: Project) -> bool:
    """Whether any answers are classes, so that they are right or wrong."""
    outputs = (node.layer for node in project.graph if isinstance(node.layer, Output))
    return project.data_shape.classification or any(output.loss.classification for output in outputs)


class _Part:
    """Settings that may be at odds with each other but with no others, and what is known of their values.

    So many combinations are looked at, each once.
    """

    def __init__(self, names: Sequence[str], look: Callable[[Mapping[str, Any]], Message | None], most: int) -> None:
        self._names, self._look, self._most = names, look, most
        self._known: dict[tuple[Any, ...], Message | None] = {}

    def obstacle(self, trial: Trial) -> Message | None:
        """What keeps the trial from running, as far as this part is concerned."""
        values = {name: trial[name] for name in self._names}
        known = tuple(values.values())
        if known not in self._known:
            if len(self._known) == self._most:
                return None
            self._known[known] = self._look(values)
        return self._known[known]


def _parts(project: Project, names: Sequence[str], measure: str) -> list[_Part]:
    """Network and data as one; and of the training each kind with its fields, in which alone something can clash."""
    own = {field.name for field in project.training.hyperparameters()}
    drawn = [name for name in names if name.partition(".")[0] not in own]
    kinds = dict.fromkeys(name.partition(".")[0] for name in names if name not in drawn and "." in name)
    most = max(1, MOST_LAYERS // max(1, len(project.graph)))
    return [
        *(_Part([name for name in names if name.partition(".")[0] == kind], partial(_clash, project), MOST_TRIALS)
          for kind in kinds),
        _Part(drawn, partial(_obstacle, project, measure), most),
    ]  # fmt: skip


def _clash(project: Project, values: Mapping[str, Any]) -> Message | None:
    """What is wrong between settings of the training."""
    try:
        changed({TRAINING: project.training}, values)
    except HyperparameterError as error:
        return error.messages[0]
    return None


def _obstacle(project: Project, measure: str, values: Mapping[str, Any]) -> Message | None:
    """What keeps a network from running with its data, or from being judged."""
    try:
        made = with_values(project, values)
    except RambatError as error:
        return error.messages[0]
    if obstacles := made.infer().obstacles:
        return obstacles[0].told
    return NO_ACCURACY if measure == "accuracy" and not has_accuracy(made) else None
