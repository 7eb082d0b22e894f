"""The one line of what matters."""

from __future__ import annotations

import pytest

from engine.errors import Message
from engine.graph import Node
from engine.layers import Activation, Add, Dense, Dropout, Flatten, Input, Layer, Output
from gui.canvas.cards import card_text
from gui.i18n import sentence


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        (Dense(units=8, activation="tanh"), "8 units · tanh"),
        (Dense(units=1, activation="sigmoid"), "1 unit · sigmoid"),
        (Dense(units=3, activation="relu"), "3 units · ReLU"),
        (Input(shape=(28, 28, 1)), "28×28×1"),
        (Input(shape=(2,)), "shape 2"),
        (Dropout(rate=0.25), "rate 0.25"),
        (Activation(function="softmax"), "softmax"),
        (Output(loss="mse"), "mean squared error"),
        (Flatten(), ""),
        (Add(), ""),
    ],
)
def test_headline(qapp, layer, line):
    assert card_text.SEPARATOR.join(card_text.headline(layer)) == line


@pytest.mark.parametrize("kind", Layer.kinds().values())
def test_every_kind_has_a_title_and_a_line(qapp, kind):
    assert card_text.title(kind())
    assert not any("{" in matter for matter in card_text.headline(kind()))


def test_a_tooltip_is_safe_whatever_a_file_calls_its_layers(qapp):
    problem = Message("{node} has one unit.", node="<img src=x>")
    shown = card_text.tooltip(Node("<img src=x>", Dense()), [sentence(problem)])
    assert "<img" not in shown
    assert shown.endswith("&lt;img src=x&gt; has one unit.")
