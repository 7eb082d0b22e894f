"""IDX files as MNIST comes, whole and damaged."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from engine.data.idx_file import MissingPart, read_idx, read_idx_pictures
from engine.data.pictures import PictureSet
from engine.errors import DataError

PICTURES = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
LABELS = np.array([7, 2], np.uint8)
CODES = {"u1": 0x08, "i1": 0x09, "i2": 0x0B, "i4": 0x0C, "f4": 0x0D, "f8": 0x0E}


def idx(array: np.ndarray) -> bytes:
    code = CODES[array.dtype.str[1:]]
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, code, array.ndim, *array.shape)
    return header + array.astype(array.dtype.newbyteorder(">")).tobytes()


def pair(folder: Path, pictures: bytes, labels: bytes, suffix: str = "", part: str = "train") -> Path:
    folder.joinpath(f"{part}-labels-idx1-ubyte{suffix}").write_bytes(labels)
    path = folder / f"{part}-images-idx3-ubyte{suffix}"
    path.write_bytes(pictures)
    return path


def pictures_of(path: Path) -> PictureSet:
    *_, source = read_idx_pictures(path)
    assert isinstance(source, PictureSet)
    return source


def array_of(path: Path) -> np.ndarray:
    events = read_idx(path)
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("packed", [False, True])
def test_pictures_and_their_classes(tmp_path: Path, packed: bool) -> None:
    pack = gzip.compress if packed else bytes
    path = pair(tmp_path, pack(idx(PICTURES)), pack(idx(LABELS)), ".gz" if packed else "")
    source = pictures_of(path)
    assert source.classes == ("2", "7")
    assert source.shape.inputs == (3, 4, 1)
    assert np.array_equal(source.held()["pictures"][..., 0], PICTURES)
    assert source.held()["codes"].tolist() == [1, 0]
    assert source.origin_file == path.name
    assert pictures_of(tmp_path / path.name.replace("images-idx3", "labels-idx1")) == source


def test_one_of_the_two_may_be_packed(tmp_path: Path) -> None:
    path = tmp_path / "t10k-images.idx3-ubyte"
    path.write_bytes(idx(PICTURES))
    (tmp_path / "t10k-labels.idx1-ubyte.gz").write_bytes(gzip.compress(idx(LABELS)))
    assert len(pictures_of(path).load()) == 2


@pytest.mark.parametrize("kind", CODES)
def test_all_types_of_numbers(tmp_path: Path, kind: str) -> None:
    array = np.array([[1, 2, 3], [4, 5, 100]], kind)
    path = tmp_path / "numbers.idx"
    path.write_bytes(idx(array))
    read = array_of(path)
    assert read.dtype == array.dtype
    assert np.array_equal(read, array)


HUGE = struct.pack(">BBBB3I", 0, 0, 8, 3, 60_000, 28, 28)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is no IDX file: it begins with the bytes -"),
        (b"\x89PNG\r\n", "is no IDX file: it begins with the bytes 89 50 4e 47"),
        (idx(PICTURES)[:9], "is cut off within its header"),
        (idx(PICTURES)[:-3], "numbers of shape 2×3×4 take 24 bytes. Received: 21"),
        (idx(PICTURES) + b"\0", "24 bytes. Received: more"),
        (HUGE, "take 47040000 bytes. Received: 0"),
        (struct.pack(">BBBB3I", 0, 0, 8, 3, 2**32 - 1, 2**32 - 1, 1), "suspiciously large"),
        (struct.pack(">BBBBI", 0, 0, 8, 1, 0), "is empty: its shape is 0"),
        (gzip.compress(idx(PICTURES), mtime=0)[:-12], "is damaged or cut off"),
        (b"\x1f\x8bnonsense", "is damaged or cut off"),
        (gzip.compress(HUGE + bytes(47_040_000), mtime=0), "suspiciously large size: 47040000 bytes"),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong(tmp_path: Path, content: bytes, told: str) -> None:
    path = pair(tmp_path, content, idx(LABELS))
    with pytest.raises(DataError, match=told) as refusal:
        pictures_of(path)
    assert str(path) in str(refusal.value)


def test_wherever_a_file_is_cut_off_it_is_told(tmp_path: Path) -> None:
    whole = gzip.compress(idx(PICTURES))
    path = tmp_path / "cut.gz"
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(DataError, match=r"cut\.gz"):
            array_of(path)


def test_what_does_not_belong_together_is_told(tmp_path: Path) -> None:
    path = pair(tmp_path, idx(PICTURES), idx(np.array([1, 2, 3], np.uint8)))
    with pytest.raises(DataError, match=r"holds 2 pictures, but .*labels-idx1-ubyte holds 3 classes"):
        pictures_of(path)
    pair(tmp_path, idx(PICTURES), idx(PICTURES))
    with pytest.raises(DataError, match=r"labels-idx1-ubyte: one whole number for each picture"):
        pictures_of(path)
    pair(tmp_path, idx(PICTURES.astype("f4")), idx(LABELS))
    with pytest.raises(DataError, match=r"pictures of bytes are needed, n×height×width. Received: float32"):
        pictures_of(path)
    pair(tmp_path, idx(PICTURES), idx(np.array([3, 3], np.uint8)))
    with pytest.raises(DataError, match=r"at least two classes are needed. Received: 1"):
        pictures_of(path)


def test_a_missing_partner_is_named(tmp_path: Path) -> None:
    path = pair(tmp_path, idx(PICTURES), idx(LABELS))
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(DataError, match=r"looked for beside it as train-labels-idx1-ubyte"):
        pictures_of(path)
    other = path.rename(tmp_path / "digits.idx")
    with pytest.raises(DataError, match="found by its name"):
        pictures_of(other)
    with pytest.raises(DataError, match=r"could not be read"):
        array_of(tmp_path / "nothing")


@pytest.mark.parametrize("chosen", ["train-images", "train-labels", "t10k-images", "t10k-labels"])
def test_the_test_part_beside_is_joined_whichever_file_is_chosen(tmp_path: Path, chosen: str) -> None:
    pair(tmp_path, idx(PICTURES), idx(LABELS))
    pair(tmp_path, gzip.compress(idx(PICTURES[:1] + 100)), gzip.compress(idx(LABELS[1:])), ".gz", "t10k")
    source = pictures_of(next(tmp_path.glob(f"{chosen}*")))
    held = source.held()
    assert held["part"].tolist() == [0, 0, 2]
    assert held["codes"].tolist() == [1, 0, 0]
    assert np.array_equal(held["pictures"][..., 0], [*PICTURES, PICTURES[0] + 100])
    assert source.origin_file == "train-images-idx3-ubyte"
    assert source.suggested_split == "by_column"


def test_a_test_part_that_cannot_be_read_is_named_and_the_training_part_is_there(tmp_path: Path) -> None:
    path = pair(tmp_path, idx(PICTURES), idx(LABELS))
    pair(tmp_path, idx(PICTURES)[:-5], idx(LABELS), part="t10k")
    (missing,) = [event for event in read_idx_pictures(path) if isinstance(event, MissingPart)]
    assert missing.name == "t10k-images-idx3-ubyte"
    assert "Received: 19" in str(missing.reason)
    assert "part" not in pictures_of(path).held()
    pair(tmp_path, idx(PICTURES[:, :2]), idx(LABELS), part="t10k")
    (missing,) = [event for event in read_idx_pictures(path) if isinstance(event, MissingPart)]
    assert "one shape are needed in all parts. Received: 3×4×1, 2×4×1" in str(missing.reason)
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    (missing,) = [event for event in read_idx_pictures(path) if isinstance(event, MissingPart)]
    assert "is missing. It is looked for beside it as t10k-labels-idx1-ubyte" in str(missing.reason)
