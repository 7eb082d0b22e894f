"""The ports of a card are painted at once, and each looks as if it were painted alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage, QPainter

from engine.graph import Edge
from gui import theme
from gui.canvas.cards.card import paint_port
from gui.canvas.cards.plain_ports import PlainPorts
from gui.canvas.inks import Inks
from tests.gui.canvas.hands import lead, port_pixel

PORTS = [(QPointF(20, 20 + 18 * number), number % 2 == 0) for number in range(4)]
INVISIBLE = 32
"""By so much of 255 the edge of a disc may differ from that of a filled and outlined one."""


def painted(scale: float, paint) -> np.ndarray:
    picture = QImage(80, 160, QImage.Format.Format_RGB32)
    picture.fill(Inks(theme.LIGHT).canvas)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return np.array(picture.constBits(), np.uint8).astype(int)


@pytest.mark.parametrize("scale", [0.6, 1.6])
def test_they_look_as_if_painted_one_by_one(qapp, scale):
    inks = Inks(theme.LIGHT)

    def one_by_one(painter: QPainter) -> None:
        for at, wired in PORTS:
            paint_port(painter, inks, at, wired, lit=False)

    alone, together = painted(scale, one_by_one), painted(scale, lambda painter: PlainPorts(PORTS).paint(painter, inks))
    assert np.ptp(alone) > 100, "there is something to compare"
    assert np.abs(alone - together).max() <= INVISIBLE


def test_a_port_is_empty_without_its_wire_and_large_under_the_mouse(view, document):
    wire = Edge("dense_1", "dense_2")
    view.zoom(1 / view.scale_factor, QPoint(500, 300))
    inks, port = view.network.look.inks, port_pixel(view, "dense_2", 0)

    def color():
        return view.viewport().grab().toImage().pixelColor(port)

    assert color() == inks.port_pen.color()
    document.select((), [wire])
    view.delete_selection()
    assert color() == inks.node.color()
    document.undo_stack.undo()
    assert color() == inks.port_pen.color()
    lead(view, port)
    assert color() != inks.port_pen.color(), "it is lit"
    lead(view, QPoint(5, 5))
    assert color() == inks.port_pen.color()
