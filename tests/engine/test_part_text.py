"""What comes back from a clipboard that anybody may have filled."""

from __future__ import annotations

import json

import pytest

from engine.annotations import AddAnnotation, Note
from engine.errors import GraphError
from engine.graph import Graph
from engine.layers import Dense, Input
from engine.part_text import LONGEST_PART, part_from_text, part_to_text


@pytest.fixture
def part() -> Graph:
    graph = Graph()
    graph.add(Dense(units=3), after=graph.add(Input(shape=(3,))))
    graph.apply(AddAnnotation(Note("note_1", "Première couche → 3 neuron", (8.0, 16.0))))
    return graph


def test_a_part_comes_back_as_it_was(part):
    text = part_to_text(part)
    assert part_from_text(text) == part
    assert part_from_text(f"\n  {text}\n") == part
    assert "Première couche → 3 neuron" in text, "people can read it"
    assert len(text.splitlines()) > 20


def broken(part: Graph, **layer: object) -> str:
    written = json.loads(part_to_text(part))
    written["nodes"][0]["layer"].update(layer)
    return json.dumps(written)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Only layers that were copied in Rambat can be pasted. Received: ''."),
        ("Dear Sir or Madam", "Received: 'Dear Sir or Madam'."),
        ("[1, 2]", "Only layers that were copied in Rambat"),
        ('{"kind": "FeatureCollection"}', "Only layers that were copied in Rambat"),
        ("{" * 100_000, "damaged in line 1, column 2"),
        ('{"a":' * 100_000, "Only layers that were copied in Rambat"),
        ('{"nodes": ' + "9" * 5000 + "}", "Only layers that were copied in Rambat"),
        ('{"nodes": 3, "edges": []}', "A graph needs a list of nodes"),
        ('{"nodes": [], "edges": []}', "There are no layers in this text."),
        ('{"nodes": [3], "edges": []}', "A layer is not described as it should be: 3"),
        ("{" + " " * LONGEST_PART, "This text has 4000001 characters, more than the 4000000 that can be pasted."),
    ],
    ids=lambda text: text[:20],
)
def test_foreign_text_is_refused_with_the_reason(text, reason):
    with pytest.raises(GraphError) as refused:
        part_from_text(text)
    assert reason in str(refused.value)


def test_damage_within_a_part_is_told(part):
    text = part_to_text(part)
    with pytest.raises(GraphError, match=r"damaged in line \d+, column \d+"):
        part_from_text(text[: len(text) // 2])
    with pytest.raises(GraphError, match="There is no layer called 'Transmogrifier'"):
        part_from_text(broken(part, kind="Transmogrifier"))
    with pytest.raises(GraphError, match="Layer dense_1"):
        part_from_text(broken(part, units=-3))
