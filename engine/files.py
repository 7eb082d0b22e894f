"""Files by their paths: what the system says when one cannot be used, and whether two paths lead to one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import DataError, ExportError, Message, RambatError

REASONS = {
    errno.EACCES: Message("Permission denied"),
    errno.EDQUOT: Message("Disk quota exceeded"),
    errno.EIO: Message("Input/output error"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENAMETOOLONG: Message("File name too long"),
    errno.ENOENT: Message("No such file or directory"),
    errno.ENOSPC: Message("No space left on device"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.EPERM: Message("Operation not permitted"),
    errno.EROFS: Message("Read-only file system"),
}
"""What systems say in English, of what people meet: the window says it in its language."""


@contextmanager
def reading(path: Path, error: type[RambatError] = DataError) -> Iterator[None]:
    """Say in an error of this kind, under the path's name, why the system cannot read the file."""
    try:
        yield
    except OSError as reason:
        raise error(Message("{path} could not be read: {reason}", path=path, reason=_told(reason))) from reason


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say in an ExportError, under the path's name, why the system cannot write the file."""
    try:
        yield
    except OSError as reason:
        raise ExportError(Message("{path} could not be written: {reason}", path=path, reason=_told(reason))) from reason


def _told(reason: OSError) -> Message | str:
    return REASONS.get(reason.errno or 0) or reason.strerror or str(reason)


def same_file(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file, also through links, and also where there is none yet."""
    if os.path.exists(first) and os.path.exists(second):
        return os.path.samefile(first, second)
    return os.path.normcase(os.path.realpath(first)) == os.path.normcase(os.path.realpath(second))
