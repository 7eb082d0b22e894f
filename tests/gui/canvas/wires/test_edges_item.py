"""Width and colour of a wire follow the gradient that flows along it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPointF, Signal

from engine.graph import Edge
from engine.layers import Flatten
from engine.observation import EdgeStatistics, Observation
from gui import theme
from gui.canvas import NetworkView
from gui.canvas.commands.operations import insert_layer, move
from gui.canvas.geometry import CARD_WIDTH, LABEL_RISE
from gui.canvas.wires.magnitude import UNKNOWN
from gui.document import Document
from tests.gui.canvas.hands import wire_pixel
from tests.gui.plots.fake_session import FakeCoach

FIRST, SECOND, THIRD = Edge("input_1", "dense_1", 0), Edge("dense_1", "dense_2", 0), Edge("dense_2", "output_1", 0)


def look(**sizes: float):
    """A snapshot with these gradients by target."""
    edges = {edge: EdgeStatistics(sizes[edge.target], 1.0) for edge in (FIRST, SECOND, THIRD) if edge.target in sizes}
    return SimpleNamespace(observation=Observation(edges, {}))


def pixel_color(view, edge):
    image = view.viewport().grab().toImage()
    return image.pixelColor(wire_pixel(view, edge))


def test_width_and_colour_by_hand(view):
    view.show_snapshot(look(dense_1=1e-4, dense_2=10**-2.5, output_1=1e-1))
    wires, ramp = view.network.wires, theme.LIGHT.magnitude_color
    assert (wires.stroke(FIRST).level, wires.stroke(SECOND).level, wires.stroke(THIRD).level) == (0, 8, 15)
    assert wires.stroke(FIRST).width == 1.0
    assert wires.stroke(SECOND).width == pytest.approx(1 + 5 * 8 / 15)
    assert wires.stroke(THIRD).width == 6.0
    assert [wires.stroke(edge).color for edge in (FIRST, SECOND, THIRD)] == [ramp(0), ramp(8 / 15), ramp(1)]


def test_the_screen_shows_it(view):
    view.show_snapshot(look(dense_1=1e-4, dense_2=10**-2.5, output_1=1e-1))
    assert pixel_color(view, THIRD) == theme.LIGHT.magnitude_color(1)
    assert pixel_color(view, SECOND) == theme.LIGHT.magnitude_color(8 / 15)
    view.document.select((), [THIRD])
    assert pixel_color(view, THIRD).name().upper() == theme.LIGHT.accent


def test_what_is_not_observed_stays_quiet_and_the_legend_goes(view):
    assert not view.legend.isVisible()
    view.show_snapshot(look(dense_2=1e-3))
    assert view.legend.isVisible()
    assert view.legend.range_text == "1e−5 … 1e−3"
    assert view.network.wires.stroke(FIRST).level == UNKNOWN
    view.show_snapshot(SimpleNamespace(observation=None))
    assert not view.legend.isVisible()
    assert view.network.wires.stroke(SECOND).level == UNKNOWN


def test_without_a_network_no_gradient_is_shown(qtbot, project):
    class Session(QObject):
        snapshot_taken = Signal(object)
        network: object = object()
        coach = FakeCoach()

    session = Session()
    view = NetworkView(Document(project), session)
    qtbot.addWidget(view)
    session.snapshot_taken.emit(look(dense_2=1e-3))
    assert view.network.wires.observing
    session.network = None
    session.snapshot_taken.emit(look(dense_2=1e-3))
    assert not view.network.wires.observing


@pytest.mark.parametrize(("gap", "shown"), [(64, True), (16, False)])
def test_a_shape_needs_room_between_the_cards(view, document, gap, shown):
    x, y = document.graph["dense_1"].position
    move(document, {"dense_2": (x + CARD_WIDTH + gap, y)})
    view.fit()
    pill = view.network.look.inks.pill.color()
    place = view.mapToScene(wire_pixel(view, SECOND)) - QPointF(6, LABEL_RISE)
    color = view.viewport().grab().toImage().pixelColor(view.mapFromScene(place))
    assert (color == pill) == shown


def test_a_shape_is_shown_on_a_steep_wire_between_cards_close_in_one_way(view, document):
    x, y = document.graph["dense_1"].position
    move(document, {"dense_2": (x + CARD_WIDTH + 8, y + 240)})
    view.fit()
    place = view.mapToScene(wire_pixel(view, SECOND)) - QPointF(6, 0)
    color = view.viewport().grab().toImage().pixelColor(view.mapFromScene(place))
    assert color == view.network.look.inks.pill.color()


def test_a_new_wire_is_unknown_and_the_others_keep_their_gradient(view, document):
    view.show_snapshot(look(dense_1=1e-4, dense_2=1e-3, output_1=1e-1))
    made = insert_layer(document, SECOND, Flatten())
    assert view.network.wires.stroke(Edge("dense_1", made, 0)).level == UNKNOWN
    assert view.network.wires.stroke(THIRD).level == 15


def test_the_tooltip_tells_shape_and_gradient(view):
    view.show_snapshot(look(dense_2=0.00123))
    assert view.network.wires.tooltip(SECOND) == (
        "<b>dense_1 → dense_2</b><br>Shape 4<br>Gradient, root mean square: 0.00123"
    )


def test_many_wires_in_view_are_straight_and_few_are_curves(view, monkeypatch):
    wires = view.network.wires
    assert not wires.straight
    monkeypatch.setattr("gui.canvas.wires.edges_item.MOST_CURVES", 2)
    view.fit()
    assert wires.straight
    assert wires.edge_at(QPointF(100, 0), 1.0) == FIRST
    view.viewport().grab()
    view.zoom(4.0, wire_pixel(view, FIRST))
    assert not wires.straight
