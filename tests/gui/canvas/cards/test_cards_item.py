"""One item paints all cards, each as it is shown, near and from afar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QGraphicsRectItem

from engine.graph import SetNode
from gui import theme
from gui.canvas.cards.card_words import laid_out
from gui.canvas.cards.far_cards import BAR_WIDTH
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.commands.operations import move


def color_at(view, point: QPointF):
    return view.viewport().grab().toImage().pixelColor(view.mapFromScene(point))


def seen_from(view, scale: float) -> None:
    view.zoom(scale / view.scale_factor, QPoint(500, 300))


def test_qt_looks_after_a_card_without_python():
    assert NodeItem.paint is QGraphicsRectItem.paint
    assert NodeItem.boundingRect is QGraphicsRectItem.boundingRect


@pytest.mark.parametrize("scale", [0.3, 0.8])
def test_the_later_of_two_cards_lies_on_top_near_and_from_afar(view, document, scale):
    """The bar of the earlier one is at the place of the later one's ground."""
    x, y = document.graph["dense_1"].position
    move(document, {"dense_2": (x - 24, y + 8)})
    seen_from(view, scale)
    first = view.network.nodes["dense_1"]
    bar = first.pos() + QPointF(first.card.rect.left() + 11, first.card.rect.top() + 18)
    ground = view.network.look.inks.node.color()
    assert color_at(view, bar) == ground
    move(document, {"dense_2": (x, y + 300)})
    assert color_at(view, bar) == view.network.look.inks.categories[first.card.category].color()


def test_from_afar_a_card_follows_its_layer_and_shows_what_is_said_of_it(view, document):
    seen_from(view, 0.3)
    inks, item = view.network.look.inks, view.network.nodes["dense_1"]
    inside = QPointF(30, item.card.rect.bottom() - 14)
    assert color_at(view, item.pos() + inside) == inks.node.color()
    view.network.mark(frozenset({"dense_2"}))
    assert color_at(view, item.pos() + inside) != inks.node.color(), "it stands back"
    view.network.mark(None)
    place = item.pos() + QPointF(0, 400)
    move(document, {"dense_1": place.toTuple()})
    assert color_at(view, place + inside) == inks.node.color()
    assert item.afar.rect == item.place()


def test_from_very_far_a_title_is_written_where_it_is_large_enough_to_read(view, document):
    node = document.graph["dense_2"]
    document.push("Name", [SetNode(node, replace(node, title="A title of many words that takes two small lines"))])
    seen_from(view, 0.2)
    ground = view.network.look.inks.node.color()

    def written(node):
        card = view.network.nodes[node].afar
        room = view.mapFromScene(card.rect.adjusted(BAR_WIDTH, 0, 0, 0)).boundingRect().adjusted(3, 3, -3, -3)
        seen = view.viewport().grab(room).toImage()
        return any(seen.pixelColor(x, y) != ground for x in range(seen.width()) for y in range(seen.height()))

    assert (written("dense_1"), written("dense_2")) == (True, False)
    seen_from(view, 0.15)
    assert not written("dense_1")


def test_the_same_words_in_the_same_font_are_laid_out_once(qapp):
    font, other = theme.body_font(13), theme.body_font(15)
    words = laid_out("words of two cards", font)
    assert laid_out("words of two cards", font) is words
    assert laid_out("words of two cards", other) is not words
