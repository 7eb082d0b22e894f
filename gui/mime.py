"""What goes from one place to another in a drag or through the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from engine.data.tables.sheets import SUFFIXES as WORKBOOKS
from engine.project import SUFFIX

LAYER_MIME = "application/x-rambat-layer"
"""The data are the layer kind's name, in UTF-8."""

BLOCK_MIME = "application/x-rambat-block"
"""The data are the name of a block that people keep, in UTF-8."""

PART_MIME = "application/x-rambat+json"
"""The data are a part of a drawing as `engine.part_text` writes it, in UTF-8."""

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", *WORKBOOKS)


def dragged_files(mime: QMimeData) -> list[Path]:
    """The files of this machine that a drag carries."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dragged_project(mime: QMimeData) -> Path | None:
    """The one project file that a drag carries, or None where it carries anything else."""
    return _only(mime, (SUFFIX,))


def dragged_table(mime: QMimeData) -> Path | None:
    """The one table that a drag carries, or None where it carries anything else."""
    return _only(mime, TABLE_SUFFIXES)


def _only(mime: QMimeData, suffixes: tuple[str, ...]) -> Path | None:
    files = dragged_files(mime)
    return files[0] if len(files) == 1 and files[0].suffix.lower() in suffixes else None
