"""One drawing made of another: whatever they hold, the edits lead from one to the other and exactly back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.annotations import AddAnnotation, Frame, Group, Note
from engine.errors import GraphError
from engine.graph import Graph, SetNode
from engine.groups import changed
from engine.layers import Dense
from engine.redrawing import becoming, redrawing
from tests.engine.networks import chain
from tests.engine.test_edits import edits_of, gestures

KEYS = ("one", "two", "three")
belongings = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from([Group, Group, Note, Frame]), st.sampled_from(["", *KEYS])),
    max_size=4,
    unique_by=lambda entry: entry[0],
)


@st.composite
def drawings(draw: st.DrawFn) -> Graph:
    """Layers that share, are wired and grouped at random, under few ids, so that two drawings have many in common."""
    graph = Graph()
    for gesture in draw(gestures):
        try:
            wanted = edits_of(graph, *gesture)
            graph.check(wanted)
        except GraphError:
            continue
        for edit in wanted:
            graph.apply(edit)
    for key, kind, group in draw(belongings):
        around = group if isinstance(graph.annotations.get(group), Group) else ""
        graph.apply(AddAnnotation(kind(key, draw(st.sampled_from("ab")), group=around)))
    found = [key for key, each in graph.annotations.items() if isinstance(each, Group)]
    for node in list(graph):
        if found and draw(st.booleans()):
            graph.apply(changed(graph, node.id, group=draw(st.sampled_from(found))))
    return graph


@given(drawings(), drawings())
@settings(max_examples=80)
def test_any_drawing_becomes_any_other_and_itself_again(one: Graph, other: Graph) -> None:
    before = one.copy()
    done = redrawing(one, other)
    assert one == before, "nothing is changed yet"
    one.check(done)
    for edit in done:
        one.apply(edit)
    assert one == other
    assert one.order() == other.order()
    for edit in reversed(done):
        one.apply(edit.inverse())
    assert one == before


def test_only_what_differs_is_edited() -> None:
    one, other = chain(2, 3, 1), chain(2, 3, 1)
    assert redrawing(one, other) == []
    other.apply(other.changed("dense_1", Dense(units=5, activation="tanh")))
    (edit,) = redrawing(one, other)
    assert isinstance(edit, SetNode)
    assert edit.after.layer.units == 5  # type: ignore[attr-defined]


@given(drawings(), drawings())
@settings(max_examples=40)
def test_a_drawing_that_computes_as_another_is_drawn_as_it_was(one: Graph, other: Graph) -> None:
    before, done = one.copy(), becoming(one, other)
    one.check(done)
    for edit in done:
        one.apply(edit)
    assert [(node.id, node.layer, node.shares) for node in one] == [(n.id, n.layer, n.shares) for n in other]
    assert one.edges() == other.edges()
    for node in one:
        assert node.id not in before or (node.position, node.group) == (before[node.id].position, before[node.id].group)
    kept = {key for key, each in before.annotations.items() if not isinstance(each, Group)}
    assert {key for key in kept if key in one.annotations or not before.annotations[key].group} <= set(one.annotations)
    for edit in reversed(done):
        one.apply(edit.inverse())
    assert one == before


def test_groups_that_swap_places() -> None:
    one, other = Graph(), Graph()
    for graph, outer, inner in ((one, "one", "two"), (other, "two", "one")):
        graph.apply(AddAnnotation(Group(outer, "")))
        graph.apply(AddAnnotation(Group(inner, "", group=outer)))
    for edit in redrawing(one, other):
        one.apply(edit)
    assert one == other
