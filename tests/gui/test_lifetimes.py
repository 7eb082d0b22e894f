"""Widgets live as long as the test that shows them: Qt may paint one after the test's last line."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QWidget


class Circular(QWidget):
    """A widget that only a cycle holds once its maker has forgotten it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_a_widget_outlives_its_names(qtbot):
    widget = Circular()
    qtbot.addWidget(widget)
    alive = weakref.ref(widget)
    del widget
    gc.collect()
    assert alive() is not None
