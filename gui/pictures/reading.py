"""Pictures out of a folder with one sub-folder a class, or out of a file; what is left out is told with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from engine.data import ArrayFile, PictureSet, StoredSource
from engine.data.idx_file import read_idx_pictures
from engine.data.npz_file import read_npz
from engine.data.painted import CODES
from engine.data.pictures import PICTURES
from engine.errors import DataError, Message
from engine.files import reading
from gui.i18n import grouped

FORMATS = frozenset({"png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "pbm", "pgm", "ppm"})
"""Pictures made of pixels; a drawing such as SVG could ask for any amount of work."""
MOST_PIXELS = 50_000_000
MOST_FILE_BYTES = 200_000_000
MEGABYTES = 256
"""What Qt may allocate for one picture."""
MOST_BYTES = 1 << 28
"""What all pictures together may take; as numbers to compute with they take eight times as much."""
MOST_CLASSES = 1000


@dataclass(frozen=True)
class PictureOptions:
    """What every picture becomes."""

    height: int = 28
    width: int = 28
    colour: bool = False

    @property
    def channels(self) -> int:
        """Red, green and blue, or grey."""
        return 3 if self.colour else 1


@dataclass(frozen=True)
class Progress:
    """How many of the files were looked at."""

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


def read(path: Path, options: PictureOptions) -> Iterator[Progress | Imported]:
    """The data of a folder, an .npz file or a pair of IDX files; the last event is what was read.

    DataError where nothing can be read. The pictures of a file stay as large as they are.
    """
    if path.is_dir():
        yield from read_folder(path, options)
        return
    yield Progress(0, 1)
    with reading(path), path.open("rb") as file:
        arrays = file.read(2) == b"PK" or path.suffix.lower() == ".npz"
    yield Imported(read_npz(path) if arrays else read_idx_pictures(path))


def read_folder(folder: Path, options: PictureOptions) -> Iterator[Progress | Imported]:
    """The pictures of a folder's sub-folders, whose names are the classes; hidden files are no part of it."""
    files, left_out = _files(folder)
    size = options.height * options.width * options.channels
    if len(files) * size > MOST_BYTES:
        raise DataError(
            Message("{path} holds {count} files, which would take {came} bytes at this size, more than {most}. Choose "
                    "a smaller size.", path=folder, count=grouped(len(files)), came=grouped(len(files) * size),
                    most=grouped(MOST_BYTES))
        )  # fmt: skip
    pictures: list[NDArray[np.uint8]] = []
    names: list[str] = []
    for number, (name, path) in enumerate(files):
        yield Progress(number, len(files))
        try:
            pictures.append(read_picture(path, options))
            names.append(name)
        except DataError as error:
            left_out.append(LeftOut(f"{name}/{path.name}", error.messages[0]))
    yield Imported(_source(folder, pictures, names, options, left_out), tuple(left_out))


def _files(folder: Path) -> tuple[list[tuple[str, Path]], list[LeftOut]]:
    """Every file of a class with the class's name, and what stands where no picture is looked for."""
    files: list[tuple[str, Path]] = []
    left_out: list[LeftOut] = []
    with reading(folder):
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
        classes = [entry for entry in entries if entry.is_dir()]
        if len(classes) > MOST_CLASSES:
            raise DataError(Message("{path} holds {count} sub-folders, more than {most}.",
                                    path=folder, count=len(classes), most=MOST_CLASSES))  # fmt: skip
        left_out += [
            LeftOut(entry.name, Message("It stands beside the sub-folders, so it is of no class."))
            for entry in entries
            if not entry.is_dir()
        ]
        for each in classes:
            inside = sorted(entry for entry in each.iterdir() if not entry.name.startswith("."))
            files += [(each.name, entry) for entry in inside if not entry.is_dir()]
            if not inside:
                left_out.append(LeftOut(f"{each.name}/", Message("The folder is empty.")))
            left_out += [
                LeftOut(f"{each.name}/{entry.name}", Message("It is a folder within the folder of a class."))
                for entry in inside
                if entry.is_dir()
            ]
    if not files:
        raise DataError(
            Message("{path} holds no pictures in sub-folders. Make one sub-folder for each class, with its pictures "
                    "inside.", path=folder)
        )  # fmt: skip
    return files, left_out


def _source(
    folder: Path, pictures: list[NDArray[np.uint8]], names: list[str], options: PictureOptions, left_out: list[LeftOut]
) -> PictureSet:
    classes = tuple(dict.fromkeys(names))
    if len(classes) < 2:
        first = [Message("{name}: {reason}", name=each.name, reason=each.reason) for each in left_out[:1]]
        raise DataError(
            Message("{path}: pictures of at least two classes are needed, each class in a sub-folder of its own. "
                    "Received: {came}.", path=folder, came=", ".join(classes) or "-"),
            *first,
        )  # fmt: skip
    stacked = np.stack(pictures).reshape(-1, options.height, options.width, options.channels)
    codes = np.array([classes.index(name) for name in names], np.uint16)
    return PictureSet(origin_file=folder.name, classes=classes).with_content({PICTURES: stacked, CODES: codes})


def read_picture(path: Path, options: PictureOptions) -> NDArray[np.uint8]:
    """The picture (height, width, channels): its middle, as large as fits, on white where it is transparent.

    DataError says why it cannot be one; its size is asked before anything is unpacked.
    """
    suffix = path.suffix.lower().removeprefix(".")
    if not path.is_file() or suffix not in FORMATS:
        raise DataError(Message("It is no picture of a known kind. Known are: {known}.",
                                known=", ".join(sorted(FORMATS))))  # fmt: skip
    if (size := path.stat().st_size) > MOST_FILE_BYTES:
        raise DataError(Message("It has {count} bytes, more than {most}.",
                                count=grouped(size), most=grouped(MOST_FILE_BYTES)))  # fmt: skip
    QImageReader.setAllocationLimit(MEGABYTES)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    wanted = reader.size()
    if bytes(reader.format().data()).decode() not in FORMATS or not wanted.isValid():
        raise DataError(Message("It is damaged, or no picture of the kind that its name says."))
    if wanted.width() * wanted.height() > MOST_PIXELS:
        raise DataError(Message("It is {width}×{height} pixels large; at most {most} are read.",
                                width=wanted.width(), height=wanted.height(), most=grouped(MOST_PIXELS)))  # fmt: skip
    image = reader.read()
    if image.isNull():
        raise DataError(Message("It is damaged, or no picture of the kind that its name says."))
    return _pixels(_fitted(image, QSize(options.width, options.height)), options.colour)


def _fitted(image: QImage, size: QSize) -> QImage:
    fitted = image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (fitted.width() - size.width()) // 2, (fitted.height() - size.height()) // 2
    cut = fitted.copy(left, top, size.width(), size.height())
    if not cut.hasAlphaChannel():
        return cut
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, cut)
    painter.end()
    return paper


def _pixels(image: QImage, colour: bool) -> NDArray[np.uint8]:
    form = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
    image = image.convertToFormat(form)
    channels = 3 if colour else 1
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * channels].reshape(image.height(), image.width(), channels).copy()


def class_sizes(source: StoredSource) -> list[tuple[str, int]]:
    """Each class with the number of its samples; empty where there are none."""
    if not isinstance(source, PictureSet | ArrayFile) or not source.classes:
        return []
    codes = source.held()[CODES if isinstance(source, PictureSet) else "targets"]
    counts = np.bincount(codes.astype(np.intp), minlength=len(source.classes))
    return list(zip(source.classes, counts.tolist(), strict=True))
