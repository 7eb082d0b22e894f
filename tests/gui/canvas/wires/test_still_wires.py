"""While cards are led about, the other wires come from a picture; what is seen is the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPointF

from engine.graph import Edge
from engine.observation import EdgeStatistics, Observation
from gui import theme
from gui.canvas.wires.edges_item import EdgesItem

STILL = Edge("input_1", "dense_1", 0)


@pytest.fixture
def painted(monkeypatch):
    """How often the wires that stay are painted one by one."""
    calls = []
    paint = EdgesItem._paint_still
    monkeypatch.setattr(EdgesItem, "_paint_still", lambda self, painter: (calls.append(1), paint(self, painter)))
    return calls


@pytest.fixture
def straight(view, monkeypatch):
    monkeypatch.setattr("gui.canvas.wires.edges_item.MOST_CURVES", 2)
    view.fit()
    assert view.network.wires.straight
    return view


def seen(view):
    return view.viewport().grab().toImage()


def lead(view, x, y):
    """Show the last card elsewhere, as a drag does."""
    view.network.place({"output_1": QPointF(x, y)})
    view.network.settle(moving=True)


def look(size):
    return SimpleNamespace(observation=Observation({STILL: EdgeStatistics(size, 1.0)}, {}))


def test_wires_that_stay_are_painted_once_and_look_the_same(straight, painted):
    pictures = []
    for step in range(3):
        lead(straight, 560, 20 * step)
        pictures.append(seen(straight))
    assert len(painted) == 1
    assert pictures[0] != pictures[1] != pictures[2]
    straight.network.settle()
    straight.network.update()
    assert seen(straight) == pictures[-1]
    assert len(painted) == 1


def test_whatever_changes_about_them_is_seen_at_once(straight, painted):
    lead(straight, 560, 20)
    before = seen(straight)
    for count, change in enumerate(
        (
            lambda: straight.show_snapshot(look(1e-1)),
            lambda: straight.document.select((), [STILL]),
            lambda: straight.pan(straight.rect().center() / 20),
            lambda: straight.zoom(0.9, straight.rect().center()),
        )
    ):
        change()
        lead(straight, 560, 20)
        now = seen(straight)
        assert now != before
        straight.network.settle()
        straight.network.update()
        assert seen(straight) == now
        lead(straight, 560, 20)
        before = now
        assert len(painted) >= 1 + count


def test_another_theme_is_seen_at_once(straight, painted, qapp):
    lead(straight, 560, 20)
    before = seen(straight)
    theme.apply(qapp, theme.DARK)
    lead(straight, 560, 20)
    now = seen(straight)
    assert now != before
    straight.network.settle()
    straight.network.update()
    assert seen(straight) == now
