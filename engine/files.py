"""Files by their paths: what the system says when one cannot be used, and whether two paths lead to one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import DataError, ExportError, Message, RambatError


@contextmanager
def reading(path: Path, error: type[RambatError] = DataError) -> Iterator[None]:
    """Say in an error of this kind, under the path's name, why the system cannot read the file."""
    try:
        yield
    except OSError as reason:
        raise error(
            Message("{path} could not be read: {reason}", path=path, reason=reason.strerror or reason)
        ) from reason


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in an ExportError, under the path's name, why the system cannot write the file."""
    try:
        yield
    except OSError as reason:
        raise ExportError(
            Message("{path} could not be written: {reason}", path=path, reason=reason.strerror or reason)
        ) from reason


def same_file(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file, also through links, and also where there is none yet."""
    if os.path.exists(first) and os.path.exists(second):
        return os.path.samefile(first, second)
    return os.path.normcase(os.path.realpath(first)) == os.path.normcase(os.path.realpath(second))
