"""The explorer alone, without the main window, on a small project's data."""

from __future__ import annotations

import pytest

from engine.data import DataSource
from engine.errors import Message
from gui import theme
from gui.document import Document
from gui.explorer.window import Explorer
from gui.settings import Settings
from gui.training_session import TrainingSession
from tests.gui.projects import moons


@pytest.fixture
def explorer(qapp, qtbot):
    """Not opened yet."""
    theme.apply(qapp, theme.LIGHT)
    document = Document(moons())
    session = TrainingSession(document)
    explorer = Explorer(session, Settings())
    explorer.document, explorer.session = document, session
    qtbot.addWidget(explorer)
    yield explorer
    session.close()
    session.deleteLater()


@pytest.fixture
def iris(explorer, qtbot):
    return open_on(explorer, qtbot, "iris")


def open_on(explorer, qtbot, name):
    """The explorer with the samples of this data set gathered."""
    explorer.document.set_setting(Message("Data set"), "data", DataSource.resolve(name))
    explorer.open()
    qtbot.waitUntil(lambda: explorer.session.data is not None and explorer.samples is not None)
    return explorer


def page(explorer, title):
    """The view of that name, chosen in the list."""
    row = [view.windowTitle() for view in explorer.pages].index(title)
    explorer.views.setCurrentRow(row)
    return explorer.pages[row]
