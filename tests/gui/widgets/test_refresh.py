"""Many changes, one refresh, and none while hidden."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.refresh import Refresh


@pytest.fixture
def widget(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_many_changes_are_one_refresh(widget):
    due = []
    refresh = Refresh(widget)
    refresh.due.connect(lambda: due.append(True))
    for _ in range(5):
        refresh.ask()
    assert due == []
    QApplication.processEvents()
    assert due == [True]
    refresh.now()
    assert due == [True]


def test_a_hidden_widget_waits_until_it_is_shown(widget):
    due = []
    refresh = Refresh(widget)
    refresh.due.connect(lambda: due.append(True))
    widget.hide()
    refresh.ask()
    QApplication.processEvents()
    assert due == []
    widget.show()
    assert due == [True]
    widget.hide()
    widget.show()
    assert due == [True]
