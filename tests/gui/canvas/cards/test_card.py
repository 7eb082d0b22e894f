"""What of a layer's words fits onto its card."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from engine.annotations import Group
from engine.direction import Direction
from engine.graph import Node
from engine.layers import Conv2D, Dense, Embedding, Flatten, Layer, LayerNormalization, Output
from gui import theme
from gui.canvas.annotations.group_card import GroupCard
from gui.canvas.cards import card_text
from gui.canvas.cards.card import TEXT_LEFT, TEXT_RIGHT, Card
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.card_words import LINE_BREAK, fitted_title
from gui.canvas.cards.far_cards import TITLE_PIXELS
from gui.canvas.geometry import CARD_WIDTH
from gui.canvas.inks import Inks

WORDS_WIDTH = CARD_WIDTH - TEXT_LEFT - TEXT_RIGHT


def shown(layer: Layer) -> str:
    return Card(Node("node_1", layer), 1)._detail.text().replace(LINE_BREAK, " ")


def test_a_line_that_fits_is_whole_and_of_usual_size(qapp):
    card = Card(Node("dense_1", Dense(units=8, activation="tanh")), 1)
    assert card._detail.text() == "8 units · tanh"
    assert card._detail_font.pixelSize() == theme.LABEL_PIXELS
    assert shown(Flatten()) == "node_1"


def test_what_tells_least_is_left_out_first_and_the_tooltip_has_it(qapp):
    layer = Conv2D(filters=1024, kernel_size=(11, 11), activation="hard_sigmoid")
    whole = "1024 filters · 11×11 · hard sigmoid"
    line = shown(layer)
    assert whole.startswith(line)
    assert line.startswith("1024 filters")
    assert line in ("1024 filters", "1024 filters · 11×11")
    assert whole in card_text.tooltip(Node("conv2d_1", layer), [])


@pytest.mark.parametrize("kind", Layer.kinds().values(), ids=lambda kind: kind.name)
def test_both_ends_of_the_first_matter_stay_where_its_value_is(qapp, kind):
    for first in card_text.headline(kind())[:1]:
        start, _, end = shown(kind()).partition("\N{HORIZONTAL ELLIPSIS}")
        assert first.startswith(start) or start.startswith(first)
        assert first.endswith(end)


def test_a_long_loss_is_whole_on_two_lines(qapp):
    card = Card(Node("output_1", Output(loss="sparse_categorical_crossentropy")), 1)
    lines = card._detail.text().split(LINE_BREAK)
    assert lines == ["sparse categorical", "cross-entropy"]
    bottom = card._detail_at.y() + card._detail.size().height()
    assert max(map(QFontMetricsF(card._detail_font).horizontalAdvance, lines)) <= WORDS_WIDTH
    assert bottom < card.rect.bottom()


def test_a_long_title_takes_two_lines_above_all_else_within_the_card(qapp):
    card = Card(Node("norm_1", LayerNormalization(), title="Normalisasi lapisan"), 1, note="64 parameters")
    assert card._title.text().split(LINE_BREAK) == ["Normalisasi", "lapisan"]
    assert card.rect.top() < card._title_at.y() < card._detail_at.y() - card._title.size().height()
    assert card._note_at.y() + card._note.size().height() < card.rect.bottom()
    assert card._title.size().width() <= WORDS_WIDTH


def test_one_long_matter_is_cut_within_the_card(qapp):
    card = Card(Node("output_1", Output(loss="sparse_categorical_crossentropy")), 1, note="where a count stands")
    width = QFontMetricsF(card._detail_font).horizontalAdvance(card._detail.text())
    assert "\N{HORIZONTAL ELLIPSIS}" in card._detail.text()
    assert width <= WORDS_WIDTH
    assert shown(Embedding()) == "100 input size"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Dense", ["Dense"]),
        ("Max pooling 2D", ["Max pooling", "2D"]),
        ("Convolution 2D", ["Convolution", "2D"]),
        ("A title of very many words indeed", ["A title of very", "many w…"]),
    ],
)
def test_from_afar_a_long_title_is_smaller_and_on_two_lines(qapp, title, lines):
    room = 110.0
    shown, font = fitted_title(title, room, TITLE_PIXELS)
    assert [line[:6] for line in shown] == [line[:6] for line in lines]
    assert max(map(QFontMetricsF(font).horizontalAdvance, shown)) <= room
    assert shown[-1].endswith("…") == lines[-1].endswith("…")


@pytest.mark.parametrize("scale", [1.0, 0.3])
@pytest.mark.parametrize("of_group", [False, True])
def test_a_colour_is_a_band_along_the_whole_upper_edge(qapp, scale, of_group):
    if of_group:
        card = GroupCard(Group("group_1", "Block", tag="green"), [], 1, 1, Direction.RIGHT)
    else:
        card = Card(Node("dense_1", Dense(units=8), tag="green"), 1)
    picture, inks = QImage(240, 120, QImage.Format.Format_RGB32), Inks(theme.LIGHT)
    picture.fill(inks.canvas)
    painter = QPainter(picture)
    painter.translate(120, 60)
    card.paint(painter, inks, CardState(), scale)
    painter.end()
    top, half = 60 + card.rect.top() + 4, card.rect.width() / 2
    for x in (120 - half + 12, 120.0, 120 + half - 12):
        assert picture.pixelColor(round(x), round(top)) == inks.tags["green"].color()
        assert picture.pixelColor(round(x), round(top) + 24) != inks.tags["green"].color()
