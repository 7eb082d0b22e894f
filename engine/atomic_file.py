"""Writing a file so that a failure half-way leaves the old one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from engine.files import writing


def write_atomically(path: Path, content: bytes) -> None:
    """Write beside the target and move over it; ExportError says why that failed.

    Where a link leads, the file there is replaced; what is no file, such as a pipe, is written to.
    """
    with writing(path):
        if _is_replaceable(path):
            _replace(_place(path), content)
            return
        with path.open("ab") as stream:  # what the shell has written to the file behind /dev/stdout stays
            stream.write(content)


def require_writable(path: Path) -> None:
    """ExportError where `write_atomically` will fail, as far as can be seen before there is something to write."""
    with writing(path):
        if _is_replaceable(path):
            place = _place(path)
            with tempfile.NamedTemporaryFile(prefix=_prefix(place), dir=place.parent):
                pass


def _is_replaceable(path: Path) -> bool:
    """Whether a file is there, or nothing yet; PermissionError where it is there and may not be changed.

    What stands among the devices is none, even if it leads to one, as /dev/stdout may.
    """
    folder = os.path.realpath(path.parent)
    if folder == "/dev" or folder.startswith("/proc/"):
        return False
    if path.is_file() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return path.is_file() or not path.exists()


def _place(path: Path) -> Path:
    """Where the file is that a link leads to."""
    return path.resolve() if path.is_symlink() else path


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=_prefix(path), dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
