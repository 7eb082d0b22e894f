"""Frames taken in time: bounded in number and length, and of what stands on the screen."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.errors import ExportError, Message
from gui.recording import recorder as recorders
from gui.recording import stage as stages
from gui.recording.recorder import Recorder
from gui.recording.stage import Stage

RED, BLUE = QColor("#C4291C"), QColor("#2563EB")


def colored(color, size, parent=None):
    widget = QWidget(parent)
    widget.setFixedSize(size)
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Window, color)
    widget.setPalette(palette)
    return widget


@pytest.fixture
def parts(qtbot):
    """A wide red and a narrow blue widget, side by side in one window."""
    window = QWidget()
    row = QHBoxLayout(window)
    found = [colored(RED, QSize(80, 40)), colored(BLUE, QSize(30, 20))]
    for part in found:
        row.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: Stage(found).shoot()[50, 40] == BLUE.rgb() & 0xFFFFFF)
    return found


@pytest.mark.parametrize("platforms", [("offscreen",), ()])
def test_a_frame_shows_its_parts_read_or_painted(parts, platforms, monkeypatch, qtbot):
    monkeypatch.setattr(stages, "KEEPING", platforms)
    stage = Stage(parts)
    assert stage.size == QSize(80, 61)
    pixels = stage.shoot()
    assert pixels.shape == (61, 80)
    assert (pixels[:40] == RED.rgb() & 0xFFFFFF).all()
    assert (pixels[41:, 25:55] == BLUE.rgb() & 0xFFFFFF).all()
    parts[1].setFixedSize(60, 40)
    qtbot.waitUntil(lambda: parts[1].width() == 60 and stage.shoot()[50, 40] == BLUE.rgb() & 0xFFFFFF)
    assert stage.shoot().shape == (61, 80), "a frame keeps its size"


def test_a_panel_has_words_and_no_buttons_in_a_frame(qtbot):
    """Where its box stands is what is chosen in it, without the box; the button is gone."""
    panel, box, button, drawing = QWidget(), QComboBox(), QPushButton("Press"), colored(BLUE, QSize(200, 60))
    column = QVBoxLayout(panel)
    for part in (box, button, drawing):
        column.addWidget(part)
    box.addItem("All layers")
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    ground = panel.palette().window().color().rgb() & 0xFFFFFF
    qtbot.waitUntil(lambda: Stage([panel]).shoot()[drawing.geometry().center().y(), 50] == BLUE.rgb() & 0xFFFFFF)
    pixels = Stage([panel]).shoot()

    def within(widget):
        place = widget.geometry()
        return pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1]

    assert (within(button) == ground).all()
    assert (within(drawing) == BLUE.rgb() & 0xFFFFFF).all()
    words = within(box) != ground
    assert words.any()
    assert not words[:, [0, -1]].any(), "no frame and no arrow"
    assert not words[[0, -1]].any()


def test_a_huge_window_makes_smaller_frames(parts):
    parts[0].setFixedSize(4000, 1000)
    assert Stage(parts[:1]).size == QSize(1920, 480)


@pytest.fixture
def record(qtbot):
    made = []

    def start(shoot=lambda: np.zeros((4, 4), np.uint32), rate=20):
        made.append(Recorder(shoot, rate))
        return made[-1]

    yield start
    for recorder in made:
        recorder.stop()
        recorder.reel.close()


def test_no_more_frames_than_wanted_and_none_after_the_end(record, qtbot):
    started = time.perf_counter()
    recorder = record()
    qtbot.waitUntil(lambda: recorder.reel.count >= 6)
    assert time.perf_counter() - started >= 5 / 20 - 0.01
    recorder.stop()
    count = recorder.reel.count
    qtbot.wait(80)
    assert recorder.reel.count == count


def test_dear_frames_are_taken_more_rarely(record, qtbot):
    begun = []

    def slow():
        begun.append(time.perf_counter())
        worked = time.thread_time() + 0.03
        while time.thread_time() < worked:
            pass
        return np.zeros((4, 4), np.uint32)

    record(slow)
    qtbot.waitUntil(lambda: len(begun) == 3)
    assert np.diff(begun).min() >= 0.03 * recorders.SHARE - 0.01


def test_a_recording_ends_by_itself_when_it_is_long_enough(record, qtbot, monkeypatch):
    monkeypatch.setattr(recorders, "MOST_SECONDS", 0.15)
    recorder = record()
    with qtbot.waitSignal(recorder.ended) as told:
        pass
    assert "at most 0.15 seconds long" in str(told.args[0])
    assert not recorder.running
    assert 1 <= recorder.reel.count <= 5


def test_a_disk_that_is_full_is_told(record, qtbot, monkeypatch):
    recorder = record()
    qtbot.waitUntil(lambda: recorder.reel.count >= 1)
    count = recorder.reel.count

    def refuse(pixels, milliseconds):
        raise ExportError(Message("No room."))

    monkeypatch.setattr(recorder.reel, "add", refuse)
    with qtbot.waitSignal(recorder.ended) as told:
        pass
    assert told.args == [Message("No room.")]
    assert recorder.reel.count == count
