"""The window as it comes up on a display."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engine.project import load_example, save
from gui import app
from gui.main_window import MainWindow
from gui.settings import Settings

WIDTH_OF_ITS_SCREEN = slice(46, 50)
"""Where a kept place and size tells of the screen that it was on."""


@pytest.mark.parametrize(
    ("room", "elsewhere", "filled"),
    [(QSize(1280, 720), False, True), (QSize(1280, 720), True, True), (QSize(1920, 1080), False, False)],
)
def test_the_first_window_on_a_small_screen_fills_it(qapp, monkeypatch, room, elsewhere, filled):
    """Title bar and all, so that the last line is not below its edge; also where it was used on a larger one before."""
    seen = []
    if elsewhere:
        kept = bytearray(QWidget().saveGeometry().data())
        kept[WIDTH_OF_ITS_SCREEN] = (2 * qapp.primaryScreen().size().width()).to_bytes(4, "big")
        Settings().geometry = QByteArray(bytes(kept))
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room)

    def look(*_):
        (window,) = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow)]
        seen.append(window)
        assert window.isVisible()
        assert window.isMaximized() is filled
        window.session.close()
        window.hide()

    monkeypatch.setattr(QApplication, "exec", look)
    app.show(qapp, load_example("xor"), None)
    assert not isValid(seen[0]), "it has gone before Python takes anything apart"


def test_the_program_opens_the_example_or_the_file_that_is_named(qapp, monkeypatch, tmp_path, capsys):
    opened = []
    monkeypatch.setattr(app, "show", lambda _app, project, path: opened.append((project.title, path)) or 0)
    monkeypatch.setattr(app.CrashHandler, "install", lambda handler: None)
    file = tmp_path / "mine.rambat"
    save(load_example("iris"), file)
    titles = [load_example(name).title for name in (app.WELCOME, "digits", "iris")]
    for words in ([], ["digits"], [str(file)]):
        assert app.run(["main.py", *words]) == 0
    assert opened == list(zip(titles, (None, None, file), strict=True))
    assert app.run(["main.py", "lost.rambat"]) == 2
    assert capsys.readouterr().err == "rambat: There is no file lost.rambat.\n"
