"""Cards: what is told is so, and the suggested examples suit."""

from __future__ import annotations

from typing import Any

import pytest

from engine.data import Digits, GaussianBlobs, Iris, Languages, Moons, Sine, card
from engine.inference import infer_shapes
from engine.project import load_example
from tests.engine.data.test_source import KINDS


def test_facts_are_those_of_the_options() -> None:
    iris, moons = card(Iris()), card(Moons(samples=33))
    assert (iris.samples, iris.inputs, iris.targets, iris.classes) == (150, (4,), (3,), 3)
    assert "Fisher 1936" in iris.origin
    assert "CC BY 4.0" in iris.licence
    assert (moons.samples, moons.inputs, moons.classes, moons.suggested) == (33, (2,), 2, ("moons",))
    assert card(GaussianBlobs(classes=7)).classes == 7
    assert card(Digits(as_image=True)).inputs == (8, 8, 1)
    assert card(Sine()).classes == 0
    assert "contributors" in card(Languages()).origin


@pytest.mark.parametrize("kind", KINDS)
def test_every_card_is_filled_in(kind: Any) -> None:
    told = card(kind())
    for sentence in (kind.label, kind.summary, told.origin, told.licence):
        assert sentence
        assert sentence == sentence.strip()
    assert told.origin.endswith(".")
    assert told.licence.endswith(".")
    assert told.suggested


@pytest.mark.parametrize("kind", KINDS)
def test_suggested_examples_suit(kind: Any) -> None:
    """They are about such data, or their networks take these as they are."""
    for name in kind.suggested:
        project = load_example(name)
        if not isinstance(project.data, kind):
            assert infer_shapes(project.graph, kind().shape, project.preparation).problems == ()
