"""The window as it comes up on a display."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from engine.project import load_example
from gui import app
from gui.main_window import MainWindow


@pytest.mark.parametrize(("room", "filled"), [(QSize(1280, 720), True), (QSize(1920, 1080), False)])
def test_the_first_window_fills_a_small_screen(qapp, qtbot, monkeypatch, room, filled):
    """Title bar and all, so that the last line is not below its edge."""
    seen = []
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room)
    monkeypatch.setattr(QApplication, "exec", lambda *_: seen.extend(qapp.topLevelWidgets()))
    app.show(qapp, load_example("xor"), None)
    (window,) = [w for w in seen if isinstance(w, MainWindow) and w.isVisible()]
    assert window.isMaximized() is filled
    window.session.close()
    window.hide()
