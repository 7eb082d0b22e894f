"""Pictures out of folders: what is in, what is left out and why."""

from __future__ import annotations

import gzip
import os
import struct
import zlib

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageWriter, QPainter

from engine.data import ArrayFile
from engine.errors import DataError
from gui.pictures import reading
from gui.pictures.picture_file import CROP, STRETCH, WHOLE, PictureOptions, read_picture
from gui.pictures.reading import Progress, class_sizes, read
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
    assert (dataset.inputs[:3] == 0).all()
    assert (dataset.inputs[3:] == 255).all()
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


def striped(path, width, height, sides="#00FF00"):
    """Blue in the middle third along the longer side, red beside it, and another colour along the shorter edges."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    longest = max(width, height)
    for x in range(width):
        for y in range(height):
            along, across, wide = (x, y, height) if width > height else (y, x, width)
            blue = longest // 3 <= along < 2 * longest // 3
            edge = across in (0, wide - 1)
            image.setPixelColor(x, y, QColor(sides if edge else "#0000FF" if blue else "#FF0000"))
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_picture_is_cropped_whole_between_margins_or_stretched(tmp_path, turned):
    path = striped(tmp_path / "long.png", *((12, 36) if turned else (36, 12)))
    across = (lambda pixels: pixels.transpose(1, 0, 2)) if turned else (lambda pixels: pixels)
    crop, whole, stretch = (
        across(read_picture(path, PictureOptions(12, 12, True, fit))) for fit in (CROP, WHOLE, STRETCH)
    )
    assert (crop[1:-1] == rgb("#0000FF")).all()
    assert (whole[:4] == rgb("#00FF00")).all()  # margins in the colour that the edge has nearly everywhere
    assert (whole[8:] == rgb("#00FF00")).all()
    assert (whole[5:7, 0] == rgb("#FF0000")).all()
    assert (whole[5:7, 5] == rgb("#0000FF")).all()
    assert (stretch[6, [0, 3, 8, 11]] == rgb("#FF0000")).all()
    assert (stretch[1:-1, 5] == rgb("#0000FF")).all()


def test_a_photo_that_is_cut_off_is_refused_and_a_large_one_is_read_as_it_lies(tmp_path):
    """Qt fills what is missing with grey; cameras write how they were held."""
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 900, 300, QColor("#000000"))
    painter.end()
    writer = QImageWriter(str(tmp_path / "held.jpg"), b"jpg")
    writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    pixels = read_picture(tmp_path / "held.jpg", PictureOptions(8, 8, fit=STRETCH))[..., 0]
    assert pixels[:, :3].min() > 250  # what was above is at the right
    assert pixels[:, 5:].max() < 5
    whole = (tmp_path / "held.jpg").read_bytes()
    for share in (0.3, 0.9):
        (tmp_path / "cut.jpg").write_bytes(whole[: int(share * len(whole))])
        with pytest.raises(DataError, match="It is damaged"):
            read_picture(tmp_path / "cut.jpg", GREY)
    bitmap = save(tmp_path / "bitmap.bmp", width=13).read_bytes()
    assert read_picture(tmp_path / "bitmap.bmp", GREY).shape == (4, 6, 1)
    (tmp_path / "cut.bmp").write_bytes(bitmap[:-5])
    with pytest.raises(DataError, match="It is damaged"):
        read_picture(tmp_path / "cut.bmp", GREY)
    (tmp_path / "more.jpg").write_bytes(whole + b"a film that the camera took on the side")
    assert read_picture(tmp_path / "more.jpg", GREY).shape == (4, 6, 1)


def test_many_depths_and_colours_become_bytes(tmp_path):
    forms = QImage.Format
    for form, suffix in ((forms.Format_Grayscale16, "png"), (forms.Format_RGBA64, "png"), (forms.Format_Mono, "png"),
                         (forms.Format_Indexed8, "bmp"), (forms.Format_CMYK8888, "jpg")):  # fmt: skip
        image = QImage(6, 4, forms.Format_RGB32)
        image.fill(QColor("white"))
        path = tmp_path / f"{form.name}.{suffix}"
        assert image.convertToFormat(form).save(str(path))
        assert (read_picture(path, GREY) >= 254).all(), form


def test_folders_of_parts_hold_the_classes_and_what_systems_leave_is_no_part_of_them(tmp_path):
    for name in ("train/cat/a.png", "train/cat/b.png", "train/Hund-ä 猫/a.png", "Test/cat/c.png", "Test/cat/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("none") if name.endswith("txt") else save(path)
    for name in ("train/cat/Thumbs.db", "train/.DS_Store", "Test/notes.md", "readme.txt"):
        (tmp_path / name).write_text("")
    imported = last(read(tmp_path, GREY))
    source = imported.source
    assert source.classes == ("cat", "Hund-ä 猫")
    assert sorted(source.held()["part"].tolist()) == [0, 0, 0, 2]
    assert source.suggested_split == "by_column"
    assert {each.name for each in imported.left_out} == {"Test/cat/d.txt", "Test/notes.md", "readme.txt"}


def test_the_four_files_of_mnist_tell_how_far_they_are_and_what_is_left_out(tmp_path):
    for part, count in (("train", 2), ("t10k", 1)):
        header = struct.pack(">BBBB3I", 0, 0, 8, 3, count, 2, 2)
        (tmp_path / f"{part}-images-idx3-ubyte").write_bytes(header + bytes(range(4 * count)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(struct.pack(">BBBBI", 0, 0, 8, 1, 2) + bytes([4, 9]))
    events = list(read(tmp_path / "train-images-idx3-ubyte", GREY))
    assert Progress(2, 2) in events
    assert [each.name for each in events[-1].left_out] == ["t10k-images-idx3-ubyte"]
    assert len(events[-1].source.held()["pictures"]) == 2
