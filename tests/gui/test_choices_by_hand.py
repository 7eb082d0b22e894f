"""Choices about training, made in the window's own forms with mouse and keys, and what they do to a run."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.graph import Edge
from engine.layers import BatchNormalization
from gui.main_window import MainWindow
from gui.panels.training import TrainingPanel
from gui.snapshot import State
from gui.widgets.controls import PickBox
from gui.widgets.form import ConfigurableForm
from gui.widgets.number_field import NumberField
from tests.gui.canvas import hands

RATE = 0.1


@pytest.fixture
def training(window: MainWindow) -> ConfigurableForm:
    """The form of the training, on plain gradient descent for three epochs."""
    form: ConfigurableForm = window.findChild(TrainingPanel, "training").training
    pick(form, "optimizer", "SGD")
    write(nested(form, "optimizer", "learning_rate"), str(RATE))
    write(form.form_of("epochs").control, "3")
    return form


def nested(form: ConfigurableForm, field: str, name: str) -> QWidget:
    """The control of a field of the kind that is chosen in another field."""
    return form.form_of(field)._form.form_of(name).control


def pick(form: ConfigurableForm, field: str, label: str) -> None:
    """Choose an entry by its first letters."""
    unfold(form, field)
    box = form.form_of(field).control
    assert isinstance(box, PickBox)
    box.setFocus()
    QTest.keyClicks(box, label)
    assert box.currentText() == label


def write(field: QWidget, text: str) -> None:
    """Type over what stands in a field."""
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def unfold(form: ConfigurableForm, field: str) -> None:
    """Show the settings that are seldom needed, where the field is one of them."""
    if not form.form_of(field).isVisible() and not form.fold.open:
        QTest.mouseClick(form.fold.button, Qt.MouseButton.LeftButton)


def press(window: MainWindow, qtbot, button: str, state: State) -> None:
    """Click a button of the run and wait for the state to which it leads."""
    qtbot.waitUntil(lambda: window.session.can_run and window.session.network is not None)
    QTest.mouseClick(window.findChild(QWidget, button), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.state is state)


def run(window: MainWindow, qtbot) -> None:
    press(window, qtbot, "train_run", State.FINISHED)
    assert window.session.history.epochs == 3
    assert np.isfinite(window.session.history.column("loss")).all()


def test_a_weight_constraint_holds_after_the_run(window, qtbot, training):
    hands.click(window.canvas, hands.pixel_of(window.canvas, "dense_2"))
    form = window.inspector.layer_page.form
    pick(form, "kernel_constraint", "Max norm")
    write(nested(form, "kernel_constraint", "limit"), "0.25")
    run(window, qtbot)
    state = window.session.network.state_dict()
    lengths = np.linalg.norm(state["dense_2.kernel"], axis=0)
    assert lengths.max() <= 0.25 + 1e-6
    assert lengths.max() > 0.2
    assert np.linalg.norm(state["dense_1.kernel"], axis=0).max() > 0.25


@pytest.mark.parametrize(("field", "norm"), [("clip_value", np.inf), ("clip_norm", 2)])
def test_clipped_gradients_move_the_weights_no_further_than_the_limit(window, qtbot, training, field, norm):
    unfold(training, field)
    limit = training.form_of(field).control
    write(limit, "0.001")
    press(window, qtbot, "train_step_batch", State.PAUSED)
    stepped = window.session.network.parameters.copy()
    press(window, qtbot, "train_reset", State.IDLE)
    qtbot.waitUntil(lambda: window.session.network is not None and window.session.last_snapshot.step == 0)
    moved = np.linalg.norm(stepped - window.session.network.parameters, norm)
    assert 0.5 * RATE * 0.001 < moved <= RATE * 0.001 * 1.01
    run(window, qtbot)
    limit.setFocus()
    limit.selectAll()
    QTest.keyClick(limit, Qt.Key.Key_Delete)
    QTest.keyClick(limit, Qt.Key.Key_Return)
    assert getattr(window.document.project.training, field) is None


@pytest.mark.parametrize("schedule", ["Cosine", "One cycle"])
def test_a_schedule_leads_the_rate_over_the_run(window, qtbot, training, schedule):
    pick(training, "schedule", schedule)
    run(window, qtbot)
    rates = window.session.history.column("learning_rate")
    assert (np.diff(rates) < 0).all()  # One cycle has its highest rate within the first of three epochs
    assert rates[-1] < 0.3 * RATE
    assert rates[0] <= RATE


def test_batch_normalization_from_the_palette_learns(window, qtbot, training):
    edge = Edge("dense_1", "dense_2")
    hands.drop(window.canvas, hands.layer_mime("BatchNormalization"), hands.wire_pixel(window.canvas, edge))
    assert isinstance(window.document.graph["batch_normalization_1"].layer, BatchNormalization)
    write(window.inspector.layer_page.form.form_of("momentum").control, "0.5")
    run(window, qtbot)
    state = window.session.network.state_dict()
    assert not np.allclose(state["batch_normalization_1.gamma"], 1)
    assert not np.allclose(state["batch_normalization_1.moving_variance"], 1)
