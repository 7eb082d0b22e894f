"""Zoom holds what is under the cursor; pan and fit do what they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from gui.canvas.camera import LARGEST, SMALLEST
from tests.gui.canvas.hands import pixel_of, turn_wheel


@pytest.mark.parametrize("notches", [3, -3])
def test_the_wheel_zooms_to_the_cursor(view, notches):
    pixel = QPoint(730, 210)
    held, scale = view.mapToScene(pixel), view.scale_factor
    for _ in range(abs(notches)):
        turn_wheel(view, pixel, notches // abs(notches))
    assert view.scale_factor == pytest.approx(scale * 1.2**notches)
    moved = view.mapFromScene(held) - pixel
    assert moved.manhattanLength() <= 1


def test_zoom_has_ends_and_still_holds_the_point(view):
    pixel = QPoint(100, 500)
    for notches, end in ((60, LARGEST), (-90, SMALLEST)):
        held = view.mapToScene(pixel)
        turn_wheel(view, pixel, notches)
        assert view.scale_factor == end
        assert (view.mapFromScene(held) - pixel).manhattanLength() <= 1


def test_shift_wheel_and_two_fingers_pan(view):
    before, scale = pixel_of(view, "dense_1"), view.scale_factor
    turn_wheel(view, QPoint(400, 300), 1, Qt.KeyboardModifier.ShiftModifier)
    assert pixel_of(view, "dense_1") - before == QPoint(60, 0)
    turn_wheel(view, QPoint(400, 300), fingers=QPoint(-13, 21))
    assert pixel_of(view, "dense_1") - before == QPoint(47, 21)
    assert view.scale_factor == scale
    turn_wheel(view, QPoint(400, 300), 1, Qt.KeyboardModifier.ControlModifier, QPoint(0, 10))
    assert view.scale_factor == pytest.approx(scale * 1.2)


def test_fit_shows_everything_and_never_magnifies(view, document):
    assert view.scale_factor == 1.0
    document.push("Move", [document.graph.moved("output_1", (5000.0, -3000.0))])
    view.fit()
    assert view.scale_factor < 0.25
    assert view.visible_rect().contains(view.network.content_rect())


def test_a_fitted_drawing_fits_again_in_a_smaller_view_until_somebody_has_moved_or_changed_it(view, document):
    def seen_whole():
        return view.visible_rect().contains(view.content_rect())

    view.resize(420, 300)
    assert seen_whole()
    small = view.scale_factor
    view.resize(1000, 700)
    assert view.scale_factor == 1.0 > small
    document.push("Move", [document.graph.moved("output_1", (900.0, 40.0))])
    view.resize(420, 300)
    assert view.scale_factor == 1.0, "who works goes on seeing what is worked at"
    view.fit()
    turn_wheel(view, QPoint(200, 150), 1)
    view.resize(300, 200)
    assert not seen_whole()


def test_menu_steps_keep_the_middle(view):
    middle = view.mapToScene(view.viewport().rect().center())
    view.zoom_in()
    view.zoom_in()
    assert view.scale_factor == pytest.approx(1.25**2)
    view.zoom_out()
    view.reset_zoom()
    assert view.scale_factor == pytest.approx(1.0)
    assert (view.mapToScene(view.viewport().rect().center()) - middle).manhattanLength() <= 2


def test_reveal_brings_a_far_card_into_view(view, document):
    document.push("Move", [document.graph.moved("output_1", (150_000.0, 40.0))])
    view.document.replace(document.project)
    view.reset_zoom()
    view.reveal("output_1")
    assert view.visible_rect().contains(QPointF(150_000.0, 40.0))
    view.reveal("nobody")


def test_fit_shows_opened_layers_above_both_legends(view):
    view.resize(900, 330)
    view.legend.show_range((-3, -1))
    QTest.keyClick(view, Qt.Key.Key_O)
    QTest.keyClick(view, Qt.Key.Key_F)
    shown = view.mapFromScene(view.content_rect()).boundingRect()
    assert view.value_legend.isVisible()
    assert not shown.intersects(view.value_legend.geometry())
    assert shown.top() >= 0
