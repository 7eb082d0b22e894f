"""The explorer open on a small window's data."""

from __future__ import annotations

import pytest

from engine.data import DataSource
from engine.errors import Message
from gui.explorer.window import Explorer


def open_on(window, qtbot, name, **options):
    """The explorer with the samples of this data set gathered."""
    source = DataSource.resolve(name).replace(**options)
    window.document.set_setting(Message("Data set"), "data", source)
    qtbot.waitUntil(lambda: window.session.data is not None, timeout=20_000)
    window.explorer.open()
    window.explorer.move(window.width() + 100, 0)  # beside the main one: without a screen no window lies above another
    qtbot.waitUntil(lambda: window.explorer.samples is not None)
    return window.explorer


def page(explorer: Explorer, title: str):
    """The view of that name, chosen in the list."""
    row = [view.windowTitle() for view in explorer.pages].index(title)
    explorer.views.setCurrentRow(row)
    return explorer.pages[row]


@pytest.fixture
def iris(small_window, qtbot):
    return open_on(small_window, qtbot, "iris")
