"""A whole window on a small network, and its questions answered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from gui import i18n, theme
from gui.document import Document
from gui.main_window import MainWindow
from tests.gui.projects import moons


@pytest.fixture
def small_window(qapp, qtbot):
    theme.apply(qapp, theme.LIGHT)
    opened = MainWindow(Document(moons()))
    opened.resize(1280, 720)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    yield opened
    opened.session.close()
    opened.hide()
    opened.deleteLater()
    i18n.install(qapp, "en")


@pytest.fixture
def questions(monkeypatch):
    """Every box is answered with Cancel; what they said comes back."""
    asked = []

    def exec_box(box):
        asked.append(f"{box.text()}\n{box.informativeText()}")
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", exec_box)
    return asked
