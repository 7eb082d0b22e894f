"""Named arrays as bytes and back: NumPy's .npz and .safetensors, without ever running what a file holds."""

from __future__ import annotations

import ast
import io
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.archive import archive_bytes, read_members
from engine.errors import DataError, Message
from engine.files import reading

Arrays = dict[str, NDArray[Any]]

MAX_BYTES = 1 << 31
"""The largest weights file that is read."""
NPY_SUFFIX = ".npy"
PREPARATION = {
    array: f"preparation.{array}"
    for array in ("json", "fill_values", "input_offset", "input_scale", "target_offset", "target_scale")
}
"""What arrays are called that may stand beside weights and tell how data are prepared; no layer names a weight so."""
BESIDE_WEIGHTS = frozenset(PREPARATION.values())
NUMBER_TYPE = re.compile(r"[<>|=][bfiu]\d{1,2}")


def read_weights(path: Path | str) -> Arrays:
    """The arrays of an .npz or .safetensors file; DataError says what is wrong with another.

    What stands beside weights is passed over.
    """
    path = Path(path)
    with reading(path):
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DataError(Message("{path} is too large: {size} bytes.", path=path, size=size))
        content = path.read_bytes()
    try:
        arrays = npz_arrays(content) if content.startswith(b"PK") else safetensors_arrays(content)
    except DataError as error:
        raise DataError(*(Message("{path}: {reason}", path=path, reason=each) for each in error.messages)) from error
    return {name: array for name, array in arrays.items() if name not in BESIDE_WEIGHTS}


# .safetensors


def safetensors_bytes(arrays: Mapping[str, NDArray[Any]], metadata: Mapping[str, str] | None = None) -> bytes:
    """The arrays as a .safetensors file; arrays that are not C-contiguous would be corrupted, so they are copied."""
    from safetensors.numpy import save

    return save({name: np.asarray(array, order="C") for name, array in arrays.items()}, dict(metadata or {}) or None)


def safetensors_arrays(content: bytes) -> Arrays:
    """What `safetensors_bytes` wrote, or another program."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays: Arrays = load(content)
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise DataError(
            Message("This is neither an .npz nor a .safetensors file with numbers ({reason}).", reason=error)
        ) from error
    return arrays


# .npz


def npz_bytes(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The arrays as an .npz file, uncompressed as numpy.savez writes it."""
    members = {}
    for name, array in arrays.items():
        buffer = io.BytesIO()
        np.lib.format.write_array(buffer, np.asarray(array, order="C"), allow_pickle=False)
        members[name + NPY_SUFFIX] = buffer.getvalue()
    return archive_bytes(members)


def npz_arrays(content: bytes) -> Arrays:
    """The arrays of an .npz file; a member that is not a plain array of numbers is refused."""
    members = read_members(io.BytesIO(content), lambda name: MAX_BYTES if name.endswith(NPY_SUFFIX) else 0)
    arrays, problems = Arrays(), list[Message]()
    for name, data in members.items():
        try:
            arrays[name.removesuffix(NPY_SUFFIX)] = _npy_array(data)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError, KeyError) as error:
            problems.append(
                Message(
                    "{name} is not a plain array of numbers ({reason}). Save numbers with numpy.savez.",
                    name=name,
                    reason=error,
                )
            )
    if problems:
        raise DataError(*problems)
    return arrays


def _npy_array(data: bytes) -> NDArray[Any]:
    """NumPy's own reader would make room for whatever a header claims, and unpickle if told to; this never does."""
    if data[:6] != b"\x93NUMPY" or data[6:7] not in (b"\x01", b"\x02"):
        raise ValueError("unknown format")
    width = 2 if data[6] == 1 else 4
    start = 8 + width
    end = start + int.from_bytes(data[8:start], "little")
    header = ast.literal_eval(data[start : min(end, start + 10_000)].decode("latin-1"))
    description, shape = header["descr"], header["shape"]
    if not isinstance(description, str) or not NUMBER_TYPE.fullmatch(description):
        raise ValueError(f"type {description!r}")
    if not all(type(size) is int and size >= 0 for size in shape):
        raise ValueError(f"shape {shape!r}")
    dtype = np.dtype(description)
    if math.prod(shape) * dtype.itemsize != len(data) - end:
        raise ValueError("its size is not what its header says")
    array = np.frombuffer(data, dtype, offset=end).reshape(shape, order="F" if header["fortran_order"] else "C")
    return np.array(array, dtype.newbyteorder("="), order="C")
