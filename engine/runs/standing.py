"""Where the run at hand stands, as parts of a project's file: the checkpoint of a moment, and what is told of it.

Beside its counters it holds the weights once more, what the optimiser remembers of each (of Adam twice as much), those
of the best epoch where they are wanted back, 8 bytes a sample for the order of the epoch, and what the network has
answered in it so far: with Adam 12 bytes a weight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from engine.checkpoint import ARRAYS, RUN, Checkpoint, written
from engine.checkpoint import from_members as checkpoint_from_members
from engine.errors import DataError, Message, RambatError
from engine.events import Finished, StopReason
from engine.graph import excerpt
from engine.hyperparameters import is_real, is_whole
from engine.timeline import Moment
from engine.training_config import TrainingConfig

NUMBERS, VECTORS = "standing.json", "standing.safetensors"
LIMITS = {NUMBERS: 1 << 26, VECTORS: 1 << 31}
"""The parts of a file, and the bytes that each may have."""
MOST_BYTES = LIMITS[VECTORS] - (1 << 26)
"""Of a moment; a larger one is not in the file."""
MOMENT = "moment"


def to_members(moment: Moment | None) -> dict[str, bytes]:
    """The parts of a file from which a run goes on to the bit; none where a reader would refuse them."""
    if moment is None or not moment.is_finite or moment.size > MOST_BYTES:
        return {}
    end = moment.end
    told = {
        "loss": written(moment.loss),
        "batch_loss": written(moment.batch_loss),
        "training": moment.config.to_json(),
        "end": end and {"reason": end.reason.value, "restored": end.restored},
    }
    parts = Checkpoint({**moment.checkpoint.numbers, MOMENT: told}, moment.checkpoint.arrays).to_members()
    return {NUMBERS: parts[RUN], VECTORS: parts[ARRAYS]}


def from_members(members: Mapping[str, bytes]) -> Moment | None:
    """What `to_members` wrote, if it is there; DataError where it is damaged.

    Whether it fits a run is for a trainer to find out.
    """
    present = {part: members[name] for part, name in ((RUN, NUMBERS), (ARRAYS, VECTORS)) if name in members}
    if not present:
        return None
    try:
        checkpoint = checkpoint_from_members(present)
        told, counters = checkpoint.numbers[MOMENT], checkpoint.numbers["counters"]["run"]
        step, epoch = _count(counters["step"]), _count(counters["epoch"]) - 1
        end = None if told["end"] is None else _end(told["end"], epoch, step)
        config = TrainingConfig.from_json(told["training"])
        moment = Moment(step, epoch, _loss(told["loss"]), _loss(told["batch_loss"]), config, checkpoint, end)
        if not moment.is_finite:
            raise ValueError("network")
    except (KeyError, TypeError, ValueError, AttributeError, RambatError) as error:
        reason = excerpt(str(error.__cause__ or error))
        raise DataError(Message("The checkpoint is damaged ({reason}).", reason=reason)) from error
    return moment


def cannot_go_on(reason: Message) -> Message:
    """What people are told where a run is there, but what it needs to go on is not."""
    return Message(
        "The run cannot go on exactly where it stood: {reason} Its weights and epochs are here; its optimizer begins "
        "anew.", reason=reason,
    )  # fmt: skip


def _end(written: Any, epoch: int, step: int) -> Finished:
    restored = written["restored"]
    return Finished(StopReason(written["reason"]), epoch, step, None if restored is None else _count(restored))


def _count(value: Any) -> int:
    if not (is_whole(value) and 0 <= value < 1 << 53):
        raise ValueError(repr(value)[:80])
    return int(value)


def _loss(value: Any) -> float:
    if value is None:
        return math.nan
    if not is_real(value):
        raise ValueError(repr(value)[:80])
    return float(value)
