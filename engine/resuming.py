"""What a run is made of: taken into a checkpoint, and put back so that it goes on to the bit."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.checkpoint import Checkpoint, written
from engine.early_stopping import EarlyStopping
from engine.errors import DataError, HyperparameterError, Message
from engine.hyperparameters import ANY, POSITIVE, Bounds, is_real, is_whole
from engine.optimizers import Optimizer, OptimizerKernel
from engine.schedules import Schedule, ScheduleKernel

if TYPE_CHECKING:
    from engine.trainer import Trainer

COUNTERS = ("epoch", "step", "first_epoch", "first_step", "position", "loss_sum", "last_loss")
"""The numbers that a trainer itself remembers from one batch to the next."""
NONE_SO_FAR = ("last_loss", "mark", "best")
"""The numbers that are infinite until there is one; all others are finite."""
RANGES = {"momentum_product": Bounds(0, 1), "first_size": POSITIVE}
"""Where a number lies that a step divides by, itself or what it misses of 1; outside, that might be 0."""


@dataclass(frozen=True)
class Part:
    """Something of a run that changes from batch to batch: attributes of its owner that are numbers, and arrays."""

    owner: Any
    counters: tuple[str, ...]
    arrays: Mapping[str, NDArray[Any]]


def take(trainer: Trainer) -> Checkpoint:
    """Copies of everything that the run needs to go on from here."""
    stepper = trainer.stepper
    parts = _parts(trainer, stepper.optimizer, stepper.schedule, trainer.stopping, trainer.position)
    numbers = {
        "identity": trainer.identity,
        "optimizer": stepper.optimizer.optimizer.to_json(),
        "schedule": stepper.schedule.schedule.to_json(),
        "counters": {
            name: {counter: written(getattr(part.owner, counter)) for counter in part.counters}
            for name, part in parts.items()
        },
        "streams": {name: rng.bit_generator.state for name, rng in _streams(trainer).items()},
    }
    arrays = {f"{name}.{key}": array.copy() for name, part in parts.items() for key, array in part.arrays.items()}
    return Checkpoint(numbers, arrays)


def put_back(trainer: Trainer, checkpoint: Checkpoint) -> None:
    """Let the trainer stand where the checkpoint was taken; DataError where it does not fit, and nothing changes."""
    try:
        _require_same(checkpoint.numbers["identity"], trainer.identity)
        network = trainer.network
        optimizer = Optimizer.from_json(checkpoint.numbers["optimizer"])
        optimizer_kernel = optimizer.kernel(network.parameters, network.gradients_vector)
        schedule_kernel = Schedule.from_json(checkpoint.numbers["schedule"]).kernel()
        stopping = EarlyStopping(network)
        if "stopping.parameters" in checkpoint.arrays:
            stopping.make_room()
        position = int(checkpoint.numbers["counters"]["run"]["position"])
        parts = _parts(trainer, optimizer_kernel, schedule_kernel, stopping, position)
        for name, part in parts.items():
            _check(checkpoint, name, part)
        for name in _streams(trainer):
            np.random.PCG64().state = checkpoint.numbers["streams"][name]
        _check_order(checkpoint.arrays["run.order"], trainer.samples, position)
        _check_counts(**checkpoint.numbers["counters"]["run"])
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, HyperparameterError) as error:
        raise DataError(Message("The checkpoint is damaged ({reason}).", reason=error)) from error
    for name, part in parts.items():
        _fill(checkpoint, name, part)
    for name, rng in _streams(trainer).items():
        rng.bit_generator.state = checkpoint.numbers["streams"][name]
    trainer.stopping = stopping
    trainer.stepper.take_over(optimizer_kernel, schedule_kernel, trainer.config)


def _parts(
    trainer: Trainer, optimizer: OptimizerKernel, schedule: ScheduleKernel, stopping: EarlyStopping, position: int
) -> dict[str, Part]:
    """Everything that changes, when so many samples of the epoch are done."""
    network = trainer.network
    predictions = {node: gathered[:position] for node, gathered in trainer.epoch_predictions.items()}
    return {
        "run": Part(trainer, COUNTERS, {"order": trainer.order}),
        "predictions": Part(trainer, (), predictions),
        "network": Part(network, (), stopping.last or {"parameters": network.parameters, "held": network.held}),
        "stepper": Part(trainer.stepper, ("learning_rate",), {}),
        "optimizer": Part(optimizer, optimizer.counters, optimizer.state),
        "schedule": Part(schedule, schedule.counters, {}),
        "stopping": Part(stopping, stopping.counters, stopping.weights),
    }


def _streams(trainer: Trainer) -> dict[str, np.random.Generator]:
    """Every source of chance that a run draws from; the order's has no layer's name."""
    return {"": trainer.shuffling, **trainer.network.dropout_streams}


def identity(trainer: Trainer) -> dict[str, str]:
    """What must be the same where a run goes on: all that decides it but settings that may change on the way."""
    network = trainer.network
    facts = {"seed": str(trainer.seed), "dtype": network.dtype.name}
    for node in network.order:
        facts |= dict(_fields(node, network.graph[node].layer.to_json()))
        facts[f"{node}.sources"] = ", ".join(edge.source for edge in network.graph.incoming(node)) or "none"
    facts |= {f"{node}.shares": owner for node, owner in network.sharing.items()}
    facts |= {"samples": str(trainer.samples), "accuracy": ", ".join(trainer.epoch_predictions) or "none"}
    return facts | trainer.digests


def _fields(name: str, written: Any) -> Iterator[tuple[str, str]]:
    """Every value of what a kind writes as JSON, by its place, such as "dense_1.units"; kinds by the place of all."""
    if isinstance(written, Mapping):
        for key, value in written.items():
            yield from _fields(name if key == "kind" else f"{name}.{key}", value)
    else:
        yield name, written if isinstance(written, str) else json.dumps(written)


def digest(*parts: Mapping[str, NDArray[Any]]) -> str:
    """A short text that other arrays, or the same under other names, do not have."""
    hashed = hashlib.blake2b(digest_size=8)
    for arrays in parts:
        for name, array in arrays.items():
            hashed.update(repr((name, array.dtype.str, array.shape)).encode())
            hashed.update(np.ascontiguousarray(array).data)
    return hashed.hexdigest()


def _require_same(came: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    for what in (*wanted, *came):
        if came.get(what) != wanted.get(what):
            raise DataError(
                Message("The checkpoint is of another run: {what} is {came} there and {wanted} here. "
                        "Resume it with the project, the data and the seed that it was made with.",
                        what=what, came=came.get(what, Message("missing")),
                        wanted=wanted.get(what, Message("missing")))
            )  # fmt: skip


def _check(checkpoint: Checkpoint, name: str, part: Part) -> None:
    """ValueError where numbers or arrays are not what the part holds."""
    counters = checkpoint.numbers["counters"][name]
    for counter in part.counters:
        whole = isinstance(getattr(part.owner, counter), int)
        if not _fits(counter, counters[counter], whole):
            raise ValueError(f"{name}.{counter}")
    for key, array in part.arrays.items():
        came = checkpoint.arrays[f"{name}.{key}"]
        if (came.shape, came.dtype) != (array.shape, array.dtype):
            raise ValueError(f"{name}.{key}")


def _fits(counter: str, value: Any, whole: bool) -> bool:
    """Whether a run may have left this number."""
    if whole:
        return is_whole(value) and value >= 0
    if value is None:
        return counter in NONE_SO_FAR
    return is_real(value) and value in RANGES.get(counter, ANY)


def _check_order(order: NDArray[Any], samples: int, position: int) -> None:
    """ValueError where samples would be missed or met twice."""
    if not 0 <= position <= samples or not np.array_equal(np.sort(order), np.arange(samples)):
        raise ValueError("run.order")


def _check_counts(epoch: int, step: int, first_epoch: int, first_step: int, **_: Any) -> None:
    """ValueError where a run would begin after the place where it stands, and so never end."""
    if not (1 <= first_epoch <= epoch and first_step <= step):
        raise ValueError("run.first_epoch")


def _fill(checkpoint: Checkpoint, name: str, part: Part) -> None:
    for counter in part.counters:
        value = checkpoint.numbers["counters"][name][counter]
        kind = type(getattr(part.owner, counter))
        setattr(part.owner, counter, kind(math.inf if value is None else value))
    for key, array in part.arrays.items():
        np.copyto(array, checkpoint.arrays[f"{name}.{key}"])
