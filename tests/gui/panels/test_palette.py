"""The palette: every kind is there, found, added and dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from engine.layers import Category, Layer
from gui.document import Document
from gui.mime import LAYER_MIME
from gui.panels.palette import PalettePanel, found
from gui.widgets.layer_card import KIND
from tests.gui.projects import moons


@pytest.fixture
def palette(qtbot):
    document = Document(moons())
    panel = PalettePanel(document)
    panel.heard = []
    panel.add_requested.connect(panel.heard.append)
    qtbot.addWidget(panel)
    panel.resize(212, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def listed(panel):
    rows = (panel.list.item(row) for row in range(panel.list.count()))
    return [row.data(KIND).name for row in rows if row.data(KIND)]


def centre(panel, name):
    row = next(r for r in range(panel.list.count()) if panel.list.item(r).data(KIND) is Layer.kinds()[name])
    return panel.list.visualItemRect(panel.list.item(row)).center()


def test_every_kind_stands_under_its_family(palette):
    wanted = [name for c in Category for name, kind in Layer.kinds().items() if kind.category is c]
    assert listed(palette) == wanted
    assert palette.objectName() == "palette"


def test_a_search_by_name_or_summary_and_enter_adds_the_first_hit(palette):
    palette.focus_search()
    QTest.keyClicks(palette.search, "conc")
    assert listed(palette) == ["Concatenate"]
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.heard == ["Concatenate"]
    palette.search.selectAll()
    QTest.keyClicks(palette.search, "skip connection")
    assert listed(palette) == ["Add"]
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert listed(palette) == listed(PalettePanel(Document(moons())))


def test_a_search_lists_the_best_hit_first_whatever_its_family(palette):
    QTest.keyClicks(palette.search, "att")
    assert listed(palette)[0] == "MultiHeadAttention"
    assert len(listed(palette)) > 3
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.heard == ["MultiHeadAttention"]


def test_enter_in_an_empty_search_adds_nothing(palette):
    palette.focus_search()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.heard == []


def test_what_begins_with_the_search_comes_first(palette):
    first = [kind.name.startswith("D") for kind in found("d")]
    assert first == sorted(first, reverse=True)
    assert first.count(True) >= 3
    assert first.count(False) >= 3
    assert found("dense")[0].name == "Dense"
    assert found("no such layer") == []
    QTest.keyClicks(palette.search, "qqq")
    assert not palette.nothing.isHidden()


def test_keys_lead_from_the_search_down_the_list(palette):
    palette.focus_search()
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is palette.list
    for _ in range(len(listed(palette)) - 1):
        QTest.keyClick(palette.list, Qt.Key.Key_Down)
    QTest.keyClick(palette.list, Qt.Key.Key_Return)
    QTest.keyClick(palette.list, Qt.Key.Key_Up)
    QTest.keyClick(palette.list, Qt.Key.Key_Enter)
    assert palette.heard == listed(palette)[-1:-3:-1]


def test_a_double_click_adds(palette):
    place = centre(palette, "Dense")
    viewport = palette.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert palette.heard == ["Dense"]


def test_a_drag_carries_the_kinds_name_and_its_card(palette, monkeypatch):
    drags = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: drags.append((drag.mimeData(), drag.pixmap())))
    place, viewport = centre(palette, "Dropout"), palette.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(viewport, place + QPoint(4, 0))
    for step in (20, 40):
        QTest.mouseMove(viewport, place + QPoint(step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 0))
    assert [bytes(mime.data(LAYER_MIME).data()) for mime, _ in drags] == [b"Dropout"]
    assert not drags[0][1].isNull()
    assert palette.heard == []


def test_a_tooltip_tells_summary_and_formula(palette):
    place = centre(palette, "Dense")
    viewport = palette.list.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert "Every unit sees every input" in QToolTip.text()
    assert "data:image/png" in QToolTip.text()
    assert "<i>b</i>: bias" in QToolTip.text()
    QToolTip.hideText()
