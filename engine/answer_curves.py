"""An output's answers over a whole part: how well each class is found, or how far measures are from what was wanted."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.answers import Answers, answer
from engine.data.preparation import Prepared
from engine.judging import Judge
from engine.metrics import F1, Precision, Recall, area_under_roc, roc_curve
from engine.network import Network

Array = NDArray[np.floating]

CORNERS = 256
"""Corners of a curve that are kept; of more, those at equal distances, and its ends."""
POINTS = 1500
"""Samples of which actual and predicted measure are kept; of more, every n-th."""
BINS = 32
LONGEST = 5000
"""Steps of a series that are kept: the newest."""


@dataclass(frozen=True, eq=False)
class ClassFigures:
    """One class against the rest; `roc` (2, corners) holds the shares of false and of true alarms, if there is one.

    The area is NaN where the part holds none of the class, or nothing else.
    """

    name: str
    precision: float
    recall: float
    f1: float
    support: int
    area: float
    roc: Array | None


@dataclass(frozen=True, eq=False)
class Course:
    """A series over time: its steps (points,), what was there, and what the latest window that could forecast."""

    steps: NDArray[np.intp]
    actual: Array
    forecast: Array


@dataclass(frozen=True, eq=False)
class Residuals:
    """Measures of one part: wanted and predicted (points,), and the histogram of predicted minus wanted.

    Zero is the edge between two bins. `mean` and `deviation` are those of all residuals. A part of a series has a
    `course`.
    """

    actual: Array
    predicted: Array
    edges: Array
    counts: NDArray[np.intp]
    mean: float
    deviation: float
    course: Course | None = None


def answer_curves(network: Network, prepared: Prepared, part: str, node: str) -> tuple[ClassFigures, ...] | Residuals:
    """The figures of each class where the output tells classes apart, and else the residuals; DataError as `answer`."""
    answers = answer(network, prepared, part, node)
    if answers.judge is not None:
        return class_figures(answers, answers.judge)
    known = prepared.raw.begins
    begins = known.get(part, known.get("training"))  # as `answer` takes it where the part is missing
    return replace(residuals(answers), course=course(answers, begins) if begins is not None else None)


def class_figures(answers: Answers, judge: Judge) -> tuple[ClassFigures, ...]:
    """Precision, recall, F1 and ROC curve of each class; where one unit says yes or no, only the yes has a curve."""
    table = judge.confusion(answers.predictions, answers.targets)
    right, predicted, actual = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
    precision, recall, f1 = (metric.shares(right, predicted, actual) for metric in (Precision(), Recall(), F1()))
    assert answers.actual is not None
    numbers = answers.actual.reshape(-1)
    said = judge.read(answers.predictions)
    scores = said.reshape(-1, said.shape[-1])
    figures = []
    for number, name in enumerate(judge.classes):
        column, positive = (number, number) if scores.shape[1] > 1 else (0, 1)
        area = area_under_roc(scores[:, column], numbers == positive)
        drawn = number == positive and not math.isnan(area)
        roc = _thinned(np.stack(roc_curve(scores[:, column], numbers == positive))) if drawn else None
        shares = float(precision[number]), float(recall[number]), float(f1[number])
        figures.append(ClassFigures(name, *shares, int(actual[number]), area, roc))
    return tuple(figures)


def _thinned(curve: Array) -> Array:
    """Without the points that lie on a straight line between their neighbours, and not too many of the others."""
    steps = np.diff(curve, axis=1)
    bends = steps[0, 1:] * steps[1, :-1] != steps[1, 1:] * steps[0, :-1]
    kept = np.concatenate([[0], np.flatnonzero(bends) + 1, [curve.shape[1] - 1]])
    if len(kept) > CORNERS:
        kept = kept[np.linspace(0, len(kept) - 1, CORNERS).round().astype(np.intp)]
    return curve[:, kept]


def course(answers: Answers, begins: NDArray[np.intp]) -> Course:
    """Each step of a part once, at most the newest `LONGEST`: the later a window begins, the more it knew."""
    horizon = answers.targets.shape[1]
    order = np.argsort(begins, kind="stable")
    steps = (begins[order, np.newaxis] + np.arange(horizon)).reshape(-1)
    last = len(steps) - 1 - np.unique(steps[::-1], return_index=True)[1][-LONGEST:]
    actual, forecast = (array[order].reshape(-1)[last] for array in (answers.targets, answers.predictions))
    return Course(steps[last], actual.astype(np.float64), forecast.astype(np.float64))


def residuals(answers: Answers) -> Residuals:
    """Of all numbers that the output measures, however many there are in a sample."""
    actual = answers.targets.reshape(-1).astype(np.float64)
    predicted = answers.predictions.reshape(-1).astype(np.float64)
    finite = np.isfinite(predicted)
    missed = (predicted - actual)[finite]
    reach = float(np.abs(missed).max(initial=0.0)) or 1.0
    counts, edges = np.histogram(missed, BINS, (-reach, reach))
    stride = max(1, math.ceil(len(actual) / POINTS))
    mean, deviation = (float(missed.mean()), float(missed.std())) if missed.size else (math.nan, math.nan)
    return Residuals(actual[finite][::stride], predicted[finite][::stride], edges, counts, mean, deviation)
