"""One form of several instances: what they share is shown and changed in all, or in none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.optimizers import SGD, Adam
from gui.widgets.common_form import CommonForm
from gui.widgets.controls import MIXED


@pytest.fixture
def form(qapp, qtbot):
    form = CommonForm([SGD(momentum=0.9), SGD()])
    form.heard = []
    form.changed.connect(form.heard.append)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def test_what_one_cannot_take_none_takes(form):
    row = form.form_of("nesterov").row
    QTest.mouseClick(row.control, Qt.MouseButton.LeftButton, pos=QPoint(8, 14))
    assert (form.heard, row.control.value) == ([], False)
    assert "Choose a momentum above 0 first." in row.complaint.text()
    assert form.values == (SGD(momentum=0.9), SGD())


def test_a_step_from_mixed_values_begins_at_the_usual_one(form):
    momentum = form.form_of("momentum").control
    assert momentum.value is MIXED
    QTest.keyClick(momentum, Qt.Key.Key_Up)
    (change,) = form.heard
    assert change.field.name == "momentum"
    assert len({value.momentum for value in change.values}) == 1
    assert 0 < change.values[0].momentum < 0.9


def test_escape_takes_back_what_was_typed_over_mixed_values(form):
    momentum = form.form_of("momentum").control
    QTest.keyClicks(momentum, "0.5")
    QTest.keyClick(momentum, Qt.Key.Key_Escape)
    assert (momentum.text(), momentum.placeholderText(), form.heard) == ("", "mixed", [])
    QTest.keyClicks(momentum, "x")
    QTest.keyClick(momentum, Qt.Key.Key_Return)
    assert (momentum.text(), form.heard) == ("", [])


def test_other_kinds_have_fewer_fields_in_common(form):
    form.set_values([SGD(learning_rate=0.1), Adam(learning_rate=0.1)])
    shown = [name for name, _ in form._fields()]
    assert "learning_rate" in shown
    assert not {"nesterov", "beta1"} & set(shown)
    assert form.form_of("learning_rate").control.text() == "0.1"
    form.set_values([SGD(learning_rate=0.1), Adam(learning_rate=0.2)])
    assert form.form_of("learning_rate").control.text() == ""
