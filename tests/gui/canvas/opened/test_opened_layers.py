"""Layers that open in place: when they do, what they show, and what the mouse learns from them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor

from engine.data import DataSource, Preparation
from engine.graph import Edge, Graph
from engine.layers import Conv2D, Dense, Flatten, Input, Output
from engine.project import Project, load_example
from engine.training_config import TrainingConfig
from gui import theme
from gui.canvas import NetworkView
from gui.canvas.geometry import Port
from gui.canvas.look import Offer
from gui.canvas.opened.opened_layers import PROBE
from gui.canvas.opened.value_inks import LEVELS
from gui.document import Document
from gui.i18n import number
from gui.quantities import Fill, Quantity
from gui.settings import Settings
from gui.snapshot import State
from gui.spot import OUTPUT, Spot
from gui.training_session import TrainingSession
from tests.gui.canvas.hands import click, key, lead, pixel_of, press, release, turn_wheel
from tests.gui.projects import moons, twins

FIRST, SECOND = Edge("input_1", "dense_1", 0), Edge("dense_1", "dense_2", 0)


@pytest.fixture
def open_view(qtbot):
    """A canvas with a session, both closed after the test."""
    sessions = []

    def open_project(project):
        session = TrainingSession(Document(project))
        sessions.append(session)
        view = NetworkView(session.document, session)
        view.session = session
        qtbot.addWidget(view)
        view.resize(1000, 600)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(lambda: session.network is not None and session.data is not None)
        return view

    yield open_project
    for session in sessions:
        session.close()


@pytest.fixture
def view(open_view):
    return open_view(moons())


def open_all(qtbot, view):
    """By key, and wait for the first look."""
    key(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    key(view, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: len(looks(view)) == len(view.document.graph))


def test_without_a_selection_all_in_view_is_opened(view):
    view.document.select()
    key(view, Qt.Key.Key_O)
    assert opened(view) == {node.id for node in view.document.graph}
    key(view, Qt.Key.Key_O)
    assert opened(view) == set()


def looks(view):
    return view.session.last_snapshot.looks.get(PROBE, {})


def opened(view):
    return set(view.network.look.pictures)


def line_pixel(view, edge, number):
    """A place on one weight's line on screen where no other crosses it."""
    view.viewport().grab()
    return view.mapFromScene(view.network.insides.lines[edge].line(number).pointAt(0.3))


def unit_pixel(view, node, unit):
    column = view.network.look.pictures[node].column
    return view.mapFromScene(view.network.nodes[node].pos() + column.centre(unit))


def test_the_wheel_opens_what_is_in_view_and_closes_it_again(view):
    turn_wheel(view, pixel_of(view, "dense_1"), 5)
    assert "dense_1" in opened(view)
    assert view.network.nodes["dense_1"].card.rect.height() > 150
    turn_wheel(view, pixel_of(view, "dense_1"), -5)
    assert opened(view) == set()
    assert view.network.nodes["dense_1"].card.rect.height() == 72
    assert view.network.insides.boundingRect().isEmpty()


def test_only_layers_near_the_view_are_looked_into(qtbot, view):
    turn_wheel(view, pixel_of(view, "input_1"), 8)
    qtbot.waitUntil(lambda: "input_1" in looks(view))
    assert "output_1" not in looks(view)


def test_a_key_opens_the_selected_layer_at_any_scale_and_closes_it(qtbot, view):
    click(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_O)
    assert opened(view) == {"dense_1"}
    qtbot.waitUntil(lambda: "dense_1" in looks(view))
    key(view, Qt.Key.Key_O)
    assert opened(view) == set()
    view.session.step_batch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    assert PROBE not in view.session.last_snapshot.looks


def test_a_layer_that_was_closed_stays_closed_near_by(view):
    turn_wheel(view, pixel_of(view, "dense_1"), 5)
    view.document.select(["dense_1"])
    key(view, Qt.Key.Key_O)
    assert "dense_1" not in opened(view)
    assert "dense_2" in opened(view)


def test_opening_is_no_edit(qtbot, view):
    open_all(qtbot, view)
    assert view.document.undo_stack.count() == 0
    assert not view.document.modified


def test_one_line_a_weight_in_the_colour_of_its_sign(qtbot, view):
    open_all(qtbot, view)
    lines = view.network.insides.lines
    assert {edge: len(drawn) for edge, drawn in lines.items()} == {FIRST: 8, SECOND: 4}
    assert view.network.wires.edge_at((lines[FIRST].line(0).center()), 1.0) is None
    kernel = view.session.network.state_dict()["dense_1.kernel"].ravel()
    inks, reach = view.network.insides._inks, np.abs(kernel).max()
    strongest = int(np.abs(kernel).argmax())
    widths = [lines[FIRST].pen(place).widthF() for place in range(8)]
    assert widths[strongest] == max(widths)
    for place, weight in enumerate(kernel):
        color = lines[FIRST].pen(place).color()
        level = round(float(weight / reach) * LEVELS)
        assert color == inks.line_color(level)
        if level:
            assert (color.blue() > color.red()) == (weight > 0)
    assert inks.line_color(LEVELS) == QColor(theme.current().positive)
    assert inks.line_color(-LEVELS) == QColor(theme.current().negative)


def test_initial_activations_fill_the_neurons(qtbot, view):
    open_all(qtbot, view)
    mean = looks(view)["dense_1"].output.mean
    strongest = int(np.abs(mean).argmax())
    color = view.network.insides.layers["dense_1"].color_of(strongest)
    assert color == theme.current().sign_color(float(np.sign(mean[strongest])))
    assert view.viewport().grab().toImage().pixelColor(unit_pixel(view, "dense_1", strongest) - QPoint(0, 8)) == color


def test_the_note_tells_the_weight_under_the_mouse(qtbot, view):
    open_all(qtbot, view)
    state = view.session.network.state_dict()
    lead(view, line_pixel(view, FIRST, 5))
    text = view.note.text
    assert text.startswith(f"w₂,₂ of dense_1 = {number(float(state['dense_1.kernel'][1, 1]), 3)}")
    assert f"a₂ = {number(float(looks(view)['input_1'].output.mean[1]), 3)}" in text
    assert not view.note.isHidden()
    lead(view, QPoint(4, 4))
    assert view.note.isHidden()


def test_the_note_tells_the_neuron_under_the_mouse(qtbot, view):
    open_all(qtbot, view)
    lead(view, unit_pixel(view, "dense_1", 2))
    value = float(looks(view)["dense_1"].output.mean[2])
    assert view.note.text.startswith(f"a₃ of dense_1 = {number(value, 3)} · b₃ = 0")
    assert view.note.text.endswith("a₃ = tanh(Σ w·,₃ x + b₃)")


def test_training_moves_lines_neurons_and_the_note(qtbot, view):
    open_all(qtbot, view)
    lead(view, line_pixel(view, FIRST, 5))
    before, text = looks(view)["dense_1"].weights["kernel"], view.note.text
    view.session.step_epoch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    after = looks(view)["dense_1"].weights["kernel"]
    assert (before != after).all()
    np.testing.assert_array_equal(after, view.session.network.state_dict()["dense_1.kernel"])
    assert view.note.text != text
    assert "gradient" in view.note.text
    assert "last update" in view.note.text


def test_keys_choose_what_is_shown_and_it_is_remembered(qtbot, view):
    open_all(qtbot, view)
    view.session.step_batch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    look, lines = looks(view)["dense_1"], view.network.insides.lines[FIRST]
    updates = view.session.last_snapshot.observation.updates
    expected = {
        Quantity.GRADIENT: np.abs(look.gradients["kernel"]),
        Quantity.UPDATE: look.part(updates, "kernel"),
        Quantity.CONTRIBUTION: look.weights["kernel"] * look.entering.mean[:, np.newaxis],
        Quantity.WEIGHT: look.weights["kernel"],
    }
    for quantity, values in expected.items():
        key(view, Qt.Key.Key_W)
        assert view.opened.quantity is quantity
        assert Settings().weight_quantity == quantity.value
        largest = int(np.abs(values).argmax())
        level = LEVELS if values.flat[largest] > 0 else -LEVELS
        inks, signed = view.network.insides._inks, quantity is not Quantity.GRADIENT
        assert lines.pen(largest).color() == inks.line_color(level, signed)
    key(view, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert view.opened.fill is Fill.FIRST
    assert Settings().neuron_fill == "first"
    assert view.value_legend.text == "Weight, Activation of the first sample"


def test_a_click_on_a_weight_is_told_and_a_drag_on_a_neuron_moves_the_card(qtbot, view):
    open_all(qtbot, view)
    with qtbot.waitSignal(view.spot_pressed) as told:
        click(view, line_pixel(view, FIRST, 5))
    assert told.args == [Spot("dense_1", "kernel", (1, 1))]
    start = unit_pixel(view, "dense_1", 0)
    with qtbot.waitSignal(view.spot_pressed) as told:
        click(view, start)
    assert told.args == [Spot("dense_1", OUTPUT, (0,))]
    before = view.network.insides.lines[FIRST].line(0).p2()
    with qtbot.assertNotEmitted(view.spot_pressed):
        press(view, start)
        lead(view, start + QPoint(30, 20), start + QPoint(0, 80))
        release(view, start + QPoint(0, 80))
    assert view.document.graph["dense_1"].position[1] > 0
    view.viewport().grab()
    assert view.network.insides.lines[FIRST].line(0).p2().y() > before.y()


def test_many_weights_are_an_image_with_the_same_note(qtbot, open_view):
    graph = Graph()
    source = graph.add(Input(shape=(64,)))
    hidden = graph.add(Dense(units=40), after=source, position=(300.0, 0.0))
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=10), after=hidden, position=(600.0, 0.0)))
    view = open_view(Project(graph, TrainingConfig(), DataSource.resolve("digits"), Preparation()))
    open_all(qtbot, view)
    assert set(view.network.insides.lines) == {SECOND}
    (mosaic,) = view.network.look.pictures["dense_1"].mosaics
    image = view.network.insides.layers["dense_1"].image_of(0)
    assert (image.width(), image.height()) == (64, 40)
    place = mosaic.rect.topLeft() + QPointF(mosaic.rect.width() * 3.5 / 64, mosaic.rect.height() * 7.5 / 40)
    lead(view, view.mapFromScene(view.network.nodes["dense_1"].pos() + place))
    weight = view.session.network.state_dict()["dense_1.kernel"][3, 7]
    assert view.note.text.startswith(f"w₄,₈ of dense_1 = {number(float(weight), 3)}")


def test_a_convolution_opens_into_its_kernels(qtbot, open_view):
    graph = Graph()
    source = graph.add(Input(shape=(8, 8, 1)))
    kernels = graph.add(Conv2D(filters=4, kernel_size=(3, 3)), after=source, position=(220.0, 0.0))
    flat = graph.add(Flatten(), after=kernels, position=(440.0, 0.0))
    graph.add(Output(), after=graph.add(Dense(units=10), after=flat, position=(660.0, 0.0)), position=(880.0, 0.0))
    view = open_view(Project(graph, TrainingConfig(), load_example("digits_cnn").data, Preparation()))
    open_all(qtbot, view)
    image = view.network.insides.layers["conv2d_1"].image_of(0)
    assert (image.width(), image.height()) == (7, 7)
    assert image.pixelColor(3, 3).alpha() == 0
    kernel = view.session.network.state_dict()["conv2d_1.kernel"]
    place = np.unravel_index(np.abs(kernel).argmax(), kernel.shape)
    row, column = divmod(place[3], 2)
    wanted = theme.current().sign_color(float(np.sign(kernel[place])))
    assert image.pixelColor(4 * column + int(place[1]), 4 * row + int(place[0])) == wanted


def test_an_edit_opens_the_layer_anew(qtbot, view):
    open_all(qtbot, view)
    document = view.document
    document.push("Wider", [document.graph.changed("dense_1", Dense(units=6, activation="tanh"))])
    qtbot.waitUntil(lambda: looks(view)["dense_1"].weights["bias"].shape == (6,))
    assert len(view.network.insides.lines[FIRST]) == 12
    document.undo_stack.undo()
    assert len(view.network.insides.lines[FIRST]) == 8
    document.select(["dense_1"])
    key(view, Qt.Key.Key_Delete)
    assert "dense_1" not in opened(view)
    assert not view.network.insides.lines
    view.viewport().grab()
    document.undo_stack.undo()
    assert "dense_1" in opened(view)


# With what else the canvas does


def test_a_drawing_that_runs_down_has_neurons_in_rows_and_lines_between_them(qtbot, view):
    open_all(qtbot, view)
    view.turn()
    view.glide.jump()
    qtbot.waitUntil(lambda: len(looks(view)) == len(view.document.graph))
    column, card = view.network.look.pictures["dense_1"].column, view.network.nodes["dense_1"].card
    assert column.centre(1) - column.centre(0) == QPointF(34, 0)
    assert column.rect.left() >= card.words_rect.right()
    assert card.rect.contains(column.rect)
    line = view.network.insides.lines[FIRST].line(5)
    assert line.p1().y() < line.p2().y()
    assert line.p2().x() == (view.network.nodes["dense_1"].pos() + column.centre(1)).x()
    weight = float(view.session.network.state_dict()["dense_1.kernel"][1, 1])
    lead(view, line_pixel(view, FIRST, 5))
    assert view.note.text.startswith(f"w₂,₂ of dense_1 = {number(weight, 3)}")
    lead(view, unit_pixel(view, "dense_1", 2))
    assert view.note.text.startswith("a₃ of dense_1")
    view.document.undo_stack.undo()
    assert view.network.insides.lines[FIRST].line(5).p1().x() < view.network.insides.lines[FIRST].line(5).p2().x()


def test_wires_that_run_down_follow_a_card_that_opens(view):
    view.turn()
    click(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_O)
    geometry = view.network.wires.geometry()
    assert geometry.points[geometry.row_of[SECOND], 1] == view.network.nodes["dense_1"].output_at().y()


@pytest.mark.parametrize("turn", [False, True])
def test_arranging_leaves_room_for_what_is_opened(qtbot, open_view, turn):
    view = open_view(twins())
    open_all(qtbot, view)
    view.arrange()
    if turn:
        view.turn()
    boxes = [item.card.rect.translated(item.pos()) for item in view.network.nodes.values()]
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))


def test_a_layer_that_shares_shows_its_owners_weights(qtbot, open_view):
    view = open_view(twins(shared=True))
    open_all(qtbot, view)
    kernel = view.session.network.state_dict()["dense_1.kernel"]
    assert np.array_equal(looks(view)["dense_2"].weights["kernel"], kernel)
    told = view.opened.told(Spot("dense_2", "kernel", (1, 2)))
    assert told.startswith(f"w₂,₃ of dense_2 = {number(float(kernel[1, 2]), 3)}")
    assert len(view.network.insides.lines[Edge("input_1", "dense_2", 0)]) == kernel.size


def test_a_wire_behind_weights_is_seen_while_it_is_selected(qtbot, view):
    open_all(qtbot, view)
    view.document.select()
    plain = view.viewport().grab().toImage()
    view.document.select((), [SECOND])
    assert view.viewport().grab().toImage() != plain


def test_the_drawing_is_as_large_as_what_is_opened(view):
    before = view.content_rect().height()
    click(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_O)
    assert view.content_rect().height() == view.network.nodes["dense_1"].card.rect.height() > before


def test_the_first_step_brings_a_legend_that_covers_nothing(qtbot, view):
    view.resize(900, 330)
    key(view, Qt.Key.Key_F)
    key(view, Qt.Key.Key_O)
    view.glide.jump()
    before = view.viewpoint
    view.session.step_batch()
    qtbot.waitUntil(lambda: view.legend.isVisible())
    legends = view.legend.geometry(), view.value_legend.geometry()
    cards = [view.mapFromScene(card.place()).boundingRect() for card in view.network.cards()]
    assert not any(legend.intersects(card) for legend in legends for card in cards)
    assert view.viewpoint == before


def test_a_drawing_that_fills_a_projector_stays_closed_until_somebody_comes_near(view):
    view.fit_scales = (1.0, 2.5)
    view.zoom(2.5 / view.scale_factor, pixel_of(view, "dense_1"))
    assert opened(view) == set()
    view.zoom(2.0, pixel_of(view, "dense_1"))
    assert "dense_1" in opened(view)


def test_a_search_dims_the_insides_and_the_lines_of_other_layers(qtbot, view):
    open_all(qtbot, view)
    neuron, line = unit_pixel(view, "dense_1", 0), line_pixel(view, FIRST, 5)
    insides = view.network.insides

    def colors():
        seen = view.viewport().grab().toImage()
        return seen.pixelColor(neuron), seen.pixelColor(line)

    plain = colors()
    view.network.mark(frozenset(["dense_2", "output_1"]))
    assert all(now != before for now, before in zip(colors(), plain, strict=True))
    assert insides.layers["dense_2"].opacity() == 1.0
    view.network.mark(None)
    assert colors() == plain
    view.network.offer_ports(Offer(Port("output_1", None), frozenset(), frozenset(["dense_2"])))
    assert insides.lines[FIRST].opacity() == insides.layers["dense_1"].opacity() < 1.0
    view.network.offer_ports(None)
    assert colors() == plain


def test_what_is_not_there_yet_gives_way_to_the_weights_and_comes_with_the_first_step(qtbot, view):
    open_all(qtbot, view)
    pens = [view.network.insides.lines[FIRST].pen(place).color() for place in range(8)]
    key(view, Qt.Key.Key_W)
    assert view.opened.quantity is Quantity.GRADIENT
    assert [view.network.insides.lines[FIRST].pen(place).color() for place in range(8)] == pens
    assert view.value_legend.text == "Weight, Mean activation, Size of the gradient: from the first step on"
    view.session.step_batch()
    qtbot.waitUntil(lambda: view.session.state is State.PAUSED)
    assert view.value_legend.text == "Size of the gradient, Mean activation"
    assert [view.network.insides.lines[FIRST].pen(place).color() for place in range(8)] != pens


def test_only_lines_whose_step_has_changed_are_drawn_anew(qtbot, view):
    open_all(qtbot, view)
    lines = view.network.insides.lines[FIRST]
    shares = np.linspace(-1, 1, len(lines))
    lines.take(shares, view.network.insides._inks, True)
    before = {level: strokes.path() for level, strokes in lines._strokes.items()}
    shares[3] = 1.0
    lines.take(shares, view.network.insides._inks, True)
    changed = {level for level, strokes in lines._strokes.items() if strokes.path() != before[level]}
    assert changed == {round(float(np.linspace(-1, 1, len(lines))[3]) * LEVELS), LEVELS}
    assert lines._strokes[LEVELS].path().elementCount() == 4


def test_pins_are_marked_where_they_are_and_follow(qtbot, view):
    open_all(qtbot, view)
    insides = view.network.insides
    view.opened.pin([Spot("dense_1", OUTPUT, (2,)), Spot("dense_1", "kernel", (1, 1)), Spot("gone", OUTPUT, (0,))])
    card = view.network.nodes["dense_1"]
    around = insides._pins.path()
    assert around.contains(card.pos() + view.network.look.pictures["dense_1"].column.centre(2))
    assert around.contains(insides.lines[FIRST].line(5).center())
    assert not around.contains(card.pos() + view.network.look.pictures["dense_1"].column.centre(0))
    key(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert insides._pins.path().contains(card.pos() + view.network.look.pictures["dense_1"].column.centre(2))
    view.opened.pin([])
    assert insides._pins.path().isEmpty()
