"""Favourites and recently used layers, remembered between two runs."""

from __future__ import annotations

import pytest

from engine.layers import Dense, Dropout, Flatten, Input, Output
from gui.layer_shelf import MOST_RECENT, LayerShelf
from gui.settings import Settings


@pytest.fixture
def shelf(qtbot):
    return LayerShelf(Settings())


def test_favourites_are_marked_and_unmarked(shelf, qtbot):
    with qtbot.waitSignal(shelf.changed):
        assert shelf.toggle(Dense)
    assert shelf.toggle(Dropout)
    assert LayerShelf(Settings()).favourites == [Dense, Dropout]
    assert not shelf.toggle(Dense)
    assert shelf.favourites == [Dropout]
    assert not shelf.toggle(Dropout)
    assert LayerShelf(Settings()).favourites == []


def test_what_was_used_last_stands_first_and_once(shelf):
    for kind in (Dense, Dropout, Flatten, Dense, Input, Output):
        shelf.use(kind)
    assert LayerShelf(Settings()).recent == [Output, Input, Dense, Flatten][:MOST_RECENT]


def test_kinds_that_are_gone_are_passed_over(shelf):
    Settings().favourite_layers = ["NoSuchLayer", "Dense"]
    assert shelf.favourites == [Dense]
