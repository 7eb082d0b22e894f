"""IDX files as MNIST and its kin come: arrays of bytes behind a short header, often in .gz; two files a data set.

The format is described on LeCun's page of MNIST (1998).
"""

from __future__ import annotations

import gzip
import io
import math
import re
import zlib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.archive import MAX_RATIO, UNSUSPICIOUS
from engine.data.dataset import PARTS
from engine.data.held_arrays import PART
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
PARTS_IN_NAMES = (("train", "t10k"), ("train", "test"))
"""What stands in the name of a file of the training part, and in that of one of the test part."""


class MissingPart(NamedTuple):
    """A file that lies beside the chosen one and is not in, and why."""

    name: str
    reason: Message


Counts = tuple[int, int]
"""How many of all pictures are read."""


def read_idx_pictures(path: Path | str) -> Iterator[Counts | MissingPart | PictureSet]:
    """The pictures of IDX files with their classes: events whose last one is what was read.

    Any of the files may be named: pictures or classes, of the training part or of the test part, whose pair is
    joined where it lies in the same folder. DataError names the file, what was wanted and what came.
    """
    chosen = Path(path)
    pairs = {_part(chosen): _pair(chosen)}
    if (other := _other_part(chosen)) is not None:
        try:
            pairs[_part(other)] = _pair(other)
        except DataError as error:
            yield MissingPart(other.name, error.messages[0])
    read: dict[str, tuple[NDArray[np.uint8], NDArray[Any]]] = {}
    for part, files in pairs.items():
        try:
            read[part] = yield from _read_pair(*files)
            _require_one_shape(files[0], [pictures for pictures, _ in read.values()])
        except DataError as error:
            if files[0] == pairs[_part(chosen)][0]:
                raise
            read.pop(part, None)
            yield MissingPart(files[0].name, error.messages[0])
    yield _picture_set(pairs, {part: read[part] for part in PARTS if part in read})


def _picture_set(
    pairs: Mapping[str, tuple[Path, Path]], read: Mapping[str, tuple[NDArray[np.uint8], NDArray[Any]]]
) -> PictureSet:
    """All parts below each other."""
    first = next(iter(read))
    pictures, labels = ([pair[index] for pair in read.values()] for index in range(2))
    numbers, codes = np.unique(np.concatenate(labels), return_inverse=True)
    learned = np.unique(labels[0])
    if len(learned) < 2:
        raise DataError(Message("{path}: pictures of at least two classes are needed. Received: {came}.",
                                path=pairs[first][1], came=len(learned)))  # fmt: skip
    arrays = {
        PICTURES: pictures[0] if len(pictures) == 1 else np.concatenate(pictures),
        CODES: codes.astype(np.uint8 if len(numbers) <= 256 else np.int64),
    }
    if len(read) > 1:
        counts = [len(array) for array in labels]
        arrays[PART] = np.repeat(np.array([PARTS.index(part) for part in read], np.uint8), counts)
    names = tuple(str(number) for number in numbers.tolist())
    return PictureSet(origin_file=pairs[first][0].name, classes=names).with_content(arrays)


def _read_pair(
    pictures_path: Path, labels_path: Path
) -> Generator[Counts, None, tuple[NDArray[np.uint8], NDArray[Any]]]:
    """The pictures (n, height, width, channels) and what class each is of."""
    labels = yield from read_idx(labels_path)
    pictures = yield from read_idx(pictures_path)
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
    return pictures.reshape(*pictures.shape[:3], -1), labels


def _require_one_shape(path: Path, parts: list[NDArray[np.uint8]]) -> None:
    shapes = [shape_text(pictures.shape[1:]) for pictures in parts]
    if len(set(shapes)) > 1:
        raise DataError(Message("{path}: samples of one shape are needed in all parts. Received: {came}.",
                                path=path, came=", ".join(shapes)))  # fmt: skip


def read_idx(path: Path) -> Generator[Counts, None, NDArray[Any]]:
    """The array of an IDX file, plain or in .gz; a file that claims or unpacks to too much is refused.

    It tells how many of its samples are read.
    """
    with reading(path), path.open("rb") as raw:
        packed = raw.read(2) == GZIP
        raw.seek(0)
        allowed = max(UNSUSPICIOUS, MAX_RATIO * path.stat().st_size) if packed else MAX_BYTES
        try:
            with gzip.open(raw) if packed else raw as file:
                return (yield from _read(path, file, min(allowed, MAX_BYTES)))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise DataError(
                Message("{file} is damaged or cut off ({reason}). Copy or download it again.", file=path, reason=error)
            ) from error


def _read(path: Path, file: OpenFile, allowed: int) -> Generator[Counts, None, NDArray[Any]]:
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
    content = bytearray()  # grows, so that no room is made for what a header claims and the file does not hold
    while block := file.read(min(wanted + 1 - len(content), BLOCK)):
        content += block
        yield len(content) * shape[0] // wanted, shape[0]
    if len(content) != wanted:
        came = Message("more") if len(content) > wanted else len(content)
        raise DataError(
            Message("{path} is damaged or cut off: numbers of shape {shape} take {wanted} bytes. Received: {came}. "
                    "Copy or download it again.",
                    path=path, shape=shape_text(shape), wanted=wanted, came=came)
        )  # fmt: skip
    return np.frombuffer(content, dtype).astype(dtype.newbyteorder("="), copy=False).reshape(shape)


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


def _part(path: Path) -> str:
    """The part that a file's name tells, and else the training part."""
    return "test" if any(re.search(test, path.name, re.IGNORECASE) for _, test in PARTS_IN_NAMES) else "training"


def _other_part(path: Path) -> Path | None:
    """A file of the test part that belongs to one of the training part, or the other way round, if there is one."""
    is_test = _part(path) == "test"
    for training, test in PARTS_IN_NAMES:
        before, after = (test, training) if is_test else (training, test)
        name = re.sub(before, after, path.name, flags=re.IGNORECASE)
        plain = name.removesuffix(".gz")
        found = next((each for each in (name, plain, f"{plain}.gz") if path.with_name(each).is_file()), None)
        if name != path.name and found:
            return path.with_name(found)
    return None
