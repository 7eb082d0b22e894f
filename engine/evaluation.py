"""What a network is worth on a data set: its loss, the metrics that suit each output, and who is taken for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset, Part
from engine.data.scaling import Scaler
from engine.judging import Judge, judges
from engine.metrics import Metric, ThresholdMetric
from engine.network import Network

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class PartEvaluation:
    """One part of the data: the loss without class weights, and metrics and confusion matrices by output.

    An output that measures has no confusion matrix; in one, rows are actual classes and columns predicted ones.
    """

    samples: int
    loss: float
    metrics: Mapping[str, Mapping[str, float]]
    confusion: Mapping[str, NDArray[np.intp]]


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The training part and those that are held out for validation and test; `classes` names a matrix's rows.

    Metrics are in the data's own units; where targets are `scaled`, the loss is not.
    """

    training: PartEvaluation
    validation: PartEvaluation | None
    classes: Mapping[str, tuple[str, ...]]
    test: PartEvaluation | None = None
    scaled: bool = False

    def parts(self) -> dict[str, PartEvaluation]:
        """Those that there are, by name."""
        named = {"training": self.training, "validation": self.validation, "test": self.test}
        return {name: part for name, part in named.items() if part is not None}


def evaluate_network(network: Network, dataset: Dataset, seed: int, target_scaler: Scaler | None = None) -> Evaluation:
    """Judge a network, which stays as it is, in inference mode; `seed` splits the data as training would.

    `target_scaler` is what measures among the targets were scaled by.
    DataError where targets are not what the losses take.
    """
    judging = judges(network, dataset)
    metrics = {node: tuple(suiting_metrics(network, node, judging.get(node))) for node in network.outputs}
    training, validation = dataset.split(seed)
    judged, held_out, tested = (
        _evaluate_part(network, part, judging, metrics, target_scaler) if part is not None else None
        for part in (training, validation, dataset.test)
    )
    assert judged is not None
    classes = {node: judge.classes for node, judge in judging.items()}
    return Evaluation(judged, held_out, classes, tested, target_scaler is not None)


def suiting_metrics(network: Network, node: str, judge: Judge | None) -> Iterator[Metric]:
    """Every metric that is defined for an output, with its defaults and the threshold of the output's loss."""
    units = 1 if judge and judge.each_unit else network.shapes[node][-1]
    for kind in Metric.kinds().values():
        metric = kind()
        if isinstance(metric, ThresholdMetric):
            metric = metric.replace(threshold=network.output(node).loss.threshold)
        if metric.suits(judge is not None, units):
            yield metric


def _evaluate_part(
    network: Network,
    part: Part,
    judging: Mapping[str, Judge],
    metrics: Mapping[str, tuple[Metric, ...]],
    target_scaler: Scaler | None,
) -> PartEvaluation:
    loss, predictions = network.evaluate(*part, class_weights={})
    targets = network.feed(part[1], network.outputs)
    values = {}
    for node, chosen in metrics.items():
        prediction, target = predictions[node], targets[node]
        if node in judging:
            prediction, target = judging[node].read(prediction), judging[node].read(target)
        elif target_scaler is not None:
            prediction, target = target_scaler.inverse(prediction), target_scaler.inverse(target)
        values[node] = {metric.name: metric.value(prediction, target) for metric in chosen}
    return PartEvaluation(
        samples=network.count_samples(targets),
        loss=loss,
        metrics=values,
        confusion={node: judge.confusion(predictions[node], targets[node]) for node, judge in judging.items()},
    )
