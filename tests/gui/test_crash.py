"""An unexpected exception: written down, told once, and the program goes on."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QMessageBox

from gui import crash


@pytest.fixture
def handler(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    made = crash.CrashHandler()
    yield made
    made.deleteLater()


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_the_log_holds_the_trace_and_a_dialog_tells_once(handler, qtbot):
    error = raised(ValueError("the seventh seal"))
    for _ in range(3):
        handler.handle(ValueError, error, error.__traceback__)
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    text = crash.log_path().read_text()
    assert text.count("ValueError: the seventh seal") == 3
    assert "test_crash.py" in text
    assert str(crash.log_path()) in boxes()[0].informativeText()
    boxes()[0].close()


def test_an_exception_on_another_thread_is_told_on_this_one(handler, qtbot):
    error = raised(KeyError("lost"))
    worker = threading.Thread(target=lambda: handler.handle(KeyError, error, error.__traceback__))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    boxes()[0].close()


def test_a_log_that_grew_large_begins_anew(handler):
    crash.log_path().write_text("x" * (crash.MAX_LOG_BYTES + 1))
    crash.write_log("fresh")
    assert crash.log_path().stat().st_size < 200
