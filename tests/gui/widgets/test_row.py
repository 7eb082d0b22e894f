"""A line of a form: its label names the control, and stands above a choice that is too long to be read beside it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from engine.initializers import Initializer
from engine.losses import Loss
from engine.optimizers import Optimizer
from engine.regularizers import Regularizer
from engine.schedules import Schedule
from gui import i18n
from gui.dock_layout import SIDES
from gui.i18n import words
from gui.widgets.controls import Entry, PickBox
from gui.widgets.panel import MARGIN
from gui.widgets.row import Row

SCROLL_BAR = 10
WIDTH = SIDES[1] - 2 * MARGIN - SCROLL_BAR
"""What a form has in a fresh window while its panel scrolls."""


def every_kind() -> list[Entry]:
    families = (Initializer, Loss, Optimizer, Regularizer, Schedule)
    return [Entry(kind, words(kind.label)) for family in families for kind in family.kinds().values()]


@pytest.fixture
def row(qtbot):
    row = Row(PickBox(every_kind, Loss.kinds()["mae"]))
    row.set_words("Loss & more", "What training lowers.")
    qtbot.addWidget(row)
    row.resize(WIDTH, 80)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    return row


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_kind_can_be_read_whole_in_a_fresh_window(row, qtbot, language):
    i18n.install(QApplication.instance(), language)
    for kind in every_kind():
        row.control.set_value(kind.value)
        qtbot.waitUntil(lambda: row.control.whole_width() <= row.control.width())


def test_the_label_stands_above_only_as_long_as_it_must(row, qtbot):
    row.control.set_value(Loss.kinds()["sparse_categorical_crossentropy"])
    qtbot.waitUntil(lambda: row.control.y() >= row.label.geometry().bottom())
    assert row.control.width() == WIDTH
    row.resize(2 * WIDTH, 80)
    qtbot.waitUntil(lambda: row.control.x() > row.label.geometry().right())
    row.resize(WIDTH, 80)
    qtbot.waitUntil(lambda: row.control.x() == 0)
    row.control.set_value(Loss.kinds()["hinge"])
    qtbot.waitUntil(lambda: row.control.x() > row.label.geometry().right())


def test_a_screen_reader_hears_the_label_before_the_value(row):
    names = [name for name, _relation in QAccessible.queryAccessibleInterface(row.control).relations()]
    assert names is not None
    assert isinstance(row.label, QLabel)


def test_a_word_of_the_label_that_fits_no_longer_beside_stands_above(row, qtbot):
    row.control.set_value(Loss.kinds()["mae"])
    row.set_words("Laju pembelajaran")
    row.resize(2 * WIDTH, 80)
    qtbot.waitUntil(lambda: row.control.x() > row.label.geometry().right())
    row.resize(180, 80)
    qtbot.waitUntil(lambda: row.control.y() >= row.label.geometry().bottom())
    assert row.label.fontMetrics().horizontalAdvance("pembelajaran") <= row.label.width()
