"""Runs side by side: the settings that differ, what came of them, and how far their weights are apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.data import StoredSource
from engine.errors import Message
from engine.history import History
from engine.hyperparameters import Configurable
from engine.runs.run import Run
from engine.runs.settings import RunSettings

Weights = Mapping[str, NDArray[Any]]
Place = tuple[str, ...]
"""The names that lead to a field, such as ("training", "optimizer", "learning_rate")."""


class Since(NamedTuple):
    """A value, and after how many epochs it began to hold."""

    epochs: float
    value: Any


Course = tuple[Since, ...]
"""The values of a field in their order, one where nobody changed it on the way; none where a run has no such field."""


class Difference(NamedTuple):
    """A field in which runs differ: what leads to it, from outside in and in English, and what each run had."""

    label: tuple[str, ...]
    courses: tuple[Course, ...]


# Settings

DATA, PREPARATION, CONTENT = str(Message("Data")), str(Message("Preparation")), str(Message("Content"))
SOURCES, OWNER = str(Message("Inputs from")), str(Message("Weights of"))
"""What is told of runs that is no field of a kind."""


def differences(runs: Sequence[Run]) -> list[Difference]:
    """Every field in which some of these runs differ, in the order of training, layers, data and preparation.

    A field that only one of two kinds has is told by the kinds alone.
    """
    told = [dict(_fields(run)) for run in runs]
    places = dict.fromkeys(place for fields in told for place in fields)
    rows = []
    for place in sorted(places, key=_section):
        courses = tuple(fields[place][1] if place in fields else () for fields in told)
        values = {_compared(course) for course in courses if course}
        if len(values) > 1 or (_is_layer(place) and not all(courses)):
            label = next(fields[place][0] for fields in told if place in fields)
            rows.append(Difference(label, courses))
    return rows


SECTIONS = ("training", "layers", "data", "preparation")
Field = tuple[Place, tuple[tuple[str, ...], Course]]


def _section(place: Place) -> int:
    return SECTIONS.index(place[0])


def _is_layer(place: Place) -> bool:
    return place[0] == SECTIONS[1] and len(place) == 2


def _compared(course: Course) -> str:
    """What is equal for equal courses, also where values cannot be hashed."""
    return repr([(since.epochs, since.value) for since in course])


def _fields(run: Run) -> Iterator[Field]:
    """All fields of a run, with their labels and courses."""
    yield from _training(run)
    if run.settings is not None:
        yield from _layers(run.settings)
        yield from _data(run.settings)


def _training(run: Run) -> Iterator[Field]:
    """What held from each stage on; the same in two stages is told once."""
    stages = [(stage.epochs, dict(_flat(stage.training, ("training",), ()))) for stage in run.trained_with]
    places = dict.fromkeys(place for _, fields in stages for place in fields)
    for place in places:
        course: list[Since] = []
        for epochs, fields in stages:
            if place in fields and (not course or course[-1].value != fields[place][1]):
                course.append(Since(epochs if stages[0][1] is not fields else 0.0, fields[place][1]))
        label = next(fields[place][0] for _, fields in stages if place in fields)
        yield place, (label, tuple(course))


def _layers(settings: RunSettings) -> Iterator[Field]:
    graph = settings.graph
    for node_id in graph.order():
        node, place = graph[node_id], ("layers", node_id)
        yield place, ((node_id,), _always(node.layer.label or node.layer.name))
        sources = tuple(edge.source for edge in graph.incoming(node_id))
        if sources:
            yield (*place, "sources"), ((node_id, SOURCES), _always(sources))
        if node.shares is not None:
            yield (*place, "shares"), ((node_id, OWNER), _always(node.shares))
        for where, (label, value) in _flat(node.layer, place, (node_id,)):
            yield where, (label, _always(value))


def _data(settings: RunSettings) -> Iterator[Field]:
    data = settings.data
    yield ("data",), ((DATA,), _always(data.label or data.name))
    for place, (label, value) in _flat(data, ("data",), (DATA,)):
        yield place, (label, _always(value))
    if isinstance(data, StoredSource) and data.content is not None:
        yield ("data", "content"), ((DATA, CONTENT), _always(data.content.fingerprint[:8]))
    for place, (label, value) in _flat(settings.preparation, ("preparation",), (PREPARATION,)):
        yield place, (label, _always(value))


def _always(value: Any) -> Course:
    return (Since(0.0, value),)


def _flat(
    config: Configurable, place: Place, label: tuple[str, ...]
) -> Iterator[tuple[Place, tuple[tuple[str, ...], Any]]]:
    """The fields of a kind and of those that it holds, each kind by its label."""
    for field in config.hyperparameters():
        value, where, called = getattr(config, field.name), (*place, field.name), (*label, field.label)
        if isinstance(value, Configurable):
            yield where, (called, value.label or value.name)
            yield from _flat(value, where, called)
        else:
            yield where, (called, value)


# Outcomes


class Figure(NamedTuple):
    """A measure at the last epoch, and where it was best; NaN and 0 where a run has none."""

    final: float
    best: float
    epoch: int


MEASURES = ("loss", "val_loss", "accuracy", "val_accuracy")


def epochs_of(run: Run) -> int:
    """How many epochs a run has done, those of its past included."""
    done = run.history.column("epoch")
    return int(done[-1]) if len(done) else 0


def outcome(history: History, measure: str) -> Figure:
    """What came of one of the MEASURES: the smallest loss is the best one, and the largest accuracy."""
    epochs, values = history.columns("epoch", measure)
    if not np.isfinite(values).any():
        return Figure(math.nan, math.nan, 0)
    best = int(np.nanargmax(values) if measure.endswith("accuracy") else np.nanargmin(values))
    return Figure(float(values[-1]), float(values[best]), int(epochs[best]))


# Weights


class Gap(NamedTuple):
    """How far arrays are apart: the length of their difference, and that as a share of their own mean length."""

    absolute: float
    relative: float


class Distance(NamedTuple):
    """The gap of all weights that two networks have in common, and by layer; `left_out` are those of only one."""

    whole: Gap
    layers: Mapping[str, Gap]
    left_out: tuple[str, ...]


def distance(one: Weights, other: Weights) -> Distance | None:
    """How far the arrays of the same name and shape are apart; None where there is none."""
    common = [name for name in one if name in other and one[name].shape == other[name].shape]
    if not common:
        return None
    squares: dict[str, NDArray[np.float64]] = {}
    for name in common:
        first, second = (np.asarray(weights[name], np.float64).ravel() for weights in (one, other))
        apart = first - second
        layer = name.rpartition(".")[0]
        lengths = np.array([apart @ apart, first @ first, second @ second])
        squares[layer] = squares.get(layer, np.zeros(3)) + lengths
    left_out = tuple(name for name in dict.fromkeys((*one, *other)) if name not in common)
    whole = _gap(np.sum(list(squares.values()), axis=0))
    return Distance(whole, {layer: _gap(sums) for layer, sums in squares.items()}, left_out)


def _gap(squares: NDArray[np.float64]) -> Gap:
    """From the squared lengths of the difference and of both."""
    apart, first, second = np.sqrt(squares).tolist()
    mean = (first + second) / 2
    return Gap(apart, apart / mean if mean else 0.0)
