"""IDX files as MNIST and its kin come: arrays of bytes behind a short header, often in .gz; two files a data set.

The format is described on LeCun's page of MNIST (1998).
"""

from __future__ import annotations

import gzip
import io
import math
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.archive import MAX_RATIO, UNSUSPICIOUS
from engine.data.painted import CODES
from engine.data.pictures import PICTURES, PictureSet
from engine.errors import DataError, Message
from engine.files import reading
from engine.shapes import shape_text

DTYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
MAX_BYTES = 1 << 31
"""The most that a file may hold once it is unpacked."""
BLOCK = 1 << 20
GZIP = b"\x1f\x8b"
OpenFile = gzip.GzipFile | io.BufferedReader
PARTNERS = (("images", "labels"), ("idx3", "idx1"))
"""What stands in the name of a file of pictures, and in that of the file with their classes."""


def read_idx_pictures(path: Path | str) -> PictureSet:
    """The pictures of an IDX file, with the classes from the file beside it; either of the two may be named.

    DataError names the file, what was wanted and what came.
    """
    pictures_path, labels_path = _pair(Path(path))
    pictures, labels = read_idx(pictures_path), read_idx(labels_path)
    if pictures.dtype != np.uint8 or pictures.ndim not in (3, 4):
        raise DataError(
            Message("{path}: pictures of bytes are needed, n×height×width. Received: {dtype} of shape {came}.",
                    path=pictures_path, dtype=pictures.dtype.name, came=shape_text(pictures.shape))
        )  # fmt: skip
    if labels.ndim != 1 or labels.dtype.kind not in "iu":
        raise DataError(
            Message("{path}: one whole number for each picture is needed. Received: {dtype} of shape {came}.",
                    path=labels_path, dtype=labels.dtype.name, came=shape_text(labels.shape))
        )  # fmt: skip
    if len(pictures) != len(labels):
        raise DataError(
            Message("{path} holds {count} pictures, but {labels_path} holds {came} classes. Each picture needs one.",
                    path=pictures_path, count=len(pictures), labels_path=labels_path, came=len(labels))
        )  # fmt: skip
    numbers, codes = np.unique(labels, return_inverse=True)
    if len(numbers) < 2:
        raise DataError(Message("{path}: pictures of at least two classes are needed. Received: {came}.",
                                path=labels_path, came=len(numbers)))  # fmt: skip
    source = PictureSet(origin_file=pictures_path.name, classes=tuple(str(number) for number in numbers.tolist()))
    return source.with_content(
        {
            PICTURES: pictures.reshape(*pictures.shape[:3], -1),
            CODES: codes.astype(np.uint8 if len(numbers) <= 256 else np.int64),
        }
    )


def read_idx(path: Path) -> NDArray[Any]:
    """The array of an IDX file, plain or in .gz; a file that claims or unpacks to too much is refused."""
    with reading(path), path.open("rb") as raw:
        packed = raw.read(2) == GZIP
        raw.seek(0)
        allowed = max(UNSUSPICIOUS, MAX_RATIO * path.stat().st_size) if packed else MAX_BYTES
        try:
            with gzip.open(raw) if packed else raw as file:
                return _read(path, file, min(allowed, MAX_BYTES))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise DataError(
                Message("{file} is damaged or cut off ({reason}). Copy or download it again.", file=path, reason=error)
            ) from error


def _read(path: Path, file: OpenFile, allowed: int) -> NDArray[Any]:
    start = file.read(4)
    if len(start) < 4 or start[:2] != b"\0\0" or start[2] not in DTYPES or not start[3]:
        raise DataError(
            Message("{path} is no IDX file: it begins with the bytes {came}.", path=path, came=start.hex(" ") or "-")
        )
    dtype, sizes = np.dtype(DTYPES[start[2]]), file.read(4 * start[3])
    if len(sizes) < 4 * start[3]:
        raise DataError(Message("{path} is cut off within its header. Copy or download it again.", path=path))
    shape = tuple(np.frombuffer(sizes, ">u4").tolist())
    wanted = math.prod(shape) * dtype.itemsize
    if not wanted:
        raise DataError(Message("{path} is empty: its shape is {came}.", path=path, came=shape_text(shape)))
    if wanted > allowed:
        raise DataError(
            Message("{path} unpacks to a suspiciously large size: {came} bytes, more than {most}.",
                    path=path, came=wanted, most=allowed)
        )  # fmt: skip
    content = b"".join(_blocks(file, wanted + 1))
    if len(content) != wanted:
        came = Message("more") if len(content) > wanted else len(content)
        raise DataError(
            Message("{path} is damaged or cut off: numbers of shape {shape} take {wanted} bytes. Received: {came}. "
                    "Copy or download it again.",
                    path=path, shape=shape_text(shape), wanted=wanted, came=came)
        )  # fmt: skip
    return np.frombuffer(content, dtype).astype(dtype.newbyteorder("=")).reshape(shape)


def _blocks(file: OpenFile, wanted: int) -> Iterator[bytes]:
    """The content block by block, so that nothing is made room for that a header claims and the file does not hold."""
    while wanted and (block := file.read(min(wanted, BLOCK))):
        yield block
        wanted -= len(block)


def _pair(path: Path) -> tuple[Path, Path]:
    """The file of pictures and that of their classes; DataError where one of them cannot be found."""
    name = path.name
    is_labels = any(re.search(labels, name, re.IGNORECASE) for _, labels in PARTNERS)
    wanted = name
    for pictures, labels in PARTNERS:
        before, after = (labels, pictures) if is_labels else (pictures, labels)
        wanted = re.sub(before, after, wanted, flags=re.IGNORECASE)
    plain = wanted.removesuffix(".gz")
    candidates = [path.with_name(each) for each in (wanted, plain, f"{plain}.gz") if each != name]
    partner = next((each for each in candidates if each.is_file()), None)
    if partner is None:
        missing = Message("pictures") if is_labels else Message("classes")
        raise DataError(
            Message("The file with the {missing} of {path} is missing. It is looked for beside it as {wanted}.",
                    missing=missing, path=path, wanted=plain)
            if plain != name.removesuffix(".gz")
            else Message("{path}: an IDX file is found by its name, such as train-images-idx3-ubyte.gz beside "
                         "train-labels-idx1-ubyte.gz. Give both files such names.", path=path)
        )  # fmt: skip
    return (partner, path) if is_labels else (path, partner)
