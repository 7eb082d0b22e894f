"""What goes from one place to another in a drag or through the clipboard."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData

from engine.data.tables.sheets import SUFFIXES as WORKBOOKS
from engine.project import SUFFIX

LAYER_MIME = "application/x-rambat-layer"
"""The data are the layer kind's name, in UTF-8."""

BLOCK_MIME = "application/x-rambat-block"
"""The data are the name of a block that people keep, in UTF-8."""

PART_MIME = "application/x-rambat+json"
"""The data are a part of a drawing as `engine.part_text` writes it, in UTF-8."""

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", *WORKBOOKS)
IDX_ENDINGS = ("ubyte", "ubyte.gz", ".idx", ".idx.gz")
PICTURE_ENDINGS = (*IDX_ENDINGS, ".npz")
"""How the names of files end that hold many pictures; else they come in folders."""


class Contents(Enum):
    """What a file brings, and so what opens it."""

    PROJECT = auto()
    TABLE = auto()
    PICTURES = auto()


class Dragged(NamedTuple):
    """A file or folder that can be opened."""

    contents: Contents
    path: Path


def dragged_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that a drag carries."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dragged_file(mime: QMimeData) -> Dragged | None:
    """The one file or folder that a drag carries, or None where it carries what nothing opens.

    IDX files of one folder belong together, so one of them stands for all.
    """
    files = dragged_files(mime)
    if not files or (len(files) > 1 and not _are_one_set(files)):
        return None
    path = files[0]
    if path.suffix.lower() == SUFFIX:
        return Dragged(Contents.PROJECT, path)
    if path.is_dir() or path.name.lower().endswith(PICTURE_ENDINGS):
        return Dragged(Contents.PICTURES, path)
    return Dragged(Contents.TABLE, path) if path.suffix.lower() in TABLE_SUFFIXES else None


def _are_one_set(files: list[Path]) -> bool:
    return len({path.parent for path in files}) == 1 and all(path.name.lower().endswith(IDX_ENDINGS) for path in files)


def refusal(mime: QMimeData) -> str:
    """Why what a drag carries cannot be dropped, and what can."""
    files = dragged_files(mime)
    if len(files) > 1:
        template = QCoreApplication.translate(
            "Drag", "Drop one file, or one folder with a sub-folder for each class, at a time. Received: {count} files."
        )
        return template.format(count=len(files))
    if files:
        template = QCoreApplication.translate(
            "Drag",
            "{name} cannot be dropped here. Drop a layer, a project ({suffix}), a table (CSV, TSV, Excel), or pictures "
            "(a folder with a sub-folder for each class, IDX, .npz).",
        )
        return template.format(name=files[0].name, suffix=SUFFIX)
    return QCoreApplication.translate(
        "Drag", "This cannot be dropped here. Drop a layer, a project, a table, or a folder of pictures."
    )
