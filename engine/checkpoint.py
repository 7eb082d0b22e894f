"""A checkpoint: what a run was at one moment, as numbers and arrays; and its file.

The file is a zip of `run.json`, `arrays.safetensors` and, where epochs were recorded, `history.npz`.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from engine.archive import THE_FILE, archive_bytes, member_names, read_members
from engine.errors import DataError, Message
from engine.events import EpochEnd
from engine.files import reading
from engine.history import epoch_columns, epochs_from_columns
from engine.weights_file import MAX_BYTES, Arrays, npz_arrays, npz_bytes, safetensors_arrays, safetensors_bytes

FORMAT, VERSION = "rambat-checkpoint", 1
RUN, ARRAYS, HISTORY = "run.json", "arrays.safetensors", "history.npz"
LIMITS = {RUN: 1 << 26, ARRAYS: 4 * MAX_BYTES, HISTORY: 1 << 29}
"""The parts of a file, and the bytes that each may have."""


@dataclass(frozen=True)
class Checkpoint:
    """What `Trainer.checkpoint` took and `Trainer.resume` puts back.

    `numbers` is what JSON can hold, by the name of the part of the run that it belongs to; so are `arrays`, as
    "part.name". `history` may hold the epochs that led here; a trainer does not need them.
    """

    numbers: Mapping[str, Any]
    arrays: Arrays
    history: tuple[EpochEnd, ...] = ()

    def to_bytes(self) -> bytes:
        """The file's content, the same bytes for the same checkpoint."""
        return archive_bytes(self.to_members(), compressed=(RUN,))

    def to_members(self) -> dict[str, bytes]:
        """The parts of the file."""
        document = {"format": FORMAT, "version": VERSION, **self.numbers}
        members = {
            RUN: json.dumps(document, sort_keys=True, allow_nan=False).encode(),
            ARRAYS: safetensors_bytes(self.arrays),
        }
        if self.history:
            members[HISTORY] = npz_bytes(epoch_columns(self.history))
        return members


def from_bytes(content: bytes) -> Checkpoint:
    """Read what `to_bytes` gave; DataError where it is something else."""
    return read(io.BytesIO(content))


def load(path: Path | str) -> Checkpoint:
    """Read a checkpoint file; DataError says what is wrong with another."""
    path = Path(path)
    with reading(path), path.open("rb") as file:
        return read(file, path)


def read(file: BinaryIO, name: Path | Message = THE_FILE) -> Checkpoint:
    """Read an open checkpoint file; messages call it by that name."""
    if RUN not in member_names(file, name):
        raise _foreign(name)
    return from_members(read_members(file, lambda member: LIMITS.get(member, 0), name), name)


def from_members(members: Mapping[str, bytes], name: Path | Message = THE_FILE) -> Checkpoint:
    """What `to_members` gave; DataError where it is something else."""
    try:
        document = json.loads(members[RUN])
        if document.pop("format") != FORMAT or document.pop("version") != VERSION:
            raise ValueError("unknown format")
        history = epochs_from_columns(npz_arrays(members[HISTORY])) if HISTORY in members else ()
        return Checkpoint(document, safetensors_arrays(members[ARRAYS]), history)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, DataError) as error:
        raise _foreign(name) from error


def _foreign(name: Path | Message) -> DataError:
    return DataError(Message("{file} is not a checkpoint of this program.", file=name))


def written(value: float) -> float | None:
    """A number as JSON holds it: infinity, which stands for "none so far", is null."""
    return value if math.isfinite(value) else None
