"""What there is to know of prepared data before a network learns from them: sizes, classes, and what gives it away."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_count, class_numbers
from engine.data.dataset import Arrays, imprints
from engine.data.description import spread
from engine.data.preparation import Prepared
from engine.diagnosis.loss_ends import LossEnds, loss_ends
from engine.errors import DataError
from engine.layers import Shape
from engine.losses import Loss
from engine.metrics.ranking import area_under_roc
from engine.network import Network
from engine.remembering import remembered

Array = NDArray[np.floating]

ROWS = 1024
"""Samples, evenly spread, from which sizes are taken."""
MOST_COLUMNS = 256
"""Columns that are held against the answer one by one."""
RARE = 0.02
"""The share of targets at each end that measuring errors may have put there."""
NEIGHBOURS, HELD_AGAINST = 5, 512
"""So many samples are asked for the answer of another one, and of so many each other."""


@dataclass(frozen=True, eq=False)
class DataFacts:
    """The training part as the network meets it.

    `sizes` is the root mean square of every flat column, or of all numbers of a picture or sequence. `counts` says how
    often each class occurs, empty for measures; `loss_ends` are the losses between which a network learns, None where
    there is nothing to learn. `lowest` and `highest` are the ends of the targets, `usual` those of all but the
    outermost. `telltale` names a single column by which alone the answer can be told, and `repeated` is the share of
    held-out samples that also train. `neighbours_wrong` is what the nearest other samples leave wrong: the share of
    classes, or that of the variance of measures; None where there are too many numbers to tell.
    """

    samples: int
    held_out: int
    shape: Shape
    sizes: Array
    counts: tuple[int, ...]
    classes: tuple[str, ...]
    loss_ends: LossEnds | None
    lowest: float
    highest: float
    usual: tuple[float, float]
    telltale: str | None
    repeated: float
    neighbours_wrong: float | None


@remembered
def data_facts(network: Network, prepared: Prepared) -> DataFacts | None:
    """The facts of data with one output; None of others, about which nothing is said."""
    data = prepared.dataset
    inputs, targets = _array(data.inputs), _array(data.targets)
    if inputs is None or targets is None or len(network.outputs) != 1 or not len(inputs):
        return None
    loss, units = network.output(network.outputs[0]).loss, network.shapes[network.outputs[0]][-1]
    numbers = _classes(loss, targets, units, data.classes)
    counts = () if numbers is None else tuple(np.bincount(numbers, minlength=class_count(units)).tolist())
    some = inputs[spread(len(inputs), ROWS)].astype(np.float64)
    held_out = _array(data.validation[0]) if isinstance(data.validation, tuple) else None
    least, most = np.quantile(targets[spread(len(targets), ROWS)], (RARE, 1 - RARE))
    return DataFacts(
        samples=len(inputs),
        held_out=0 if held_out is None else len(held_out),
        shape=inputs.shape[1:],
        sizes=np.sqrt(np.square(some).mean(axis=0 if some.ndim == 2 else None)).reshape(-1),
        counts=counts,
        classes=data.classes,
        loss_ends=_ends(network, targets),
        lowest=float(np.min(targets)),
        highest=float(np.max(targets)),
        usual=(float(least), float(most)),
        telltale=_telltale(inputs, targets, numbers, data.features),
        repeated=_repeated(prepared),
        neighbours_wrong=_neighbours_wrong(inputs, targets, numbers),
    )


def _array(arrays: Arrays) -> NDArray[np.floating] | None:
    return None if isinstance(arrays, Mapping) else arrays


def _classes(loss: Loss, targets: Array, units: int, named: tuple[str, ...]) -> NDArray[np.intp] | None:
    """The class of every sample; None where there are measures, or where every unit answers a question of its own."""
    flat = targets.reshape(-1, targets.shape[-1]) if targets.ndim > 1 else targets[:, None]
    if not (loss.classification or named) or (loss.yes_or_no and units > 1):
        return None
    return class_numbers(flat, class_count(units))


def _ends(network: Network, targets: Array) -> LossEnds | None:
    """The losses between which there is something to learn; None where there is nothing, or nothing suits the loss."""
    node = network.outputs[0]
    try:
        ends = loss_ends(network, node, network.feed_targets(targets)[node])
    except DataError:
        return None
    return ends if ends.right < ends.constant < math.inf else None


def _telltale(inputs: Array, targets: Array, numbers: NDArray[np.intp] | None, names: tuple[str, ...]) -> str | None:
    """The one of several columns that orders classes without a mistake, or is a measure in another scale."""
    if inputs.ndim != 2 or not 2 < inputs.shape[1] <= MOST_COLUMNS or (targets[0].size != 1 and numbers is None):
        return None
    rows = spread(len(inputs), ROWS)
    some = inputs[rows].astype(np.float64)
    if numbers is None:
        told = _follows(some, targets[rows].reshape(len(rows), -1)[:, 0].astype(np.float64))
    elif len(numbers) == len(inputs) and len(present := np.unique(numbers[rows])) == 2:
        told = np.array([_parts(column, numbers[rows] == present[1]) for column in some.T])
    else:
        return None
    if told.sum() != 1:
        return None
    place = int(told.argmax())
    return names[place] if place < len(names) else str(place + 1)


def _parts(column: Array, yes: NDArray[np.bool_]) -> bool:
    """Whether a threshold, or its reverse, tells the two classes apart."""
    area = area_under_roc(column, yes)
    return bool(max(area, 1 - area) >= 1.0)


def _follows(columns: Array, answer: Array) -> NDArray[np.bool_]:
    """Which columns are the answer up to offset and scale."""
    columns, answer = columns - columns.mean(axis=0), answer - answer.mean()
    sizes = np.linalg.norm(columns, axis=0) * np.linalg.norm(answer)
    with np.errstate(all="ignore"):
        together: NDArray[np.bool_] = np.abs(answer @ columns) / sizes > NEARLY_ONE
    return together


NEARLY_ONE = 0.9999
"""A correlation that measured data do not reach by chance."""


def _neighbours_wrong(inputs: Array, targets: Array, numbers: NDArray[np.intp] | None) -> float | None:
    """What is wrong where each of some samples gets the answer of those that are nearest to it, itself left out."""
    rows = spread(len(inputs), HELD_AGAINST)
    several = numbers is not None and len(numbers) != len(inputs)
    if len(rows) <= NEIGHBOURS or inputs[0].size > MOST_NUMBERS or several:
        return None
    flat = inputs[rows].reshape(len(rows), -1).astype(np.float64)
    squares = np.einsum("ij,ij->i", flat, flat)
    apart = squares[:, np.newaxis] + squares - 2 * flat @ flat.T
    np.fill_diagonal(apart, np.inf)
    nearest = np.argpartition(apart, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS]
    if numbers is not None:
        known = numbers[rows]
        votes = (known[nearest][:, :, np.newaxis] == np.arange(known.max() + 1)).sum(axis=1)
        return float((votes.argmax(axis=1) != known).mean())
    values = targets[rows].reshape(len(rows), -1)
    spent = float(np.square(values - values.mean(axis=0)).sum())
    return float(np.square(values - values[nearest].mean(axis=1)).sum()) / spent if spent else None


MOST_NUMBERS = 1024
"""Numbers of a sample above which samples are not held against each other, which would take long."""


@remembered
def _repeated(prepared: Prepared) -> float:
    """The share of held-out samples that occur among those that train, number for number.

    0 where most training samples are alike anyway, as among whole numbers, where that says nothing.
    """
    data = prepared.dataset
    training = _array(data.inputs)
    held_out = _array(data.validation[0]) if isinstance(data.validation, tuple) else None
    if training is None or held_out is None or not len(held_out):
        return 0.0
    if math.prod(training.shape[1:]) < 2 or training.size > MOST_COMPARED:
        return 0.0
    known = set(imprints(training))
    if len(known) < len(training) * DIFFERENT:
        return 0.0
    some = held_out[spread(len(held_out), ROWS)].astype(training.dtype, copy=False)
    return sum(sample in known for sample in imprints(some)) / len(some)


MOST_COMPARED, DIFFERENT = 2_000_000, 0.5
"""Numbers in the training part above which no samples are compared, and the share of samples that must differ."""
