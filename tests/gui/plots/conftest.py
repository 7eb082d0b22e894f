"""Plots on a session without a thread, in the light theme and English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui import theme
from tests.gui.plots.fake_session import FakeSession


@pytest.fixture
def session(qtbot):
    """A fake session, and the light theme."""
    app = QApplication.instance()
    theme.apply(app, theme.LIGHT)
    fake = FakeSession()
    yield fake
    theme.apply(app, theme.LIGHT)
    fake.deleteLater()


@pytest.fixture
def show(session, qtbot, monkeypatch):
    """Builds and shows a plot; each draws at once, not some time later."""

    def build(kind, width=420, height=260):
        monkeypatch.setattr(kind, "interval", 0)
        plot = kind(session)
        qtbot.addWidget(plot)
        plot.resize(width, height)
        with qtbot.waitActive(plot):
            plot.show()
            plot.activateWindow()
        return plot

    return build
