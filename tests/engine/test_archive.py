"""Archives of strangers: bombs, doubles, foreign names and damage are refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.archive import archive_bytes, member_names, read_members
from engine.errors import DataError

LIMITS = {"a": 5_000_000, "b": 100}


def read(content: bytes) -> dict[str, bytes]:
    return read_members(io.BytesIO(content), lambda name: LIMITS.get(name, 0))


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


@given(st.binary(max_size=1000), st.binary(max_size=100))
def test_round_trip(a: bytes, b: bytes) -> None:
    content = archive_bytes({"a": a, "b": b}, compressed=("a",))
    assert read(content) == {"a": a, "b": b}
    assert content == archive_bytes({"a": a, "b": b}, compressed=("a",))


def test_a_bomb_is_refused_by_its_ratio_and_by_its_size() -> None:
    with pytest.raises(DataError, match="suspiciously large"):
        read(zipped(("a", bytes(4_000_000))))
    with pytest.raises(DataError, match="b has 101 bytes, more than 100"):
        read(zipped(("b", bytes(101))))


def test_a_size_that_lies_is_noticed() -> None:
    honest = zipped(("b", bytes(range(90))), method=zipfile.ZIP_STORED)
    size = (90).to_bytes(4, "little")
    for lie in (10, 95):
        with pytest.raises(DataError, match="damaged"):
            read(honest.replace(size, lie.to_bytes(4, "little")))


@pytest.mark.parametrize("name", ["../b", "/b", "b/../../c", "C:\\b", "c", "b/"])
def test_names_that_do_not_belong(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DataError, match="does not belong"):
        read(zipped((name, b"x")))
    assert not list(tmp_path.parent.glob("b"))
    assert not list(tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_all_problems_at_once() -> None:
    with pytest.raises(DataError) as caught:
        read(zipped(("b", b"1"), ("b", b"2"), ("c", b""), ("a", bytes(4_000_000))))
    assert [str(message).split(",")[0] for message in caught.value.messages] == [
        "The file holds b twice.",
        "The file holds c",
        "a unpacks to a suspiciously large size.",
    ]


def test_encrypted_members_and_strange_methods() -> None:
    content = bytearray(zipped(("b", b"secret"), method=zipfile.ZIP_STORED))
    start = content.index(b"PK\x01\x02")
    content[start + 8] |= 1
    with pytest.raises(DataError, match="encrypted"):
        read(bytes(content))
    content[start + 8] &= ~1
    content[start + 10] = 97
    with pytest.raises(DataError, match="damaged"):
        read(bytes(content))


def test_every_cut_is_damage() -> None:
    content = zipped(("a", b"some text" * 20), ("b", b"more"))
    for length in range(len(content)):
        with pytest.raises(DataError):
            read(content[:length])


def test_names_are_told_without_unpacking_and_damage_by_the_files_name() -> None:
    assert member_names(io.BytesIO(zipped(("b", b"1"), ("../c", bytes(10**7))))) == ("b", "../c")
    for read_file in (member_names, lambda file, name: read_members(file, lambda _: 1, name)):
        with pytest.raises(DataError, match=r"^some/x\.rambat is damaged or cut off \(.+\)\.$"):
            read_file(io.BytesIO(b"PK some bytes" + zipped(("a", b"text"))), Path("some/x.rambat"))


def test_an_archive_behind_something_else_is_damage() -> None:
    """A cut file must not be taken for the archive that it holds inside."""
    with pytest.raises(DataError, match="damaged"):
        read(b"PK some bytes" + zipped(("a", b"text")))


@given(st.data())
def test_altered_bytes_are_refused_or_harmless(data: st.DataObject) -> None:
    content = bytearray(zipped(("a", b"some text" * 20), ("b", b"more")))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        members = read(bytes(content))
    except DataError:
        return
    assert set(members) <= {"a", "b"}
    assert all(each in (b"some text" * 20, b"more") for each in members.values())
