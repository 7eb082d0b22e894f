"""Which samples are trained on, which judge the network on the way, and which only in the end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import PARTS, Dataset, imprints
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
    those before them for validation, as what is forecast lies ahead; there, windows of a series that reach into what a
    later part is to forecast belong to no part. With repeats together samples whose inputs are alike go to one part,
    by chance, and shares are those of different samples. By column each sample says where it belongs, and a part that
    none names is taken from the training samples by its share, at random.
    """
    if manner == "by_column":
        return _as_assigned(dataset, validation, test, seed)
    if manner == "repeats_together":
        return _together(dataset, validation, test, seed)
    count = len(dataset)
    held_out, tested = _sizes(count, validation, test)
    if manner == "random":
        return Split(*_by_chance(dataset.shuffled(seed), held_out, tested))
    training, validation_part, test_part = np.split(np.arange(count), (count - held_out - tested, count - tested))
    training = _before(dataset, training, np.concatenate([validation_part, test_part]))
    return Split(training, _before(dataset, validation_part, test_part), test_part)


def _sizes(count: int, validation: float, test: float) -> tuple[int, int]:
    """How many of so many samples are held out for validation and for the test."""
    held_out, tested = round(count * validation), round(count * test)
    if held_out + tested >= count:
        raise DataError(
            Message("A validation share of {share} and a test share of {test} leave no sample to train on. Choose "
                    "smaller ones.", share=f"{validation:g}", test=f"{test:g}")
            if tested
            else Message("A validation share of {share} leaves no sample to train on. Choose a smaller one.",
                         share=f"{validation:g}")
        )  # fmt: skip
    return held_out, tested


def _by_chance(order: Indices, held_out: int, tested: int) -> tuple[Indices, Indices, Indices]:
    """The first of an order for validation, the next for the test, and the others for training."""
    validation, test, training = (np.sort(part) for part in np.split(order, (held_out, held_out + tested)))
    return training, validation, test


def _together(dataset: Dataset, validation: float, test: float, seed: int) -> Split:
    """Each sample where the first one goes that is like it."""
    seen: dict[bytes, int] = {}
    first = np.array([seen.setdefault(sample, place) for place, sample in enumerate(imprints(dataset.inputs))], np.intp)
    different = np.unique(first)
    held_out, tested = _sizes(len(different), validation, test)
    parts = _by_chance(dataset.shuffled(seed, different), held_out, tested)
    return Split(*(np.flatnonzero(np.isin(first, part)) for part in parts))


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


def _as_assigned(dataset: Dataset, validation_share: float, test_share: float, seed: int) -> Split:
    if dataset.assigned is None:
        raise DataError(
            Message("These data have no column that says to which part a sample belongs. Split them at random or in "
                    "their order.")
        )  # fmt: skip
    training, validation, test = (np.flatnonzero(dataset.assigned == number) for number in range(len(PARTS)))
    if not training.size:
        raise DataError(Message("The column that shares out the samples leaves none to train on."))
    held_out, tested = _sizes(
        len(training), 0.0 if validation.size else validation_share, 0.0 if test.size else test_share
    )
    if held_out or tested:
        order = dataset.shuffled(seed, training)
        training, more_validation, more_test = _by_chance(order, held_out, tested)
        validation, test = (
            more if more.size else part for part, more in ((validation, more_validation), (test, more_test))
        )
    return Split(training, validation, test)
