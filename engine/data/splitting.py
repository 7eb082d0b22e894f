"""Which samples are trained on, which judge the network on the way, and which only in the end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import PARTS, Dataset
from engine.errors import DataError, Message

Indices = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Split:
    """The indices of the samples of each part, in their order."""

    training: Indices
    validation: Indices
    test: Indices


def split(dataset: Dataset, manner: str, validation: float, test: float, seed: int) -> Split:
    """Share out all samples; DataError where none is left to train on.

    At random a classification keeps its class shares in all parts; in order the last samples are for the test and
    those before them for validation, as what is forecast lies ahead; by column each sample says where it belongs.
    In order, windows of a series that reach into what a later part is to forecast belong to no part.
    """
    count = len(dataset)
    if manner == "by_column":
        return _as_assigned(dataset)
    held_out, tested = round(count * validation), round(count * test)
    if held_out + tested >= count:
        raise DataError(
            Message("A validation share of {share} and a test share of {test} leave no sample to train on. Choose "
                    "smaller ones.", share=f"{validation:g}", test=f"{test:g}")
            if tested
            else Message("A validation share of {share} leaves no sample to train on. Choose a smaller one.",
                         share=f"{validation:g}")
        )  # fmt: skip
    if manner == "random":
        parts = np.split(dataset.shuffled(seed), (held_out, held_out + tested))
        validation_part, test_part, training = (np.sort(part) for part in parts)
    else:
        training, validation_part, test_part = np.split(np.arange(count), (count - held_out - tested, count - tested))
        training = _before(dataset, training, np.concatenate([validation_part, test_part]))
        validation_part = _before(dataset, validation_part, test_part)
    return Split(training, validation_part, test_part)


def _before(dataset: Dataset, earlier: Indices, later: Indices) -> Indices:
    """The earlier samples without windows whose targets are also those of the later ones."""
    if dataset.begins is None or not later.size:
        return earlier
    ends = dataset.begins[earlier] + np.asarray(dataset.targets).shape[1]
    kept: Indices = earlier[ends <= dataset.begins[later[0]]]
    if earlier.size and not kept.size:
        raise DataError(
            Message("All windows before those that are held out reach into what these forecast. Choose a shorter "
                    "horizon, or hold out fewer samples.")
        )  # fmt: skip
    return kept


def _as_assigned(dataset: Dataset) -> Split:
    if dataset.assigned is None:
        raise DataError(
            Message("These data have no column that says to which part a sample belongs. Split them at random or in "
                    "their order.")
        )  # fmt: skip
    training, validation, test = (np.flatnonzero(dataset.assigned == number) for number in range(len(PARTS)))
    if not training.size:
        raise DataError(Message("The column that shares out the samples leaves none to train on."))
    return Split(training, validation, test)
