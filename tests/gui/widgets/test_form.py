"""Forms of every kind there is, changed field by field with keys and clicks."""

from __future__ import annotations

import contextlib
import inspect

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

import engine.data
import engine.export
import engine.layers
import engine.trainer  # noqa: F401  every import declares kinds
from engine.errors import HyperparameterError, Message
from engine.hyperparameters import Configurable, hyper
from engine.layers import Dense, Dropout, Flatten
from engine.optimizers import SGD, Adam, Optimizer
from engine.training_config import TrainingConfig
from gui.i18n import MINUS
from gui.widgets.controls import PickBox, TickBox
from gui.widgets.form import ConfigurableForm, KindForm
from gui.widgets.notation import notation
from gui.widgets.number_field import NumberField

ON_KEYBOARDS = str.maketrans({MINUS: "-", "×": "x"})
"""QTest types ASCII only."""


def descendants(kind):
    for child in kind.__subclasses__():
        yield child
        yield from descendants(child)


KINDS = sorted(
    {
        kind
        for kind in descendants(Configurable)
        if kind.__module__.startswith("engine.")
        and not inspect.isabstract(kind)
        and (kind.name or not kind.family)
        and kind.hyperparameters()
    },
    key=lambda kind: (kind.family, kind.__name__),
)


@pytest.fixture
def open_form(qtbot):
    kept = []

    def make(value):
        window = QWidget()
        kept.append(window)
        layout = QVBoxLayout(window)
        window.before, window.after = (NumberField(Dense.hyperparameters()[0], 1) for _ in range(2))
        form = ConfigurableForm(value)
        for widget in (window.before, form, window.after):
            layout.addWidget(widget)
        form.heard = []
        form.changed.connect(form.heard.append)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return form

    yield make
    kept.clear()


def another_value(first, field):
    """A value of the field that differs and conflicts with nothing, or the same where no step leads to another."""
    value = getattr(first, field.name)
    if field.choices:
        return next(choice for choice in field.choices if choice != value)
    others = [not value] if field.kind is bool else [notation(field).step(value, step, "", 0) for step in (1, -1, 10)]
    for moved in others:
        with contextlib.suppress(HyperparameterError):
            if first.replace(**{field.name: moved}) != first:
                return moved
    return value


def enter(control, field, value):
    """Give a control a value as a user does."""
    control.setFocus()
    if isinstance(control, TickBox):
        QTest.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, NumberField):
        control.selectAll()
        QTest.keyClick(control, Qt.Key.Key_Delete)
        QTest.keyClicks(control, notation(field).write(value).translate(ON_KEYBOARDS))
        QTest.keyClick(control, Qt.Key.Key_Return)
    else:
        key = Qt.Key.Key_Up if control.currentIndex() else Qt.Key.Key_Down
        for _ in range(control.count()):
            if control.value == value:
                return
            QTest.keyClick(control, key)


def test_all_families_are_there():
    assert {kind.family for kind in KINDS} >= {"layer", "optimizer", "initializer", "dataset", ""}


def shown(kind):
    """The fields that stand in a form."""
    return [field for field in kind.hyperparameters() if not field.hidden]


def name_of(value):
    """The kind of a value that may be none."""
    return None if value is None else value.name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_of_every_kind_can_be_changed_and_set_back(kind, open_form):
    first = kind()
    form = open_form(first)
    for field in shown(kind):
        form.set_value(first)
        form.heard.clear()
        row = form.form_of(field.name)
        if isinstance(row, KindForm):
            before = name_of(getattr(first, field.name))
            others = [name for name in field.kind.kinds() if name != before]
            if others:
                enter(row.control, field, others[-1] if row.control.currentIndex() == 0 else others[0])
                assert name_of(getattr(form.heard[-1], field.name)) != before
        else:
            wanted = another_value(first, field)
            enter(row.control, field, wanted)
            assert form.heard == (
                [first.replace(**{field.name: wanted})] if wanted != getattr(first, field.name) else []
            )
    form.set_value(first)
    for field in shown(kind):
        row = form.form_of(field.name)
        value = getattr(first, field.name)
        assert row.control.value == (name_of(value) if isinstance(row, KindForm) else value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_row_has_a_label_and_no_control_asks_for_much_width(kind, open_form):
    form = open_form(kind())
    for field in shown(kind):
        assert form.form_of(field.name).row.label.text()
    assert form.minimumSizeHint().width() <= 180
    for control in form.controls():
        assert control.accessibleName()


def test_a_chosen_kinds_own_fields_stand_below_it_and_change_the_whole(open_form):
    form = open_form(TrainingConfig(optimizer="SGD"))
    row = form.form_of("optimizer")
    rate = list(row.controls())[1]
    enter(rate, SGD.hyperparameters()[0], 0.5)
    assert form.heard == [TrainingConfig(optimizer=SGD(learning_rate=0.5))]
    enter(row.control, None, "Adam")
    assert form.heard[-1].optimizer == Adam()
    labels = [control.accessibleName() for control in row.controls()]
    assert labels == ["Optimizer", "Learning rate", "Beta 1", "Beta 2", "Epsilon", "Weight decay"]


def test_advanced_fields_stand_in_a_fold_that_says_what_was_changed(open_form):
    form = open_form(Dense())
    trainable = form.form_of("trainable").control
    assert not trainable.isVisible()
    assert form.fold.button.text() == "More settings"
    form.fold.button.setFocus()
    QTest.keyClick(form.fold.button, Qt.Key.Key_Space)
    assert trainable.isVisible()
    QTest.mouseClick(trainable, Qt.MouseButton.LeftButton, pos=QPoint(8, trainable.height() // 2))
    assert form.heard == [Dense(trainable=False)]
    assert form.fold.button.text() == "More settings (1 changed)"
    form.set_value(Dense(trainable=False, kernel_regularizer="l2"))
    assert form.fold.changed == 2
    QTest.mouseClick(form.fold.button, Qt.MouseButton.LeftButton)
    assert not trainable.isVisible()
    form.set_value(Flatten())
    assert not form.fold.isVisible()
    form.set_value(Dense())
    assert form.fold.isVisible()
    assert form.fold.button.text() == "More settings"


def test_following_keeps_controls_focus_and_cursor(open_form):
    form = open_form(TrainingConfig(batch_size=123))
    controls = list(form.controls())
    batch = form.form_of("batch_size").control
    batch.setFocus()
    batch.setCursorPosition(1)
    form.set_value(TrainingConfig(batch_size=123, epochs=7, optimizer=Adam(learning_rate=0.5)))
    assert list(form.controls()) == controls
    assert batch.hasFocus()
    assert batch.cursorPosition() == 1
    assert form.heard == []
    assert form.form_of("epochs").control.text() == "7"


def test_what_is_half_typed_in_a_kind_that_goes_does_not_bring_it_back(open_form):
    form = open_form(TrainingConfig(optimizer="SGD"))
    rate = list(form.form_of("optimizer").controls())[1]
    rate.setFocus()
    rate.selectAll()
    QTest.keyClicks(rate, "0.5")
    form.set_value(TrainingConfig(optimizer="Adam"))
    QApplication.processEvents()
    assert form.heard == []
    assert form.value.optimizer == Adam()


def test_tab_visits_the_rows_from_top_to_bottom_also_after_rows_were_made_anew(open_form):
    form = open_form(TrainingConfig(optimizer="SGD"))
    form.set_value(TrainingConfig(optimizer="Adam"))
    assert visited(form) == [*(stop for stop in form.stops() if stop.isVisible()), form.window().after]
    form.set_value(Dense())
    shown = [stop for stop in form.stops() if stop.isVisible()]
    assert shown[-1] is form.fold.button
    assert visited(form) == [*shown, form.window().after]
    form.fold.unfold()
    assert visited(form) == [*form.stops(), form.window().after]
    assert form.focus_first()
    assert QApplication.focusWidget() is next(form.controls())


def visited(form):
    window = form.window()
    window.before.setFocus()
    order = []
    for _ in range(sum(stop.isVisible() for stop in form.stops()) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    return order


def test_an_invalid_text_is_explained_below_its_row(open_form):
    form = open_form(Dropout())
    row = form.form_of("rate").row
    enter(row.control, Dropout.hyperparameters()[0], 0.25)
    assert row.complaint.isHidden()
    row.control.selectAll()
    QTest.keyClicks(row.control, "1,5")
    assert row.complaint.text() == "Rate takes a number from 0 to less than 1. Received: 1.5."
    assert not row.complaint.isHidden()
    QTest.keyClick(row.control, Qt.Key.Key_Return)
    assert form.value.rate == 0.25
    assert not row.complaint.isHidden()


class Between(Configurable):
    low: int = hyper(1, label="Low")
    high: int = hyper(3, label="High")
    maker: Optimizer | None = hyper(None, label="Maker")
    mode: str | None = hyper(None, label="Mode", choices=("one", "two"))

    def conflicts(self):
        if self.low > self.high:
            yield Message("Low is above high.")


def test_a_conflict_between_fields_is_explained_and_not_taken(open_form):
    form = open_form(Between())
    row = form.form_of("low").row
    enter(row.control, Between.hyperparameters()[0], 9)
    assert form.heard == []
    assert (row.control.text(), row.complaint.text()) == ("1", "Low is above high.")
    enter(row.control, Between.hyperparameters()[0], 2)
    assert form.heard == [Between(low=2)]
    assert row.complaint.isHidden()


def test_nesterov_is_not_taken_before_there_is_a_momentum(open_form):
    form = open_form(SGD())
    row = form.form_of("nesterov").row
    enter(row.control, None, True)
    assert (form.heard, row.control.value) == ([], False)
    assert "Choose a momentum above 0 first." in row.complaint.text()
    enter(form.form_of("momentum").control, SGD.hyperparameters()[1], 0.9)
    enter(row.control, None, True)
    assert form.heard[-1] == SGD(momentum=0.9, nesterov=True)


def test_optional_kinds_and_choices_offer_none(open_form):
    form = open_form(Between())
    maker, mode = (form.form_of(name).control for name in ("maker", "mode"))
    assert isinstance(maker, PickBox)
    assert maker.currentText() == mode.currentText() == "none"
    enter(maker, None, "Adam")
    enter(mode, None, "two")
    assert (form.value.maker, form.value.mode) == (Adam(), "two")
    enter(maker, None, None)
    assert form.value.maker is None
