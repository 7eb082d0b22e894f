"""One sample that people make up: prepared as the data are, and what every output says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.answers import class_scores
from engine.data.dataset import Dataset
from engine.data.preparation import Prepared
from engine.judging import Judge, judges
from engine.network import Network
from engine.remembering import remembered

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Ranges:
    """Least, mean and largest value of every number of a training sample, in the data's own units.

    `gaps` says where values are missing in some samples.
    """

    low: Array
    mean: Array
    high: Array
    gaps: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Said:
    """What arrives at one Output: `values` in its shape, and where it tells classes apart a score for each name.

    Measures are in the data's own units, and `measures` is what each of them is called, where the data say so.
    """

    values: Array
    names: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Trial:
    """A sample in the data's own units, what each output says of it, and the ranges of the data."""

    sample: Array
    outputs: Mapping[str, Said]
    ranges: Ranges


def try_sample(network: Network, prepared: Prepared, sample: Array) -> Trial:
    """Ask the network; NaN stands for a missing value. DataError where it does not take such a sample."""
    arrays = network.predict(prepared.fitted.transform(sample[np.newaxis]))
    arrays = arrays if isinstance(arrays, Mapping) else {network.outputs[0]: arrays}
    return Trial(sample, said_of_one(network, prepared, arrays), ranges(prepared))


def said_of_one(network: Network, prepared: Prepared, arrays: Mapping[str, Array]) -> dict[str, Said]:
    """What arrived at each Output for one sample, (1, ...), in words and units of the data."""
    fitted, known = prepared.fitted, _judges(network, prepared.dataset)
    return {
        node: _said(network, node, fitted.measured(np.array(array)), known.get(node), fitted.target_names)
        for node, array in arrays.items()
    }


def _said(network: Network, node: str, array: Array, judge: Judge | None, targets: tuple[str, ...]) -> Said:
    """Where every unit answers a question of its own, its score is that of its yes."""
    if judge is None or array.ndim != 2:
        return Said(array[0], measures=targets if len(targets) == array[0].size else ())
    if judge.each_unit:
        return Said(array[0], tuple(str(unit) for unit in range(array.shape[1])), tuple(array[0].tolist()))
    scores = class_scores(array, judge, network.output(node).loss.answers)
    return Said(array[0], judge.classes, tuple(scores[0].tolist()))


@remembered
def _judges(network: Network, dataset: Dataset) -> Mapping[str, Judge]:
    """Asked once, since it reads all targets, and a trial is asked for at every look."""
    return judges(network, dataset)


@remembered
def ranges(prepared: Prepared) -> Ranges:
    """Read from the training part; 0 where a column has no value."""
    inputs = np.asarray(prepared.raw.training[0])
    if inputs.dtype.kind != "f":  # such as pictures in bytes, of which no copy is made
        low, high = (edge(axis=0).astype(np.float64) for edge in (inputs.min, inputs.max))
        return Ranges(low, inputs.mean(axis=0), high, np.zeros(low.shape, np.bool_))
    unknown = np.isnan(inputs)
    counted = ~unknown | unknown.all(axis=0)
    middle = inputs.mean(axis=0, where=counted, dtype=np.float64)
    low, middle, high = map(np.nan_to_num, (np.fmin.reduce(inputs), middle, np.fmax.reduce(inputs)))
    return Ranges(low.astype(np.float64), middle, high.astype(np.float64), np.asarray(unknown.any(axis=0)))


def sample_at(prepared: Prepared, part: str, place: int) -> Array:
    """The sample at a place of a part, counted round, in the data's own units."""
    inputs = np.asarray(prepared.raw.named().get(part, prepared.raw.training)[0])
    return np.array(inputs[place % len(inputs)], np.float64)
