"""The whole window on the welcome example, its data loaded."""

from __future__ import annotations

import pytest

from engine.project import load_example
from gui import i18n, theme
from gui.document import Document
from gui.main_window import MainWindow


@pytest.fixture
def window(qapp, qtbot):
    theme.apply(qapp, theme.LIGHT)
    opened = MainWindow(Document(load_example("moons")))
    opened.resize(1440, 900)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    qtbot.waitUntil(lambda: opened.session.can_run and opened.session.network is not None)
    yield opened
    opened.session.close()
    opened.hide()
    opened.deleteLater()
    i18n.install(qapp, "en")
    theme.apply(qapp, theme.LIGHT)
