"""Neurons filled with what they say over the plane: by key, in the right colours, and only where there is a plane."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.project import load_example
from gui import theme
from gui.canvas import NetworkView
from gui.canvas.layer_picture import ROUND
from gui.canvas.opened.opened_layers import PROBE, SURFACES
from gui.document import Document
from gui.quantities import Fill
from gui.settings import Settings
from gui.snapshot import State
from gui.training_session import TrainingSession
from tests.gui.canvas.hands import key, pixel_of, turn_wheel
from tests.gui.projects import moons

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_view(qtbot):
    """A canvas whose layers are all opened, with neurons filled with pictures."""
    sessions = []

    def open_project(project):
        Settings().neuron_fill = Fill.BIAS.value
        document = Document(project)
        session = TrainingSession(document)
        sessions.append(session)
        view = NetworkView(document, session)
        view.session = session
        qtbot.addWidget(view)
        view.resize(1000, 600)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(lambda: session.network is not None and session.data is not None)
        key(view, Qt.Key.Key_O)
        key(view, Qt.Key.Key_W, SHIFT)
        assert view.opened.fill is Fill.SURFACE
        qtbot.waitUntil(lambda: len(session.last_snapshot.looks[PROBE]) == len(document.graph))
        if document.project.data.shape.inputs == (2,):
            qtbot.waitUntil(lambda: SURFACES in session.last_snapshot.looks)
        return view

    yield open_project
    for session in sessions:
        session.close()


def test_each_neuron_shows_what_it_says_over_the_plane(qtbot, open_view):
    view = open_view(moons())
    surfaces = view.session.last_snapshot.looks[SURFACES]
    assert set(surfaces) == {node.id for node in view.document.graph}
    layer, values = view.network.insides.layers["dense_1"], surfaces["dense_1"].values
    picture = layer.picture_of(2)
    assert (picture.width(), picture.height()) == (16, 16)
    reach = np.abs(values).max()
    for row, column in ((0, 0), (15, 3), (8, 8)):
        expected = theme.current().sign_color(float(values[15 - row, column, 2] / reach))
        assert picture.pixelColor(column, row) == expected, "rows of a picture run downwards"
    turn_wheel(view, pixel_of(view, "dense_1"), 5)
    qtbot.waitUntil(lambda: layer.picture_of(2).width() == 32)
    key(view, Qt.Key.Key_W, SHIFT)
    assert view.opened.fill is Fill.MEAN
    assert layer.picture_of(2) is None
    view.session.step_batch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    assert SURFACES not in view.session.last_snapshot.looks


def test_the_scale_of_a_layer_is_steady_and_pictures_follow_the_run(qtbot, open_view):
    view = open_view(moons())
    layer = view.network.insides.layers["dense_1"]
    before = layer.picture_of(0)
    view.session.step_epoch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    assert layer.picture_of(0) != before
    key(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.document.undo_stack.clear()
    view.turn()
    qtbot.waitUntil(lambda: view.network.insides.layers["dense_1"].picture_of(0) is not None)
    turned = view.network.insides.layers["dense_1"].picture_of(3)
    assert (turned.width(), turned.height()) == (16, 16), "also side by side, in a drawing that runs down"


def test_the_keyboard_is_told_what_the_picture_shows(qtbot, open_view):
    view = open_view(moons())
    view.document.select(["dense_1"])
    view.network.focus("dense_1")
    key(view, Qt.Key.Key_I)
    values = view.session.last_snapshot.looks[SURFACES]["dense_1"].values[:, :, 0]
    last = view.note.text.splitlines()[-1]
    assert last.startswith(f"over the plane from {values.min():.3g} at (".replace("-", "−"))
    assert f" to {values.max():.3g} at (" in last


def test_without_a_plane_the_mean_is_shown_and_the_legend_says_why(open_view):
    view = open_view(load_example("sine"))
    assert view.opened.shown_fill is Fill.MEAN
    assert view.network.insides.layers["dense_1"].picture_of(0) is None
    assert view.value_legend.text == "Weight, Mean activation, Heat map over the plane: needs data of two features"
    mean = view.session.last_snapshot.looks[PROBE]["dense_1"].output.mean
    strongest = int(np.abs(mean).argmax())
    expected = theme.current().sign_color(float(np.sign(mean[strongest])))
    assert view.network.insides.layers["dense_1"].color_of(strongest) == expected


def test_a_layer_of_too_many_neurons_says_so(qtbot, open_view):
    view = open_view(moons(units=ROUND + 1))
    qtbot.waitUntil(lambda: view.opened.shown_fill is Fill.SURFACE)
    last = "Heat map over the plane: in layers of up to 128 neurons"
    assert view.value_legend.text == f"Weight, Heat map over the plane, {last}"
    assert view.network.insides.layers["dense_1"].picture_of(0) is None
    assert view.network.insides.layers["dense_2"].picture_of(0) is not None
