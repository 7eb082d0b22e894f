"""Pictures out of folders: what is in, what is left out and why."""

from __future__ import annotations

import gzip
import os
import struct
import zlib

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from engine.data import ArrayFile
from engine.errors import DataError
from gui.pictures import reading
from gui.pictures.picture_file import STRETCH, WHOLE, PictureOptions, read_picture
from gui.pictures.reading import class_sizes, read
from gui.plots.classes import rgb
from tests.gui.pictures.files import save

GREY = PictureOptions(4, 6)


def last(events):
    *_, imported = events
    return imported


@pytest.fixture
def folder(tmp_path):
    for number in range(3):
        save(tmp_path / "animals" / "cat" / f"{number}.png", "#000000")
        save(tmp_path / "animals" / "dog" / f"{number}.jpg", "#FFFFFF")
    return tmp_path / "animals"


def huge_png(path):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))


def test_each_sub_folder_is_a_class(folder):
    events = list(read(folder, GREY))
    assert [event.done for event in events[:-1]] == list(range(6))
    source = events[-1].source
    assert source.classes == ("cat", "dog")
    assert source.origin_file == "animals"
    dataset = source.load()
    assert dataset.inputs.shape == (6, 4, 6, 1)
    assert dataset.targets[:, 0].tolist() == [0, 0, 0, 1, 1, 1]
    assert np.allclose(dataset.inputs[:3], 0.0)
    assert np.allclose(dataset.inputs[3:], 1.0)
    assert events[-1].left_out == ()
    assert class_sizes(source) == [("cat", 3), ("dog", 3)]


def test_colours_and_the_middle_of_a_wide_picture(tmp_path):
    image = QImage(30, 10, QImage.Format.Format_RGB32)
    for x in range(30):
        for y in range(10):
            image.setPixelColor(x, y, QColor("#0000FF" if 10 <= x < 20 else "#FF0000"))
    image.save(str(tmp_path / "wide.png"))
    pixels = read_picture(tmp_path / "wide.png", PictureOptions(10, 10, True))
    assert pixels.shape == (10, 10, 3)
    assert (pixels == rgb("#0000FF")).all()
    clear = read_picture(save(tmp_path / "clear.png", "#00000000"), PictureOptions(3, 5))
    assert clear.shape == (3, 5, 1)
    assert (clear == 255).all()


def test_what_is_no_picture_is_left_out_with_its_reason(folder):
    (folder / "cat" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    (folder / "cat" / "notes.txt").write_text("none")
    whole = (folder / "cat" / "0.png").read_bytes()
    (folder / "cat" / "cut.png").write_bytes(whole[: len(whole) // 2])
    huge_png(folder / "dog" / "huge.png")
    (folder / "dog" / "drawing.png").write_text("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
    (folder / "dog" / "inner").mkdir()
    (folder / "empty").mkdir()
    (folder / "readme.md").write_text("hello")
    (folder / "cat" / ".hidden").write_text("")
    os.mkfifo(folder / "dog" / "pipe.png")
    imported = last(read(folder, GREY))
    told = {each.name: str(each.reason) for each in imported.left_out}
    assert set(told) == {
        "cat/broken.png", "cat/notes.txt", "cat/cut.png", "dog/huge.png", "dog/drawing.png", "dog/inner", "empty/",
        "readme.md", "dog/pipe.png",
    }  # fmt: skip
    assert told["cat/broken.png"] == "It is damaged, or no picture of the kind that its name says."
    assert told["cat/notes.txt"].startswith("It is no picture of a known kind. Known are: bmp, gif,")
    assert told["dog/huge.png"].startswith("It is 60000×60000 pixels large; at most 50")
    assert len(imported.source.load()) == 6


@pytest.mark.parametrize("names", [[], ["cat/a.png"], ["a.png"]])
def test_a_folder_without_two_classes_says_what_is_wanted(tmp_path, names):
    for name in names:
        save(tmp_path / name)
    wanted = (
        "at least two classes are needed.*Received: cat" if names == ["cat/a.png"] else "no pictures in sub-folders"
    )
    with pytest.raises(DataError, match=wanted) as refusal:
        last(read(tmp_path, GREY))
    assert str(tmp_path) in str(refusal.value)


def test_where_nothing_can_be_read_the_first_reason_is_told(tmp_path):
    for name in ("a/one.png", "b/two.png"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(b"no picture")
    with pytest.raises(DataError, match=r"Received: -\.\na/one.png: It is damaged"):
        last(read(tmp_path, GREY))


def test_more_than_fits_is_refused_before_a_picture_is_read(folder, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    with pytest.raises(DataError, match=r"holds 6 files, which would take 144 bytes .* more than 100"):
        next(read(folder, GREY))


def test_files_of_arrays_are_known_by_what_they_begin_with(tmp_path):
    np.savez(tmp_path / "data.bin", x=np.eye(3), y=np.zeros(3) + 0.5)
    with (tmp_path / "data.bin.npz").open("rb") as file:
        assert file.read(2) == b"PK"
    assert isinstance(last(read(tmp_path / "data.bin.npz", GREY)).source, ArrayFile)
    header = struct.pack(">BBBB3I", 0, 0, 8, 3, 2, 2, 2)
    (tmp_path / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(header + bytes(range(8))))
    labels = struct.pack(">BBBBI", 0, 0, 8, 1, 2) + bytes([4, 9])
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels))
    imported = last(read(tmp_path / "train-images-idx3-ubyte.gz", GREY))
    assert imported.source.shape.inputs == (2, 2, 1)
    with pytest.raises(DataError, match="could not be read"):
        last(read(tmp_path / "nothing", GREY))
