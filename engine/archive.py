"""Zip archives of strangers: nothing goes to disk, and sizes are checked before anything is unpacked."""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from engine.errors import DataError, Message

MAX_MEMBERS = 20_000
MAX_RATIO = 200
"""How much smaller than its content a compressed member may be; text of programs reaches about 20."""
UNSUSPICIOUS = 1 << 20
"""Bytes up to which the ratio does not matter."""
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises on archives that are cut off, altered or of unknown kind."""
THE_FILE = Message("The file")
"""What a file is called in messages where its path is not known."""


def read_members(
    file: BinaryIO, limit: Callable[[str], int], name: Path | Message = THE_FILE, spared: Collection[str] = ()
) -> dict[str, bytes]:
    """The content of all members by name; DataError names all that is wrong.

    `limit` gives the bytes that a member of that name may have, 0 where such a member does not belong. Of those that
    are `spared` one whose content is damaged comes empty, and the others all the same.
    """
    with _opened(file, name) as archive:
        members = archive.infolist()
        if problems := _problems(members, limit):
            raise DataError(*problems)
        return {member.filename: _read(archive, member, member.filename in spared) for member in members}


def member_names(file: BinaryIO, name: Path | Message = THE_FILE) -> tuple[str, ...]:
    """What the archive claims to hold, with nothing unpacked; DataError where it is damaged."""
    with _opened(file, name) as archive:
        return tuple(archive.namelist())


@contextlib.contextmanager
def _opened(file: BinaryIO, name: Path | Message) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            if members and all(member.header_offset > 0 for member in members):
                raise zipfile.BadZipFile("it does not begin where it should")
            yield archive
    except DAMAGE as error:
        raise DataError(Message("{file} is damaged or cut off ({reason}).", file=name, reason=error)) from error


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, spared: bool) -> bytes:
    try:
        with archive.open(member) as content:
            data = content.read(member.file_size + 1)
        if len(data) != member.file_size:
            raise EOFError(f"{member.filename} has {len(data)} of {member.file_size} bytes")
    except DAMAGE:
        if spared:
            return b""
        raise
    return data


def _problems(members: list[zipfile.ZipInfo], limit: Callable[[str], int]) -> list[Message]:
    if len(members) > MAX_MEMBERS:
        return [Message("The file holds {count} parts, more than {limit}.", count=len(members), limit=MAX_MEMBERS)]
    problems = []
    seen: set[str] = set()
    for member in members:
        name, size, allowed = member.filename, member.file_size, limit(member.filename)
        if name in seen:
            problems.append(Message("The file holds {name} twice.", name=name))
        elif not allowed:
            problems.append(Message("The file holds {name}, which does not belong there.", name=name))
        elif size > allowed:
            problems.append(Message("{name} has {size} bytes, more than {limit}.", name=name, size=size, limit=allowed))
        elif size > UNSUSPICIOUS and size > MAX_RATIO * member.compress_size:
            problems.append(Message("{name} unpacks to a suspiciously large size.", name=name))
        elif member.flag_bits & 1:
            problems.append(Message("{name} is encrypted.", name=name))
        seen.add(name)
    return problems


def archive_bytes(members: Mapping[str, bytes], compressed: tuple[str, ...] = ()) -> bytes:
    """A zip archive that is the same, byte for byte, whenever and wherever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            method = zipfile.ZIP_DEFLATED if name in compressed else zipfile.ZIP_STORED
            archive.writestr(info, content, method)
    return buffer.getvalue()
