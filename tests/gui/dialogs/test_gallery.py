"""The gallery by mouse and keys: found, shown, opened; and what cannot be opened harms nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.examples import SHELVES
from engine.project import examples
from gui import i18n, theme
from gui.dialogs import gallery as gallery_module
from gui.dialogs.gallery import Gallery
from gui.dialogs.gallery_tile import ENTRY, wrapped

K = Qt.Key


@pytest.fixture
def gallery(qtbot, qapp):
    opened = Gallery()
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    opened.search.setFocus()
    return opened


def shown(gallery: Gallery) -> list[str]:
    return [gallery.tiles.item(row).data(ENTRY).name for row in range(gallery.tiles.count())]


def tile(gallery: Gallery, name: str) -> QPoint:
    item = gallery.tiles.item(shown(gallery).index(name))
    gallery.tiles.scrollToItem(item)
    return gallery.tiles.visualItemRect(item).center()


def test_every_example_has_a_tile_in_the_order_of_the_shelves(gallery):
    assert shown(gallery) == [name for shelf in SHELVES for name in shelf.examples]
    assert sorted(shown(gallery)) == list(examples())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("attention", ["transformer"]),
        ("lstm", ["digits_rows"]),
        ("Breast cancer", ["wide_and_deep", "two_inputs", "breast_cancer"]),
        ("several skip", ["skip"]),
        ("LeCun", ["lenet"]),
    ],
)
def test_search_finds_titles_words_layers_and_data(gallery, typed, found):
    QTest.keyClicks(gallery.search, typed)
    assert shown(gallery) == found


def test_a_search_without_result_says_so_and_opens_nothing(gallery, qtbot):
    QTest.keyClicks(gallery.search, "zzz")
    assert gallery.nothing.isVisible()
    assert not gallery.tiles.isVisible()
    assert not gallery.open_button.isEnabled()
    with qtbot.assertNotEmitted(gallery.chosen):
        QTest.keyClick(gallery.search, K.Key_Return)
        QTest.keyClick(gallery.search, K.Key_Down)
    assert gallery.isVisible()
    for _ in "zzz":
        QTest.keyClick(gallery.search, K.Key_Backspace)
    assert len(shown(gallery)) == len(examples())
    assert gallery.tiles.isVisible()


def test_type_and_enter(gallery, qtbot):
    QTest.keyClicks(gallery.search, "residual")
    with qtbot.waitSignal(gallery.chosen) as told:
        QTest.keyClick(gallery.search, K.Key_Return)
    assert told.args == ["residual"]
    assert not gallery.isVisible()


def test_arrows_walk_from_the_search_into_the_tiles(gallery):
    QTest.keyClick(gallery.search, K.Key_Down)
    assert gallery.tiles.hasFocus()
    assert gallery.tiles.currentRow() == 2
    QTest.keyClick(gallery.tiles, K.Key_Right)
    told = []
    gallery.chosen.connect(told.append)
    QTest.keyClick(gallery.tiles, K.Key_Return)
    assert told == [SHELVES[0].examples[3]]


def test_the_chosen_template_is_shown_larger(gallery):
    QTest.keyClicks(gallery.search, "transformer")
    preview = gallery.preview
    assert preview.title.text() == "Transformer block"
    assert preview.about.text().endswith("From Vaswani's work of 2017."), "all of it"
    before = preview.picture.pixmap().toImage()
    gallery.search.clear()
    QTest.keyClick(gallery.tiles, K.Key_Down)
    assert preview.picture.pixmap().toImage() != before


def test_double_click_opens_once(gallery, qtbot):
    place = tile(gallery, "inception")
    told = []
    gallery.chosen.connect(told.append)
    QTest.mouseClick(gallery.tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert gallery.isVisible()
    QTest.mouseDClick(gallery.tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["inception"]
    assert not gallery.isVisible()


def test_a_shelf_narrows_and_a_search_looks_on_all(gallery):
    list_of_shelves = gallery.shelves
    place = list_of_shelves.visualItemRect(list_of_shelves.item(3)).center()
    QTest.mouseClick(list_of_shelves.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(gallery) == list(SHELVES[2].examples)
    QTest.keyClicks(gallery.search, "iris")
    assert shown(gallery) == ["iris"]
    assert list_of_shelves.currentRow() == 0


def test_escape_chooses_nothing(gallery, qtbot):
    with qtbot.assertNotEmitted(gallery.chosen):
        QTest.keyClick(gallery.search, K.Key_Escape)
    assert not gallery.isVisible()


def test_each_tile_shows_its_own_network(gallery):
    pictures = {name: gallery._picture(name, 1.0).toImage() for name in examples()}
    assert pictures["inception"] != pictures["lenet"]
    for name, image in pictures.items():
        painted = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(image.height())}
        assert len(painted) > 3, name


def test_a_template_whose_data_set_is_gone_is_shown_with_the_reason(qtbot, monkeypatch):
    load = gallery_module.load_example

    def fail(name):
        from engine.project import from_document

        return from_document({"data": {"kind": "lost.csv"}}) if name == "iris" else load(name)

    monkeypatch.setattr(gallery_module, "load_example", fail)
    opened = Gallery()
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    assert len(shown(opened)) == len(examples())
    entry = opened.tiles.item(shown(opened).index("iris")).data(ENTRY)
    assert "lost.csv" in entry.description
    QTest.keyClicks(opened.search, "lost.csv")
    opened.grab()


def test_it_speaks_indonesian(qtbot, qapp):
    i18n.install(qapp, "id")
    opened = Gallery()
    qtbot.addWidget(opened)
    entry = opened.tiles.item(shown(opened).index("moons")).data(ENTRY)
    assert entry.title == "Dua bulan sabit"


def test_long_descriptions_end_in_an_ellipsis(qapp):
    font = theme.body_font()
    assert wrapped("one two", font, 500, 2) == ["one two"]
    lines = wrapped("word " * 60, font, 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert " ".join(wrapped("word " * 20, font, 200, 99)) == ("word " * 20).strip()
