"""About how much memory a whole run takes; asked before anything of it is allocated."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from numpy.typing import NDArray

from engine.data.dataset import Arrays, Dataset
from engine.errors import GraphError, Message
from engine.memory import fits, gigabytes, machine_memory
from engine.network import Network
from engine.training_config import TrainingConfig

PARAMETERS_AND_GRADIENTS = 2
BEST_AND_LAST = 2
"""Copies of all weights where the best are kept: theirs, and at the end those of the last epoch."""


def require_memory(network: Network, dataset: Dataset, config: TrainingConfig) -> None:
    """GraphError where a run would take more memory than the machine has."""
    needed = run_bytes(network, dataset, config)
    if not fits(needed):
        raise GraphError(
            Message("To train on {samples} samples in batches of {batch} takes about {needed} here, and this computer "
                    "has {there}. Choose fewer samples, a smaller batch or smaller layers.",
                    samples=sum(_counts(dataset)), batch=config.batch_size,
                    needed=gigabytes(needed), there=gigabytes(machine_memory()))
        )  # fmt: skip


def run_bytes(network: Network, dataset: Dataset, config: TrainingConfig) -> int:
    """About how many bytes network and trainer hold at most, beside the data set itself."""
    numbers = _weight_values(network, config) + _buffer_values(network, dataset, config)
    return network.dtype.itemsize * (numbers + _prediction_values(network, dataset)) + _data_bytes(network, dataset)


def _weight_values(network: Network, config: TrainingConfig) -> int:
    """Weights and gradients, what the optimiser remembers of each, and the copies that are kept of the best."""
    copies = PARAMETERS_AND_GRADIENTS + len(config.optimizer.kernel_class.state_names)
    return network.footprint.parameters * (copies + (BEST_AND_LAST if config.restore_best else 0))


def _buffer_values(network: Network, dataset: Dataset, config: TrainingConfig) -> int:
    """Of a batch, of the last one of an epoch where that is smaller, and of a pass over held-out samples.

    About half of what a batch takes is gradients, which that pass has not.
    """
    training, held_out = _counts(dataset)
    batch = min(config.batch_size, training)
    rows = batch + training % batch + min(network.chunk, held_out) // 2
    return rows * network.footprint.per_sample + network.footprint.shared


def _prediction_values(network: Network, dataset: Dataset) -> int:
    """Of held-out samples; and of all others, beside their targets in the epoch's order, where answers are counted."""
    training, held_out = _counts(dataset)
    total = 0
    for node in network.outputs:
        predicted, wanted = math.prod(network.shapes[node]), math.prod(network.target_shape(node))
        is_judged = network.output(node).loss.classification or bool(dataset.classes)
        total += held_out * predicted + (training * (predicted + wanted) if is_judged else 0)
    return total


def _data_bytes(network: Network, dataset: Dataset) -> int:
    """The copies that a split makes, and those in the network's dtype."""
    parts = [dataset.inputs, dataset.targets]
    splits = not isinstance(dataset.validation, tuple) and bool(dataset.validation)
    for part in (dataset.validation, dataset.test):
        parts += part if isinstance(part, tuple) else ()
    arrays = [array for part in parts for array in _each(part)]
    cast = sum(array.size for array in arrays if array.dtype != network.dtype) * network.dtype.itemsize
    return cast + (sum(array.nbytes for array in arrays) if splits else 0)


def _counts(dataset: Dataset) -> tuple[int, int]:
    """How many samples are trained on, and how many are held out."""
    if isinstance(dataset.validation, tuple):
        return len(dataset), len(next(_each(dataset.validation[0])))
    held_out = round(len(dataset) * (dataset.validation or 0.0))
    return max(1, len(dataset) - held_out), held_out


def _each(arrays: Arrays) -> Iterator[NDArray[Any]]:
    yield from arrays.values() if isinstance(arrays, Mapping) else (arrays,)
