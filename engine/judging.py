"""How the answers of each output that tells classes apart are held against the targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.classes import answers, class_count, class_numbers, decisions, one_yes_each
from engine.data.dataset import Dataset
from engine.metrics import accuracy, confusion_matrix
from engine.network import Network

Array = NDArray[np.floating]


@dataclass(frozen=True)
class Judge:
    """One output's classes, and the threshold above which a single unit says yes.

    With `each_unit` every unit of every sample is a yes or no of its own, and all of them together are judged as the
    answers of a single output: accuracy is the share of right entries, as in Keras's BinaryAccuracy.
    """

    classes: tuple[str, ...]
    threshold: float
    each_unit: bool

    def read(self, array: Array) -> Array:
        """Predictions or targets as metrics take them."""
        return answers(array) if self.each_unit else array

    def accuracy(self, prediction: Array, target: Array) -> float:
        """The share of right answers."""
        return accuracy(self.read(prediction), self.read(target), self.threshold)

    def classes_of(self, prediction: Array, target: Array) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Of each sample's answers, the actual class and the one it was taken for: (n, answers) each."""
        said = self.read(prediction)
        actual = class_numbers(self.read(target), class_count(said.shape[-1]))
        return actual.reshape(len(said), -1), decisions(said, self.threshold).reshape(len(said), -1)

    def confusion(self, prediction: Array, target: Array) -> NDArray[np.intp]:
        """How many of each class were taken for each: (classes, classes), actual by predicted."""
        return confusion_matrix(self.read(prediction), self.read(target), self.threshold)


def judges(network: Network, dataset: Dataset) -> Mapping[str, Judge]:
    """A judge for every output whose loss tells classes apart, or for all where the data have classes.

    DataError where targets are not what the losses take.
    """
    parts = [dataset.targets, *(part[1] for part in (dataset.validation, dataset.test) if isinstance(part, tuple))]
    targets = [network.feed_targets(part) for part in parts]
    return {
        node: _judge(network, node, [arrays[node] for arrays in targets], dataset.classes)
        for node in network.outputs
        if tells_classes(network, node, dataset)
    }


def tells_classes(network: Network, node: str, dataset: Dataset) -> bool:
    """Whether an output's answers are classes; else it measures."""
    return network.output(node).loss.classification or bool(dataset.classes)


def _judge(network: Network, node: str, targets: list[Array], named: tuple[str, ...]) -> Judge:
    """By the rule that `engine.classes` tells."""
    loss, units = network.output(node).loss, network.shapes[node][-1]
    rivals = loss.classification and not loss.yes_or_no
    one_of_these = len(named) == units and all(one_yes_each(part) for part in targets)
    each_unit = units > 1 and not rivals and not one_of_these
    if each_unit:
        return Judge(("no", "yes"), loss.threshold, each_unit=True)
    count = class_count(units)
    classes = named if len(named) == count else tuple(map(str, range(count)))
    return Judge(classes, loss.threshold, each_unit=False)
