"""What one output says of each sample of a part: how wrong it is, and which class was taken for which."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.class_weights import ClassWeightedLoss
from engine.data.dataset import Part, take
from engine.data.preparation import Prepared
from engine.judging import Judge, judges
from engine.network import Network

Array = NDArray[np.floating]
Classes = NDArray[np.intp]

MOST = 500
"""Samples of a list; of more, those with the largest losses."""


@dataclass(frozen=True, eq=False)
class Answers:
    """All samples of one part: predictions and targets (n, ...) of one output, and the loss of each (n,).

    Measures are in the data's own units; their losses are those of targets as they are scaled, as in training.
    `actual` and `predicted` (n, answers) are class numbers, None where the output measures.
    """

    predictions: Array
    targets: Array
    losses: Array
    judge: Judge | None
    actual: Classes | None
    predicted: Classes | None


@dataclass(frozen=True)
class Filter:
    """Which samples are wanted: all, the mistakes, or those of `cell`, an actual class and what it was taken for."""

    mistakes: bool = False
    cell: tuple[int, int] | None = None

    def chosen(self, answers: Answers) -> NDArray[np.intp]:
        """Their places in the part; an output that measures makes no mistakes of which it could be told."""
        if answers.actual is None or answers.predicted is None or not (self.mistakes or self.cell):
            return np.arange(len(answers.losses))
        wanted = answers.actual != answers.predicted
        if self.cell is not None:
            wanted = (answers.actual == self.cell[0]) & (answers.predicted == self.cell[1])
        return np.flatnonzero(wanted.any(axis=1))


@dataclass(frozen=True, eq=False)
class SampleList:
    """The samples with the largest losses among `found` that a filter lets through, the worst first.

    `places` are theirs within the part, from 0; `inputs` are in the data's own units. `scores` says of samples with
    one answer what speaks for each class; `confusion` counts all of the part. Both are None where the output measures.
    """

    places: NDArray[np.intp]
    inputs: NDArray[np.generic]
    answers: Answers
    found: int
    scores: Array | None
    confusion: Classes | None


def class_scores(predictions: Array, judge: Judge, answers: tuple[float, float]) -> Array:
    """What speaks for each class (n, classes), out of (n, units); `answers` are what one unit says for no and yes."""
    no = sum(answers) - predictions
    return predictions if predictions.shape[1] == len(judge.classes) else np.concatenate([no, predictions], axis=1)


def part_named(prepared: Prepared, name: str) -> tuple[Part, Part]:
    """A part in the data's own units, and the same samples as the network takes them; training where it is missing."""
    dataset, raw = prepared.dataset, prepared.raw.named()
    ready = {"validation": dataset.validation, "test": dataset.test}.get(name)
    if name in raw and isinstance(ready, tuple):
        return raw[name], ready
    count = len(np.asarray(raw["training"][0]))
    if count == len(dataset):
        return raw["training"], (dataset.inputs, dataset.targets)
    originals = np.arange(count)  # altered copies stand behind them
    return raw["training"], (take(dataset.inputs, originals), take(dataset.targets, originals))


def answer(network: Network, prepared: Prepared, part: str, node: str) -> Answers:
    """Ask for every sample of a part, in inference mode; DataError where targets are not what the losses take."""
    judge = judges(network, prepared.dataset).get(node)
    raw, (inputs, targets) = part_named(prepared, part)
    feeds, wanted = network.feed_inputs(inputs), network.feed_targets(targets)
    count = network.count_samples({**feeds, **wanted})
    predictions = np.empty((count, *network.shapes[node]), network.dtype)
    losses = np.empty(count)
    for start in range(0, count, network.chunk):
        end = min(start + network.chunk, count)
        plan = network.plan(end - start, backward=False)
        plan.load_inputs({name: array[start:end] for name, array in feeds.items()})
        plan.load_targets({name: array[start:end] for name, array in wanted.items()})
        plan.forward()
        loss = plan.losses[node]
        losses[start:end] = (loss.kernel if isinstance(loss, ClassWeightedLoss) else loss).sample_values()
        predictions[start:end] = plan.predictions[node]
    if prepared.fitted.target_scaler is not None:
        predictions = prepared.fitted.measured(predictions)
        wanted = network.feed_targets(raw[1])
    actual, predicted = judge.classes_of(predictions, wanted[node]) if judge else (None, None)
    return Answers(predictions, wanted[node], losses, judge, actual, predicted)


def worst_samples(
    network: Network, prepared: Prepared, part: str, node: str, wanted: Filter, most: int = MOST
) -> SampleList:
    """The samples of a part that the network finds hardest; DataError as `answer`."""
    every = answer(network, prepared, part, node)
    chosen = wanted.chosen(every)
    hardness = np.nan_to_num(every.losses[chosen], nan=np.inf)  # what has diverged is worst of all
    places = chosen[np.argsort(-hardness, kind="stable")[:most]]
    inputs = np.asarray(part_named(prepared, part)[0][0])[places]
    judge, actual, predicted = every.judge, every.actual, every.predicted
    few = Answers(
        every.predictions[places],
        every.targets[places],
        every.losses[places],
        judge,
        None if actual is None else actual[places],
        None if predicted is None else predicted[places],
    )
    scores = None
    if judge is not None and not judge.each_unit and few.predictions.ndim == 2:
        scores = class_scores(few.predictions, judge, network.output(node).loss.answers)
    confusion = judge.confusion(every.predictions, every.targets) if judge else None
    return SampleList(places, inputs, few, len(chosen), scores, confusion)
