"""A canvas on a small network, shown and fitted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from engine.project import Project
from gui.canvas import NetworkView
from gui.document import Document
from gui.main_window import MainWindow
from tests.gui.projects import moons


@pytest.fixture
def project() -> Project:
    """input_1 -> dense_1 -> dense_2 -> output_1, in a row."""
    return moons()


@pytest.fixture
def view(qtbot, project):
    view = NetworkView(Document(project))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def window(qapp, qtbot, project):
    """The whole window on the small network, where the keys of the menus work too."""
    QApplication.clipboard().clear()
    opened = MainWindow(Document(project))
    opened.resize(1440, 900)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    opened.canvas.setFocus()
    yield opened
    opened.session.close()
    opened.document.undo_stack.setClean()
    opened.hide()
    opened.deleteLater()


@pytest.fixture
def document(view):
    return view.document
