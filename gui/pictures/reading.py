"""Pictures out of a folder with one sub-folder a class, or out of a file; what is left out is told with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.data import ArrayFile, PictureSet, StoredSource
from engine.data.dataset import PART_WORDS
from engine.data.held_arrays import PART
from engine.data.idx_file import MissingPart, read_idx_pictures
from engine.data.npz_file import read_npz
from engine.data.painted import CODES
from engine.data.pictures import PICTURES
from engine.errors import DataError, Message
from engine.files import reading
from gui.i18n import grouped
from gui.pictures.picture_file import PictureOptions, read_picture

MOST_BYTES = 1 << 28
"""What all pictures together may take; as numbers to compute with they take four times as much."""
MOST_CLASSES = 1000
LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})
"""What systems leave in folders, hidden from people's eyes."""


@dataclass(frozen=True)
class Progress:
    """How many of the files, or of the pictures of one, were looked at."""

    done: int
    total: int


@dataclass(frozen=True)
class LeftOut:
    """A file or folder that is not in, and why."""

    name: str
    reason: Message


@dataclass(frozen=True)
class Imported:
    """What was read, and all that was left out."""

    source: StoredSource
    left_out: tuple[LeftOut, ...] = ()


class Found(NamedTuple):
    """A file that may be a picture, with its class, and the index of PARTS that its folder names, if any."""

    part: int | None
    kind: str
    path: Path


def read(path: Path, options: PictureOptions) -> Iterator[Progress | Imported]:
    """The data of a folder, an .npz file or of IDX files; the last event is what was read.

    DataError where nothing can be read. The pictures of a file stay as large as they are.
    """
    if path.is_dir():
        yield from read_folder(path, options)
        return
    yield Progress(0, 0)
    with reading(path), path.open("rb") as file:
        arrays = file.read(2) == b"PK" or path.suffix.lower() == ".npz"
    if arrays:
        yield Imported(read_npz(path))
        return
    left_out: list[LeftOut] = []
    for event in read_idx_pictures(path):
        if isinstance(event, PictureSet):
            yield Imported(event, tuple(left_out))
        elif isinstance(event, MissingPart):
            left_out.append(LeftOut(event.name, event.reason))
        else:
            yield Progress(*event)


def read_folder(folder: Path, options: PictureOptions) -> Iterator[Progress | Imported]:
    """The pictures of a folder's sub-folders, whose names are the classes; hidden files are no part of it.

    Where the sub-folders are called after the parts of data, as `train` and `test`, the classes lie within each.
    """
    files, left_out = _files(folder)
    shape = (options.height, options.width, options.channels)
    wanted = len(files) * int(np.prod(shape))
    if wanted > MOST_BYTES:
        raise DataError(
            Message("{path} holds {count} files, which would take {came} bytes at this size, more than {most}. Choose "
                    "a smaller size.", path=folder, count=grouped(len(files)), came=grouped(wanted),
                    most=grouped(MOST_BYTES))
        )  # fmt: skip
    pictures = np.empty((len(files), *shape), np.uint8)
    kept: list[Found] = []
    for number, file in enumerate(files):
        yield Progress(number, len(files))
        try:
            pictures[len(kept)] = read_picture(file.path, options)
            kept.append(file)
        except DataError as error:
            left_out.append(LeftOut(file.path.relative_to(folder).as_posix(), error.messages[0]))
    classes = _classes(folder, kept, left_out)
    arrays: dict[str, NDArray[Any]] = {
        PICTURES: pictures[: len(kept)],
        CODES: np.array([classes.index(file.kind) for file in kept], np.uint16),
    }
    if kept[0].part is not None:
        arrays[PART] = np.array([file.part for file in kept], np.uint8)
    source = PictureSet(origin_file=folder.name, classes=classes).with_content(arrays)
    yield Imported(source, tuple(left_out))


def _files(folder: Path) -> tuple[list[Found], list[LeftOut]]:
    """Every file of a class, and what stands where no picture is looked for."""
    files: list[Found] = []
    left_out: list[LeftOut] = []
    with reading(folder):
        inner = [entry for entry in _entries(folder) if entry.is_dir()]
        parts = [PART_WORDS.get(entry.name.casefold()) for entry in inner]
        in_parts = 0 in parts and None not in parts
        for above, part in zip(inner, parts, strict=True) if in_parts else [(folder, None)]:
            classes = [entry for entry in _entries(above) if entry.is_dir()]
            if len(classes) > MOST_CLASSES:
                raise DataError(Message("{path} holds {count} sub-folders, more than {most}.",
                                        path=above, count=len(classes), most=MOST_CLASSES))  # fmt: skip
            for each in classes:
                inside = _entries(each)
                files += [Found(part, each.name, entry) for entry in inside if not entry.is_dir()]
                left_out += _folders(folder, each, inside)
            left_out += _beside(folder, above)
        if in_parts:
            left_out += _beside(folder, folder)
    if not files:
        raise DataError(
            Message("{path} holds no pictures in sub-folders. Make one sub-folder for each class, with its pictures "
                    "inside.", path=folder)
        )  # fmt: skip
    return files, left_out


def _entries(folder: Path) -> list[Path]:
    """What people see in it, in the order of the names."""
    return sorted(
        entry for entry in folder.iterdir() if not entry.name.startswith(".") and entry.name.lower() not in LITTER
    )


def _folders(folder: Path, kind: Path, inside: list[Path]) -> list[LeftOut]:
    """What is wrong with the folder of a class."""
    name = kind.relative_to(folder).as_posix()
    if not inside:
        return [LeftOut(f"{name}/", Message("The folder is empty."))]
    return [
        LeftOut(f"{name}/{entry.name}", Message("It is a folder within the folder of a class."))
        for entry in inside
        if entry.is_dir()
    ]


def _beside(folder: Path, above: Path) -> list[LeftOut]:
    """The files beside the folders of classes."""
    return [
        LeftOut(
            entry.relative_to(folder).as_posix(), Message("It stands beside the sub-folders, so it is of no class.")
        )
        for entry in _entries(above)
        if not entry.is_dir()
    ]


def _classes(folder: Path, kept: list[Found], left_out: list[LeftOut]) -> tuple[str, ...]:
    """The classes in the order of their first pictures; DataError where there are fewer than two to learn from."""
    classes = tuple(dict.fromkeys(file.kind for file in kept))
    learned = tuple(dict.fromkeys(file.kind for file in kept if not file.part))
    if len(learned) < 2:
        first = [Message("{name}: {reason}", name=each.name, reason=each.reason) for each in left_out[:1]]
        raise DataError(
            Message("{path}: pictures of at least two classes are needed, each class in a sub-folder of its own. "
                    "Received: {came}.", path=folder, came=", ".join(learned) or "-"),
            *first,
        )  # fmt: skip
    return classes


def class_sizes(source: StoredSource) -> list[tuple[str, int]]:
    """Each class with the number of its samples; empty where there are none."""
    if not isinstance(source, PictureSet | ArrayFile) or not source.classes:
        return []
    codes = source.held()[CODES if isinstance(source, PictureSet) else "targets"]
    counts = np.bincount(codes.astype(np.intp), minlength=len(source.classes))
    return list(zip(source.classes, counts.tolist(), strict=True))
