"""Choosing data that the network does not take brings one offer, which one click and one undo step accept."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import DataSource
from engine.data.expansion import Terms
from engine.errors import Message
from engine.layers import Dense
from gui import i18n
from gui.canvas.geometry import CARD_WIDTH
from gui.plots.boundary import BoundaryPlot


def choose(document, name):
    document.set_setting(Message("Data set"), "data", DataSource.resolve(name))


def test_the_offer_is_made_accepted_and_undone(small_window):
    window, document = small_window, small_window.document
    choose(document, "digits")
    assert window.notice.text.text() == "The network does not fit these data yet."
    assert window.notice.text.property("role") == "sentence"
    assert not window.top_bar.run.isEnabled()
    assert window.notice.help.property("role") == "primary"
    steps = document.undo_stack.count()
    QTest.mouseClick(window.notice.help, Qt.MouseButton.LeftButton)
    assert window.notice.isHidden()
    assert document.undo_stack.count() == steps + 1
    assert document.inference.problems == ()
    graph = document.graph
    assert (graph["input_1"].layer.shape, graph["dense_2"].layer.units) == ((64,), 10)
    assert (graph["dense_2"].layer.activation.name, graph["output_1"].layer.loss.name) == (
        "softmax", "categorical_crossentropy",
    )  # fmt: skip
    document.undo_stack.undo()
    assert (graph["input_1"].layer.shape, graph["output_1"].layer.loss.name) == ((2,), "binary_crossentropy")
    assert window.notice.isHidden()


def test_the_offer_goes_when_the_data_fit_again(small_window):
    choose(small_window.document, "iris")
    assert small_window.notice.isVisible()
    small_window.document.undo_stack.undo()
    assert small_window.notice.isHidden()


def test_drawing_offers_nothing_and_withdraws_no_other_message(small_window):
    document, notice = small_window.document, small_window.notice
    layer = document.graph["dense_2"].layer
    document.push("", [document.graph.changed("dense_2", Dense(units=2, activation=layer.activation))])
    assert notice.isHidden()
    document.undo_stack.undo()
    choose(document, "iris")
    notice.show_message(Message("Something else."))
    assert (notice.help.isVisible(), notice.text.property("role")) == (False, "error")
    document.undo_stack.undo()
    assert notice.isVisible()
    assert notice.text.text() == "Something else."


def test_far_targets_are_scaled_in_the_same_step_and_offered_by_themselves(small_window):
    window, document = small_window, small_window.document
    choose(document, "diabetes")
    QTest.mouseClick(window.notice.help, Qt.MouseButton.LeftButton)
    assert document.project.preparation.target_scaling == "standard"
    assert document.inference.problems == ()
    assert document.undo_stack.undoText() == "Fit network to data"
    document.undo_stack.undo()
    assert document.project.preparation.target_scaling == "none"
    document.undo_stack.redo()
    assert window.notice.isHidden()
    document.set_setting("", "preparation", document.project.preparation.replace(target_scaling="none"))
    assert window.notice.isHidden()  # people have chosen so
    choose(document, "iris")
    choose(document, "diabetes")
    assert window.notice.text.text().startswith("The targets of these data are far from size 1")
    QTest.mouseClick(window.notice.help, Qt.MouseButton.LeftButton)
    assert document.undo_stack.undoText() == "Scale the targets"
    assert document.project.preparation.target_scaling == "standard"


def test_it_is_offered_in_both_languages(small_window, qapp, qtbot):
    choose(small_window.document, "iris")
    i18n.install(qapp, "id")
    qtbot.waitUntil(lambda: small_window.notice.help.text() == "Sesuaikan jaringan dengan data")


def test_pictures_are_laid_out_with_room_or_get_a_network_of_their_own(qtbot, small_window):
    window, document = small_window, small_window.document
    before = document.graph.copy()
    choose(document, "shapes")
    QTest.mouseClick(window.notice.help, Qt.MouseButton.LeftButton)
    places = sorted(node.position[0] for node in document.graph)
    assert "flatten_1" in document.graph
    assert min(right - left for left, right in pairwise(places)) >= CARD_WIDTH, "no card lies on another"
    document.undo_stack.undo()
    document.undo_stack.undo()
    choose(document, "shapes")
    QTest.mouseClick(window.notice.other, Qt.MouseButton.LeftButton)
    assert [type(document.graph[node].layer).__name__ for node in document.graph.order()] == [
        "Input", "Flatten", "Dense", "Dense", "Output",
    ]  # fmt: skip
    assert document.project.training.optimizer.name == "Adam"
    assert document.inference.problems == ()
    assert window.notice.isHidden()
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.graph == before


def test_made_features_are_offered_a_fit_and_the_boundary_stays_in_the_plane(qtbot, small_window):
    window, document, session = small_window, small_window.document, small_window.session
    boundary = window.findChild(BoundaryPlot)
    window._docks["plot_boundary"].show()
    window._docks["plot_boundary"].raise_()
    choose(document, "moons")
    document.set_setting("", "preparation", document.project.preparation.replace(expansion=Terms()))
    assert window.notice.text.text() == "The network does not fit these data yet."
    QTest.mouseClick(window.notice.help, Qt.MouseButton.LeftButton)
    assert document.graph["input_1"].layer.shape == (5,)
    qtbot.waitUntil(lambda: session.data is not None and session.data.dataset.inputs.shape[1] == 5)
    qtbot.waitUntil(lambda: boundary.image.image is not None and not boundary.hint.isVisible())
    qtbot.waitUntil(lambda: len(boundary.points.training.data) == len(session.data.raw.training[0]))
