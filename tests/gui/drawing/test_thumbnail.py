"""Thumbnails: a long network is wrapped, and no card is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from engine.project import load_example
from gui.canvas.scene import NetworkScene
from gui.document import Document
from gui.drawing.thumbnail import LARGEST, _fitted
from tests.gui.projects import moons

SIZE = QSize(244, 92)


@pytest.mark.parametrize("name", ["transformer", "lenet"])
def test_a_long_network_stands_in_rows_between_its_columns(qapp, name):
    scene = NetworkScene(Document(load_example(name)))
    scale, rows = _fitted(scene, SIZE, LARGEST, wraps=True)
    single, (whole,) = _fitted(scene, SIZE, LARGEST, wraps=False)
    assert len(rows) > 1
    assert scale > 1.3 * single
    assert sum(row.width() for row in rows) == pytest.approx(whole.width())
    for left, _, right, _ in scene.boxes().values():
        assert any(row.left() <= left and right <= row.right() for row in rows), "no card is cut"


def test_a_short_network_stays_in_one_row(qapp):
    scene = NetworkScene(Document(moons()))
    _, rows = _fitted(scene, QSize(800, 92), LARGEST, wraps=True)
    assert len(rows) == 1
