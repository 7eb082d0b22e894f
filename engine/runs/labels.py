"""What people say of a run: a name, a star, and that it may go; and what is said of it where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from engine.errors import Message
from engine.graph import Graph
from engine.runs.changes import Change, changes
from engine.runs.run import LOADED, Run
from engine.runs.settings import RunSettings, computed
from engine.training_config import TrainingConfig

LONGEST_NAME = 200
"""Characters of a run's name."""


@dataclass(frozen=True)
class RunLabel:
    """`name` is "" for the usual one. A run that is `deleted` is kept until its project is closed."""

    name: str = ""
    starred: bool = False
    deleted: bool = False


Labels = Mapping[int, RunLabel]
"""The labels of runs by their numbers; a run that has none is as people found it."""
PLAIN = RunLabel()


def labelled(labels: Labels, number: int, label: RunLabel) -> dict[int, RunLabel]:
    """The same labels with another one for this run."""
    changed = {key: value for key, value in labels.items() if key != number}
    return changed if label == PLAIN else dict(sorted({**changed, number: label}.items()))


def title(run: Run, labels: Labels) -> Message:
    """What a run is called."""
    name = labels.get(run.number, PLAIN).name
    return Message("{name}", name=name) if name else Message("Run {number}", number=run.number)


class Beginning(NamedTuple):
    """How a run came to be; None where the settings tell it that are others than those of the run before.

    The places of changed layers begin with the id of the layer.
    """

    told: Message | None
    training: tuple[Change, ...] = ()
    layers: tuple[Change, ...] = ()


def beginning(run: Run, earlier: Iterable[Run]) -> Beginning:
    """How a run came to be, told by the one with whose weights it went on, or else by the one that began before it."""
    others = [each for each in earlier if each.number < run.number]
    if run.origin is not None and run.origin != LOADED:
        number, step = run.origin
        before = next((each for each in others if each.number == number), None)
        told = Message("from run {run}, step {step}", run=number, step=step)
        return Beginning(told, _retrained(_training_at(before, step), _training_at(run, step)))
    before = max(others, key=lambda each: each.number, default=None)
    last = before.trained_with[-1:] if before is not None else ()
    training = _retrained(last[0].training if last else None, _training_at(run, 0))
    if run.origin == LOADED:
        return Beginning(Message("weights from a file"), training)
    if before is None or before.settings is None or run.settings is None:
        return Beginning(Message("from initial weights"))
    layers = _changed_layers(before.settings.graph, run.settings.graph)
    told = _another(before.settings, run.settings, layers is None)
    return Beginning(None if told == RESET and (training or layers) else told, training, layers or ())


RESET = Message("reset")


def _another(before: RunSettings, after: RunSettings, redrawn: bool) -> Message:
    if redrawn:
        return Message("changed network")
    if before.data != after.data:
        return Message("other data")
    if before.preparation != after.preparation:
        return Message("other preparation")
    return RESET if before.seed == after.seed else Message("new seed")


def _training_at(run: Run | None, step: int) -> TrainingConfig | None:
    """The hyperparameters with which a run went on from a step."""
    stages = run.stages if run is not None else ()
    return next((stage.training for stage in reversed(stages) if stage.step <= step), None)


def _retrained(before: TrainingConfig | None, after: TrainingConfig | None) -> tuple[Change, ...]:
    """What differs of the training, but for the seed, of which more is told."""
    if before is None or after is None:
        return ()
    return tuple(change for change in changes(before, after) if change.place != ("seed",))


def _changed_layers(before: Graph, after: Graph) -> tuple[Change, ...] | None:
    """The fields in which layers differ; None where the networks differ in more than that."""
    (nodes, wires), (others, other_wires) = computed(before), computed(after)
    if wires != other_wires or [(key, owner) for key, _, owner in nodes] != [(key, owner) for key, _, owner in others]:
        return None
    found: list[Change] = []
    for (key, layer, _), (_, other, _) in zip(nodes, others, strict=True):
        if not layer.same_kind(other):
            return None
        found += changes(layer, other, (key,))
    return tuple(found)
