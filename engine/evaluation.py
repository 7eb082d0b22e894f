"""What a network is worth on a data set: its loss, the metrics that suit each output, and who is taken for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset, Part
from engine.metrics import Metric, ThresholdMetric, confusion_matrix
from engine.network import Network

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class PartEvaluation:
    """One part of the data: the loss as training counts it, and metrics and confusion matrices by output.

    An output that measures has no confusion matrix; in one, rows are actual classes and columns predicted ones.
    """

    samples: int
    loss: float
    metrics: Mapping[str, Mapping[str, float]]
    confusion: Mapping[str, NDArray[np.intp]]


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The training part and, where samples are held out, the validation part."""

    training: PartEvaluation
    validation: PartEvaluation | None


def evaluate_network(network: Network, dataset: Dataset, seed: int) -> Evaluation:
    """Judge a network in inference mode; `seed` splits the data as training would.

    DataError where targets are not what the losses take. Class weights are set by the training part.
    """
    training, validation = dataset.split(seed)
    network.weigh_classes(network.feed_targets(training[1]))
    if validation is not None:
        network.feed_targets(validation[1])
    judged = {node: tuple(suiting_metrics(network, node, dataset)) for node in network.outputs}
    return Evaluation(
        _evaluate_part(network, training, dataset, judged),
        _evaluate_part(network, validation, dataset, judged) if validation is not None else None,
    )


def is_classification(network: Network, node: str, dataset: Dataset) -> bool:
    """Whether an output tells classes apart: its loss says so, or the data have classes."""
    return network.output(node).loss.classification or bool(dataset.classes)


def suiting_metrics(network: Network, node: str, dataset: Dataset) -> Iterator[Metric]:
    """Every metric that is defined for an output, with its defaults and the threshold of the output's loss."""
    classification, units = is_classification(network, node, dataset), network.shapes[node][-1]
    for kind in Metric.kinds().values():
        metric = kind()
        if isinstance(metric, ThresholdMetric):
            metric = metric.replace(threshold=network.output(node).loss.threshold)
        if metric.suits(classification, units):
            yield metric


def _evaluate_part(
    network: Network, part: Part, dataset: Dataset, judged: Mapping[str, tuple[Metric, ...]]
) -> PartEvaluation:
    loss, predictions = network.evaluate(*part)
    targets = network.feed(part[1], network.outputs)
    return PartEvaluation(
        samples=network.count_samples(targets),
        loss=loss,
        metrics={
            node: {metric.name: metric.value(predictions[node], targets[node]) for metric in metrics}
            for node, metrics in judged.items()
        },
        confusion={
            node: confusion_matrix(predictions[node], targets[node], network.output(node).loss.threshold)
            for node in network.outputs
            if is_classification(network, node, dataset)
        },
    )
