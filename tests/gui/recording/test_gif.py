"""Frames on disk and the GIF made of them, read back: exact frames, true durations, no flicker, only what changed."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from engine.errors import ExportError
from gui.recording import reel as reels
from gui.recording.gif import write_gif, write_stills
from gui.recording.reel import Reel

PAPER, RED, BLUE = 0xF6F7F9, 0xC4291C, 0x2563EB


@pytest.fixture
def reel():
    reel = Reel()
    yield reel
    reel.close()
    assert not reel.folder.exists()


def plain(**spots: int) -> np.ndarray:
    """Paper of 40 x 30 pixels with a square of a colour at the column that its name tells."""
    pixels = np.full((30, 40), PAPER, np.uint32)
    for place, color in spots.items():
        left = int(place.removeprefix("at"))
        pixels[10:14, left : left + 4] = color
    return pixels


def shown(path) -> list[tuple[np.ndarray, int]]:
    """Each frame of a GIF as packed colours, and its milliseconds."""
    found = []
    with Image.open(path) as gif:
        assert gif.info["loop"] == 0, "without end"
        for number in range(gif.n_frames):
            gif.seek(number)
            parts = np.array(gif.convert("RGB")).astype(np.uint32)
            found.append((parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2], gif.info["duration"]))
    return found


def test_frames_come_back_as_they_were_and_take_little_room(reel):
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 1 << 24, (30, 40)).astype(np.uint32)
    taken = [noise, noise, noise ^ 1, plain()]
    for number, pixels in enumerate(taken):
        reel.add(pixels, 100 * number)
        if number == 1:
            assert reel.bytes < 4 * noise.size + 100, "what is the same takes no room"
    assert reels.size_of(reel.path) == (40, 30)
    assert reels.times(reel.path) == [0, 100, 200, 300]
    for pixels, back in zip(taken, reels.frames(reel.path), strict=True):
        np.testing.assert_array_equal(back, pixels)


def test_a_full_disk_keeps_what_was_recorded_until_then(reel):
    reel.add(plain(), 0)
    reel.add(plain(at4=RED), 100)
    whole = reel._file

    class Full:
        def write(self, record):
            return whole.write(record[: len(record) // 2])

        def __getattr__(self, name):
            return getattr(whole, name)

    reel._file = Full()
    with pytest.raises(ExportError, match="No space left"):
        reel.add(plain(at8=BLUE), 200)
    reel._file = whole
    assert reel.count == len(list(reels.frames(reel.path))) == 2


def test_frames_that_show_the_same_are_one_and_only_changes_are_written(reel, tmp_path):
    frames = [plain(), plain(), plain(at4=RED), plain(at8=BLUE), plain(at8=BLUE)]
    for pixels, time in zip(frames, (0, 100, 203, 300, 450), strict=True):
        reel.add(pixels, time)
    shares = list(write_gif(reel.path, tmp_path / "a.gif"))
    assert shares == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    found = shown(tmp_path / "a.gif")
    assert [milliseconds for _, milliseconds in found] == [200, 100, 300], "the end lasts as long as the one before it"
    for (pixels, _), expected in zip(found, (frames[0], frames[2], frames[3]), strict=True):
        np.testing.assert_array_equal(pixels, expected)
    with Image.open(tmp_path / "a.gif") as gif:
        gif.seek(1)
        assert gif.tile[0][1] == (4, 10, 8, 14)
        gif.seek(2)
        assert gif.tile[0][1] == (4, 10, 12, 14)


def test_many_colours_share_one_palette_and_flat_areas_keep_theirs(reel, tmp_path):
    x, y = np.meshgrid(np.arange(256), np.arange(256))
    for number in range(4):
        pixels = ((x << 16) | (y << 8) | (60 * number)).astype(np.uint32)
        pixels[200:], pixels[:4, :4] = PAPER, RED
        reel.add(pixels, 100 * number)
    list(write_gif(reel.path, tmp_path / "a.gif"))
    found = shown(tmp_path / "a.gif")
    assert len(found) == 4
    for number, (pixels, _) in enumerate(found):
        assert (pixels[200:] == PAPER).all()
        parts = [np.abs((pixels >> shift & 255).astype(int)[:200] - wanted[:200]).mean()
                 for shift, wanted in ((16, x), (8, y))]  # fmt: skip
        assert max(parts) < 16, number


def test_numbered_pictures(reel, tmp_path):
    for number, pixels in enumerate((plain(), plain(at4=RED))):
        reel.add(pixels, 100 * number)
    list(write_stills(reel.path, tmp_path / "run.png"))
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["run-0001.png", "run-0002.png"]
    with Image.open(tmp_path / "run-0002.png") as still:
        assert still.getpixel((5, 11)) == (0xC4, 0x29, 0x1C)
