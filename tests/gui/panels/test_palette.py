"""The palette: every kind is there, found, added and dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QDrag, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from engine.layers import Category, Dense, Dropout, Flatten, Layer
from gui.document import Document
from gui.mime import LAYER_MIME
from gui.panels.palette import PalettePanel, found
from gui.widgets.layer_card import FAVOURITE, KIND, star_area
from tests.gui.projects import moons


@pytest.fixture
def palette(qtbot):
    document = Document(moons())
    panel = PalettePanel(document)
    panel.heard = []
    panel.add_requested.connect(panel.heard.append)
    qtbot.addWidget(panel)
    panel.resize(212, 700)
    QCursor.setPos(QPoint(700, 790))  # where the mouse of another test was left it would be at a row
    with qtbot.waitActive(panel):
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


def test_a_drag_carries_the_kinds_name_and_no_second_card(palette, monkeypatch):
    drags = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: drags.append((drag.mimeData(), drag.pixmap())))
    place, viewport = centre(palette, "Dropout"), palette.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(viewport, place + QPoint(4, 0))
    for step in (20, 40):
        QTest.mouseMove(viewport, place + QPoint(step, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 0))
    assert [bytes(mime.data(LAYER_MIME).data()) for mime, _ in drags] == [b"Dropout"]
    assert 0 < drags[0][1].deviceIndependentSize().width() < 20, "the canvas shows the card"
    assert palette.heard == []


def test_a_tooltip_tells_summary_and_formula(palette):
    place = centre(palette, "Dense")
    viewport = palette.list.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert "Every unit sees every input" in QToolTip.text()
    assert "data:image/png" in QToolTip.text()
    assert "<i>b</i>: bias" in QToolTip.text()
    QToolTip.hideText()


def headers(panel):
    rows = (panel.list.item(row) for row in range(panel.list.count()))
    return [row.text() for row in rows if row.data(KIND) is None]


def star(panel, name):
    row = next(r for r in range(panel.list.count()) if panel.list.item(r).data(KIND) is Layer.kinds()[name])
    rect = panel.list.visualItemRect(panel.list.item(row))
    return star_area(rect, panel.list.viewport().width()).center().toPoint()


def test_a_click_on_the_star_marks_a_favourite_and_adds_nothing(palette):
    every = listed(palette)
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=star(palette, "Dense"))
    assert headers(palette)[0] == "FAVOURITES"
    assert listed(palette) == ["Dense", *every]
    marked = [palette.list.item(row) for row in range(palette.list.count())]
    assert sum(bool(item.data(FAVOURITE)) for item in marked) == 2
    assert palette.heard == []
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=star(palette, "Dense"))
    assert listed(palette) == every


def test_the_star_key_marks_a_favourite_and_keeps_the_choice(palette):
    palette.list.enter()
    QTest.keyClick(palette.list, Qt.Key.Key_Down)
    name = palette.list.currentIndex().data(KIND).name
    place = palette.list.visualRect(palette.list.currentIndex())
    QTest.keyClicks(palette.list, "*")
    assert palette.shelf.favourites == [Layer.kinds()[name]]
    assert palette.list.visualRect(palette.list.currentIndex()) == place
    assert palette.list.currentIndex().data(KIND).name == name
    assert "favourite" in palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClicks(palette.list, "*")
    assert palette.shelf.favourites == []


def test_keys_act_on_the_chosen_row_and_a_click_on_the_one_under_the_mouse(palette, qtbot):
    view = palette.list.viewport()
    palette.list.enter()
    QTest.keyClick(palette.list, Qt.Key.Key_Down)
    chosen = palette.list.currentIndex().data(KIND)
    QTest.mouseMove(view, star(palette, "Conv1D"))
    qtbot.waitUntil(palette.list.underMouse)
    place = palette.list.visualRect(palette.list.currentIndex())
    QTest.keyClicks(palette.list, "*")
    assert palette.shelf.favourites == [chosen]
    assert palette.list.currentIndex().data(KIND) is chosen, "the mouse rests on another row"
    assert palette.list.visualRect(palette.list.currentIndex()) == place
    place = last(palette, "Conv1D")
    QTest.mouseMove(view, star(palette, "Conv1D") - QPoint(2, 0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=star(palette, "Conv1D"))
    assert palette.shelf.favourites == [chosen, Layer.kinds()["Conv1D"]]
    assert last(palette, "Conv1D") == place, "what is under the mouse stays there"
    assert palette.list.currentIndex().data(KIND) is chosen


def test_favourites_are_there_the_next_time(palette, qtbot):
    palette.shelf.toggle(Dropout)
    another = PalettePanel(Document(moons()))
    qtbot.addWidget(another)
    assert listed(another)[0] == "Dropout"


def test_what_was_used_last_stands_below_the_favourites_without_them(palette):
    palette.shelf.toggle(Dense)
    for kind in (Dense, Flatten, Dropout):
        palette.shelf.use(kind)
    assert headers(palette)[:2] == ["FAVOURITES", "RECENTLY USED"]
    assert listed(palette)[:3] == ["Dense", "Flatten", "Dropout"]
    QTest.keyClicks(palette.search, "flat")
    assert listed(palette) == ["Flatten"]


def test_what_is_used_moves_nothing_in_a_palette_that_is_in_view(palette):
    kinds = [Layer.kinds()[name] for name in ("Dense", "Flatten", "Dropout", "Add", "LSTM", "Dense")]
    place = centre(palette, "Conv1D")
    for kind in kinds[:4]:
        palette.shelf.use(kind)
        assert last(palette, "Conv1D") == place
    assert listed(palette)[:4] == ["Dense", "Flatten", "Dropout", "Add"]
    palette.list.verticalScrollBar().setValue(0)
    place = last(palette, "Conv1D")
    palette.shelf.use(Flatten)
    assert listed(palette)[:4] == ["Dense", "Flatten", "Dropout", "Add"], "what is there already stays where it is"
    palette.shelf.use(kinds[4])
    assert listed(palette)[:4] == ["LSTM", "Flatten", "Dropout", "Add"], "in the place of the one used longest ago"
    assert last(palette, "Conv1D") == place
    palette.hide()
    palette.show()
    assert listed(palette)[:4] == ["LSTM", "Flatten", "Add", "Dropout"], "newest first, the next time"


def test_a_layer_taken_without_a_search_leaves_the_list_where_it_is(palette):
    place = centre(palette, "Dense")
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    palette.shelf.use(Dense)
    palette.forget_search()
    assert last(palette, "Dense") == place, "the next press meets what people see there"


def last(panel, name):
    """Where a kind stands under its family."""
    row = max(r for r in range(panel.list.count()) if panel.list.item(r).data(KIND) is Layer.kinds()[name])
    return panel.list.visualItemRect(panel.list.item(row)).center()
