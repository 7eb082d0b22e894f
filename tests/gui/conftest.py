"""A whole window: on the welcome example with its data loaded, and on a small network; questions answered, time spent.

A run in it goes on until it is stopped.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.project import Project, load_example
from gui import frame_pace
from gui.canvas import glide
from gui.document import Document
from gui.main_window import MainWindow
from tests.gui.projects import endless, moons


@pytest.fixture(autouse=True)
def cards_go_at_once(monkeypatch):
    """Where cards stand does not depend on the time; a file about their way there has a fixture of this name."""
    monkeypatch.setattr(glide, "MOST_CARDS", -1)


@pytest.fixture
def window(qapp, qtbot):
    for opened in shown(qapp, qtbot, endless(load_example("moons")), 1440, 900):
        qtbot.waitUntil(lambda opened=opened: opened.session.can_run and opened.session.network is not None)
        yield opened


@pytest.fixture
def small_window(qapp, qtbot):
    yield from shown(qapp, qtbot, endless(moons()), 1280, 720)


def shown(app: QApplication, qtbot, project: Project, width: int, height: int) -> Iterator[MainWindow]:
    """A window that is closed afterwards."""
    opened = MainWindow(Document(project))
    opened.resize(width, height)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    yield opened
    opened.session.close()
    opened.hide()
    opened.deleteLater()


@pytest.fixture
def questions(monkeypatch):
    """Every box is answered with Cancel; what they said comes back."""
    asked = []

    def exec_box(box):
        asked.append(f"{box.text()}\n{box.informativeText()}")
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", exec_box)
    return asked


@pytest.fixture
def spend(monkeypatch):
    """Lets the window's thread have computed for so many seconds more."""
    spent = [5.0]
    monkeypatch.setattr(frame_pace.time, "thread_time", lambda: spent[0])

    def more(seconds):
        spent[0] += seconds

    return more
