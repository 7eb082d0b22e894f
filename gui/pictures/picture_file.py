"""One picture out of a file: read whole or refused with its reason, and brought to the size that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from engine.errors import DataError, Message
from gui.i18n import grouped

Pixels = NDArray[np.uint8]

FORMATS = frozenset({"png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "pbm", "pgm", "ppm"})
"""Pictures made of pixels; a drawing such as SVG could ask for any amount of work."""
MOST_PIXELS = 50_000_000
MOST_FILE_BYTES = 200_000_000
MEGABYTES = 256
"""What Qt may allocate for one picture."""
CROP, WHOLE, STRETCH = "crop", "whole", "stretch"
"""How a picture of other proportions comes to the size: its middle, all of it between margins, or distorted."""
FINER = 2
"""How many times as fine as wanted a large photo is unpacked, which takes a tenth of the time."""
DAMAGED = Message("It is damaged, or no picture of the kind that its name says.")


@dataclass(frozen=True)
class PictureOptions:
    """What every picture becomes."""

    height: int = 28
    width: int = 28
    colour: bool = False
    fit: str = CROP

    @property
    def channels(self) -> int:
        """Red, green and blue, or grey."""
        return 3 if self.colour else 1

    @property
    def size(self) -> QSize:
        """As Qt tells it."""
        return QSize(self.width, self.height)


def read_picture(path: Path, options: PictureOptions) -> Pixels:
    """The picture (height, width, channels), on white where it is transparent.

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
    found, form = reader.size(), bytes(reader.format().data()).decode()
    if form not in FORMATS or not found.isValid():
        raise DataError(DAMAGED)
    if found.width() * found.height() > MOST_PIXELS:
        raise DataError(Message("It is {width}×{height} pixels large; at most {most} are read.",
                                width=found.width(), height=found.height(), most=grouped(MOST_PIXELS)))  # fmt: skip
    if form in WHOLE_FILES and not WHOLE_FILES[form](path.read_bytes()):
        raise DataError(DAMAGED)
    if form == "jpeg":
        share = FINER * max(options.height, options.width) / min(found.width(), found.height())
        if share < 0.5:
            reader.setScaledSize(found * share)
    image = reader.read()
    if image.isNull():
        raise DataError(DAMAGED)
    return _pixels(_fitted(_on_paper(image), options), options.colour)


def _jpeg_is_whole(content: bytes) -> bool:
    """Whether the end of the picture is there: what is cut off Qt fills with grey.

    Segments are skipped by their length, since one may hold a small picture with an end of its own (ITU T.81, B.1).
    """
    place = 2
    while content[place : place + 1] == b"\xff":
        if content[place + 1 : place + 2] == b"\xda":
            return content.find(b"\xff\xd9", place) >= 0
        fill = content[place + 1 : place + 2] == b"\xff"
        place += 1 if fill else 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return False


def _bitmap_is_whole(content: bytes) -> bool:
    """Whether all rows are there that the header of a plain bitmap tells of; of packed ones nobody knows."""
    begin, width, height = (int.from_bytes(content[at : at + 4], "little", signed=True) for at in (10, 18, 22))
    bits, packed = int.from_bytes(content[28:30], "little"), content[30:34] not in (bytes(4), b"\x03\0\0\0")
    return packed or begin + (width * bits + 31) // 32 * 4 * abs(height) <= len(content)


WHOLE_FILES = {"jpeg": _jpeg_is_whole, "bmp": _bitmap_is_whole}
"""Formats of which Qt reads also what is cut off: it fills in the rest without a word."""


def _on_paper(image: QImage) -> QImage:
    """In plain colours, white where it is transparent."""
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _fitted(image: QImage, options: PictureOptions) -> QImage:
    """Brought to the size in the manner that is wanted."""
    size, smooth = options.size, Qt.TransformationMode.SmoothTransformation
    if options.fit == STRETCH:
        return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    if options.fit == CROP:
        large = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, smooth)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(large.rect().center())
        return large.copy(place)
    inner = image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    small = image.scaled(inner, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(_edge_colour(image))
    painter = QPainter(paper)
    painter.drawImage((size.width() - inner.width()) // 2, (size.height() - inner.height()) // 2, small)
    painter.end()
    return paper


def _edge_colour(image: QImage) -> QColor:
    """The middle one among the colours along the picture's edge, so that margins go on as the picture ends."""
    width, height = image.width(), image.height()
    sides = ((0, 0, width, 1), (0, height - 1, width, 1), (0, 0, 1, height), (width - 1, 0, 1, height))
    edge = np.concatenate([_pixels(image.copy(*side), colour=True).reshape(-1, 3) for side in sides])
    red, green, blue = np.median(edge, axis=0).astype(int).tolist()
    return QColor(red, green, blue)


def _pixels(image: QImage, colour: bool) -> Pixels:
    form = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
    image = image.convertToFormat(form)
    channels = 3 if colour else 1
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * channels].reshape(image.height(), image.width(), channels).copy()
